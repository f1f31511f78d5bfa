#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// A workbook with one sheet of that name, the first row of which stays in sight; two runs
/// make the same bytes.
/// Errors: Fault::unsupported for more rows than a sheet has, or a text longer than a cell
///         may hold.
/// Source: ECMA-376 part 1, SpreadsheetML.
[[nodiscard]] std::string xlsx_of(std::span<const std::vector<std::string>> rows,
                                  std::string_view sheet_name);

}  // namespace hexapla
