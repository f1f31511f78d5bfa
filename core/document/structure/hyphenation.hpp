#pragma once

#include "document/structure/join_lines.hpp"
#include "text/language.hpp"
#include "text/utf8.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hexapla {

/// Tells hyphens that only broke a word at a line's end from those of compounds, by the
/// words of the source itself and by compounds.tsv. Keeps a view of the source.
class Hyphenation {
 public:
  Hyphenation(std::string_view source, Language language);

  /// `line` ends with a hyphen; `next` is the line that goes on with it.
  [[nodiscard]] Join at(ByteRange line, ByteRange next) const;

 private:
  struct Uses {
    std::uint32_t alone = 0;          ///< As a word, or as the compound that the key is.
    std::uint32_t before_hyphen = 0;  ///< As a first half inside a line.
    std::uint32_t after_hyphen = 0;   ///< As a second half.
  };
  struct Halves {
    std::string head;
    std::string tail;
  };

  void read_rule(std::string_view kind, std::string_view word);
  void read_words();
  void read_line_ends();
  [[nodiscard]] Uses uses_of(const std::string& word) const;
  [[nodiscard]] bool is_listed(const Halves& halves) const;
  [[nodiscard]] bool looks_compound(ByteRange head, ByteRange tail) const;
  [[nodiscard]] bool rather_breaks_words(std::size_t broken, std::size_t lines) const;
  [[nodiscard]] bool breaks_no_syllable(const Halves& halves) const;
  [[nodiscard]] bool goes_on_with_word(const Halves& halves) const;
  [[nodiscard]] bool is_known_compound(const Halves& halves) const;

  std::string_view source_;
  std::unordered_map<std::string, Uses> words_;
  std::vector<std::string> compounds_;
  std::vector<std::string> conjunctions_;
  std::vector<std::string> endings_;
  std::vector<std::string> prefixes_;
  std::vector<std::string> whole_words_;
  std::u32string vowels_;
  bool breaks_words_ = true;  ///< False when the source only breaks compounds.
};

}  // namespace hexapla
