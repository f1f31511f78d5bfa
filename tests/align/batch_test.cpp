#include "align/batch.hpp"

#include "align/made_texts.hpp"

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

std::vector<BatchPair> pairs_of(const std::vector<MadeTexts>& texts) {
  std::vector<BatchPair> pairs;
  for (const MadeTexts& made : texts)
    pairs.push_back({{languages::en, views_of(made.source), {}},
                     {languages::fr, views_of(made.target), {}}});
  return pairs;
}

std::vector<MadeTexts> some_texts() {
  std::vector<MadeTexts> texts;
  for (unsigned seed = 20; seed < 26; ++seed)
    texts.push_back(made_sentences(15 + seed % 4, seed));
  return texts;
}

}  // namespace

TEST_CASE("a batch gives the same beads on any number of threads, in any order",
          "[align]") {
  const auto texts = some_texts();
  auto pairs = pairs_of(texts);
  auto beads = align_batch(pairs, {}, 1);
  CHECK(align_batch(pairs, {}, 3) == beads);
  std::ranges::reverse(pairs);
  std::ranges::reverse(beads);
  CHECK(align_batch(pairs, {}, 2) == beads);
}

TEST_CASE("an empty document in a batch is all omissions", "[align][edge]") {
  const auto texts = some_texts();
  auto pairs = pairs_of(texts);
  pairs[2].target.segments.clear();
  const auto beads = align_batch(pairs, {}, 1);
  CHECK(tiles(beads[2], static_cast<std::uint32_t>(texts[2].source.size()), 0));
  CHECK(parallelism(beads[3]) > 0.9);
}

}  // namespace hexapla
