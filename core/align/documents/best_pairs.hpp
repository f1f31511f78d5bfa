#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace hexapla {

/// Which of two lists' entries are versions of each other, none crossing another: the pairs
/// with the best sum of likenesses. Those below 0 are no pairs. Time: both sizes
/// multiplied.
template <class Entry, class Likeness>
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> best_pairs(
    const std::vector<Entry>& sources, const std::vector<Entry>& targets,
    const Likeness& likeness) {
  std::vector<std::vector<double>> best(sources.size() + 1,
                                        std::vector<double>(targets.size() + 1));
  for (std::size_t source = sources.size(); source-- > 0;)
    for (std::size_t target = targets.size(); target-- > 0;)
      best[source][target] = std::max(
          {best[source + 1][target], best[source][target + 1],
           best[source + 1][target + 1] + likeness(sources[source], targets[target])});
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t source = 0, target = 0;
       source < sources.size() && target < targets.size();) {
    if (best[source][target] == best[source + 1][target]) {
      ++source;
    } else if (best[source][target] == best[source][target + 1]) {
      ++target;
    } else {
      pairs.emplace_back(source++, target++);
    }
  }
  return pairs;
}

}  // namespace hexapla
