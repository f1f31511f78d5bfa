#pragma once

#include "check/parsed_cell.hpp"

#include <vector>

namespace hexapla {

/// Numbers of the two sides that nothing on the other side accounts for.
struct UnmatchedNumbers {
  std::vector<Number> source;
  std::vector<Number> target;
};

/// Takes out of both sides' numbers what says the same: equal values, shares said by two
/// numbers (two thirds, 2 of 3) or in per cent, short years, measures converted rightly
/// into another unit, and what the other side has in a date, a time or a name.
[[nodiscard]] UnmatchedNumbers unmatched_numbers(const CellPair& pair);

/// 2019-20 beside 2019-2020: the end of a range of years.
[[nodiscard]] bool ends_years(const Number& number, const ParsedCell& side,
                              const std::vector<Number>& others);

}  // namespace hexapla
