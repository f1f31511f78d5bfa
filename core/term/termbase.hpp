#pragma once

#include "text/language.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// What a termbase says of a term's use. Source: ISO 30042 administrativeStatus, where
/// obsolete is "superseded" and forbidden has no name.
enum class TermStatus : std::uint8_t {
  preferred,
  admitted,
  deprecated,  ///< Not to be used for this concept any more.
  forbidden,   ///< Wrong, wherever it stands.
  obsolete,    ///< Was right once: an older name.
};

/// True for terms that a text may hold.
[[nodiscard]] constexpr bool is_usable(TermStatus status) noexcept {
  return status == TermStatus::preferred || status == TermStatus::admitted;
}

/// Where in its file a term was read; no part of what the term is.
struct SourceLine {
  std::size_t number = 0;  ///< From 1; 0 when it was read from no file.

  friend constexpr bool operator==(SourceLine, SourceLine) noexcept { return true; }
};

struct Term {
  Language language;
  std::string text;
  TermStatus status = TermStatus::preferred;
  std::string
      part_of_speech;  ///< noun, verb, adjective, phrase, proper_noun; may be empty.
  std::string source;
  std::string note;
  bool case_sensitive = false;  ///< "WHO" is not "who".
  bool exact_form = false;      ///< Inflected forms are not this term.
  /// Of an abbreviation: the term of the same concept and language that it stands for.
  std::string full_form = {};
  SourceLine line = {};

  friend bool operator==(const Term&, const Term&) = default;
};

struct Concept {
  std::string id;
  std::string subject;
  std::vector<Term> terms;  ///< At least one.
  std::string definition = {};
  std::string note = {};  ///< On the concept as a whole.

  friend bool operator==(const Concept&, const Concept&) = default;
};

struct Termbase {
  std::vector<Concept> concepts;

  friend bool operator==(const Termbase&, const Termbase&) = default;
};

/// Reads TBX, CSV or XLSX with columns named as ours; read_termbase.hpp tells more.
[[nodiscard]] Termbase read_termbase(std::string_view bytes, std::string_view name);

}  // namespace hexapla
