#pragma once

#include "exchange/unit_reader.hpp"

#include <iosfwd>
#include <memory>
#include <string_view>

namespace hexapla {

/// Reads XLIFF 1.0 to 1.2 or 2.0 to 2.1, told by its `version`, or without one by its
/// namespace, with a warning. Files of editors (.sdlxliff, .mqxliff, .mxliff) are
/// XLIFF 1.2.
///
/// Shape:  a unit is a pair: a `trans-unit` of 1.2, or, where both sides are cut alike, an
///         `mrk mtype="seg"` of it; in 2.1 a `segment`. Its id is `UNIT/SEGMENT`, or the
///         unit's where it has one only. The source is the first variant; an empty target
///         is none. State, match rate, lock and origin are taken from XLIFF's attributes
///         and those of the editors (`x-match-rate`, `x-locked`, `x-origin`). What belongs
///         to the unit is in its first row; what the noun has no place for is a property
///         `xml:ELEMENT` that holds the element.
///         The bytes of the file go along as properties `raw:...`, with which
///         xliff_writer() writes the same file again.
/// Errors: Fault::malformed with the line. A unit without a source is passed over with a
///         warning.
/// Source: XLIFF 1.2 and 2.1, OASIS 2008 and 2018.
[[nodiscard]] std::unique_ptr<UnitReader> read_xliff(std::istream& in,
                                                     std::string_view name);

}  // namespace hexapla
