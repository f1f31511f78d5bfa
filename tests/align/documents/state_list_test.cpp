#include "align/documents/state_list.hpp"

#include "align/states.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla::state_list_test {
namespace {

AlignmentSide side_of(Language language, const std::vector<NamedState>& states) {
  AlignmentSide side{language, {}, {}, {}};
  for (const NamedState& state : states)
    side.segments.push_back(state.name);
  return side;
}

}  // namespace

TEST_CASE("twenty States find themselves in the order of every other language", "[align]") {
  const auto& lists = twenty_states();
  for (const auto& [source_language, source] : lists) {
    for (const auto& [target_language, target] : lists) {
      CAPTURE(source_language.tag(), target_language.tag());
      const auto beads = align_state_lists(side_of(source_language, source),
                                           side_of(target_language, target));
      REQUIRE(beads.size() == 20);
      for (const Bead& bead : beads) {
        REQUIRE(bead.source.size() == 1);
        REQUIRE(bead.target.size() == 1);
        CHECK(source[bead.source.first].code == target[bead.target.first].code);
      }
    }
  }
}

TEST_CASE("a State that one list lacks moves no other", "[align][edge]") {
  const auto beads = align_state_lists(
      {languages::en, {"Algeria", "France", "Germany", "Japan"}, {}, {}},
      {languages::ru, {"Алжир", "Германия", "Китай", "Франция", "Япония"}, {}, {}});
  CHECK(beads.size() == 5);
  CHECK(std::ranges::count_if(beads, [](const Bead& b) { return b.source.empty(); }) == 1);
  for (const Bead& bead : beads)
    if (bead.source.empty()) CHECK(bead.target == SegmentRun{2, 3});
}

TEST_CASE("a name that no table has is known by its sound, or as what remains",
          "[align][edge]") {
  const auto beads =
      align_state_lists({languages::en, {"Japan", "Abkhazia", "Zanzibar"}, {}, {}},
                        {languages::ru, {"Занзибар", "Абхазия", "Япония"}, {}, {}});
  REQUIRE(beads.size() == 3);
  for (const Bead& bead : beads)
    CHECK(bead.source.first + bead.target.first == 2);
}

}  // namespace hexapla::state_list_test
