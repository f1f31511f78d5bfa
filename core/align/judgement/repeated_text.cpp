#include "align/judgement/repeated_text.hpp"

#include "text/words.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace hexapla {
namespace {

/// Words, or Han characters, from which on two segments are not alike by chance.
constexpr std::size_t least_words = 4;
/// Segments of such length from which on a share of them means something.
constexpr std::size_t least_segments = 3;

std::vector<std::string_view> longer_segments(const AlignmentSide& side) {
  std::vector<std::string_view> longer;
  for (const std::string_view segment : side.segments) {
    const auto words = words_of(segment);
    const auto letters = std::ranges::count_if(words, [](const Word& word) {
      return word.kind == WordKind::letters || word.kind == WordKind::han;
    });
    if (static_cast<std::size_t>(letters) >= least_words) longer.push_back(segment);
  }
  return longer;
}

double share_of(std::size_t part, std::size_t whole) {
  if (whole < least_segments) return 0;
  return static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

double share_found_in(const AlignmentSide& source, const AlignmentSide& target) {
  const std::unordered_set<std::string_view> there(target.segments.begin(),
                                                   target.segments.end());
  const auto longer = longer_segments(source);
  const auto found = std::ranges::count_if(
      longer, [&](std::string_view segment) { return there.contains(segment); });
  return share_of(static_cast<std::size_t>(found), longer.size());
}

double share_repeated(const AlignmentSide& side) {
  const auto longer = longer_segments(side);
  const std::unordered_set<std::string_view> different(longer.begin(), longer.end());
  return share_of(longer.size() - different.size(), longer.size());
}

}  // namespace hexapla
