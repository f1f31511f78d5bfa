#include "check/key_counts.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("keys are counted, however many there are", "[check]") {
  KeyCounts counts;
  CHECK(counts.times(7) == 0);
  constexpr std::uint64_t keys = 5000;  // grows a few times
  for (std::uint64_t key = 0; key < keys; ++key)
    for (std::uint64_t time = 0; time <= key % 3; ++time)
      counts.count(key);
  for (std::uint64_t key = 0; key < keys; ++key)
    REQUIRE(counts.times(key) == key % 3 + 1);
  CHECK(counts.times(keys) == 0);
}

TEST_CASE("beyond the most keys only what is known is counted", "[check][edge]") {
  KeyCounts counts;
  for (std::uint64_t key = 0; key <= KeyCounts::most; ++key)
    counts.count(key);
  counts.count(0);
  CHECK(counts.times(0) == 2);
  CHECK(counts.times(KeyCounts::most) == 0);
}

TEST_CASE("two numbers make a key of their own", "[check]") {
  CHECK(two_keys(1, 2) != two_keys(2, 1));
  CHECK(two_keys(0, 5) == 5);
}

}  // namespace hexapla
