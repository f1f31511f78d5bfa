#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace hexapla {

/// For each of `rows` the column that it is given, each column at most once, with the
/// greatest sum of gains; where there are fewer columns than rows, some get none.
/// `gain(row, column)` is finite.
/// Source: Kuhn 1955, Munkres 1957, in the form with potentials by rows.
/// Cost:   rows x columns x the smaller of both.
[[nodiscard]] std::vector<std::optional<std::uint32_t>> best_assignment(
    std::uint32_t rows, std::uint32_t columns,
    const std::function<double(std::uint32_t, std::uint32_t)>& gain);

}  // namespace hexapla
