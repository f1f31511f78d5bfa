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
/// (OmegaT's own file has no `cascade`) is a warning. In SRX 1.0 the first map that fits a
/// language is the only one. A DOCTYPE is passed over; what it names is never opened.
///
/// Errors: those of XmlReader; Fault::malformed for what is no SRX, or holds no rule;
///         Fault::unsupported beyond the limits on size and rules.
[[nodiscard]] ReadSrx read_srx(std::string_view bytes, std::string_view name);

}  // namespace hexapla
