#pragma once

#include "text/language.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hexapla {

enum class LintSeverity : std::uint8_t { error, warning, note };

/// What can be wrong with a termbase.
enum class LintRule : std::uint8_t {
  broken_row,         ///< Of a table: too few or too many fields, or no concept.
  unreadable_value,   ///< An unknown status, language or flag.
  duplicate_concept,  ///< The same id twice.
  empty_concept,      ///< A concept without terms.
  empty_term,
  long_term,
  odd_spaces,           ///< At the ends, two in a row, or no plain spaces.
  invisible_character,  ///< Zero-width and bidi controls, which no search finds.
  mixed_scripts,        ///< A word with letters of two scripts.
  duplicate_term,       ///< The same term twice in one concept and language.
  shared_term,          ///< The same term in several concepts.
  contrary_status,      ///< A term that one concept prefers and another forbids.
  no_preferred,         ///< A language of a concept without a preferred term.
  two_preferred,
  lost_full_form,   ///< An abbreviation of a full form that is not there.
  listed_synonyms,  ///< One cell of a spreadsheet, read as several terms.
};

/// By LintRule.
inline constexpr std::array<std::string_view, 16> lint_rule_names{
    "broken-row",    "unreadable-value", "duplicate-concept", "empty-concept",
    "empty-term",    "long-term",        "odd-spaces",        "invisible-character",
    "mixed-scripts", "duplicate-term",   "shared-term",       "contrary-status",
    "no-preferred",  "two-preferred",    "lost-full-form",    "listed-synonyms"};

[[nodiscard]] constexpr std::string_view name_of(LintRule rule) noexcept {
  return lint_rule_names.at(static_cast<std::size_t>(rule));
}

[[nodiscard]] constexpr std::string_view name_of(LintSeverity severity) noexcept {
  constexpr std::array<std::string_view, 3> names{"error", "warning", "note"};
  return names.at(static_cast<std::size_t>(severity));
}

/// How bad it is when a rule is broken: errors make checks of texts wrong, warnings make
/// them doubtful, notes may be meant.
[[nodiscard]] constexpr LintSeverity severity_of(LintRule rule) noexcept {
  switch (rule) {
    case LintRule::broken_row:
    case LintRule::unreadable_value:
    case LintRule::duplicate_concept:
    case LintRule::empty_concept:
    case LintRule::empty_term:
    case LintRule::long_term:
    case LintRule::two_preferred:
    case LintRule::duplicate_term:
    case LintRule::lost_full_form:
      return LintSeverity::error;
    case LintRule::odd_spaces:
    case LintRule::invisible_character:
    case LintRule::mixed_scripts:
    case LintRule::contrary_status:
    case LintRule::no_preferred:
    case LintRule::listed_synonyms:
      return LintSeverity::warning;
    case LintRule::shared_term:
      break;
  }
  return LintSeverity::note;
}

struct LintIssue {
  LintRule rule = LintRule::unreadable_value;
  std::size_t line = 0;    ///< Of the termbase's file; 0 when it is not known.
  std::string concept_id;  ///< May be empty.
  Language language;       ///< "und" when it is about no language.
  std::string term;        ///< May be empty.
  std::string message;

  friend bool operator==(const LintIssue&, const LintIssue&) = default;
};

}  // namespace hexapla
