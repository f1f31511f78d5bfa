#pragma once

#include "format/table_row.hpp"
#include "term/termbase_builder.hpp"

#include <string_view>

namespace hexapla {

/// Reads a table whose first row names its columns: a row a term (concept, language and
/// term are needed; the rows of a concept stand together), or a row a concept with a column
/// a language. Others are passed over.
/// Errors: as read_termbase().
[[nodiscard]] SurveyedTermbase read_table(RowSource& rows, std::string_view name,
                                          const TableSettings& settings, OnFault on_fault);

/// read_table of CSV. Source: RFC 4180; tabs or semicolons may stand for the commas.
[[nodiscard]] SurveyedTermbase read_csv(std::string_view bytes, std::string_view name,
                                        const TableSettings& settings, OnFault on_fault);

}  // namespace hexapla
