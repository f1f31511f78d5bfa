#pragma once

#include "exchange/unit_writer.hpp"

#include <iosfwd>
#include <memory>

namespace hexapla {

/// Writes XLIFF 1.2, a `trans-unit` a unit, with all that an XLIFF 1.2 file brought along;
/// tags of other formats become bpt, ept, ph and it. Source and target are
/// `settings.languages`, else the first two variants. Units without a source are skipped.
/// Characters that XML forbids are written as words, `[U+0001]`.
/// Source: XLIFF 1.2, OASIS 2008.
[[nodiscard]] std::unique_ptr<UnitWriter> xliff_1_writer(std::ostream& out,
                                                         UnitWriterSettings settings);

/// Writes XLIFF 2.1, a `segment` a unit, those that came from one `unit` in one; tags of
/// other formats become sc, ec and ph with their code in `disp`. Else as xliff_1_writer.
/// Source: XLIFF 2.1, OASIS 2018.
[[nodiscard]] std::unique_ptr<UnitWriter> xliff_2_writer(std::ostream& out,
                                                         UnitWriterSettings settings);

}  // namespace hexapla
