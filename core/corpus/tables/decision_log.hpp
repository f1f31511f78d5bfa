#pragma once

// Private to core/corpus/: the table decision.

#include "corpus/database/sqlite.hpp"
#include "corpus/decision.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace hexapla {

/// Appends a line. Returns: its id.
std::int64_t log_decision(const sqlite::Connection& connection, std::int64_t work,
                          const Proposal& proposal);

/// The line that a client's name stands for; nothing when there is none.
[[nodiscard]] std::optional<std::int64_t> line_of_client(
    const sqlite::Connection& connection, std::string_view client);

/// The lines about one work, or all, in their order, each with whether it counts.
[[nodiscard]] std::vector<LoggedDecision> read_log(const sqlite::Connection& connection,
                                                   std::optional<std::int64_t> work);

/// The line that an undo takes back: the last that counts, or the one chosen. Nothing when
/// there is none.
[[nodiscard]] const LoggedDecision* undoable(const std::vector<LoggedDecision>& log,
                                             const LineChoice& choice);

/// The line that a redo does again: the last that was undone and not yet done again, unless
/// something else was decided since, by the same person or about the same work.
[[nodiscard]] const LoggedDecision* redoable(const std::vector<LoggedDecision>& log,
                                             const LineChoice& choice);

}  // namespace hexapla
