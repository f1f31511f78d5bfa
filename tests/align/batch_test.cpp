#include "align/batch.hpp"

#include "align/made_texts.hpp"
#include "align/states.hpp"

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

TEST_CASE("in a batch, too, a list in another order moves nothing around it", "[align]") {
  const auto& lists = twenty_states();
  const auto& chinese = lists[0].second;
  const auto& russian = lists[3].second;
  const auto with_list = [](const MadeTexts& made, const std::vector<NamedState>& states,
                            std::vector<std::string> MadeTexts::*side) {
    std::vector<std::string> lines = made.*side;
    std::vector<std::string> names;
    for (const NamedState& state : states)
      names.push_back(state.name);
    lines.insert(lines.begin() + 10, names.begin(), names.end());
    return lines;
  };
  std::vector<MadeTexts> texts;
  for (const unsigned seed : {31U, 32U}) {
    const MadeTexts made = made_sentences(20, seed);
    texts.push_back({with_list(made, chinese, &MadeTexts::source),
                     with_list(made, russian, &MadeTexts::target)});
  }
  std::vector<BatchPair> pairs;
  for (const MadeTexts& made : texts)
    pairs.push_back({{lists[0].first, views_of(made.source), {}},
                     {lists[3].first, views_of(made.target), {}}});
  for (const auto& beads : align_batch(pairs, {}, 2)) {
    REQUIRE(tiles(beads, 40, 40));
    for (const Bead& bead : beads) {
      if (bead.source.empty() || bead.target.empty()) continue;
      const bool in_list = bead.source.first >= 10 && bead.source.first < 30;
      CHECK(in_list == (bead.target.first >= 10 && bead.target.first < 30));
      if (!in_list || !(bead.target.first >= 10 && bead.target.first < 30)) continue;
      REQUIRE(bead.source.size() == 1);
      REQUIRE(bead.target.size() == 1);
      CHECK(chinese[bead.source.first - 10].code == russian[bead.target.first - 10].code);
    }
  }
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
