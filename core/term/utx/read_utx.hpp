#pragma once

#include "term/termbase_builder.hpp"

#include <string_view>

namespace hexapla {

/// What a UTX file begins with.
inline constexpr std::string_view utx_mark = "#UTX";

/// Reads UTX: lines of fields between tabs under a head of lines that begin with `#`, the
/// last of which names the columns. Rows with one concept ID are one concept; a status is
/// that of the term in the target language; `-` is nothing. Other columns are passed over.
/// Errors: as read_termbase().
/// Source: AAMT, UTX 1.00 to 1.20.
[[nodiscard]] SurveyedTermbase read_utx(std::string_view bytes, std::string_view name,
                                        OnFault on_fault);

}  // namespace hexapla
