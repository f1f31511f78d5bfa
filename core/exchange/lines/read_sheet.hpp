#pragma once

#include "exchange/unit_reader.hpp"

#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

enum class SheetKind : std::uint8_t {
  csv,   ///< RFC 4180; tabs or semicolons in the first row stand for commas.
  tsv,   ///< Tabs part fields, and quotation marks are text.
  xlsx,  ///< The first sheet of a workbook that is not hidden.
};

/// Reads a table, a unit a row.
///
/// Shape:  `columns` name what is in the fields, or the first row does: a language's
/// tag or name,
///         `id` or `unit`, `confidence`; any other column becomes a property of its name,
///         an empty name or `-` is passed over. A first row that repeats `columns` is no
///         unit. Empty fields are no variants. In a TSV that begins with our own `unit` and
///         `confidence`, \t \n \r \\ are what `export --format tsv` means by them.
/// Errors: Fault::malformed with the line, also when no column is a language.
[[nodiscard]] std::unique_ptr<UnitReader> read_sheet(std::istream& in,
                                                     std::string_view name, SheetKind kind,
                                                     std::vector<std::string> columns);

}  // namespace hexapla
