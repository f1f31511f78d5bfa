#include "align/aligner.hpp"

#include "align/made_texts.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla::aligner_test {
namespace {

std::vector<Bead> align_texts(Language source_language,
                              const std::vector<std::string_view>& source,
                              Language target_language,
                              const std::vector<std::string_view>& target) {
  return align({source_language, source, {}}, {target_language, target, {}});
}

using Runs = std::vector<std::pair<SegmentRun, SegmentRun>>;

Runs runs_of(const std::vector<Bead>& beads) {
  Runs runs;
  for (const Bead& bead : beads)
    runs.emplace_back(bead.source, bead.target);
  return runs;
}

}  // namespace

TEST_CASE("a sentence that became two is one bead", "[align]") {
  const auto beads = align_texts(
      languages::en,
      {"On 17 October 2020, the city came under attack, and 14 civilians were killed.",
       "The Security Council met on 19 October and adopted resolution 2550 (2020)."},
      languages::fr,
      {"Le 17 octobre 2020, la ville a été attaquée.", "L’attaque a tué 14 civils.",
       "Le Conseil de sécurité s’est réuni le 19 octobre et a adopté la résolution 2550 "
       "(2020)."});
  CHECK(runs_of(beads) == Runs{{{0, 1}, {0, 2}}, {{1, 2}, {2, 3}}});
}

TEST_CASE("numbers tell where a sentence is missing", "[align]") {
  const auto beads = align_texts(
      languages::zh,
      {"2020 年 9 月 27 日爆发了敌对行动。", "袭击造成 338 名平民受伤，60 名平民死亡。",
       "1 774 座私人房屋、90 座公寓楼和 327 个其他民用物体被摧毁。",
       "理事会于 2020 年 10 月 19 日开会。"},
      languages::en,
      {"Hostilities broke out on 27 September 2020.",
       "The attacks left 338 civilians injured and 60 dead.",
       "The Council met on 19 October 2020."});
  CHECK(runs_of(beads) ==
        Runs{{{0, 1}, {0, 1}}, {{1, 2}, {1, 2}}, {{2, 3}, {2, 2}}, {{3, 4}, {2, 3}}});
}

TEST_CASE("nothing aligns with nothing", "[align][edge]") {
  CHECK(align_texts(languages::en, {}, languages::fr, {}).empty());
  CHECK(tiles(align_texts(languages::en, {"One.", "Two."}, languages::fr, {}), 2, 0));
  CHECK(tiles(align_texts(languages::en, {}, languages::fr, {"Un.", "Deux."}), 0, 2));
}

TEST_CASE("empty and odd segments are aligned all the same", "[align][edge]") {
  const std::vector<std::string_view> odd{"", "...", "\u200F", "7", "常驻代表"};
  CHECK(tiles(align_texts(languages::zh, odd, languages::ar, {"", "?"}), 5, 2));
  CHECK(tiles(align_texts(languages::ar, {"?"}, languages::zh, odd), 1, 5));
}

TEST_CASE("the lexicon learns itself from the text", "[align]") {
  const MadeTexts made = made_sentences(200, 7);
  auto target = views_of(made.target);
  target.erase(target.begin() + 50);
  target.erase(target.begin() + 120);
  const auto beads =
      align_texts(languages::en, views_of(made.source), languages::fr, target);
  REQUIRE(tiles(beads, 200, 198));
  std::size_t right = 0;
  for (const Bead& bead : beads) {
    const auto source = bead.source.first;
    const auto expected = source < 50 ? source : source < 121 ? source - 1 : source - 2;
    if (bead.source.size() == 1 && bead.target == SegmentRun{expected, expected + 1})
      ++right;
  }
  CHECK(right >= 196);
}

TEST_CASE("a page that one side lacks is left out, and the rest found again", "[align]") {
  const MadeTexts made = made_sentences(400, 11);
  auto target = views_of(made.target);
  target.erase(target.begin() + 200, target.begin() + 225);
  const auto beads =
      align_texts(languages::en, views_of(made.source), languages::fr, target);
  REQUIRE(tiles(beads, 400, 375));
  std::size_t right = 0;
  for (const Bead& bead : beads) {
    const auto shift = bead.source.first < 200 ? 0U : 25U;
    if (bead.source.size() == 1 && bead.target.size() == 1 &&
        bead.target.first + shift == bead.source.first)
      ++right;
  }
  CHECK(right >= 365);
}

TEST_CASE("beads never cross, and confidence is a probability", "[align][property]") {
  const MadeTexts made = made_sentences(60, 3);
  auto target = views_of(made.target);
  std::swap(target[20], target[21]);
  std::uint32_t reached = 0;
  for (const Bead& bead :
       align_texts(languages::en, views_of(made.source), languages::fr, target)) {
    CHECK(bead.target.first == reached);
    reached = bead.target.last;
    CHECK(bead.confidence >= 0);
    CHECK(bead.confidence <= 1);
  }
}

TEST_CASE("beads are no wider than asked for", "[align]") {
  AlignSettings narrow;
  narrow.widest_bead = 1;
  const std::vector<std::string_view> source{"One meeting was held, and two votes taken."};
  const std::vector<std::string_view> target{"Il y a eu une réunion.",
                                             "On a voté deux fois."};
  const auto beads =
      align({languages::en, source, {}}, {languages::fr, target, {}}, narrow);
  CHECK(tiles(beads, 1, 2));
  for (const Bead& bead : beads)
    CHECK(bead.target.size() <= 1);
}

TEST_CASE("paragraphs decide where lengths and words do not", "[align]") {
  const std::vector<std::string_view> source{"Aaa bbb ccc.", "Ddd eee fff.",
                                             "Ggg hhh iii."};
  const std::vector<std::string_view> target{"Jjj kkk lll.", "Mmm nnn ooo."};
  const auto beads = align({languages::en, source, {{0, true}, {0, false}, {0, true}}},
                           {languages::fr, target, {{0, true}, {0, true}}});
  CHECK(runs_of(beads) == Runs{{{0, 2}, {0, 1}}, {{2, 3}, {1, 2}}});
}

namespace {

/// `count` numbered paragraphs, and the same in other words with one more as the third, so
/// that all numbers after it are one higher.
MadeTexts renumbered(std::size_t count, unsigned seed) {
  MadeTexts made = made_sentences(count, seed);
  made.target.emplace(made.target.begin() + 2,
                      "qwt ert rtz added by the drafting committee.");
  for (std::vector<std::string>* side : {&made.source, &made.target})
    for (std::size_t number = 0; number < side->size(); ++number)
      side->at(number).insert(0, std::to_string(number + 1) + ". ");
  return made;
}

std::size_t pairs_with_offset(const std::vector<Bead>& beads, std::uint32_t from,
                              std::uint32_t offset) {
  return static_cast<std::size_t>(std::ranges::count_if(beads, [&](const Bead& bead) {
    return bead.source.first >= from && bead.source.size() == 1 &&
           bead.target == SegmentRun{bead.source.first + offset, bead.source.last + offset};
  }));
}

/// Pages of so many made-up sentences.
std::vector<std::string> pages(const std::vector<std::string>& sentences,
                               std::size_t size) {
  std::vector<std::string> result;
  for (std::size_t sentence = 0; sentence < sentences.size(); ++sentence) {
    if (sentence % size == 0) result.emplace_back();
    result.back() += sentences[sentence] + " ";
  }
  return result;
}

}  // namespace

TEST_CASE("paragraphs pair with their own and not with the same number", "[align]") {
  for (const unsigned seed : {1U, 2U, 3U}) {
    CAPTURE(seed);
    const MadeTexts made = renumbered(40, seed);
    const auto beads = align_texts(languages::en, views_of(made.source), languages::fr,
                                   views_of(made.target));
    CHECK(pairs_with_offset(beads, 2, 1) >= 37);
  }
}

TEST_CASE("verses whose numbers differ by one stay together", "[align]") {
  MadeTexts made = made_sentences(40, 11);
  for (std::size_t verse = 0; verse < 40; ++verse) {
    made.source[verse].insert(0, std::to_string(verse % 20 + 1) + " ");
    made.target[verse].insert(0, std::to_string(verse % 20 + 2) + " ");
  }
  const auto beads = align_texts(languages::en, views_of(made.source), languages::ru,
                                 views_of(made.target));
  CHECK(pairs_with_offset(beads, 0, 0) >= 39);
}

TEST_CASE("lines that say nothing stand alone", "[align]") {
  const auto beads =
      align_texts(languages::en,
                  {"The Council met on 19 October 2020.",
                   "It adopted resolution 2550 (2020).", "The meeting rose at 6 p.m."},
                  languages::zh,
                  {"安理会于2020年10月19日开会。", "", "——",
                   "安理会通过了第2550（2020）号决议。", "* * *", "下午6时散会。", ""});
  std::vector<SegmentRun> alone;
  for (const Bead& bead : beads)
    if (bead.source.empty()) alone.push_back(bead.target);
  CHECK(alone == std::vector<SegmentRun>{{1, 2}, {2, 3}, {4, 5}, {6, 7}});
}

TEST_CASE("pages pair as sentences do", "[align]") {
  const MadeTexts made = made_sentences(400, 5);
  const auto source = pages(made.source, 80);
  const auto target = pages(made.target, 80);
  const auto beads =
      align_texts(languages::en, views_of(source), languages::fr, views_of(target));
  CHECK(pairs_with_offset(beads, 0, 0) == 5);
}

TEST_CASE("an answer that one side lacks is not joined to the one that it repeats",
          "[align]") {
  const std::vector<std::string_view> english{"How many staff does the agency have?",
                                              "1 or more",
                                              "5 or more",
                                              "10 or more",
                                              "50 or more",
                                              "How many inspections were made?",
                                              "1 or more",
                                              "10 or more",
                                              "50 or more",
                                              "How many reports were published?",
                                              "5 or more",
                                              "10 or more",
                                              "Who published the reports?"};
  const std::vector<std::string_view> spanish{"¿Cuántos empleados tiene el organismo?",
                                              "1 o más",
                                              "5 o más",
                                              "10 o más",
                                              "50 o más",
                                              "100 o más",
                                              "¿Cuántas inspecciones se hicieron?",
                                              "1 o más",
                                              "10 o más",
                                              "50 o más",
                                              "¿Cuántos informes se publicaron?",
                                              "5 o más",
                                              "10 o más",
                                              "¿Quién publicó los informes?"};
  const auto runs = runs_of(align_texts(languages::en, english, languages::es, spanish));
  REQUIRE(runs.size() == 14);
  for (std::uint32_t line = 0; line < 5; ++line)
    CHECK(runs[line] == std::pair(SegmentRun{line, line + 1}, SegmentRun{line, line + 1}));
  CHECK(runs[5] == std::pair(SegmentRun{5, 5}, SegmentRun{5, 6}));
}

}  // namespace hexapla::aligner_test
