#pragma once

// Private to core/corpus/.

#include "corpus/database/sqlite.hpp"

#include <cstdint>
#include <string_view>

namespace hexapla {

/// "HXPL" in the header of the file, where `file` and SQLite look for the application.
/// Source: SQLite file format, section 1.3.15, "Application ID".
inline constexpr std::int64_t application_id = 0x4858504C;

/// Goes up by one with each change that an older program would misread.
inline constexpr std::int64_t corpus_format = 7;

/// The oldest format that can be brought to the present one.
inline constexpr std::int64_t oldest_format = 2;

/// The oldest format that is read as it is: only the table of decisions differs, and those
/// of cells and sums are missing.
inline constexpr std::int64_t oldest_read_in_place = 3;

/// The oldest format whose decisions say which client made them.
inline constexpr std::int64_t oldest_with_clients = 4;

/// The oldest format with a table of cells.
inline constexpr std::int64_t oldest_with_cells = 5;

/// The oldest format whose tables have sums.
inline constexpr std::int64_t oldest_with_sums = 6;

/// The oldest format whose people may cut and unite segments.
inline constexpr std::int64_t oldest_with_borders = 7;

/// Makes all tables in an empty database, but for their sums. `program` is who writes, as
/// in "hexapla 0.1.0".
void create_schema(sqlite::Connection& connection, std::string_view program);

/// The format that a database of ours is in, from `oldest_format` to `corpus_format`.
/// Errors: Fault::unreadable unless it is a database of ours;
///         Fault::unsupported when a newer program wrote it, or one before 0.2, which knew
///         less of a document's source than can be made up for.
[[nodiscard]] std::int64_t require_schema(const sqlite::Connection& connection);

/// Brings a database of an older format to the present one, but for the sums of its tables,
/// inside the caller's transaction.
void migrate(sqlite::Connection& connection);

}  // namespace hexapla
