#pragma once

// Private to core/export/: drawings of numbers that need no script. Colours are those of
// the page's style sheet (`.chart`), by day and by night.

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

struct ChartBar {
  std::string label;
  std::uint64_t value = 0;
  std::string text;  ///< What is written beside it; a number, or "56 of 57".
};

/// What a drawing says to whoever doesn't see it: its bars are in the description, too.
struct BarChart {
  std::string title;
  std::vector<ChartBar> bars;
};

/// Bars from left to right below each other, the label before and the text after each.
void write_bars(std::ostream& out, const BarChart& chart);

/// Columns beside each other, the label below and the text above each.
void write_columns(std::ostream& out, const BarChart& chart);

}  // namespace hexapla
