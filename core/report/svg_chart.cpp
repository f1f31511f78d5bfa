#include "report/svg_chart.hpp"

#include "format/html_text.hpp"

#include <algorithm>
#include <ostream>

namespace hexapla {
namespace {

// Lengths are pixels of a screen at 100 %.
constexpr std::uint64_t width = 300;

std::uint64_t largest(const BarChart& chart) {
  std::uint64_t most = 1;
  for (const ChartBar& bar : chart.bars)
    most = std::max(most, bar.value);
  return most;
}

/// What is there is seen, however little it is.
std::uint64_t scaled(std::uint64_t value, std::uint64_t most, std::uint64_t length) {
  if (value == 0) return 0;
  return std::max<std::uint64_t>(1, value * length / most);
}

void begin(std::ostream& out, const BarChart& chart, std::uint64_t height) {
  out << R"(<svg class="chart" role="img" viewBox="0 0 )" << width << ' ' << height
      << R"(" width=")" << width << R"(" height=")" << height << R"("><title>)"
      << escaped(chart.title) << "</title><desc>";
  for (const ChartBar& bar : chart.bars)
    out << escaped(bar.label) << ": " << escaped(bar.text) << "; ";
  out << "</desc>\n";
}

void write_rect(std::ostream& out, std::uint64_t x, std::uint64_t y, std::uint64_t wide,
                std::uint64_t high) {
  out << R"(<rect x=")" << x << R"(" y=")" << y << R"(" width=")" << wide << R"(" height=")"
      << high << R"("/>)";
}

void write_text(std::ostream& out, std::uint64_t x, std::uint64_t y,
                std::string_view anchor, std::string_view text) {
  out << R"(<text x=")" << x << R"(" y=")" << y << R"(" text-anchor=")" << anchor << R"(">)"
      << escaped(text) << "</text>";
}

}  // namespace

void write_bars(std::ostream& out, const BarChart& chart) {
  const std::uint64_t most = largest(chart);
  constexpr std::uint64_t bar_height = 14;
  constexpr std::uint64_t bar_step = 20;
  constexpr std::uint64_t label_width = 84;
  constexpr std::uint64_t text_width = 66;
  constexpr std::uint64_t baseline = 11;  // of a text, below the top of its bar
  constexpr std::uint64_t gap = 6;
  begin(out, chart, bar_step * std::max<std::size_t>(chart.bars.size(), 1));
  for (std::size_t at = 0; at < chart.bars.size(); ++at) {
    const ChartBar& bar = chart.bars[at];
    const std::uint64_t top = at * bar_step;
    const std::uint64_t length = scaled(bar.value, most, width - label_width - text_width);
    write_text(out, label_width - gap, top + baseline, "end", bar.label);
    write_rect(out, label_width, top, length, bar_height);
    write_text(out, label_width + length + gap, top + baseline, "start", bar.text);
    out << '\n';
  }
  out << "</svg>\n";
}

void write_columns(std::ostream& out, const BarChart& chart) {
  const std::uint64_t most = largest(chart);
  const std::uint64_t step = width / std::max<std::size_t>(chart.bars.size(), 1);
  constexpr std::uint64_t column_height = 72;
  constexpr std::uint64_t line_height = 16;  // of a label
  constexpr std::uint64_t gap = 4;
  constexpr std::uint64_t ground = line_height + column_height;
  begin(out, chart, ground + line_height);
  for (std::size_t at = 0; at < chart.bars.size(); ++at) {
    const ChartBar& bar = chart.bars[at];
    const std::uint64_t height = scaled(bar.value, most, column_height);
    const std::uint64_t left = at * step;
    write_rect(out, left + gap / 2, ground - height, step - gap, height);
    if (bar.value > 0)
      write_text(out, left + step / 2, ground - height - gap, "middle", bar.text);
    write_text(out, left + step / 2, ground + line_height - gap, "middle", bar.label);
    out << '\n';
  }
  out << R"(<line x1="0" x2=")" << width << R"(" y1=")" << ground << R"(" y2=")" << ground
      << "\"/>\n</svg>\n";
}

}  // namespace hexapla
