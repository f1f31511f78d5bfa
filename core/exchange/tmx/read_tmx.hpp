#pragma once

#include "exchange/unit_reader.hpp"

#include <iosfwd>
#include <memory>
#include <string_view>

namespace hexapla {

/// Reads a translation memory: TMX 1.1 to 1.4b, UTF-8 or UTF-16, any number of languages in
/// a unit, elements and languages in any letter case, `lang` where `xml:lang` should stand,
/// with or without a DOCTYPE. Missing attributes of the header are no fault.
///
/// Shape:  a unit is a `tu`; its id the tuid, its variants the `tuv`s in their order,
///         several of one language included; a confidence our own `x-confidence`. What the
///         noun has no place for (a note or prop with further attributes, `ude`) is a
///         property named `xml:ELEMENT` that holds the element as it is. Inline elements
///         are tags: `hi` a pair around text, all others hold their content.
/// Errors: Fault::malformed with the line; Fault::unsupported for what is no TMX at all.
/// Source: TMX 1.4b, LISA OSCAR 2005.
[[nodiscard]] std::unique_ptr<UnitReader> read_tmx(std::istream& in, std::string_view name);

}  // namespace hexapla
