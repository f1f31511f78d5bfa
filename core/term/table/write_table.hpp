#pragma once

#include "term/termbase.hpp"

#include <iosfwd>
#include <string>
#include <vector>

namespace hexapla {

/// A termbase as rows of fields; the first names the columns, each other one is a term.
/// Columns beyond the first eight are left out when they would be empty everywhere.
[[nodiscard]] std::vector<std::vector<std::string>> rows_of_termbase(
    const Termbase& termbase);

/// Writes what read_termbase() gives back as it was. Source: RFC 4180, with "\n".
void write_termbase_csv(std::ostream& out, const Termbase& termbase);

/// The same with tabs; fields with tabs or line ends are quoted.
void write_termbase_tsv(std::ostream& out, const Termbase& termbase);

/// A workbook with one sheet; two runs write the same bytes.
/// Errors: Fault::unsupported for more rows than a sheet has, or a text longer than a cell
///         may hold.
/// Source: ECMA-376 part 1, SpreadsheetML.
[[nodiscard]] std::string termbase_xlsx(const Termbase& termbase);

}  // namespace hexapla
