#include "corpus/database/sqlite.hpp"

#include "text/error.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

namespace {

std::int64_t rows_in(const sqlite::Connection& connection) {
  sqlite::Statement count(connection, "SELECT count(*) FROM note");
  REQUIRE(count.step());
  return count.integer(0);
}

}  // namespace

TEST_CASE("a transaction left by an error leaves no rows", "[corpus]") {
  sqlite::Connection connection(sqlite::InMemory{"test"});
  connection.execute("CREATE TABLE note(body TEXT NOT NULL)");
  try {
    sqlite::Transaction transaction(connection);
    sqlite::Statement(connection, "INSERT INTO note VALUES (?)").run("条约");
    throw Error(Fault::malformed, {"test", 0}, "stop here");
  } catch (const Error&) {
    CHECK(rows_in(connection) == 0);
  }
}

TEST_CASE("a committed transaction stays", "[corpus]") {
  sqlite::Connection connection(sqlite::InMemory{"test"});
  connection.execute("CREATE TABLE note(body TEXT NOT NULL)");
  {
    sqlite::Transaction transaction(connection);
    sqlite::Statement(connection, "INSERT INTO note VALUES (?)").run("معاهدة");
    transaction.commit();
  }
  CHECK(rows_in(connection) == 1);
}

TEST_CASE("a statement that does not parse says why, and in which file",
          "[corpus][error]") {
  const sqlite::Connection connection(sqlite::InMemory{"letter.hexapla"});
  CHECK_THROWS_WITH(
      sqlite::Statement(connection, "SELEKT"),
      Catch::StartsWith("letter.hexapla: ") && Catch::Contains("syntax error"));
}

TEST_CASE("an empty text without bytes is stored as an empty text, not as NULL",
          "[corpus]") {
  sqlite::Connection connection(sqlite::InMemory{"test"});
  connection.execute("CREATE TABLE note(body TEXT NOT NULL) STRICT");
  sqlite::Statement insert(connection, "INSERT INTO note VALUES (?)");
  CHECK_NOTHROW(insert.run(std::string_view()));
  CHECK(rows_in(connection) == 1);
}

TEST_CASE("text, whole numbers and fractions come back as they were bound", "[corpus]") {
  sqlite::Connection connection(sqlite::InMemory{"test"});
  connection.execute("CREATE TABLE note(body TEXT, size INTEGER, share REAL) STRICT");
  sqlite::Statement(connection, "INSERT INTO note VALUES (?, ?, ?)")
      .run("договор\0!", std::size_t{1774}, 1. / 3);
  sqlite::Statement row(connection, "SELECT body, size, share FROM note");
  REQUIRE(row.step());
  CHECK(row.text(0) == "договор");
  CHECK(row.integer(1) == 1774);
  CHECK(row.real(2) == 1. / 3);
  CHECK_FALSE(row.step());
}

}  // namespace hexapla
