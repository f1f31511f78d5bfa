#include "document/structure/fullness.hpp"

namespace hexapla {
namespace {

// The share of open lines (that end no sentence) that must have been full for a text to be
// wrapped. By chance a line is full once in six.
constexpr double full_share = .6;
// The same for lines that were almost full, as all are where letters are proportional or
// stretched to the margin: the room that such lines may leave is this share of the width.
constexpr double almost_full_share = .8;
constexpr std::ptrdiff_t almost_full = 7;  // a seventh
// One line in so many goes on in lower case where lines are wrapped.
constexpr std::size_t few_sure_lines = 10;
// Lines that end near the longest's end for each that ends somewhat before it, and at
// least.
constexpr std::size_t piled_up = 3;
constexpr std::size_t fewest_piled_up = 12;

}  // namespace

void OpenLines::add(std::ptrdiff_t room, std::size_t width) {
  ++all;
  if (room < 0) ++full;
  const auto columns = static_cast<std::ptrdiff_t>(width);
  if (room * almost_full < columns) ++almost;
  if (room * almost_full >= columns && room * almost_full < 2 * columns) ++nearly;
}

bool OpenLines::mostly_full() const {
  const auto lines = static_cast<double>(all);
  return (full > 0 && static_cast<double>(full) >= full_share * lines) ||
         (almost > 0 && static_cast<double>(almost) >= almost_full_share * lines);
}

void Fullness::add(const LinePair& pair, std::size_t width) {
  ++pairs;
  if (!pair.open()) return;
  const std::ptrdiff_t room = slack(*pair.line, *pair.next_facts, width);
  (pair.falls() ? falling : pair.rises() ? rising : level).add(room, width);
  if (pair.surely_goes_on()) sure.add(room, width);
}

bool Fullness::pile_up() const {
  const std::size_t almost = falling.almost + level.almost + rising.almost;
  const std::size_t nearly = falling.nearly + level.nearly + rising.nearly;
  return almost >= fewest_piled_up && almost * few_sure_lines >= pairs &&
         almost >= piled_up * nearly;
}

bool Fullness::wrapped() const {
  return pile_up() || falling.mostly_full() || level.mostly_full() ||
         rising.mostly_full() || (sure.all * few_sure_lines > pairs && sure.mostly_full());
}

}  // namespace hexapla
