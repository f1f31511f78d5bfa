#include "stats/statistics_counter.hpp"

#include <cmath>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

using languages::ar;
using languages::en;
using languages::zh;

/// Counts rows of texts, in languages that the first row has.
Statistics statistics_of(const std::vector<std::vector<RowText>>& rows,
                         const RowFacts& facts = {}) {
  std::vector<Language> languages;
  if (!rows.empty())
    for (const RowText& text : rows.front())
      languages.push_back(text.language);
  StatisticsCounter counter(languages);
  for (const auto& row : rows)
    counter.add(row, facts);
  return counter.figures(3);
}

SegmentedDocument version(Language language, std::size_t segments) {
  SegmentedDocument version;
  version.document.language = language;
  version.segments.resize(segments);
  return version;
}

}  // namespace

TEST_CASE("texts are counted by language, in rows, characters, words and forms",
          "[stats]") {
  const Statistics statistics =
      statistics_of({{{zh, "和平与安全"}, {en, "Peace and peace, and security"}},
                     {{zh, "和平"}, {en, ""}},
                     {{en, "The Security Council"}}});
  CHECK(statistics.rows == 3);
  CHECK(statistics.complete == 1);
  REQUIRE(statistics.languages.size() == 2);
  const LanguageFigures& chinese = statistics.languages[0];
  CHECK(chinese.rows == 2);
  CHECK(chinese.characters == 7);
  CHECK(chinese.vocabulary.words == 7);
  CHECK(chinese.vocabulary.forms == 5);
  CHECK(chinese.vocabulary.once == 3);
  CHECK(chinese.lengths == LengthFigures{3.5, 2, 5, 5});
  const VocabularyFigures& english = statistics.languages[1].vocabulary;
  CHECK(english.words == 8);
  CHECK(english.forms == 5);  // and, council, peace, security, the
  CHECK(english.once == 2);
  CHECK(english.frequent == std::vector<VocabularyFigures::Frequent>{
                                {"and", 2}, {"peace", 2}, {"security", 2}});
  CHECK(english.growth == std::vector<VocabularyFigures::Growth>{{8, 5}});
}

TEST_CASE("Arabic words are one with and without vowel signs", "[stats]") {
  const Statistics statistics = statistics_of({{{ar, "مَجْلِس الأمن"}}, {{ar, "مجلس الامن"}}});
  CHECK(statistics.languages[0].vocabulary.words == 4);
  CHECK(statistics.languages[0].vocabulary.forms == 2);
}

TEST_CASE("the pivot is Chinese wherever it stands, else the first language", "[stats]") {
  const Statistics chinese = statistics_of({{{en, "vote"}, {zh, "表决"}, {ar, "تصويت"}}});
  REQUIRE(chinese.pairs.size() == 2);
  CHECK(chinese.pairs[0].source == zh);
  CHECK(chinese.pairs[0].target == en);
  CHECK(chinese.pairs[1].target == ar);
  CHECK(statistics_of({{{en, "vote"}, {ar, "تصويت"}}}).pairs[0].source == en);
}

TEST_CASE("pairs tell repeated rows, copies and how long one side is to the other",
          "[stats]") {
  const Statistics statistics = statistics_of({{{zh, "停火"}, {en, "ceasefire"}},
                                               {{zh, "停火"}, {en, "ceasefire"}},
                                               {{zh, "停火"}, {en, "truce"}},
                                               {{zh, "COVID"}, {en, "COVID"}},
                                               {{zh, "75/1"}, {en, "75/1"}},
                                               {{zh, "决议"}}});
  const PairFigures& pair = statistics.pairs.at(0);
  CHECK(pair.rows == 5);
  CHECK(pair.repeated == 1);
  CHECK(pair.copied == 1);  // a number is the same in every language
  const double mean = (2 * std::log(4.5) + std::log(2.5)) / 5;
  CHECK(pair.length_ratio == Approx(std::exp(mean)));
  CHECK(pair.length_spread > 0);
  CHECK(statistics.repeated == 1);
  CHECK(statistics.in_both == std::vector<std::vector<std::uint64_t>>{{6, 5}, {5, 5}});
}

TEST_CASE("confidences of a memory's rows fall into tenths", "[stats]") {
  StatisticsCounter counter({zh, en});
  const std::vector<RowText> row{{zh, "是"}, {en, "yes"}};
  for (const double confidence : {0.0, 0.09, 0.1, 0.95, 1.0})
    counter.add(row, {.confidence = confidence, .confirmed = confidence == 1.0});
  counter.add(row, {.rejected = true, .of_documents = true});
  const Statistics statistics = counter.figures(0);
  const ConfidenceFigures& confidence = statistics.pairs[0].confidence;
  CHECK(confidence.bins ==
        std::array<std::uint64_t, confidence_bins>{2, 1, 0, 0, 0, 0, 0, 0, 0, 2});
  CHECK(confidence.count == 5);
  CHECK(confidence.mean == Approx(2.14 / 5));
  CHECK(statistics.confirmed == 1);
  CHECK(statistics.rejected == 1);
  CHECK(statistics.languages[0].segments == 5);  // those of documents come with the links
}

TEST_CASE("links of documents are counted by their shape, from the pivot's side",
          "[stats]") {
  Multitext multitext;
  multitext.documents = {version(en, 4), version(zh, 3)};
  multitext.bitexts = {{0,
                        1,
                        {{{0, 2}, {0, 1}, .5},
                         {{2, 3}, {1, 2}, 1},
                         {{3, 4}, {2, 2}, .1},
                         {{4, 4}, {2, 3}, .1}}}};
  StatisticsCounter counter({en, zh});
  counter.add_links(multitext);
  const Statistics statistics = counter.figures(0);
  const PairFigures& pair = statistics.pairs[0];
  REQUIRE(pair.source == zh);
  using Shape = std::pair<std::uint32_t, std::uint32_t>;
  CHECK(pair.shapes ==
        std::map<Shape, std::uint64_t>{{{1, 2}, 1}, {{1, 1}, 1}, {{0, 1}, 1}, {{1, 0}, 1}});
  CHECK(pair.confidence.count == 2);  // what has no partner is no link to be sure of
  CHECK(pair.confidence.mean == Approx(.75));
  CHECK(statistics.languages[0].segments == 4);
  CHECK(statistics.languages[1].segments == 3);
}

TEST_CASE("the vocabulary's growth is told at each tenth of a long text", "[stats]") {
  StatisticsCounter counter({en});
  constexpr std::size_t rows = 20'000;
  for (std::size_t row = 0; row < rows; ++row) {
    const std::string text = "resolution " + std::to_string(row % 1000);
    const std::vector<RowText> texts{{en, text}};
    counter.add(texts, {});
  }
  const VocabularyFigures vocabulary = counter.figures(1).languages[0].vocabulary;
  REQUIRE(vocabulary.growth.size() == 10);
  for (std::size_t tenth = 0; tenth < 10; ++tenth) {
    CHECK(static_cast<double>(vocabulary.growth[tenth].words) ==
          Approx(4'000.0 * static_cast<double>(tenth + 1)).margin(400));
    CHECK(vocabulary.growth[tenth].forms == 1001);
  }
  CHECK(vocabulary.frequent ==
        std::vector<VocabularyFigures::Frequent>{{"resolution", rows}});
}

TEST_CASE("a corpus without rows has figures, too", "[stats]") {
  const Statistics none = statistics_of({});
  CHECK(none.rows == 0);
  CHECK(none.languages.empty());
  const Statistics empty = StatisticsCounter({zh, en}).figures(5);
  CHECK(empty.pairs[0].length_ratio == 0);
  CHECK(empty.languages[0].vocabulary.growth.empty());
  CHECK(empty.languages[0].lengths == LengthFigures{});
}

}  // namespace hexapla
