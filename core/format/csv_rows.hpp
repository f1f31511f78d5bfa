#pragma once

#include "format/table_row.hpp"

#include <iosfwd>
#include <memory>
#include <string_view>

namespace hexapla {

/// The rows of `text`, whose line ends are "\n"; tabs or semicolons in the first row that
/// is cut by any of the three stand for commas. `text` and `name` must live as long as the
/// rows. Errors: Fault::malformed with the line. Source: RFC 4180.
[[nodiscard]] std::unique_ptr<RowSource> csv_rows(std::string_view text,
                                                  std::string_view name);

/// As above, from a stream of any size, in UTF-8 or, with a mark, in UTF-16; "\r\n" counts
/// as "\n", a byte-order mark as nothing. `in` must live as long as the rows.
/// Errors: Fault::malformed for what is not UTF-8 and beyond 16 MiB a field, too.
[[nodiscard]] std::unique_ptr<RowSource> csv_rows(std::istream& in, std::string_view name);

}  // namespace hexapla
