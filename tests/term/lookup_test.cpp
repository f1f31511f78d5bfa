#include "term/lookup.hpp"

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

const Termbase termbase{
    {{"c1", "", {{languages::en, "nuclear disarmament", {}, "", "", ""}}},
     {"c2", "", {{languages::en, "Disarmament Commission", {}, "", "", ""}}},
     {"c3",
      "",
      {{languages::fr, "désarmement", {}, "", "", ""},
       {languages::en, "disarmament", {}, "", "", ""},
       {languages::ar, "نَزع السلاح", {}, "", "", ""}}}}};

}  // namespace

TEST_CASE("whole terms are found first, then those that start so", "[term]") {
  CHECK(look_up(termbase, "DISARMAMENT", std::nullopt) ==
        std::vector<LookupHit>{{2, 1}, {1, 0}, {0, 0}});
}

TEST_CASE("a concept is found by its id, and by Arabic without vowel signs", "[term]") {
  CHECK(look_up(termbase, "c2", std::nullopt) == std::vector<LookupHit>{{1, 0}});
  CHECK(look_up(termbase, "نزع السلاح", std::nullopt) == std::vector<LookupHit>{{2, 2}});
}

TEST_CASE("terms of other languages are passed over when one is asked for", "[term]") {
  CHECK(look_up(termbase, "désarmement", languages::en).empty());
  CHECK(look_up(termbase, "désarmement", languages::fr).size() == 1);
}

}  // namespace hexapla
