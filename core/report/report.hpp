#pragma once

#include "align/multitext.hpp"
#include "check/finding.hpp"
#include "report/review_facts.hpp"
#include "term/termbase.hpp"

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <span>
#include <string>
#include <vector>

namespace hexapla {

/// What a report shows. The multitext and the findings must live as long as the call.
struct ReportInput {
  std::string title;    ///< Of the page, as in "letter.hexapla".
  std::string program;  ///< Who made it, as in "hexapla 0.1.0".
  const Multitext& multitext;
  std::span<const Finding> findings;
  /// For how each version says each concept; without it the page doesn't tell.
  const Termbase* termbase = nullptr;
  /// What people said of it; without it the page tells of the machine alone.
  const ReviewFacts* facts = nullptr;
};

/// Findings as a report of all languages numbers them, from 1.
[[nodiscard]] std::vector<Finding> findings_as_numbered(const Multitext& multitext,
                                                        std::span<const Finding> findings);

/// Findings of a page; a report with more is cut into several, at borders of rows.
/// Source: a guess at what a browser still scrolls well; not measured.
inline constexpr std::size_t most_findings_of_page = 20'000;

/// Writes one HTML page for a reviser: a summary, then a column a version and a line a row,
/// with the findings marked in place. The page needs nothing from elsewhere and runs no
/// script; its policy forbids both. The same input gives the same bytes.
void write_report(std::ostream& out, const ReportInput& input);

/// The same as pages of at most `most` findings, linked to each other: `file_of` names
/// them, from 0; `write` gets each name with what writes that page.
void write_report_pages(
    const ReportInput& input, const std::function<std::string(std::size_t)>& file_of,
    const std::function<void(const std::string& file,
                             const std::function<void(std::ostream&)>& page)>& write,
    std::size_t most = most_findings_of_page);

}  // namespace hexapla
