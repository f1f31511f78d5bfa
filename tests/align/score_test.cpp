#include "align/score.hpp"

#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("a perfect output scores one everywhere", "[align]") {
  const std::vector<Link> gold{{{0}, {0}}, {{1, 2}, {1}}, {{3}, {}}};
  const Score figures = score(gold, gold);
  CHECK(figures.strict.f1() == 1);
  CHECK(figures.lax.f1() == 1);
  CHECK(figures.exact.f1() == 1);
  CHECK(figures.strict.precision.all == 3);
  CHECK(figures.strict.recall.all == 2);
}

TEST_CASE("strict counts equal links, lax those that share both sides", "[align]") {
  const std::vector<Link> gold{{{0}, {0}}, {{1, 2}, {1}}, {{3}, {2}}};
  const std::vector<Link> output{{{0}, {0}}, {{1}, {1}}, {{2}, {2}}, {{3}, {}}};
  const Score figures = score(gold, output);
  CHECK(figures.strict.precision.right == 1);
  CHECK(figures.strict.precision.all == 4);
  CHECK(figures.strict.recall.right == 1);
  CHECK(figures.strict.recall.all == 3);
  CHECK(figures.lax.precision.right == 2);
  CHECK(figures.lax.recall.right == 2);
  CHECK(figures.exact.recall.all == 3);
}

TEST_CASE("an insertion counts for precision and not for recall", "[align]") {
  const std::vector<Link> gold{{{0}, {0}}, {{}, {1}}};
  const std::vector<Link> output{{{}, {1}}, {{0}, {}}, {{}, {0}}};
  const Score figures = score(gold, output);
  CHECK(figures.strict.precision.right == 1);
  CHECK(figures.strict.recall.all == 1);
  CHECK(figures.strict.recall.right == 0);
  CHECK(figures.exact.recall.right == 1);
}

TEST_CASE("links given twice count once, empty ones never", "[align][edge]") {
  const std::vector<Link> gold{{{0}, {0}}};
  const std::vector<Link> output{{{0}, {0}}, {{0}, {0}}, {{}, {}}};
  CHECK(score(gold, output).strict.precision.all == 1);
  CHECK(score({}, {}).strict.f1() == 0);
}

TEST_CASE("scores of several documents are pooled", "[align]") {
  const std::vector<Link> gold{{{0}, {0}}};
  const std::vector<Link> wrong{{{0}, {}}, {{}, {0}}};
  Score sum = score(gold, gold);
  sum += score(gold, wrong);
  CHECK(sum.strict.precision.right == 1);
  CHECK(sum.strict.precision.all == 3);
  CHECK(sum.strict.recall.share() == 0.5);
}

}  // namespace hexapla
