#pragma once

// Private to core/export/.

#include <cstddef>
#include <functional>
#include <string>
#include <unordered_set>

namespace hexapla {

/// Ids that a file may use once only, for units whose own may repeat, as a TMX's may.
class UniqueIds {
 public:
  /// `wanted`, or the first of wanted-2, wanted-3 ... that was not given before. Only
  /// hashes are kept: at worst an id gets a number that it did not need.
  [[nodiscard]] std::string give(const std::string& wanted) {
    std::string id = wanted;
    for (std::size_t again = 2; !given_.insert(std::hash<std::string>()(id)).second;
         ++again)
      id = wanted + '-' + std::to_string(again);
    return id;
  }

 private:
  std::unordered_set<std::size_t> given_;
};

}  // namespace hexapla
