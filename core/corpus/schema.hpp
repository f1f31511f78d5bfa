#pragma once

// Private to core/corpus/.

#include "corpus/sqlite.hpp"

#include <cstdint>
#include <string_view>

namespace hexapla {

/// "HXPL" in the header of the file, where `file` and SQLite look for the application.
/// Source: SQLite file format, section 1.3.15, "Application ID".
inline constexpr std::int64_t application_id = 0x4858504C;

/// Goes up by one with each change that an older program would misread.
inline constexpr std::int64_t corpus_format = 2;

/// Makes all tables in an empty database. `program` is who writes, as in "hexapla 0.1.0".
void create_schema(sqlite::Connection& connection, std::string_view program);

/// Errors: Fault::unreadable unless it is a database of ours;
///         Fault::unsupported when a newer program wrote it, or one before 0.2, which knew
///         less of a document's source than can be made up for.
void require_schema(const sqlite::Connection& connection);

}  // namespace hexapla
