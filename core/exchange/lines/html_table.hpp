#pragma once

#include "exchange/unit_writer.hpp"

#include <iosfwd>
#include <memory>

namespace hexapla {

/// Writes one page with a table, a unit a row, a language a column: no scripts, nothing
/// from elsewhere. `settings.languages` are the columns. Units without any of them are
/// skipped.
[[nodiscard]] std::unique_ptr<UnitWriter> html_table_writer(std::ostream& out,
                                                            UnitWriterSettings settings);

}  // namespace hexapla
