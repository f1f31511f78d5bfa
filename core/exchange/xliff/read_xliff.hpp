#pragma once

#include "exchange/unit_reader.hpp"

#include <iosfwd>
#include <memory>
#include <string_view>

namespace hexapla {

/// Reads XLIFF 1.0 to 1.2 or 2.0 to 2.1, told by its `version`.
///
/// Shape:  in 1.2 a unit is a `trans-unit`; in 2.1 a `segment`, its id `UNIT/SEGMENT`, or
///         the unit's where the segment has none, its own attributes as `segment/state`.
///         The source is the first variant, the target the second, if there is one. What
///         the noun has no place for (alt-trans, seg-source, contexts, notes with further
///         attributes, modules) is a property named `xml:ELEMENT` that holds the element
///         as it is; `xml:file` and `xml:group` hold the begin tags of what the unit stands
///         in (the first file's in the header), `xml:before` what stood before the unit.
///         Inline elements are tags: g, pc and mrk pairs around text, others hold their
///         content.
/// Errors: Fault::malformed with the line.
/// Source: XLIFF 1.2 and 2.1, OASIS 2008 and 2018.
[[nodiscard]] std::unique_ptr<UnitReader> read_xliff(std::istream& in,
                                                     std::string_view name);

}  // namespace hexapla
