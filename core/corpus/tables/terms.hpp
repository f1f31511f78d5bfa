#pragma once

// Private to core/corpus/: the tables concept, term.

#include "corpus/database/sqlite.hpp"
#include "term/termbase.hpp"

#include <cstdint>

namespace hexapla {

/// Replaces the termbase of a work, inside the caller's transaction.
void write_termbase(const sqlite::Connection& connection, std::int64_t work,
                    const Termbase& termbase);

/// Errors: Fault::malformed at an unknown language or status.
[[nodiscard]] Termbase load_termbase(const sqlite::Connection& connection,
                                     std::int64_t work);

}  // namespace hexapla
