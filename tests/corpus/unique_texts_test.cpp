#include "corpus/unique_texts.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("texts that stand once in both lists are paired in the longest order they share",
          "[corpus]") {
  // 决定 stands twice in the first list, 又决定 has moved before the others.
  const std::vector<std::string_view> before{"安全理事会", "大会",   "决定",
                                             "决定",       "又决定", "继续处理此案"};
  const std::vector<std::string_view> after{"又决定",   "安全理事会",   "大会",
                                            "新的一段", "继续处理此案", "决定"};
  CHECK(unique_in_order(before, after) == std::vector<UniqueText>{{0, 1}, {1, 2}, {5, 4}});
  CHECK(unique_in_order(before, {}).empty());
}

}  // namespace hexapla
