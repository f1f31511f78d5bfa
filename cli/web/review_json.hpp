#pragma once

#include "cli/web/desk.hpp"

#include <nlohmann/json.hpp>

namespace hexapla::web {

using Json = nlohmann::ordered_json;

/// A row with its cells, what was said of it, and the names of its findings.
[[nodiscard]] Json json_of_row(const ReviewedWork& work, std::size_t row);

/// A finding with the words that it is about; places count UTF-16 units, as scripts of a
/// page do.
[[nodiscard]] Json json_of_finding(const ReviewedWork& work, const NamedFinding& finding);

[[nodiscard]] Json json_of_comment(const ReviewedWork& work, const Comment& comment);

/// A line of the log in words.
[[nodiscard]] Json json_of_line(const LoggedDecision& line,
                                std::span<const LoggedDecision> log);

/// How many rows are in each queue, and how many were looked at.
[[nodiscard]] Json json_of_queues(const ReviewedWork& work);

/// Findings and comments of rows, as members of these names.
void add_what_is_said(Json& json, const ReviewedWork& work,
                      std::span<const std::size_t> rows);

/// Whether something that is not dismissed was found in a row.
[[nodiscard]] bool has_open_finding(const ReviewedWork& work, std::size_t row,
                                    Severity least);
[[nodiscard]] bool has_open_note(const ReviewedWork& work, std::size_t row);

/// A row of a memory.
[[nodiscard]] Json json_of_unit(const StoredUnit& unit);

/// Rows and findings that are other than at a version; queues; the version now.
[[nodiscard]] Json json_of_changes(const ReviewedWork& work, const WorkVersion& since);

/// `bytes` of UTF-8 in UTF-16 units.
[[nodiscard]] std::size_t utf16_units(std::string_view bytes);

/// How many bytes the first `units` of UTF-16 have; all when there are not so many.
[[nodiscard]] std::size_t bytes_of(std::string_view text, std::size_t units);

[[nodiscard]] std::string dumped(const Json& json);

}  // namespace hexapla::web
