#pragma once

#include "exchange/unit_writer.hpp"

#include <iosfwd>
#include <memory>

namespace hexapla {

/// Writes a translation memory of units as they come: one `tu` a unit, a `tuv` a variant,
/// with all that a TMX file brought along. What came from elsewhere and has no place in TMX
/// becomes a `prop`, its inline tags become bpt, ept, it and ph. Characters that XML
/// forbids are written as words, `[U+0001]`. Units without variants are skipped. Source:
/// TMX 1.4b, LISA OSCAR 2005; valid against tmx14.dtd, which it does not name, since
/// readers would look for it.
[[nodiscard]] std::unique_ptr<UnitWriter> tmx_writer(std::ostream& out,
                                                     UnitWriterSettings settings);

}  // namespace hexapla
