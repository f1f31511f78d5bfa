#pragma once

#include "exchange/unit_reader.hpp"

#include <iosfwd>
#include <memory>
#include <string_view>

namespace hexapla {

/// Reads a translation memory of Trados Studio, an SQLite database, which is never written
/// and never trusted: nothing of its schema is run, tables that are views are refused.
///
/// Shape:  a unit is a row of `translation_units` in the order of ids, its id the row's;
///         who made, changed and used it, and when, are attributes as TMX names them; tags
///         are `bpt`, `ept` and `ph` as in a TMX of Studio. A row whose segments can't be
///         read is passed over with a warning that names its id.
/// Errors: Fault::malformed when it is no SQLite file, not a memory, or damaged;
///         Fault::unsupported beyond 2 GiB.
/// Memory: that of the file.
/// Source: the tables as `.sdltm` files of Studio 2009 to 2024 have them.
[[nodiscard]] std::unique_ptr<UnitReader> read_sdltm(std::istream& in,
                                                     std::string_view name);

}  // namespace hexapla
