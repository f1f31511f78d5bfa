#pragma once

// Private to core/term/.

#include "format/table_row.hpp"

#include <cstddef>
#include <memory>
#include <string_view>

namespace hexapla {

/// Bytes of all fields together: a short file can name one long text a million times.
inline constexpr std::size_t largest_sheet_text = std::size_t{256} * 1024 * 1024;

/// The rows of the first sheet of a workbook that is not hidden, all as wide as the widest
/// of the first ten, since a title may be above the heads; formulas give the value that
/// was saved with them. `bytes` and `name` must live as long as the rows. Errors:
/// Fault::malformed or Fault::unsupported, with the row where there is one; limits
///         are those of zip_parts.hpp and XmlReader.
/// Source: ECMA-376 part 1, SpreadsheetML (transitional and strict).
[[nodiscard]] std::unique_ptr<RowSource> xlsx_rows(std::string_view bytes,
                                                   std::string_view name);

}  // namespace hexapla
