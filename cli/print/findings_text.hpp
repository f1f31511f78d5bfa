#pragma once

#include "check/finding.hpp"
#include "cli/command.hpp"

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <span>
#include <string_view>

namespace hexapla::cli {

/// The text of the segment that a spot is in; the view lives as long as the corpus.
using SegmentText = std::function<std::string_view(const Spot&)>;

/// Findings for people: each with its certainty and segments, the places in brackets, or
/// coloured; those that say the same of other places are counted after the first one.
void write_findings_text(std::span<const Finding> findings, const SegmentText& text_of,
                         Streams& streams);

/// Findings that are not told.
struct LeftOut {
  std::size_t less_certain = 0;
  std::size_t dismissed = 0;  ///< By people.
};

/// One line: how many findings there are, how many of each rule, and how many more are not
/// among them.
void write_findings_summary(std::span<const Finding> findings, const LeftOut& left_out,
                            std::ostream& err);

}  // namespace hexapla::cli
