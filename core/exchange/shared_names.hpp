#pragma once

#include "exchange/translation_unit.hpp"

#include <span>
#include <string_view>

namespace hexapla {

/// Names of properties that start so hold an XML element which the noun has no place for,
/// as it is: `xml:alt-trans`. It goes out where the same format is written.
inline constexpr std::string_view kept_xml = "xml:";
/// The property in which formats without a place for it carry a unit's confidence.
inline constexpr std::string_view confidence_property = "x-confidence";
/// The property that names the work which a unit comes from.
inline constexpr std::string_view document_property = "x-document";

/// Names of properties that start so hold bytes of the file that the unit came from, with
/// which the same file is written again (xliff/replay.hpp). No other format has a use for
/// them.
inline constexpr std::string_view raw_bytes = "raw:";
/// The property in which formats without a place for it carry a unit's state.
inline constexpr std::string_view state_property = "x-state";

// Properties in which units carry what a termbase says.
inline constexpr std::string_view unit_subject = "x-subject";
inline constexpr std::string_view unit_definition = "x-definition";
inline constexpr std::string_view term_status_property = "x-term-status";
inline constexpr std::string_view term_part_of_speech = "x-part-of-speech";
inline constexpr std::string_view term_source = "x-source";
inline constexpr std::string_view term_case = "x-case-sensitive";
inline constexpr std::string_view term_form = "x-exact-form";
inline constexpr std::string_view term_full_form = "x-full-form";
inline constexpr std::string_view property_is_true = "yes";

/// Before the language and the status of a term that no text may hold, as in
/// `x-term:fr:forbidden`; the value is the term.
inline constexpr std::string_view unusable_term = "x-term:";

/// True for properties that only the format they came from can use.
[[nodiscard]] inline bool is_raw(const NamedValue& value) noexcept {
  return value.name.starts_with(raw_bytes);
}

/// What the property `x-state` says, else unknown.
[[nodiscard]] UnitState state_in(std::span<const NamedValue> properties);

/// The value of the first of that name; nullptr when there is none.
[[nodiscard]] const std::string* value_of(std::span<const NamedValue> values,
                                          std::string_view name);

/// What the property `x-confidence` says: 0 to 1; 1 where it says nothing.
[[nodiscard]] double confidence_in(std::span<const NamedValue> properties);

/// A number from 0 to 1 as a file has it; 0 for anything else, which vouches for nothing.
[[nodiscard]] double confidence_from(std::string_view words);

/// What to say of words that are no such number; empty when they are one.
[[nodiscard]] std::string doubt_about_confidence(std::string_view words);

/// True when both are the same but for the case of ASCII letters.
[[nodiscard]] bool same_letters(std::string_view one, std::string_view other) noexcept;

}  // namespace hexapla
