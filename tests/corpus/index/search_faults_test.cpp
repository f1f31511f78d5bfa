#include "corpus/database/sqlite.hpp"
#include "corpus/database/table_sums.hpp"
#include "corpus/index/search_index.hpp"
#include "corpus/made_up.hpp"
#include "corpus/store.hpp"
#include "corpus/tables/memory_writer.hpp"
#include "folder.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

std::string corpus_in(const Folder& folder) {
  const std::string file = folder.path("c.hexapla");
  Store store = Store::create(file, "test");
  MemoryWriter writer = store.add_memory({"council", "", ""}, {});
  for (const auto& [english, chinese] :
       {std::pair("The Security Council", "安全理事会"), std::pair("peace, peace", "和平")})
    writer.add({"",
                {{languages::en, "", english, {}, {}, {}, {}},
                 {languages::zh, "", chinese, {}, {}, {}, {}}},
                {},
                {},
                {},
                1});
  writer.finish();
  store.publish();
  return file;
}

std::vector<std::string> faults_after(const std::string& sql) {
  const Folder folder;
  const std::string file = corpus_in(folder);
  REQUIRE(Store::open(file).faults().empty());
  sqlite::Connection(std::filesystem::path(file)).execute(sql);
  std::vector<std::string> faults = Store::open(file).faults();
  // That a table was changed is found without the index.
  std::erase_if(faults,
                [](const std::string& fault) { return fault.starts_with("table "); });
  return faults;
}

}  // namespace

TEST_CASE("a word that the index has lost is a fault", "[corpus][search][error]") {
  CHECK(faults_after("DELETE FROM search_list WHERE form = 'council'") ==
        std::vector<std::string>{"search index: row 1 is not found by “council”"});
  CHECK(faults_after("DELETE FROM search_list WHERE form = '理事'").size() == 1);
  CHECK(
      faults_after("UPDATE search_list SET data = substr(data, 1, 2) WHERE form = 'peace'")
          .size() == 1);
  CHECK(
      faults_after("UPDATE search_list SET first = first + 1 WHERE form = 'the'").size() ==
      1);
}

TEST_CASE("a memory's text with another letter is a fault", "[corpus][search][error]") {
  CHECK(faults_after(
            "UPDATE cell SET text = 'The Security Councel' WHERE text LIKE '%Council'")
            .size() == 1);
  CHECK(faults_after("UPDATE cell SET text = '安金理事会' WHERE text = '安全理事会'")
            .size() == 2);  // 安金, 金理
}

TEST_CASE("a text that was changed and indexed again is none", "[corpus][search]") {
  const Folder folder;
  const std::string file = corpus_in(folder);
  {
    sqlite::Connection database{std::filesystem::path(file)};
    WriteTransaction transaction(database);
    database.execute("UPDATE cell SET text = 'war' WHERE text = 'peace, peace'");
    index_row(database, 2);
    transaction.commit();
  }
  CHECK(Store::open(file).faults().empty());
}

TEST_CASE("who only reads writes nothing, whatever is missing in the file",
          "[corpus][search][error]") {
  const Folder folder;
  const std::string file = folder.path("c.hexapla");
  Store::write_corpus(file, made_up_multitext(), {});
  sqlite::Connection(std::filesystem::path(file))
      .execute("UPDATE language SET tag = 'de' WHERE tag = 'ru'; PRAGMA wal_checkpoint");
  const std::string bytes = folder.read("c.hexapla");
  {
    const Store store = Store::open(file);
    CHECK_FALSE(store.faults().empty());
    store.search({parse_query("14"), {}, {}, {}, {}},
                 [](const SearchHit&) { return true; });
  }
  CHECK(folder.read("c.hexapla") == bytes);
}

}  // namespace hexapla
