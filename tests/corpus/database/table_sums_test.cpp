#include "corpus/database/table_sums.hpp"

#include "corpus/made_up.hpp"
#include "corpus/store.hpp"
#include "corpus/tables/memory_writer.hpp"
#include "folder.hpp"

#include <algorithm>
#include <filesystem>

#include <catch2/catch.hpp>

namespace hexapla::table_sums_test {
namespace {

const Stamp noon{"2026-01-01T12:00:00Z", "ana"};

Decision edit_of(Language language, const std::string& text) {
  Decision edit;
  edit.kind = DecisionKind::edit;
  edit.language = language;
  edit.segment = 1;
  edit.text = text;
  return edit;
}

/// A corpus in which no table is empty: documents with tables, terms, findings, decisions
/// and a run, and a memory with tags and a header.
std::string full_corpus(const Folder& folder) {
  const std::string file = folder.path("letter.hexapla");
  Multitext multitext = made_up_multitext();
  multitext.documents[1].document.blocks[1].cell = TableCell{1, 2, 3};
  RunRecord run;
  run.kind = "align";
  run.settings = {{"preset", "strict"}};
  Store store = Store::create(file, "hexapla 0.1.0");
  const Termbase termbase = made_up_termbase();
  const std::vector<Finding> findings = made_up_findings();
  const std::int64_t work = store.add_work(
      {{"letter", "A/75/574", "2020-11-03"}, multitext, termbase, findings, run});
  MemoryWriter writer = store.add_memory({"councils", "S/RES/1", ""},
                                         {"tmx 1.4", languages::en, {}, {}, {"a note"}});
  Variant english{
      languages::en, "EN-US", "The Security Council, recalling", {}, {}, {}, {}};
  english.tags = {{4, InlineTag::Role::alone, "ph", {}, ""}};
  for (int i = 0; i < 3; ++i)
    writer.add({"S/RES/1 " + std::to_string(i),
                {english, {languages::zh, "", "安全理事会，回顾", {}, {}, {}, {}}},
                {},
                {{"source", "S/RES/1"}},
                {},
                .25});
  writer.finish();
  store.decide(work, edit_of(languages::ru, "Погибли 14 мирных жителей, 3 ранены."), noon);
  store.publish();
  return file;
}

std::vector<std::string> texts_in(const sqlite::Connection& connection,
                                  const std::string& question) {
  sqlite::Statement row(connection, question);
  return row.rows([](const sqlite::Statement& line) { return std::string(line.text(0)); });
}

bool names_table(const std::vector<std::string>& faults, const std::string& table) {
  return std::ranges::any_of(faults, [&](const std::string& fault) {
    return fault.starts_with("table " + table + ":");
  });
}

}  // namespace

TEST_CASE("sums follow everything that is written into a corpus", "[corpus]") {
  const Folder folder;
  const std::string file = full_corpus(folder);
  Store store = Store::open(file);
  const auto is_sound = [&] {
    return sum_faults(sqlite::Connection{std::filesystem::path(file)}).empty();
  };
  CHECK(is_sound());
  store.undo(std::nullopt, noon);
  CHECK(is_sound());
  store.redo(std::nullopt, noon);
  CHECK(is_sound());
  Decision of_unit;
  of_unit.kind = DecisionKind::edit;
  of_unit.row = store.row_of(2, 1).value();
  of_unit.text = "The General Assembly";
  store.decide(2, of_unit, noon);
  CHECK(is_sound());
  store.set_findings(1, made_up_findings());
  store.set_findings(1, {});
  store.log_run({});
  CHECK(is_sound());
  const Multitext multitext = made_up_multitext();
  store.replace_work(1, {{"letter", "", ""}, multitext, {}, {}, {}}, {});
  CHECK(is_sound());
  store.vacuum();
  CHECK(store.faults().empty());
}

TEST_CASE("what a transaction gives up is not in the sums", "[corpus][error]") {
  const Folder folder;
  const std::string file = full_corpus(folder);
  Store store = Store::open(file);
  CHECK_THROWS(store.decide(1, edit_of(languages::ru, " "), noon));
  { const MemoryWriter left = store.add_memory({"left", "", ""}, {}); }
  CHECK(store.faults().empty());
  store.decide(1, edit_of(languages::ru, "Погибли люди, среди них дети и женщины."), noon);
  CHECK(store.faults().empty());
}

TEST_CASE("a line is the same to the sums when it is written, changed and read",
          "[corpus]") {
  // Which of a line's columns SQLite hands over at which number is its own affair: cell
  // has columns that are not stored, bead numbers that are stored as integers.
  sqlite::Connection connection(sqlite::InMemory{"test"});
  connection.execute(
      "CREATE TABLE cell(id INTEGER PRIMARY KEY, row INTEGER GENERATED ALWAYS AS (id >> "
      "10) "
      "VIRTUAL, language INTEGER NOT NULL, text TEXT NOT NULL, extra TEXT) STRICT;"
      "CREATE TABLE bead(bitext INTEGER, share REAL, number INTEGER, PRIMARY KEY (number, "
      "bitext)) STRICT, WITHOUT ROWID;"
      "CREATE TABLE table_sum(name TEXT PRIMARY KEY, lines INTEGER, sum INTEGER) STRICT");
  sum_tables_anew(connection);
  const auto statement = GENERATE(values<std::string>(
      {"INSERT INTO cell(id, language, text) VALUES (1, 1, 'мир')",
       "INSERT INTO cell(id, language, text, extra) VALUES (2048, 2, '和平', '{}')",
       "UPDATE cell SET text = 'سلام'", "UPDATE cell SET extra = NULL WHERE id = 2048",
       "INSERT INTO bead VALUES (7, 1, 3), (8, 0.25, 4), (9, 0, 5)",
       "UPDATE bead SET share = 1", "UPDATE bead SET share = 1. / 3 WHERE number = 4",
       "INSERT OR REPLACE INTO bead VALUES (7, .5, 3)", "DELETE FROM bead WHERE number = 5",
       "DELETE FROM cell WHERE id = 1"}));
  connection.execute(
      "INSERT INTO cell(id, language, text) VALUES (2048, 9, 'x'), (7, 8, 'y');"
      "INSERT INTO bead VALUES (7, 0.125, 30), (9, 0, 5), (8, 1, 4)");
  connection.execute("DELETE FROM cell WHERE id = 2048 AND " +
                     std::string(statement.starts_with("INSERT INTO cell") ? "1" : "0"));
  connection.execute("DELETE FROM bead WHERE number < 9 AND " +
                     std::string(statement.starts_with("INSERT INTO bead") ? "1" : "0"));
  sum_tables_anew(connection);
  CAPTURE(statement);
  WriteTransaction transaction(connection);
  connection.execute(statement);
  transaction.commit();
  CHECK(sum_faults(connection).empty());
}

TEST_CASE("another value in any column of any table is named", "[corpus][error]") {
  const Folder folder;
  const std::string file = full_corpus(folder);
  sqlite::Connection connection{std::filesystem::path(file)};
  connection.execute("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON");
  std::size_t changed = 0;
  for (const std::string& table :
       texts_in(connection,
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name "
                "NOT LIKE 'sqlite%'")) {
    CAPTURE(table);
    for (const std::string& column :
         texts_in(connection, "SELECT name FROM pragma_table_info('" + table + "')")) {
      CAPTURE(column);
      connection.execute("BEGIN");
      // Only the first line, and only a little: a digit more, a letter more.
      connection.execute(
          "UPDATE \"" + table + "\" SET \"" + column + "\" = CASE typeof(\"" + column +
          "\") WHEN 'integer' THEN \"" + column + "\" + 1000 WHEN 'real' THEN \"" + column +
          "\" / 2 WHEN 'blob' THEN " + "CAST(\"" + column +
          "\" || 'x' AS BLOB) WHEN 'text' THEN \"" + column +
          "\" || 'x' ELSE '7' END WHERE (\"" + column + "\") IN (SELECT \"" + column +
          "\" FROM \"" + table + "\" ORDER BY \"" + column + "\" DESC LIMIT 1)");
      if (texts_in(connection, "SELECT changes()").at(0) != "0") {
        ++changed;
        const std::vector<std::string> faults = sum_faults(connection);
        CHECK((table == "table_sum" ? !faults.empty() : names_table(faults, table)));
      }
      connection.execute("ROLLBACK");
    }
  }
  CHECK(changed > 100);
}

TEST_CASE("a line that is gone or came from elsewhere is told by numbers",
          "[corpus][error]") {
  const Folder folder;
  const std::string file = full_corpus(folder);
  sqlite::Connection connection{std::filesystem::path(file)};
  connection.execute(
      "DELETE FROM term WHERE number = 1; INSERT INTO meta VALUES ('a', 'b');"
      "DELETE FROM table_sum WHERE name = 'run'");
  CHECK(sum_faults(connection) ==
        std::vector<std::string>{"table meta: holds 3 lines, not the 2 that were written",
                                 "table run: the sum of what was written is lost",
                                 "table term: holds 3 lines, not the 5 that were written"});
}

}  // namespace hexapla::table_sums_test
