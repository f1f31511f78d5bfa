#pragma once

#include "exchange/unit_writer.hpp"

#include <iosfwd>
#include <memory>

namespace hexapla {

/// Writes a gettext PO file in UTF-8, an entry a unit, with all that a PO file brought
/// along. The unit's id is the msgctxt; a msgid that comes again with the same one gets
/// `/N` after it, or `unit-N` where there is none, since an entry must be the only one of
/// its kind. Units without a source are
/// skipped. No dates.
/// Source: GNU gettext manual, "The Format of PO Files".
/// Memory: 16 to 40 bytes an entry.
[[nodiscard]] std::unique_ptr<UnitWriter> po_writer(std::ostream& out,
                                                    UnitWriterSettings settings);

}  // namespace hexapla
