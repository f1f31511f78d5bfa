#include "planting.hpp"

#include <algorithm>

namespace hexapla::plant {
namespace {

using Marks = std::span<const std::string_view>;

std::vector<ByteRange> marks_in(std::string_view text, Marks marks) {
  std::vector<ByteRange> found;
  for (std::size_t at = 0; at < text.size(); ++at)
    for (const std::string_view mark : marks)
      if (text.substr(at).starts_with(mark)) found.push_back({at, at + mark.size()});
  return found;
}

/// Leaves one mark out; both texts have some.
std::optional<Planted> leave_one_out(LinePair& lines, Marks marks, std::string_view rule,
                                     Dice& dice) {
  const auto found = marks_in(lines.target, marks);
  if (found.size() < 2 || found.size() % 2 != 0) return std::nullopt;
  if (marks_in(lines.source, marks).empty()) return std::nullopt;
  const ByteRange mark = found[dice.below(found.size())];
  if (mark.begin == 0) return std::nullopt;  // a point's: (a) and a) are both usual
  return replaced(lines.target, mark, "", rule);
}

}  // namespace

std::optional<Planted> plant_quotation(LinePair& lines, const Setting& /*setting*/,
                                       Dice& dice) {
  constexpr std::array<std::string_view, 6> marks{"\"", "“", "”", "«", "»", "„"};
  return leave_one_out(lines, marks, "quotation", dice);
}

std::optional<Planted> plant_bracket(LinePair& lines, const Setting& /*setting*/,
                                     Dice& dice) {
  constexpr std::array<std::string_view, 6> marks{"(", ")", "（", "）", "[", "]"};
  return leave_one_out(lines, marks, "bracket", dice);
}

}  // namespace hexapla::plant
