#pragma once

#include "text/language.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

enum class Rule : std::uint8_t {
  term_missing,       ///< The source has a concept, the target none of its terms.
  term_deprecated,    ///< The target uses a form that the termbase deprecates.
  term_inconsistent,  ///< One concept is rendered differently here than elsewhere.
  term_merged,        ///< One term of the target stands for two concepts of the source.
  number,             ///< A number of one side is not on the other.
  date,
  name,  ///< A name in Latin letters differs.
  footnote_mark,
  url,
  untranslated,  ///< The target is still in the language of the source.
  symbol,        ///< A document symbol, as A/75/574, differs.
  unit,          ///< A currency, a unit of measure or per cent differs.
  quotation,     ///< Quotation marks that are not closed, or not there.
  bracket,
  list_number,    ///< The number of a paragraph or of a point in a list.
  repeated_word,  ///< A word is twice in a row.
  length,         ///< One side is out of proportion.
  empty_side,     ///< One side has nothing.
  negation,       ///< One side negates, the other doesn't.
  blank,          ///< White space too much, or a no-break space forgotten.
  end_mark,       ///< A question, a colon, a full stop that only one side ends with.
  mixed_script,   ///< A letter of another script inside a word, or a tatweel.
  repetition,     ///< The same source said differently, or the same said for another.
  modality,       ///< One side obliges, the other allows.
  shifted,        ///< A stretch whose targets belong to the neighbouring sources.
};
inline constexpr std::array rule_names{std::string_view("term_missing"),
                                       std::string_view("term_deprecated"),
                                       std::string_view("term_inconsistent"),
                                       std::string_view("term_merged"),
                                       std::string_view("number"),
                                       std::string_view("date"),
                                       std::string_view("name"),
                                       std::string_view("footnote_mark"),
                                       std::string_view("url"),
                                       std::string_view("untranslated"),
                                       std::string_view("symbol"),
                                       std::string_view("unit"),
                                       std::string_view("quotation"),
                                       std::string_view("bracket"),
                                       std::string_view("list_number"),
                                       std::string_view("repeated_word"),
                                       std::string_view("length"),
                                       std::string_view("empty_side"),
                                       std::string_view("negation"),
                                       std::string_view("blank"),
                                       std::string_view("end_mark"),
                                       std::string_view("mixed_script"),
                                       std::string_view("repetition"),
                                       std::string_view("modality"),
                                       std::string_view("shifted")};
[[nodiscard]] constexpr std::string_view name_of(Rule rule) noexcept {
  return rule_names.at(static_cast<std::size_t>(rule));
}

/// Nothing for what is not the name of a rule.
[[nodiscard]] constexpr std::optional<Rule> rule_named(std::string_view name) noexcept {
  const auto found = std::find(rule_names.begin(), rule_names.end(), name);
  if (found == rule_names.end()) return std::nullopt;
  return static_cast<Rule>(found - rule_names.begin());
}

/// MQM's dimension of a rule. Source: themqm.org, MQM Core.
[[nodiscard]] constexpr std::string_view dimension_of(Rule rule) noexcept {
  switch (rule) {
    case Rule::term_missing:
    case Rule::term_deprecated:
    case Rule::term_inconsistent:
    case Rule::term_merged:
    case Rule::repetition:
      return "terminology";
    case Rule::quotation:
    case Rule::bracket:
    case Rule::repeated_word:
    case Rule::blank:
    case Rule::end_mark:
    case Rule::mixed_script:
      return "linguistic conventions";
    case Rule::footnote_mark:
    case Rule::list_number:
    case Rule::url:
      return "design and markup";
    default:
      return "accuracy";
  }
}

enum class Severity : std::uint8_t { note, warning, error };
inline constexpr std::array severity_names{
    std::string_view("note"), std::string_view("warning"), std::string_view("error")};
[[nodiscard]] constexpr std::string_view name_of(Severity severity) noexcept {
  return severity_names.at(static_cast<std::size_t>(severity));
}

/// How severe a finding of this confidence is: an error where nine of ten such are true, a
/// warning where at least half are.
[[nodiscard]] constexpr Severity severity_for(double confidence) noexcept {
  constexpr double nine_of_ten = 0.9;
  constexpr double half = 0.5;
  return confidence >= nine_of_ten ? Severity::error
         : confidence >= half      ? Severity::warning
                                   : Severity::note;
}

/// A stretch of one segment of one version.
struct Spot {
  Language language;
  std::uint32_t segment = 0;  ///< Number in its document, from 0.
  ByteRange range;  ///< In the segment's text; the whole segment when nothing is there.

  friend bool operator==(const Spot&, const Spot&) = default;
};

/// Something a reviser should look at. Doubtful data is a value, never an exception.
struct Finding {
  Rule rule = Rule::term_missing;
  Severity severity = Severity::warning;
  /// How likely it is true: the rule's own certainty times the confidence of the bead that
  /// it was found in, since a doubtful link makes a doubtful finding.
  double confidence = 1;
  std::vector<Spot> source;  ///< What the source says; may be empty.
  std::vector<Spot> target;  ///< Where the target departs; never empty.
  std::string message;       ///< For people, English.
  std::string suggestion;    ///< What should be there; may be empty.

  friend bool operator==(const Finding&, const Finding&) = default;
};

}  // namespace hexapla
