#include "corpus/unique_texts.hpp"

#include <algorithm>
#include <cstddef>
#include <unordered_map>

namespace hexapla {
namespace {

/// In the order of the first list.
std::vector<UniqueText> unique_texts(std::span<const std::string_view> before,
                                     std::span<const std::string_view> after) {
  struct Seen {
    std::uint32_t times_before = 0;
    std::uint32_t times_after = 0;
    std::uint32_t at = 0;  ///< In the second list.
  };
  std::unordered_map<std::string_view, Seen> seen;
  for (const std::string_view text : before)
    ++seen[text].times_before;
  for (std::uint32_t at = 0; at < after.size(); ++at) {
    Seen& text = seen[after[at]];
    ++text.times_after;
    text.at = at;
  }
  std::vector<UniqueText> unique;
  for (std::uint32_t at = 0; at < before.size(); ++at) {
    const Seen& text = seen[before[at]];
    if (text.times_before == 1 && text.times_after == 1) unique.push_back({at, text.at});
  }
  return unique;
}

/// The longest part of `pairs` in which both sides ascend.
std::vector<UniqueText> longest_ascent(const std::vector<UniqueText>& pairs) {
  std::vector<std::size_t> ends;  // of ascents, by length
  std::vector<std::size_t> previous(pairs.size(), pairs.size());
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto longer = std::ranges::lower_bound(
        ends, pairs[i].after, {}, [&](std::size_t end) { return pairs[end].after; });
    if (longer != ends.begin()) previous[i] = *(longer - 1);
    if (longer == ends.end()) {
      ends.push_back(i);
    } else {
      *longer = i;
    }
  }
  std::vector<UniqueText> ascent;
  for (std::size_t i = ends.empty() ? pairs.size() : ends.back(); i < pairs.size();
       i = previous[i])
    ascent.push_back(pairs[i]);
  std::ranges::reverse(ascent);
  return ascent;
}

}  // namespace

std::vector<UniqueText> unique_in_order(std::span<const std::string_view> before,
                                        std::span<const std::string_view> after) {
  return longest_ascent(unique_texts(before, after));
}

}  // namespace hexapla
