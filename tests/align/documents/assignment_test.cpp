#include "align/documents/assignment.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <random>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

using Gains = std::vector<std::vector<double>>;

double sum_of(const std::vector<std::optional<std::uint32_t>>& given, const Gains& gains) {
  double sum = 0;
  for (std::size_t row = 0; row < given.size(); ++row)
    if (given[row]) sum += gains[row][*given[row]];
  return sum;
}

/// By trying all orders of the columns.
double greatest_sum(const Gains& gains) {
  std::vector<std::uint32_t> order(gains.front().size());
  std::iota(order.begin(), order.end(), 0U);
  double greatest = -1e9;
  do {
    double sum = 0;
    for (std::size_t row = 0; row < gains.size(); ++row)
      sum += gains[row][order[row]];
    greatest = std::max(greatest, sum);
  } while (std::next_permutation(order.begin(), order.end()));
  return greatest;
}

}  // namespace

TEST_CASE("the best assignment is the best of all orders", "[align][property]") {
  std::mt19937 random(20);
  std::uniform_int_distribution<int> gain(-9, 9);
  for (int round = 0; round < 50; ++round) {
    Gains gains(4, std::vector<double>(6));
    for (auto& row : gains)
      for (double& one : row)
        one = gain(random);
    const auto of = [&](std::uint32_t row, std::uint32_t column) {
      return gains[row][column];
    };
    CHECK(sum_of(best_assignment(4, 6, of), gains) == Approx(greatest_sum(gains)));
  }
}

TEST_CASE("where there are fewer columns than rows the worst row gets none", "[align]") {
  const Gains gains{{5}, {9}, {7}};
  const auto given = best_assignment(
      3, 1, [&](std::uint32_t row, std::uint32_t column) { return gains[row][column]; });
  CHECK(given == std::vector<std::optional<std::uint32_t>>{std::nullopt, 0U, std::nullopt});
}

TEST_CASE("an assignment of nothing is empty", "[align][edge]") {
  const auto nothing = [](std::uint32_t, std::uint32_t) { return 0.0; };
  CHECK(best_assignment(0, 0, nothing).empty());
  CHECK(best_assignment(0, 3, nothing).empty());
  CHECK(best_assignment(2, 0, nothing) ==
        std::vector<std::optional<std::uint32_t>>(2, std::nullopt));
}

}  // namespace hexapla
