#pragma once

#include "segment/srx.hpp"

#include <string_view>
#include <vector>

namespace hexapla {

struct ReadSrx {
  Srx rules;
  std::vector<SrxWarning> warnings;
};

/// Reads SRX 1.0 and 2.0, leniently: what the schema demands and readers can do without
/// (OmegaT's own file has no `cascade`) is a warning.
///
/// Errors: Fault::malformed for XML that isn't well-formed, has a DOCTYPE, is no SRX, or
///         holds no rule; Fault::unsupported beyond the limits on size, depth and rules.
///         No file but these bytes is ever read.
[[nodiscard]] ReadSrx read_srx(std::string_view bytes, std::string_view name);

}  // namespace hexapla
