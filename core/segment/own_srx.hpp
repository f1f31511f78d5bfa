#pragma once

#include "segment/srx.hpp"

namespace hexapla {

/// The rules of Segmenter for the six languages, and for any other, as SRX, for programs
/// that read it. SRX can't say all of them: known footnote marks and numbers of lists
/// after a sentence's end are left out.
[[nodiscard]] Srx own_srx();

}  // namespace hexapla
