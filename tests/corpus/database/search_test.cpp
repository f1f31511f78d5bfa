#include "corpus/index/search_index.hpp"
#include "corpus/made_up.hpp"
#include "corpus/store.hpp"
#include "corpus/tables/memory_writer.hpp"
#include "folder.hpp"
#include "search/similarity.hpp"
#include "search/text_matcher.hpp"
#include "text/error.hpp"

#include <array>
#include <random>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

struct LanguageWords {
  Language language;
  std::vector<std::string> words;
};

/// Words with inflections, particles, vowel signs, both Chinese scripts.
const std::vector<LanguageWords>& vocabulary() {
  static const std::vector<LanguageWords> made_once{
      {languages::ar,
       {"الأمن", "أَمْنٌ", "بالأمن", "وللأمن", "مجلس", "المجلس", "والمجلس", "حرب", "الحرب",
        "جرائم", "جريمة", "السلام", "قرار", "القرارات", "في", "من"}},
      {languages::en,
       {"war", "wars", "War", "crime", "crimes", "criminal", "security", "council", "the",
        "The", "of", "peace", "peaceful", "State's", "A/75/574", "12"}},
      {languages::es,
       {"guerra", "guerras", "crimen", "crímenes", "consejo", "seguridad", "la", "de",
        "paz", "acto", "actos"}},
      {languages::fr,
       {"guerre", "guerres", "crime", "crimes", "l'État", "l’État", "États", "conseil",
        "la", "de", "sécurité", "paix"}},
      {languages::ru,
       {"война", "войны", "войной", "преступление", "преступления", "совет", "Совета",
        "безопасности", "список", "списка", "и", "мир"}},
      {languages::zh,
       {"战争", "戰爭", "罪", "战争罪", "安全", "理事会", "理事會", "和平", "的", "，",
        "12", "决议", "争"}},
  };
  return made_once;
}

using Random = std::mt19937;

/// Commoner words come first, roughly as in real texts.
const std::string& a_word(Random& random, const LanguageWords& known) {
  const std::size_t first = random() % known.words.size();
  const std::size_t second = random() % known.words.size();
  return known.words[std::min(first, second)];
}

std::string a_sentence(Random& random, const LanguageWords& known) {
  std::string text;
  const std::size_t words = 1 + random() % 9;
  for (std::size_t i = 0; i < words; ++i) {
    if (i > 0 && (!known.language.spaceless() || random() % 4 == 0)) text += ' ';
    text += a_word(random, known);
    if (random() % 8 == 0) text += ',';
  }
  return text;
}

TranslationUnit a_unit(Random& random) {
  TranslationUnit unit;
  for (const LanguageWords& known : vocabulary())
    if (random() % 8 != 0)
      unit.variants.push_back(
          {known.language, "", a_sentence(random, known), {}, {}, {}, {}});
  if (unit.variants.empty() || random() % 16 == 0)
    unit.variants.push_back({languages::en, "", "war", {}, {}, {}, {}});
  unit.confidence = static_cast<double>(random() % 5) / 4;
  return unit;
}

std::vector<TranslationUnit> some_units(Random& random, int count) {
  std::vector<TranslationUnit> units;
  for (int i = 0; i < count; ++i)
    units.push_back(a_unit(random));
  return units;
}

std::string a_query(Random& random, const LanguageWords& known) {
  const std::string word = a_word(random, known);
  switch (random() % 7) {
    case 0:
      return known.language.spaceless() ? word : "=" + word;
    case 1:
      return word.substr(0, word.size() - (word.size() > 4 ? 2 : 0)) == word
                 ? word
                 : known.words.front();
    case 2:
      return '"' + word + ' ' + a_word(random, known) + '"';
    case 3:
      return '"' + word + ' ' + a_word(random, known) + ' ' + a_word(random, known) + '"';
    case 4:
      return word + ' ' + a_word(random, known);
    case 5:
      return word == "，" ? "的" : word + "*";
    default:
      return word;
  }
}

/// What each row with a hit holds, row by row.
using Hits = std::vector<std::pair<std::int64_t, std::vector<SearchSpot>>>;

Hits by_index(const Store& store, const Search& search) {
  Hits hits;
  store.search(search, [&](const SearchHit& hit) {
    hits.emplace_back(hit.stored.row, hit.spots);
    return true;
  });
  return hits;
}

Hits by_reading(const Store& store, const Search& search) {
  Hits hits;
  store.each_unit({}, [&](const StoredUnit& stored) {
    std::vector<SearchSpot> spots;
    for (std::size_t i = 0; i < stored.unit.variants.size(); ++i) {
      const Variant& variant = stored.unit.variants[i];
      if (search.language && variant.language != *search.language) continue;
      if (auto found = TextMatcher(search.query, variant.language).find(variant.text))
        spots.push_back({i, *found});
    }
    if (!spots.empty()) hits.emplace_back(stored.row, spots);
    return true;
  });
  return hits;
}

Store store_of(const Folder& folder, const std::vector<TranslationUnit>& units) {
  Store store = Store::create(folder.path("c.hexapla"), "test");
  MemoryWriter writer = store.add_memory({"memory", "A/75/574", "2020-11-03"}, {});
  for (const TranslationUnit& unit : units)
    writer.add(unit);
  writer.finish();
  return store;
}

TranslationUnit pair_of(const std::string& english, const std::string& chinese) {
  TranslationUnit unit;
  unit.variants.push_back({languages::en, "", english, {}, {}, {}, {}});
  if (!chinese.empty())
    unit.variants.push_back({languages::zh, "", chinese, {}, {}, {}, {}});
  return unit;
}

std::vector<std::uint32_t> numbers(const Store& store, const Search& search) {
  std::vector<std::uint32_t> found;
  store.search(search, [&](const SearchHit& hit) {
    found.push_back(hit.stored.number);
    return true;
  });
  return found;
}

Search search_for(std::string_view query, std::optional<Language> language = std::nullopt) {
  Search search;
  search.query = parse_query(query);
  search.language = language;
  return search;
}

using Numbers = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("searches find what reading every text finds, in six languages",
          "[corpus][search][property]") {
  const Folder folder;
  Random random(6);
  Store store = Store::create(folder.path("c.hexapla"), "test");
  for (const char* const name : {"one", "two", "three"}) {  // each a portion of the index
    MemoryWriter writer = store.add_memory({name, "", ""}, {});
    for (int i = 0; i < 700; ++i)
      writer.add(a_unit(random));
    writer.finish();
  }
  std::size_t found = 0;
  for (int i = 0; i < 300; ++i) {
    const LanguageWords& known = vocabulary()[random() % vocabulary().size()];
    std::string query = a_query(random, known);
    if (query.find("，") != std::string::npos) query = "战争";
    CAPTURE(query, known.language.tag());
    const Search search = search_for(query, known.language);
    const Hits hits = by_index(store, search);
    CHECK(hits == by_reading(store, search));
    found += hits.size();
  }
  CHECK(found > 10'000);
}

TEST_CASE("a search without a language looks into all of them", "[corpus][search]") {
  const Folder folder;
  Random random(7);
  const auto units = some_units(random, 500);
  const Store store = store_of(folder, units);
  for (const char* const query : {"crimes", "guerr*", "12", "战争", "/g.err/"}) {
    CAPTURE(query);
    const Hits hits = by_index(store, search_for(query));
    CHECK(hits == by_reading(store, search_for(query)));
    CHECK(!hits.empty());
  }
}

TEST_CASE("has A but its translation lacks B", "[corpus][search]") {
  const Folder folder;
  const Store store =
      store_of(folder, {pair_of("War crimes were committed.", "犯下了战争罪。"),
                        pair_of("A war crime", "战争的罪行"),
                        pair_of("war crimes, untranslated", ""), pair_of("Peace", "和平")});
  Search search = search_for("\"war crime\"", languages::en);
  search.lacks.push_back({languages::zh, parse_query("战争罪")});
  CHECK(numbers(store, search) == Numbers{1});
  search.lacks.clear();
  search.has.push_back({languages::zh, parse_query("战争罪")});
  CHECK(numbers(store, search) == Numbers{0});
}

TEST_CASE("filters let through what they name", "[corpus][search]") {
  const Folder folder;
  Store store = store_of(folder, {pair_of("war", ""), pair_of("war", "")});
  TranslationUnit doubtful = pair_of("war", "");
  doubtful.confidence = .25;
  MemoryWriter writer = store.add_memory({"later", "S/2021/7", "2021-02-01"}, {});
  writer.add(doubtful);
  writer.finish();
  const auto count = [&](auto member, const auto& value) {
    Search search = search_for("wars");
    search.filter.*member = value;
    return numbers(store, search).size();
  };
  CHECK(count(&RowFilter::work, "") == 3);
  CHECK(count(&RowFilter::work, "later") == 1);
  CHECK(count(&RowFilter::work, "A/75/574") == 2);
  CHECK(count(&RowFilter::symbol, "S/") == 1);
  CHECK(count(&RowFilter::since, "2020-11") == 3);
  CHECK(count(&RowFilter::since, "2020-11-04") == 1);
  CHECK(count(&RowFilter::until, "2020") == 2);
  CHECK(count(&RowFilter::least_confidence, .5) == 2);
  CHECK(count(&RowFilter::most_confidence, .25) == 1);
  CHECK(count(&RowFilter::verdict, Verdict::none) == 3);
  CHECK(count(&RowFilter::verdict, Verdict::confirmed) == 0);
  CHECK_THROWS_WITH(count(&RowFilter::work, "nowhere"), Catch::Contains("nowhere"));
}

TEST_CASE("rows of documents are found like units of memories", "[corpus][search]") {
  const Folder folder;
  Store::write_corpus(folder.path("letter.hexapla"), made_up_multitext(),
                      made_up_termbase());
  const Store store = Store::open(folder.path("letter.hexapla"));
  CHECK(numbers(store, search_for("导弹", languages::zh)) == Numbers{0});
  CHECK(numbers(store, search_for("генеральный", languages::ru)) == Numbers{0});
  CHECK(numbers(store, search_for("امين", languages::ar)) == Numbers{0});
  CHECK(numbers(store, search_for("A/75/574", languages::zh)) == Numbers{1});
}

TEST_CASE("rows that are not indexed are found all the same", "[corpus][search]") {
  const Folder folder;
  store_of(folder, {pair_of("war", "战争"), pair_of("peace", "和平")}).publish();
  {
    sqlite::Connection database(folder.path("c.hexapla"));
    database.execute(
        "DELETE FROM search_stem; DELETE FROM search_list; "
        "DELETE FROM search_portion");
  }
  const Store store = Store::open(folder.path("c.hexapla"));
  CHECK(numbers(store, search_for("wars", languages::en)) == Numbers{0});
}

TEST_CASE("a changed text is found by its new words and no more by its old ones",
          "[corpus][search]") {
  const Folder folder;
  store_of(folder, {pair_of("war", "战争"), pair_of("peace", "和平")}).publish();
  {
    sqlite::Connection database(folder.path("c.hexapla"));
    database.execute("UPDATE cell SET text = 'security' WHERE text = 'war'");
    index_row(database, 1);
    database.execute("DELETE FROM cell WHERE row = 2; DELETE FROM row WHERE id = 2");
  }
  const Store store = Store::open(folder.path("c.hexapla"));
  CHECK(numbers(store, search_for("war")).empty());
  CHECK(numbers(store, search_for("securities")) == Numbers{0});
  CHECK(numbers(store, search_for("战争")) == Numbers{0});
  CHECK(numbers(store, search_for("和平")).empty());
}

TEST_CASE("the index made anew finds the same", "[corpus][search]") {
  const Folder folder;
  Random random(8);
  const auto units = some_units(random, 300);
  store_of(folder, units).publish();
  const Search search = search_for("战争", languages::zh);
  const Hits before = by_index(Store::open(folder.path("c.hexapla")), search);
  {
    sqlite::Connection database(folder.path("c.hexapla"));
    index_anew(database);
  }
  CHECK(by_index(Store::open(folder.path("c.hexapla")), search) == before);
  CHECK(!before.empty());
}

TEST_CASE("similar sentences are those that comparing every text finds",
          "[corpus][search][property]") {
  const Folder folder;
  Random random(9);
  const auto units = some_units(random, 600);
  const Store store = store_of(folder, units);
  std::size_t found = 0;
  for (int i = 0; i < 120; ++i) {
    const LanguageWords& known = vocabulary()[random() % vocabulary().size()];
    const std::string text = a_sentence(random, known) + a_word(random, known);
    if (text_forms(text).empty()) continue;
    const std::array<std::uint32_t, 3> leasts{40, 60, 80};
    const std::uint32_t least = leasts.at(random() % leasts.size());
    CAPTURE(text, least, known.language.tag());
    std::vector<std::pair<int, std::int64_t>> expected;
    const SimilarSentence sentence(text);
    store.each_unit({}, [&](const StoredUnit& stored) {
      std::uint32_t best = 0;
      for (const Variant& variant : stored.unit.variants)
        if (variant.language == known.language)
          best = std::max(best, sentence.score(variant.text, 1));
      if (best >= least) expected.emplace_back(-static_cast<int>(best), stored.row);
      return true;
    });
    std::ranges::sort(expected);
    expected.resize(std::min<std::size_t>(expected.size(), 10));
    std::vector<std::pair<int, std::int64_t>> hits;
    for (const SimilarHit& hit : store.similar({text, known.language, least, 10, {}}))
      hits.emplace_back(-static_cast<int>(hit.score), hit.stored.row);
    CHECK(hits == expected);
    found += hits.size();
  }
  CHECK(found > 200);
}

}  // namespace hexapla
