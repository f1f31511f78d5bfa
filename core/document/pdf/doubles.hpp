#pragma once

#include "document/pdf/page.hpp"

namespace hexapla {

/// Takes out of `page.boxes` what is drawn twice at almost one place, as bold type or a
/// shadow is made where a font has none: the first stroke stays, and is bold. Whole pieces
/// (`Protection`, `Protection`) and letter by letter (`PPrroo`, `otteect`).
/// Shape: the source of what went is in `page.doubled`.
void drop_doubles(PdfPage& page);

}  // namespace hexapla
