#include "corpus/database/schema.hpp"

#include "corpus_data.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
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

/// An object of a schema as SQL has it, without comments and white space.
std::string plain_sql(std::string_view sql) {
  std::string plain;
  for (std::size_t i = 0; i < sql.size(); ++i) {
    if (sql.substr(i).starts_with("--")) {
      i = std::min(sql.find('\n', i), sql.size());
    } else if (std::string_view(" \t\n\r;").find(sql[i]) == std::string_view::npos) {
      plain += sql[i];
    }
  }
  return plain;
}

using Schema = std::map<std::string, std::string, std::less<>>;

/// The objects that `statements` create, by name. No string in them holds a semicolon.
void add_objects(std::string_view statements, Schema& objects) {
  std::string sql;
  for (std::size_t begin = 0; begin < statements.size();) {
    const std::size_t end = std::min(statements.find('\n', begin), statements.size());
    const std::string_view line = statements.substr(begin, end - begin);
    sql.append(line.substr(0, line.find("--"))).push_back('\n');
    begin = end + 1;
  }
  for (std::size_t begin = 0; (begin = sql.find("CREATE ", begin)) != std::string::npos;) {
    const std::size_t end = std::min(sql.find(';', begin), sql.size());
    const std::string statement = sql.substr(begin, end - begin);
    const std::size_t name = statement.find(' ', std::string_view("CREATE ").size()) + 1;
    objects.emplace(statement.substr(name, statement.find_first_of(" (\n", name) - name),
                    plain_sql(statement));
    begin = end;
  }
}

Schema schema_of(std::int64_t format) {
  Schema objects;
  add_objects(embedded::schema_sql, objects);
  add_objects(format < oldest_with_clients   ? embedded::decision_of_format_3_sql
              : format < oldest_with_borders ? embedded::decision_of_format_4_sql
                                             : embedded::decision_sql,
              objects);
  add_objects(embedded::search_sql, objects);
  if (format >= oldest_with_cells) add_objects(embedded::table_cell_sql, objects);
  if (format >= oldest_with_sums) add_objects(embedded::table_sum_sql, objects);
  if (format >= oldest_with_borders) add_objects(embedded::machine_segment_sql, objects);
  return objects;
}

const Schema& own_schema(std::int64_t format) {
  static const std::map<std::int64_t, Schema> schemas = [] {
    std::map<std::int64_t, Schema> made;
    for (std::int64_t each = oldest_read_in_place; each <= corpus_format; ++each)
      made.emplace(each, schema_of(each));
    return made;
  }();
  return schemas.at(std::max(format, oldest_read_in_place));
}

/// SQLite's own tables and indexes, which no statement can make or change.
bool is_of_sqlite(std::string_view type, std::string_view name) {
  return (type == "table" || type == "index") && name.starts_with("sqlite_");
}

/// Nothing but our tables, indexes and views, as we make them: a trigger of a stranger
/// would run when we write, a view in place of a table when we read.
void require_own_objects(const sqlite::Connection& connection, std::int64_t format) {
  const Schema& own = own_schema(format);
  std::size_t found = 0;
  sqlite::Statement objects(connection, "SELECT type, name, sql FROM sqlite_schema");
  while (objects.step()) {
    const std::string type(objects.text(0));
    const std::string name(objects.text(1));
    if (is_of_sqlite(type, name)) continue;
    const auto expected = own.find(name);
    const bool same =
        format >= oldest_read_in_place
            ? expected != own.end() && plain_sql(objects.text(2)) == expected->second
            : type != "trigger" && (type != "view" || expected != own.end()) &&
                  !objects.text(2).starts_with("CREATE VIRTUAL");
    if (!same)
      refuse(
          Fault::unreadable, connection,
          "not as this program makes corpus files: the " + type + " '" + name +
              "' is not ours; it was not run. Export the file with the program that wrote "
              "it, or align the documents again");
    ++found;
  }
  if (format < oldest_read_in_place || found == own.size()) return;
  for (const auto& [name, sql] : own) {
    sqlite::Statement present(connection, "SELECT 1 FROM sqlite_schema WHERE name = ?");
    present.bind(1, name);
    if (!present.step())
      refuse(Fault::unreadable, connection,
             "a damaged corpus file: it lacks '" + name + "'" + std::string(way_out));
  }
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
  connection.execute(embedded::decision_sql);
  connection.execute(embedded::search_sql);
  connection.execute(embedded::table_cell_sql);
  connection.execute(embedded::table_sum_sql);
  connection.execute(embedded::machine_segment_sql);
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
  require_own_objects(connection, format);
  return format;
}

void migrate(sqlite::Connection& connection) {
  const std::int64_t format = number_in_header(connection, "user_version");
  if (format == oldest_format) {
    // Corpora from before the languages were asked about their rows agree.
    if (!has_column(connection, "row", "agreement"))
      connection.execute("ALTER TABLE row ADD COLUMN agreement REAL NOT NULL DEFAULT 1");
    connection.execute(embedded::leave_format_2_sql);
    connection.execute(embedded::schema_sql);
    connection.execute(embedded::decision_sql);
    connection.execute(embedded::search_sql);
    connection.execute(embedded::enter_format_3_sql);
  } else if (format < oldest_with_borders) {
    connection.execute(embedded::leave_format_3_sql);
    connection.execute(embedded::decision_sql);
    connection.execute(format < oldest_with_clients ? embedded::enter_format_4_sql
                                                    : embedded::enter_format_7_sql);
  }
  if (format < oldest_with_cells) connection.execute(embedded::table_cell_sql);
  if (format < oldest_with_sums) connection.execute(embedded::table_sum_sql);
  connection.execute(embedded::machine_segment_sql);
  const std::string number = std::to_string(corpus_format);
  connection.execute("UPDATE meta SET value = '" + number + "' WHERE key = 'format'");
  connection.execute("PRAGMA user_version = " + number);
}

}  // namespace hexapla
