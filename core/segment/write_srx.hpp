#pragma once

#include "segment/srx.hpp"

#include <string>

namespace hexapla {

/// `rules` as SRX 2.0 that fits its schema, in UTF-8.
///
/// Errors: Fault::inconsistent when the schema can't hold them: no rule set or map, a rule
///         set without rules or name, a map to a rule set that isn't there, a character
///         that XML forbids.
[[nodiscard]] std::string write_srx(const Srx& rules);

}  // namespace hexapla
