#pragma once

#include "align/multitext.hpp"
#include "check/finding.hpp"
#include "term/termbase.hpp"

#include <iosfwd>
#include <span>
#include <string>

namespace hexapla {

/// What a report shows. The multitext and the findings must live as long as the call.
struct ReportInput {
  std::string title;    ///< Of the page, as in "letter.hexapla".
  std::string program;  ///< Who made it, as in "hexapla 0.1.0".
  const Multitext& multitext;
  std::span<const Finding> findings;
  /// For how each version says each concept; without it the page doesn't tell.
  const Termbase* termbase = nullptr;
};

/// Writes one HTML page for a reviser: a summary, then a column a version and a line a row,
/// with the findings marked in place. The page needs nothing from elsewhere and runs no
/// script; its policy forbids both. The same input gives the same bytes.
void write_report(std::ostream& out, const ReportInput& input);

}  // namespace hexapla
