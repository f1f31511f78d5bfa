#pragma once

#include "text/language.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// Source: ISO 30042 administrativeStatus.
enum class TermStatus : std::uint8_t { preferred, admitted, deprecated };

struct Term {
  Language language;
  std::string text;
  TermStatus status = TermStatus::preferred;
  std::string
      part_of_speech;  ///< noun, verb, adjective, phrase, proper_noun; may be empty.
  std::string source;
  std::string note;

  friend bool operator==(const Term&, const Term&) = default;
};

struct Concept {
  std::string id;
  std::string subject;
  std::vector<Term> terms;  ///< At least one.

  friend bool operator==(const Concept&, const Concept&) = default;
};

struct Termbase {
  std::vector<Concept> concepts;

  friend bool operator==(const Termbase&, const Termbase&) = default;
};

/// Reads TBX (2008 `martif` or 2019 `tbx` in DCA style) or CSV, told apart by content.
/// CSV has the header `concept,subject,language,term,status,part_of_speech,source,note`.
/// Errors: Fault::malformed with the line: broken XML or CSV, a DOCTYPE, an unknown status
///         or language, a concept without terms, the same concept id twice.
[[nodiscard]] Termbase read_termbase(std::string_view bytes, std::string_view name);

}  // namespace hexapla
