#include "workbench/review/word_changes.hpp"

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

using Kind = WordChangeKind;

std::string without(const std::vector<WordChange>& changes, Kind kind) {
  std::string text;
  for (const WordChange& change : changes)
    if (change.kind != kind) text += change.text;
  return text;
}

}  // namespace

TEST_CASE("words that changed are told between those that stayed", "[workbench]") {
  CHECK(word_changes("Decides to remain seized of the matter.",
                     "Decides to remain actively seized of the question.") ==
        std::vector<WordChange>{{Kind::kept, "Decides to remain "},
                                {Kind::added, "actively "},
                                {Kind::kept, "seized of the "},
                                {Kind::gone, "matter"},
                                {Kind::added, "question"},
                                {Kind::kept, "."}});
  CHECK(word_changes("大会决定", "大会又决定") ==
        std::vector<WordChange>{
            {Kind::kept, "大会"}, {Kind::added, "又"}, {Kind::kept, "决定"}});
  CHECK(word_changes("", "Article 15") ==
        std::vector<WordChange>{{Kind::added, "Article 15"}});
  CHECK(word_changes("Article 15", "Article 15") ==
        std::vector<WordChange>{{Kind::kept, "Article 15"}});
}

TEST_CASE("both texts can be read out of their changes", "[workbench][property]") {
  const std::vector<std::string> texts{
      "Recalling its resolution 75/1 of 21 September 2020,",
      "Recalling also its resolutions 74/4 of 15 October 2019 and 75/1,",
      "وإذ تشير إلى قرارها 75/1 المؤرخ 21 أيلول/سبتمبر 2020،", "  ", ""};
  for (const std::string& before : texts)
    for (const std::string& after : texts) {
      const auto changes = word_changes(before, after);
      CHECK(without(changes, Kind::added) == before);
      CHECK(without(changes, Kind::gone) == after);
    }
}

}  // namespace hexapla
