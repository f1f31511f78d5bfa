#pragma once

#include "collection/pair_files.hpp"

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// Writes works.tsv: a line of column names, then a line a file. Tabs, line ends and
/// backslashes in a field are written as \t, \n, \r and \\, bytes of paths that are no UTF-8
/// as \xE9, so that the table is UTF-8 and names every file.
void write_works_table(std::ostream& out, std::span<const PairedFile> files);

/// Reads what write_works_table() wrote and a person may have changed: columns are found by
/// their names and in any order, `work`, `language` and `path` have to be there, empty
/// lines and those that begin with # are left out. Errors: Fault::malformed with the line.
[[nodiscard]] std::vector<PairedFile> read_works_table(std::string_view text,
                                                       std::string_view name);

/// A field of a table as it was before it was written: \t is a tab.
[[nodiscard]] std::string plain_field(std::string_view field);

}  // namespace hexapla
