#include "align/evidence/name_similarity.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace hexapla {

double name_similarity(std::string_view source_skeleton, std::string_view target_skeleton) {
  const std::size_t longer = std::max(source_skeleton.size(), target_skeleton.size());
  if (longer == 0) return 0;
  std::vector<std::size_t> row(target_skeleton.size() + 1);
  std::iota(row.begin(), row.end(), 0U);
  for (std::size_t source = 0; source < source_skeleton.size(); ++source) {
    std::size_t diagonal = row[0];
    row[0] = source + 1;
    for (std::size_t target = 0; target < target_skeleton.size(); ++target) {
      const std::size_t change =
          diagonal + (source_skeleton[source] == target_skeleton[target] ? 0 : 1);
      diagonal = row[target + 1];
      row[target + 1] = std::min({change, diagonal + 1, row[target] + 1});
    }
  }
  return 1.0 - static_cast<double>(row.back()) / static_cast<double>(longer);
}

}  // namespace hexapla
