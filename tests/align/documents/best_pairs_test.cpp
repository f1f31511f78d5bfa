#include "align/documents/best_pairs.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace hexapla {

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

TEST_CASE("versions are paired in order, with the best sum", "[align]") {
  const auto likeness = [](const std::string& one, const std::string& other) {
    return one == other ? 1.0 : -1.0;
  };
  const std::vector<std::string> lists{"members", "observers", "signatories"};
  CHECK(best_pairs(lists, lists, likeness) == Pairs{{0, 0}, {1, 1}, {2, 2}});
  CHECK(best_pairs(lists, {"observers", "sponsors", "signatories"}, likeness) ==
        Pairs{{1, 0}, {2, 2}});
  // None crosses another, and what is not alike has no partner.
  CHECK(best_pairs(lists, {"observers", "members"}, likeness).size() == 1);
  CHECK(best_pairs(lists, {"sponsors"}, likeness).empty());
  CHECK(best_pairs(lists, {}, likeness).empty());
}

}  // namespace hexapla
