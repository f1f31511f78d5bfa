#pragma once

// Private to core/term/.

#include "term/table_row.hpp"

#include <memory>
#include <string_view>

namespace hexapla {

/// The rows of `text`, whose line ends are "\n"; tabs or semicolons in the first row stand
/// for commas. `text` and `name` must live as long as the rows.
/// Errors: Fault::malformed with the line.
/// Source: RFC 4180.
[[nodiscard]] std::unique_ptr<RowSource> csv_rows(std::string_view text,
                                                  std::string_view name);

}  // namespace hexapla
