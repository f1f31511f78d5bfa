#include "align/evidence/name_evidence.hpp"

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

using Sounds = std::vector<std::string>;

}  // namespace

TEST_CASE("a name sounds alike in the Latin, Cyrillic and Arabic scripts", "[align]") {
  const auto [latin, cyrillic, arabic] =
      GENERATE(table<const char*, const char*, const char*>(
          {{"Azerbaijan", "Азербайджан", "أذربيجان"},
           {"Guterres", "Гутерреш", "غوتيريس"},
           {"Strasbourg", "Страсбург", "ستراسبورغ"}}));
  CAPTURE(latin);
  REQUIRE(names_by_sound(latin).size() == 1);
  CHECK(names_by_sound(cyrillic) == names_by_sound(latin));
  CHECK(names_by_sound(arabic) == names_by_sound(latin));
}

TEST_CASE("only words with a capital letter and enough consonants count as names",
          "[align]") {
  CHECK(names_by_sound("the security council of Aden").empty());
  CHECK(names_by_sound("the Security council").size() == 1);
  CHECK(names_by_sound("والأذربيجان").size() == 1);
  CHECK(names_by_sound("والأذربيجان") == names_by_sound("أذربيجان"));
}

TEST_CASE("names speak for the bead that has them on both sides", "[align]") {
  const AlignmentSide english{
      languages::en,
      {"He arrived in Azerbaijan.", "He left.", "She spoke in Strasbourg."},
      {}};
  const AlignmentSide russian{
      languages::ru,
      {"Он прибыл в Азербайджан.", "Он уехал.", "Она выступила в Страсбурге."},
      {}};
  const NameEvidence evidence(english, russian);
  CHECK(evidence.log_bonus({0, 1}, {0, 1}) > 0.3F);
  CHECK(evidence.log_bonus({0, 1}, {2, 3}) < -0.3F);
  CHECK(evidence.log_bonus({1, 2}, {1, 2}) == 0);
}

TEST_CASE("names are silent between texts in one script and beside Chinese", "[align]") {
  const AlignmentSide english{languages::en, {"Azerbaijan"}, {}};
  const AlignmentSide spanish{languages::es, {"Azerbaijan"}, {}};
  const AlignmentSide chinese{languages::zh, {"阿塞拜疆"}, {}};
  CHECK(NameEvidence(english, spanish).log_bonus({0, 1}, {0, 1}) == 0);
  CHECK(NameEvidence(english, chinese).log_bonus({0, 1}, {0, 1}) == 0);
}

}  // namespace hexapla
