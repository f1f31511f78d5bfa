#include "corpus/database/schema.hpp"

#include "corpus_data.hpp"
#include "text/error.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <system_error>

namespace hexapla {
namespace {

constexpr std::string_view way_out =
    "; corpus files are made by `hexapla align ... --out FILE`";

std::int64_t number_in_header(const sqlite::Connection& connection, std::string_view name) {
  sqlite::Statement question(connection, "PRAGMA " + std::string(name));
  return question.step() ? question.integer(0) : 0;
}

std::string writer_of(const sqlite::Connection& connection) {
  sqlite::Statement question(connection, "SELECT value FROM meta WHERE key = 'program'");
  return question.step() ? std::string(question.text(0)) : "a newer program";
}

[[noreturn]] void refuse(Fault fault, const sqlite::Connection& connection,
                         std::string_view why) {
  throw Error(fault, {connection.name(), 0}, why);
}

/// The application's number, and the check that this is a database at all: SQLite reads
/// the file for the first time here.
std::int64_t application_of(const sqlite::Connection& connection) {
  try {
    return number_in_header(connection, "application_id");
  } catch (const Error& error) {
    if (error.fault() == Fault::unwritable) throw;  // in use by another program
    refuse(Fault::unreadable, connection,
           "not a corpus file, or a damaged one" + std::string(way_out));
  }
}

/// SQLite reads the missing end of a last page as zeros; other pages it misses itself.
void require_whole_pages(const sqlite::Connection& connection) {
  std::error_code unknown;
  const std::uintmax_t size = std::filesystem::file_size(connection.name(), unknown);
  const auto page = static_cast<std::uintmax_t>(number_in_header(connection, "page_size"));
  if (!unknown && page > 0 && size % page != 0)
    refuse(Fault::unreadable, connection,
           "a corpus file cut short; copy it again, or align the documents again");
}

bool has_column(const sqlite::Connection& connection, std::string_view table,
                std::string_view column) {
  sqlite::Statement question(connection,
                             "SELECT 1 FROM pragma_table_info(?) WHERE name = ?");
  question.bind(1, table).bind(2, column);
  return question.step();
}

}  // namespace

void create_schema(sqlite::Connection& connection, std::string_view program) {
  connection.execute("PRAGMA encoding = 'UTF-8'");
  connection.execute("PRAGMA application_id = " + std::to_string(application_id));
  connection.execute("PRAGMA user_version = " + std::to_string(corpus_format));
  connection.execute(embedded::schema_sql);
  connection.execute(embedded::search_sql);
  sqlite::Statement insert(connection, "INSERT INTO meta VALUES (?, ?)");
  insert.run(std::string_view("format"), std::to_string(corpus_format));
  insert.run(std::string_view("program"), program);
}

std::int64_t require_schema(const sqlite::Connection& connection) {
  if (application_of(connection) != application_id)
    refuse(Fault::unreadable, connection,
           "a database, but not a corpus file" + std::string(way_out));
  require_whole_pages(connection);
  const std::int64_t format = number_in_header(connection, "user_version");
  if (format > corpus_format)
    refuse(Fault::unsupported, connection,
           "in corpus format " + std::to_string(format) + ", written by " +
               writer_of(connection) + "; this program reads format " +
               std::to_string(corpus_format) +
               ": use a newer one, or align the documents again");
  if (format > 0 && format < oldest_format)
    refuse(Fault::unsupported, connection,
           "in corpus format " + std::to_string(format) + ", written by " +
               writer_of(connection) +
               "; align the documents again to bring it to format " +
               std::to_string(corpus_format));
  if (format <= 0)
    refuse(Fault::unreadable, connection,
           "a corpus file without its format number" + std::string(way_out));
  return format;
}

void migrate(sqlite::Connection& connection) {
  // Corpora from before the languages were asked about their rows agree.
  if (!has_column(connection, "row", "agreement"))
    connection.execute("ALTER TABLE row ADD COLUMN agreement REAL NOT NULL DEFAULT 1");
  connection.execute(embedded::leave_format_2_sql);
  connection.execute(embedded::schema_sql);
  connection.execute(embedded::search_sql);
  connection.execute(embedded::enter_format_3_sql);
  connection.execute("PRAGMA user_version = " + std::to_string(corpus_format));
}

}  // namespace hexapla
