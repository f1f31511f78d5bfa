#include "corpus/database/schema.hpp"
#include "corpus/database/sqlite.hpp"
#include "corpus/made_up.hpp"
#include "corpus/store.hpp"
#include "files.hpp"
#include "folder.hpp"

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

/// A corpus in format 2, changed by `sql`.
std::string old_corpus(const Folder& folder, const std::string& sql = "") {
  const std::string file = folder.write("letter.hexapla", "");
  sqlite::Connection connection{std::filesystem::path(file)};
  connection.execute(project_file("tests/corpus/format_2.sql") + sql);
  return file;
}

void check_is_made_up(const Store& store) {
  const Multitext back = store.multitext();
  const Multitext stored = made_up_multitext();
  REQUIRE(back.documents.size() == stored.documents.size());
  for (std::size_t i = 0; i < stored.documents.size(); ++i) {
    const Document& was = stored.documents[i].document;
    const Document& is = back.documents[i].document;
    CHECK(is.name == was.name);
    CHECK(is.language == was.language);
    CHECK(is.text == was.text);
    CHECK(is.blocks == was.blocks);
    CHECK(is.marks == was.marks);
    CHECK(is.origin.runs().size() == was.origin.runs().size());  // without steps then
    CHECK(is.mended == was.mended);
    CHECK(is.source_size == was.source_size);
    CHECK(is.sha.empty());
    CHECK(is.parts == was.parts);
    CHECK(is.left_out == was.left_out);
    CHECK(back.documents[i].segments == stored.documents[i].segments);
  }
  CHECK(back.bitexts == stored.bitexts);
  CHECK(back.rows == stored.rows);
  CHECK(store.termbase() == made_up_termbase());
}

/// Makes a corpus of the present format one of 3, 4 or 5, whose tables were fewer, and does
/// `more` to it.
void take_back(const std::string& file, int format, std::string_view more = "") {
  const std::string number = std::to_string(format);
  sqlite::Connection connection{std::filesystem::path(file)};
  connection.execute(
      "DROP INDEX decision_of_work; DROP TABLE decision; DROP TABLE machine_segment; "
      "DROP TABLE table_sum; PRAGMA user_version = " +
      number + "; UPDATE meta SET value = '" + number + "' WHERE key = 'format'");
  if (format < 5) connection.execute("DROP TABLE table_cell");
  connection.execute(project_file("core/corpus/database/decision_of_format_" +
                                  std::string(format < 4 ? "3" : "4") + ".sql"));
  connection.execute(more);
}

/// A corpus in format 3 whose first row was confirmed.
std::string corpus_of_format_3(const Folder& folder) {
  const std::string file = folder.path("letter.hexapla");
  Store::write_corpus(file, made_up_multitext(), {});
  take_back(
      file, 3,
      "INSERT INTO decision(work, revision, at, who, kind, detail) VALUES (1, 0, '', 'bo', "
      "'confirm', '{\"beads\":[{\"source\":\"zh\",\"target\":\"ru\",\"beads\":"
      "[[0,1,0,1],[1,2,1,2]]},{\"source\":\"zh\",\"target\":\"ar\",\"beads\":"
      "[[0,2,0,2]]}]}'); UPDATE row SET verdict = 'confirmed', confidence = 1 WHERE id = "
      "1;");
  return file;
}

std::int64_t format_of(const std::string& file) {
  const sqlite::Connection connection{std::filesystem::path(file)};
  return require_schema(connection);
}

}  // namespace

TEST_CASE("a corpus of format 2 is read without being changed", "[corpus]") {
  const Folder folder;
  const std::string file = old_corpus(folder);
  const std::string bytes = folder.read(file);
  {
    const Store store = Store::open(file);
    check_is_made_up(store);
    CHECK(store.findings() == made_up_findings());
    REQUIRE(store.works().size() == 1);
    CHECK(store.works()[0].name == "letter");
  }
  CHECK(folder.read(file) == bytes);
  CHECK(folder.names() == std::vector<std::string>{"letter.hexapla"});
}

TEST_CASE("the first write brings a corpus of format 2 to the present one", "[corpus]") {
  const Folder folder;
  const std::string file = old_corpus(folder);
  {
    Store store = Store::open(file);
    store.set_findings({});
    check_is_made_up(store);
  }
  CHECK(format_of(file) == corpus_format);
  check_is_made_up(Store::open(file));
  CHECK(Store::open(file).findings().empty());
  const sqlite::Connection connection{std::filesystem::path(file)};
  sqlite::Statement left(
      connection, "SELECT count(*) FROM sqlite_master WHERE name LIKE 'old!_%' ESCAPE '!'");
  REQUIRE(left.step());
  CHECK(left.integer(0) == 0);
  sqlite::Statement broken(connection, "PRAGMA foreign_key_check");
  CHECK_FALSE(broken.step());
}

TEST_CASE("a corpus of format 3 is read in place, and written in the present one",
          "[corpus]") {
  const Folder folder;
  const std::string file = corpus_of_format_3(folder);
  const std::string bytes = folder.read(file);
  {
    const Store store = Store::open(file);
    CHECK(store.decisions()[0].stamp.who == "bo");
    CHECK(store.decided_work(1).verdicts[0] == Verdict::confirmed);
    CHECK(store.faults().empty());
  }
  CHECK(folder.read(file) == bytes);
  Store store = Store::open(file);
  CHECK(store.undo(1, {"", "bo"})->id == 1);
  CHECK(store.decided_work(1).verdicts[0] == Verdict::none);
  CHECK(store.faults().empty());
  CHECK(format_of(file) == corpus_format);
  CHECK(Store::open(file).decisions().size() == 2);
}

TEST_CASE("a corpus of format 5 gets sums of its tables by the first write", "[corpus]") {
  const Folder folder;
  const std::string file = folder.path("letter.hexapla");
  Store::write_corpus(file, made_up_multitext(), made_up_termbase());
  take_back(file, 5);
  CHECK(Store::open(file).faults().empty());
  Store store = Store::open(file);
  store.set_findings({});
  CHECK(store.faults().empty());
  CHECK(format_of(file) == corpus_format);
  sqlite::Connection{std::filesystem::path(file)}.execute(
      "UPDATE term SET note = 'x' WHERE number = 1");
  CHECK(Store::open(file).faults() ==
        std::vector<std::string>{"table term: holds other values than were written; the "
                                 "file is damaged, or another program changed it"});
}

TEST_CASE("a corpus of format 4 is read in place, and keeps cells once it is written",
          "[corpus]") {
  const Folder folder;
  const std::string file = folder.path("letter.hexapla");
  Multitext multitext = made_up_multitext();
  for (SegmentedDocument& version : multitext.documents)
    version.document.blocks[1].cell = TableCell{1, 2, 3};
  Store::write_corpus(file, multitext, {});
  CHECK(Store::open(file).multitext().documents[1].document.blocks ==
        multitext.documents[1].document.blocks);
  take_back(file, 4);
  const std::string bytes = folder.read(file);
  CHECK_FALSE(Store::open(file).multitext().documents[1].document.blocks[1].cell);
  CHECK(folder.read(file) == bytes);
  Store store = Store::open(file);
  store.set_findings({});
  CHECK(store.faults().empty());
  CHECK(format_of(file) == corpus_format);
}

TEST_CASE("a corpus of format 5 keeps its log, and sentences can be cut once it is written",
          "[corpus]") {
  const Folder folder;
  const std::string file = folder.path("letter.hexapla");
  Store::write_corpus(file, made_up_multitext(), {});
  take_back(file, 5,
            "INSERT INTO decision(work, revision, at, who, kind, detail, client) VALUES "
            "(1, 0, '', 'bo', 'comment', '{\"language\":\"zh\",\"segment\":0,"
            "\"text\":\"?\"}', 'a page')");
  const std::string bytes = folder.read(file);
  CHECK(Store::open(file).lines_of_client(1, "a page").size() == 1);
  CHECK(Store::open(file).faults().empty());
  CHECK(folder.read(file) == bytes);
  Store store = Store::open(file);
  const std::size_t segments = store.multitext().documents[0].segments.size();
  const std::string first(
      store.multitext().documents[0].text_of(store.multitext().documents[0].segments[0]));
  Decision cut;
  cut.kind = DecisionKind::cut;
  cut.language = store.multitext().documents[0].document.language;
  constexpr std::uint32_t one_han = 3;  // bytes
  cut.at = one_han;
  store.decide(1, cut, {"", "bo"});
  CHECK(store.multitext().documents[0].segments.size() == segments + 1);
  CHECK(store.lines_of_client(1, "a page").size() == 1);
  CHECK(store.faults().empty());
  CHECK(format_of(file) == corpus_format);
}

TEST_CASE("a cell of no block is a damaged corpus", "[corpus][error]") {
  const Folder folder;
  const std::string file = folder.path("letter.hexapla");
  Store::write_corpus(file, made_up_multitext(), {});
  {
    sqlite::Connection connection{std::filesystem::path(file)};
    connection.execute(
        "PRAGMA foreign_keys = OFF; INSERT INTO table_cell VALUES (1, 99, 1, 1, 1)");
  }
  CHECK_THROWS_WITH(Store::open(file).multitext(),
                    Catch::Matchers::Contains("a cell belongs to no block"));
}

TEST_CASE("rows of a corpus from before agreement was kept are not disputed", "[corpus]") {
  const Folder folder;
  const std::string file = old_corpus(folder, "ALTER TABLE row DROP COLUMN agreement;");
  CHECK(Store::open(file).multitext().rows[0].agreement == 1);
}

TEST_CASE("a write that fails leaves a corpus of format 2 as it was", "[corpus][error]") {
  const Folder folder;
  const std::string file = old_corpus(folder, "DROP TABLE bead;");
  const std::string bytes = folder.read(file);
  CHECK_THROWS(Store::open(file).set_findings({}));
  CHECK(folder.read(file) == bytes);
}

}  // namespace hexapla
