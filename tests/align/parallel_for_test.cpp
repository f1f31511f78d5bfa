#include "align/parallel_for.hpp"

#include <atomic>
#include <stdexcept>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("each number is worked on once, on any number of threads", "[align]") {
  const auto threads = GENERATE(0U, 1U, 2U, 7U, 200U);
  std::vector<std::atomic<int>> calls(50);
  parallel_for(calls.size(), threads, [&](std::size_t number) { ++calls[number]; });
  for (const auto& count : calls)
    CHECK(count == 1);
}

TEST_CASE("the first error by number is the one that is told", "[align][error]") {
  const auto threads = GENERATE(1U, 3U);
  const auto work = [](std::size_t number) {
    if (number % 2 == 1) throw std::runtime_error(std::to_string(number));
  };
  CHECK_THROWS_WITH(parallel_for(9, threads, work), "1");
}

TEST_CASE("no work is done at once", "[align][edge]") {
  parallel_for(0, 4, [](std::size_t) { FAIL("called"); });
  SUCCEED();
}

}  // namespace hexapla
