#include "planting.hpp"
#include "text/code_point.hpp"

#include <algorithm>

namespace hexapla::plant {
namespace {

/// Five letters or more, the first a capital and another one small.
bool looks_like_name(std::string_view word) {
  constexpr std::size_t shortest = 5;
  std::size_t letters = 0;
  bool small = false;
  for (std::size_t at = 0; at < word.size(); ++letters) {
    const char32_t letter = next_code_point(word, at);
    if (letter >= 0x80 || (letters == 0 && !is_upper_case(letter))) return false;
    small = small || is_lower_case(letter);
  }
  return letters >= shortest && small;
}

}  // namespace

/// Names that both texts have in Latin letters: two letters change places, or another vowel
/// is there.
std::optional<Planted> plant_name(LinePair& lines, const Setting& /*setting*/, Dice& dice) {
  std::vector<ByteRange> names;
  for (const ByteRange run : letter_runs(lines.target)) {
    const std::string_view word = run.of(lines.target);
    if (looks_like_name(word) && !places_of(word, lines.source).empty())
      names.push_back(run);
  }
  if (names.empty()) return std::nullopt;
  const ByteRange place = names[dice.below(names.size())];
  std::string wrong(place.of(lines.target));
  const std::size_t at = 1 + dice.below(wrong.size() - 2);
  if (wrong[at] != wrong[at + 1]) {
    std::swap(wrong[at], wrong[at + 1]);
  } else {
    wrong.erase(at, 1);
  }
  return replaced(lines.target, place, wrong, "name");
}

}  // namespace hexapla::plant
