#pragma once

#include <string>

#include <sqlite3.h>

namespace hexapla {

/// The bytes of a database in which `sql` was run.
inline std::string database_of(const std::string& sql) {
  sqlite3* database = nullptr;
  sqlite3_open(":memory:", &database);
  char* why = nullptr;
  if (sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &why) != SQLITE_OK) {
    std::string words = why;
    sqlite3_free(why);
    sqlite3_close(database);
    return words;
  }
  sqlite3_int64 size = 0;
  unsigned char* const bytes = sqlite3_serialize(database, "main", &size, 0);
  std::string copy(reinterpret_cast<char*>(bytes), static_cast<std::size_t>(size));
  sqlite3_free(bytes);
  sqlite3_close(database);
  return copy;
}

/// The tables of a memory as Trados Studio makes them, as far as a reader looks at them,
/// and the memory itself.
inline const std::string studio_tables =
    "CREATE TABLE translation_memories(id INTEGER PRIMARY KEY, guid BLOB, name TEXT, "
    "source_language TEXT, target_language TEXT, creation_user TEXT, creation_date TEXT);"
    "CREATE TABLE translation_units(id INTEGER PRIMARY KEY, guid BLOB, "
    "translation_memory_id INTEGER, source_hash INTEGER, source_segment TEXT, "
    "target_hash INTEGER, target_segment TEXT, creation_date TEXT, creation_user TEXT, "
    "change_date TEXT, change_user TEXT, last_used_date TEXT, last_used_user TEXT, "
    "usage_counter INTEGER, flags INTEGER);"
    "INSERT INTO translation_memories VALUES (1, NULL, 'Council', 'en-US', 'fr-FR', "
    "'ana', '2013-05-24 08:33:11');";

inline std::string studio_text(const std::string& text, const std::string& culture) {
  return "<Segment xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><Elements>"
         "<Text><Value>" +
         text + "</Value></Text></Elements><CultureName>" + culture +
         "</CultureName></Segment>";
}

/// A row of translation_units; NULL for an empty segment.
inline std::string studio_row(int id, const std::string& source,
                              const std::string& target) {
  const auto value = [](const std::string& xml) {
    std::string quoted;
    for (const char byte : xml)
      quoted += byte == '\'' ? "''" : std::string(1, byte);
    return xml.empty() ? "NULL" : "'" + quoted + "'";
  };
  return "INSERT INTO translation_units VALUES (" + std::to_string(id) + ", NULL, 1, 7, " +
         value(source) + ", 8, " + value(target) +
         ", '2013-05-24 08:33:11', 'ana', '2014-01-02 03:04:05', 'ben', "
         "'2014-01-02 03:04:05', 'ben', 3, 0);";
}

}  // namespace hexapla
