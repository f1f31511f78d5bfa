#pragma once

#include "text/language.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hexapla {

/// How sure a name is of its language.
enum class NameHint : std::uint8_t {
  none,
  letter,  ///< A letter at its end: 2034567F. It may as well be part of a title.
  word,    ///< `_fr`, `.french`, a folder `fr/`.
};

/// What the name of a file says of the document and of the version that is in it.
struct FileName {
  /// What names of versions of one document have in common: letters and figures only, in
  /// small letters, with "_" between runs of them and "/" between folders.
  std::string key;
  /// The same as people write it, for a name of the work.
  std::string work;
  /// When the name writes a symbol: A/RES/73/3 of A_RES_73_3-EN.pdf; else empty.
  std::string symbol;
  std::optional<Language> language;
  NameHint hint = NameHint::none;

  friend bool operator==(const FileName&, const FileName&) = default;
};

/// Reads `path`, which is relative to the folder of the collection, with "/" between
/// folders: A_RES_73_3-EN.pdf, N2034567_F.docx, letter.french.txt, fr/2019/report.html.
/// Source: languages_in_names.tsv; names of files on undocs.org, ODS and
/// digitallibrary.un.org.
[[nodiscard]] FileName read_file_name(std::string_view path);

/// The language that a word of a name says: "fr", "French", "français".
[[nodiscard]] std::optional<Language> language_of_word(std::string_view word);

/// Runs of letters and of figures, in small letters, with "_" between them, so that
/// A/C.1/80/L.29 and A_C1_80_L29 are alike.
[[nodiscard]] std::string name_key(std::string_view words);

/// A way of writing names of one's own: "{language}/{work}.txt", "{work}-v*-{language}.*".
/// `*` is anything but a "/".
class NameTemplate {
 public:
  /// Errors: Fault::malformed, with what is missing, unless {work} and {language} are
  /// there.
  explicit NameTemplate(std::string pattern);

  /// nullopt for a name that is not written so, or whose language is none.
  [[nodiscard]] std::optional<FileName> read(std::string_view path) const;

 private:
  std::string pattern_;
};

}  // namespace hexapla
