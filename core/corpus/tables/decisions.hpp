#pragma once

// Private to core/corpus/: rows, cells and texts as they are after all decisions.

#include "align/multitext.hpp"
#include "check/finding.hpp"
#include "corpus/database/sqlite.hpp"
#include "corpus/decided_work.hpp"
#include "corpus/decision.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace hexapla {

/// Whether texts are as people edited them or as they came in.
enum class Texts : std::uint8_t { edited, as_they_came };

/// A documents work as it is now. Errors: Fault::malformed when the file is damaged.
[[nodiscard]] Multitext read_multitext(const sqlite::Connection& connection,
                                       std::int64_t work, Texts texts = Texts::edited);

/// A documents work with all that was said of it.
[[nodiscard]] DecidedWork read_decided_work(const sqlite::Connection& connection,
                                            std::int64_t work);

/// A documents work as it came in, without rows where decisions may have changed them.
[[nodiscard]] Multitext read_machine_multitext(const sqlite::Connection& connection,
                                               std::int64_t work);

/// A verdict as table row has it; nothing for none.
[[nodiscard]] std::optional<std::string_view> stored_name(Verdict verdict);

/// Whether a decision ever had rows of the present documents made anew: counts, even when
/// it was undone.
[[nodiscard]] bool were_rows_changed(const sqlite::Connection& connection,
                                     std::int64_t work);

/// The findings of a documents work that were not dismissed, or all.
enum class Dismissed : std::uint8_t { left_out, kept };
[[nodiscard]] std::vector<Finding> read_open_findings(const sqlite::Connection& connection,
                                                      std::int64_t work,
                                                      Dismissed dismissed);

/// `decision` with what it says before, checked against the work as it is now.
/// Errors: Fault::inconsistent when it is about something that isn't there.
[[nodiscard]] Decision prepared(const sqlite::Connection& connection, std::int64_t work,
                                Decision decision);

/// Brings rows, cells and texts of a work to what its decisions say, inside the caller's
/// transaction. `changed` was just made, undone or redone.
void put_decisions(const sqlite::Connection& connection, std::int64_t work,
                   const Decision& changed);

/// Whether rows that say something else than before are indexed at once, or are not indexed
/// yet and will be.
enum class Indexing : std::uint8_t { at_once, later };

/// The same for all decisions on a memory.
void put_memory(const sqlite::Connection& connection, std::int64_t work,
                Indexing indexing = Indexing::at_once);

/// The same for all decisions on a documents work.
void put_alignment(const sqlite::Connection& connection, std::int64_t work,
                   Indexing indexing = Indexing::at_once);

}  // namespace hexapla
