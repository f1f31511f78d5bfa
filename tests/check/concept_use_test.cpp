#include "check/concept_use.hpp"

#include "check/make_unit.hpp"

#include <catch2/catch.hpp>

namespace hexapla::concept_use_test {
namespace {

const Termbase termbase = nouns_of({
    "law: zh 停火 | en ceasefire | en ~truce | ru прекращение огня",
    "bodies: zh 安全理事会 | ar مجلس الأمن",
});

}  // namespace

TEST_CASE("each language's renderings of a concept are counted with their places",
          "[check][concepts]") {
  std::vector<AlignedUnit> rows(3);
  rows[0].cells = {make_cell(languages::zh, {"停火生效。"}, 0),
                   make_cell(languages::en, {"The truce is in force."}, 0),
                   make_cell(languages::ru, {"Перемирие вступило в силу."}, 4)};
  rows[1].cells = {make_cell(languages::zh, {"实行停火。"}, 1),
                   make_cell(languages::en, {"A ceasefire holds."}, 1),
                   make_cell(languages::ru, {"Режим прекращения огня соблюдается."}, 5)};
  rows[2].cells = {make_cell(languages::zh, {"安全理事会"}, 2),
                   make_cell(languages::ar, {"مجلس الأمن"}, 0),
                   make_cell(languages::en, {"the Council"}, 2)};
  const auto uses = concept_use(rows, termbase);
  REQUIRE(uses.size() == 2);
  CHECK(uses[0].concept_index == 0);
  CHECK(uses[0].unsaid == 1);
  REQUIRE(uses[0].languages.size() == 3);  // en, ru, zh
  REQUIRE(uses[0].languages[0].renderings.size() == 2);
  CHECK(uses[0].languages[0].renderings[0].term == "ceasefire");
  CHECK(uses[0].languages[0].renderings[0].segments == std::vector<std::uint32_t>{1});
  CHECK(uses[0].languages[1].renderings.back().term.empty());
  CHECK(uses[0].languages[1].renderings.back().segments == std::vector<std::uint32_t>{4});
  // English has no term of the second concept, so none is asked of it.
  CHECK(uses[1].unsaid == 0);
  CHECK(uses[1].languages.size() == 2);
}

}  // namespace hexapla::concept_use_test
