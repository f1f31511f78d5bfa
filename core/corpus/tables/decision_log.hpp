#pragma once

// Private to core/corpus/: the table decision.

#include "corpus/database/sqlite.hpp"
#include "corpus/decision.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace hexapla {

/// Appends a line. Returns: its id.
std::int64_t log_decision(const sqlite::Connection& connection, std::int64_t work,
                          const Decision& decision, const Stamp& stamp,
                          std::int64_t subject = 0);

/// The lines about one work, or all, in their order, each with whether it counts.
[[nodiscard]] std::vector<LoggedDecision> read_log(const sqlite::Connection& connection,
                                                   std::optional<std::int64_t> work);

/// Which line undo and redo are about: the last that counts; the last that was undone and
/// not yet done again, unless something else was decided about its work since.
struct UndoRedo {
  const LoggedDecision* undo = nullptr;
  const LoggedDecision* redo = nullptr;
};
[[nodiscard]] UndoRedo undo_redo_in(const std::vector<LoggedDecision>& log);

}  // namespace hexapla
