#pragma once

#include "check/finding.hpp"

#include <iosfwd>
#include <span>

namespace hexapla {

/// Writes an object a finding, a line each, in plain UTF-8: rule, severity, confidence,
/// source and target (spots with language, segment and range), message, suggestion. A range
/// is [begin, end) in bytes of the segment's UTF-8 text. Nothing is left out when empty.
void write_findings_jsonl(std::ostream& out, std::span<const Finding> findings);

}  // namespace hexapla
