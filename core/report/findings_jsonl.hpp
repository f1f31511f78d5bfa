#pragma once

#include "check/finding.hpp"

#include <functional>
#include <iosfwd>
#include <span>
#include <string>

namespace hexapla {

/// What each finding begins and ends with, where it is told: the work that it is in, and its
/// name.
struct FindingOrigin {
  std::string work;
  std::function<std::string(const Finding&)> name_of;
};

/// Writes an object a finding, a line each, in plain UTF-8: rule, severity, confidence,
/// source and target (spots with language, segment and range), message, suggestion. A range
/// is [begin, end) in bytes of the segment's UTF-8 text. Nothing is left out when empty.
void write_findings_jsonl(std::ostream& out, std::span<const Finding> findings,
                          const FindingOrigin& origin = {});

}  // namespace hexapla
