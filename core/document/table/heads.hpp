#pragma once

#include "document/table/find_tables.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// How many lines are the upper levels of a head, which stand above several columns: they
/// have no label and fewer pieces than the line below.
[[nodiscard]] std::size_t upper_head_lines(std::span<const TableLine> lines);

/// `borders` of a table's columns without those between a head and what is below it: a
/// head on the left of its column and figures on the right of it leave a strip between.
/// `columns` has the column of each piece of each line, from 1.
[[nodiscard]] std::vector<double> borders_below_heads(
    std::span<const TableLine> lines, std::span<const std::vector<std::uint32_t>> columns,
    const std::vector<double>& borders);

/// For each line of a table whether it ends a level of the head: a piece of it is the head
/// of several columns, whose own heads are in the line below.
[[nodiscard]] std::vector<bool> ends_of_head_levels(
    std::span<const TableLine> lines, std::span<const std::vector<std::uint32_t>> columns);

/// Gives each of two heads that are in one column a column of its own, where the next or
/// the last one has no head: heads stand at the left above figures that stand at the right.
/// `columns` are those of the pieces of `lines`, of `count` columns.
void part_heads(std::span<const TableLine> lines,
                std::span<std::vector<std::uint32_t>> columns, std::uint32_t count);

}  // namespace hexapla
