#include "align/lists/reordered_lists.hpp"

#include "align/lexicon/word_book.hpp"
#include "align/made_texts.hpp"

#include <algorithm>
#include <map>

#include <catch2/catch.hpp>

namespace hexapla::reordered_lists_test {
namespace {

AlignmentSide side_of(Language language, std::vector<std::string_view> lines) {
  return {language, std::move(lines), {}};
}

/// The pairs of a list, by source.
std::map<std::uint32_t, std::uint32_t> pairs_in(const ReorderedList& list) {
  std::map<std::uint32_t, std::uint32_t> pairs;
  for (const Bead& bead : list.beads)
    if (!bead.source.empty() && !bead.target.empty())
      pairs[bead.source.first] = bead.target.first;
  return pairs;
}

const AlignmentSide organisations_en = side_of(
    languages::en,
    {"The agencies took part.", "FAO Food and Agriculture Organization",
     "ILO International Labour Organization",
     "UNESCO Educational, Scientific and Cultural Organization", "WFP World Food Programme",
     "WHO World Health Organization", "The meeting rose at noon."});

}  // namespace

TEST_CASE("abbreviations in the order of another alphabet find themselves", "[align]") {
  WordBook book(languages::en, languages::ru);
  for (const auto& [en, ru] : {std::pair("food", "продовольственная"),
                               {"agriculture", "сельскохозяйственная"},
                               {"world", "всемирная"},
                               {"health", "здравоохранения"},
                               {"labour", "труда"},
                               {"international", "международная"},
                               {"programme", "программа"},
                               {"scientific", "науки"},
                               {"cultural", "культуры"},
                               {"organization", "организация"}})
    book.add(en, ru);
  const auto russian = side_of(
      languages::ru,
      {"Учреждения приняли участие.", "ВОЗ Всемирная организация здравоохранения",
       "ВПП Всемирная продовольственная программа", "МОТ Международная организация труда",
       "ФАО Продовольственная и сельскохозяйственная организация",
       "ЮНЕСКО Организация по вопросам образования, науки и культуры",
       "Заседание закрывается в полдень."});
  const auto lists = reordered_lists(organisations_en, russian, {&book, {}});
  REQUIRE(lists.size() == 1);
  const std::map<std::uint32_t, std::uint32_t> right{
      {1, 4}, {2, 3}, {3, 5}, {4, 2}, {5, 1}};
  const auto found = pairs_in(lists[0]);
  CHECK(found.size() >= 3);
  for (const auto& [source, target] : found)
    CHECK(right.at(source) == target);
}

TEST_CASE("names of people find themselves by their sound", "[align]") {
  const auto lists = reordered_lists(
      side_of(languages::en, {"Members", "Ivanova, Elena", "Bogdanov, Sergei",
                              "Mikhailov, Viktor", "Alexeyev, Dmitri", "Petrenko, Oksana"}),
      side_of(languages::ru, {"Члены", "Алексеев, Дмитрий", "Богданов, Сергей",
                              "Иванова, Елена", "Михайлов, Виктор", "Петренко, Оксана"}),
      {});
  REQUIRE(lists.size() == 1);
  const auto pairs = pairs_in(lists[0]);
  CHECK(pairs.at(1) == 3);
  CHECK(pairs.at(4) == 1);
}

TEST_CASE("an entry that nothing speaks for has no partner", "[align][edge]") {
  const auto lists = reordered_lists(
      side_of(languages::en, {"Algeria", "Egypt", "Greece", "Utopia", "Spain", "Sweden"}),
      side_of(languages::fr,
              {"Algérie", "Atlantide", "Espagne", "Grèce", "Suède", "Égypte"}),
      {});
  REQUIRE(lists.size() == 1);
  const auto pairs = pairs_in(lists[0]);
  CHECK_FALSE(pairs.contains(3));
  for (const Bead& bead : lists[0].beads)
    if (bead.source.empty() || bead.target.empty()) CHECK(bead.confidence == 0.5);
}

TEST_CASE("a list in the same order is left to the search", "[align][edge]") {
  const std::vector<std::string_view> lines{"Algeria", "Brazil", "Chile", "China", "Egypt"};
  CHECK(reordered_lists(side_of(languages::en, lines), side_of(languages::es, lines), {})
            .empty());
}

TEST_CASE("sentences and lines that come again are no lists", "[align][edge]") {
  const auto answers = side_of(languages::en, {"Yes", "No", "Yes", "No", "No", "Yes"});
  CHECK(reordered_lists(answers, answers, {}).empty());
  const auto sentences = side_of(
      languages::en, {"It met.", "It voted.", "It rose.", "It adjourned.", "It closed."});
  CHECK(reordered_lists(sentences, sentences, {}).empty());
  CHECK(reordered_lists(side_of(languages::en, {}), sentences, {}).empty());
}

TEST_CASE("lines that go on after a comma are no list", "[align][edge]") {
  const auto english = side_of(languages::en, {"Paris,", "Moscow,", "Geneva,", "Vienna,"});
  const auto russian = side_of(languages::ru, {"Женева,", "Париж,", "Вена,", "Москва,"});
  CHECK(reordered_lists(english, russian, {}).empty());
  const auto cities = side_of(languages::en, {"Paris", "Moscow", "Geneva", "Vienna"});
  const auto towns = side_of(languages::ru, {"Женева", "Париж", "Вена", "Москва"});
  CHECK(reordered_lists(cities, towns, {}).size() == 1);
}

TEST_CASE("an alignment that can't cross keeps what is in order", "[align]") {
  const ReorderedList list{
      {2, 5},
      {1, 4},
      {{{2, 3}, {3, 4}, 0.9}, {{3, 4}, {1, 2}, 0.9}, {{4, 5}, {2, 3}, 0.9}}};
  CHECK(in_one_order(list) == std::vector<Bead>{{{2, 3}, {1, 1}, 0.5},
                                                {{3, 4}, {1, 2}, 0.9},
                                                {{4, 5}, {2, 3}, 0.9},
                                                {{5, 5}, {3, 4}, 0.5}});
}

}  // namespace hexapla::reordered_lists_test
