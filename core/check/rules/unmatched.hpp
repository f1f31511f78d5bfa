#pragma once

#include <algorithm>
#include <vector>

namespace hexapla {

/// Those of `some` that are the same as none of `others`, each of which is taken once.
template <class Item, class Same>
[[nodiscard]] std::vector<Item> unmatched(const std::vector<Item>& some,
                                          std::vector<Item> others, Same same) {
  std::vector<Item> result;
  for (const Item& item : some) {
    const auto found =
        std::ranges::find_if(others, [&](const Item& other) { return same(item, other); });
    if (found == others.end()) {
      result.push_back(item);
    } else {
      others.erase(found);
    }
  }
  return result;
}

}  // namespace hexapla
