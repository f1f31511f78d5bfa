#pragma once

#include "term/termbase_builder.hpp"

#include <string_view>

namespace hexapla {

/// The first element of a MultiTerm XML file.
inline constexpr std::string_view multiterm_root = "mtf";
/// The field in which we keep an id that is no number.
inline constexpr std::string_view multiterm_id = "Concept ID";

/// Reads MultiTerm XML (`mtf`): what Concept and Term hold, from fields that are called as
/// in column_names.tsv; other fields, pictures and the history are passed over. A
/// definition in a language's group is that of the concept, if it has no other.
/// Errors: as read_termbase(); Fault::unsupported for more than 256 MiB.
/// Source: MultiTerm's XML schema "MTF".
[[nodiscard]] SurveyedTermbase read_multiterm(std::string_view bytes, std::string_view name,
                                              OnFault on_fault);

}  // namespace hexapla
