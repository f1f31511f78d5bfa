#pragma once

// Private to core/exchange/.

#include <string_view>

namespace hexapla {

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

}  // namespace hexapla
