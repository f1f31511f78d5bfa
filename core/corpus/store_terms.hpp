#pragma once

// Private to core/corpus/: the tables concept, term.

#include "corpus/sqlite.hpp"
#include "term/termbase.hpp"

namespace hexapla {

void write_termbase(const sqlite::Connection& connection, const Termbase& termbase);

/// Errors: Fault::malformed at an unknown language or status.
[[nodiscard]] Termbase load_termbase(const sqlite::Connection& connection);

}  // namespace hexapla
