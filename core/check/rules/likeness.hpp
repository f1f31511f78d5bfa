#pragma once

#include <cstddef>
#include <string_view>

namespace hexapla {

/// How alike two words are, from 0 to 1: one minus the share of letters to change. Letter
/// case does not count; swapping two neighbours is one change.
/// Cost:   the product of the lengths.
/// Source: optimal string alignment distance (Damerau 1964, Levenshtein 1966).
[[nodiscard]] double likeness(std::string_view one, std::string_view other);

}  // namespace hexapla
