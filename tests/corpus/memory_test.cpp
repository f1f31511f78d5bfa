#include "corpus/database/sqlite.hpp"
#include "corpus/made_up.hpp"
#include "corpus/store.hpp"
#include "corpus/tables/memory_writer.hpp"
#include "folder.hpp"
#include "text/error.hpp"

#include <catch2/catch.hpp>

namespace hexapla::memory_test {
namespace {

/// Everything that a unit can have.
TranslationUnit full_unit() {
  Variant english{languages::en,
                  "EN-US",
                  "The Security Council, recalling its resolution",
                  {},
                  {},
                  {},
                  {}};
  english.tags = {{4, InlineTag::Role::begin, "bpt", {{"i", "1"}, {"x", "\"<&"}}, "<b>"},
                  {20, InlineTag::Role::end, "ept", {{"i", "1"}}, "</b>"},
                  {20, InlineTag::Role::alone, "ph", {}, ""}};
  english.attributes = {{"creationdate", "20201103T120000Z"}};
  english.properties = {{"domain", "peace"}, {"domain", "security"}};
  english.notes = {"first note", ""};
  return {"A/75/574 7",
          {english,
           {languages::zh, "", "安全理事会，回顾其决议", {}, {}, {}, {}},
           {languages::en, "en-GB", "The Security Council", {}, {}, {}, {}}},
          {{"changedate", "20201104T120000Z"}},
          {{"source", "A/75/574"}},
          {"of the unit"},
          .25};
}

TranslationUnit plain_unit() {
  return {"",
          {{languages::ar, "", "إن مجلس الأمن،", {}, {}, {}, {}},
           {languages::en, "EN-US", "The Security Council,", {}, {}, {}, {}}},
          {},
          {},
          {},
          1};
}

MemoryHeader full_header() {
  return {"tmx 1.4",
          languages::en,
          {{"o-tmf", "x"}, {"adminlang", "en"}},
          {{"project", "letters"}},
          {"a note"}};
}

std::vector<StoredUnit> units_in(const Store& store, const UnitSelection& selection = {}) {
  std::vector<StoredUnit> units;
  store.each_unit(selection, [&](const StoredUnit& unit) {
    units.push_back(unit);
    return true;
  });
  return units;
}

std::string memory_in(const Folder& folder) {
  const std::string file = folder.path("memory.hexapla");
  Store store = Store::create(file, "hexapla 0.1.0");
  MemoryWriter writer =
      store.add_memory({"councils", "S/RES/1", "2020-11-03"}, full_header());
  writer.add(full_unit());
  writer.add(plain_unit());
  CHECK(writer.added() == 2);
  writer.finish();
  { const MemoryWriter closed = std::move(writer); }
  store.publish();
  return file;
}

}  // namespace

TEST_CASE("a memory comes back unit by unit with all it carried", "[corpus]") {
  const Folder folder;
  const Store store = Store::open(memory_in(folder));
  const std::vector<StoredUnit> units = units_in(store);
  REQUIRE(units.size() == 2);
  CHECK(units[0].unit == full_unit());
  CHECK(units[1].unit == plain_unit());
  CHECK(units[1].number == 1);
  CHECK(units[1].verdict == Verdict::none);
  CHECK(store.unit(units[1].row).unit == plain_unit());
  const std::vector<WorkInfo> works = store.works();
  REQUIRE(works.size() == 1);
  CHECK(works[0].name == "councils");
  CHECK(works[0].kind == WorkKind::memory);
  CHECK(works[0].symbol == "S/RES/1");
  CHECK(works[0].date == "2020-11-03");
  CHECK(works[0].rows == 2);
  CHECK(works[0].languages.size() == 3);
  CHECK(store.memory_header(works[0].id) == full_header());
}

TEST_CASE("plain units cost no bytes beyond their texts", "[corpus]") {
  const Folder folder;
  const sqlite::Connection connection{std::filesystem::path(memory_in(folder))};
  sqlite::Statement cell(connection, "SELECT count(*) FROM cell WHERE extra IS NULL");
  REQUIRE(cell.step());
  CHECK(cell.integer(0) == 3);  // of five: both plain ones and the Chinese
}

TEST_CASE("a memory that was not finished leaves nothing", "[corpus]") {
  const Folder folder;
  const std::string file = memory_in(folder);
  {
    Store store = Store::open(file);
    MemoryWriter writer = store.add_memory({"half", "", ""}, {});
    for (int i = 0; i < 1000; ++i)
      writer.add(plain_unit());
  }
  CHECK(Store::open(file).works().size() == 1);
  CHECK(units_in(Store::open(file)).size() == 2);
}

TEST_CASE("a new corpus that was not published leaves nothing", "[corpus]") {
  const Folder folder;
  {
    Store store = Store::create(folder.path("new.hexapla"), "hexapla");
    store.add_memory({"half", "", ""}, {}).finish();
  }
  CHECK(folder.names().empty());
}

TEST_CASE("documents and memories stand in one file and are read out alike", "[corpus]") {
  const Folder folder;
  const std::string file = memory_in(folder);
  Store store = Store::open(file);
  const std::int64_t work = store.add_work({{"letter", "A/75/574", ""},
                                            made_up_multitext(),
                                            made_up_termbase(),
                                            made_up_findings(),
                                            std::nullopt});
  CHECK(store.multitext(work).rows == made_up_multitext().rows);
  CHECK(store.findings(work) == made_up_findings());
  CHECK(store.termbase(work) == made_up_termbase());
  const std::vector<StoredUnit> units = units_in(store, {work});
  REQUIRE(units.size() == 2);
  REQUIRE(units[0].unit.variants.size() == 3);
  CHECK(units[0].unit.variants[0].text == "秘书长的信导弹造成14人死亡。1");
  CHECK(units[0].unit.variants[2].text ==
        "Письмо на имя Генерального секретаря В результате погибли 14 человек.1");
  CHECK(units[0].agreement == 2. / 3);
  CHECK(units[1].unit.variants.size() == 2);
  CHECK(store.unit(units[1].row).unit == units[1].unit);
  CHECK(units_in(store).size() == 4);
  CHECK(units_in(store, {std::nullopt, units[0].row, units[0].row}).size() == 1);
  CHECK_THROWS_WITH(store.multitext(), Catch::Contains("several works: councils, letter"));
}

TEST_CASE("a second work of the same name is refused", "[corpus][error]") {
  const Folder folder;
  Store store = Store::open(memory_in(folder));
  CHECK_THROWS_WITH(store.add_memory({"councils", "", ""}, {}),
                    Catch::Contains("'councils'"));
  CHECK_THROWS_WITH(store.add_memory({"", "", ""}, {}), Catch::Contains("name"));
}

TEST_CASE("a unit without texts, with too many or with an odd confidence is refused",
          "[corpus][error]") {
  const Folder folder;
  Store store = Store::open(memory_in(folder));
  MemoryWriter writer = store.add_memory({"odd", "", ""}, {});
  CHECK_THROWS_WITH(writer.add({}), Catch::Contains("no text"));
  TranslationUnit many = plain_unit();
  many.variants.resize(MemoryWriter::most_variants + 1);
  CHECK_THROWS_WITH(writer.add(many), Catch::Contains("1024"));
  TranslationUnit odd = plain_unit();
  odd.confidence = 1.5;
  CHECK_THROWS_WITH(writer.add(odd), Catch::Contains("confidence"));
}

}  // namespace hexapla::memory_test
