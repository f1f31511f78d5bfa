#pragma once

struct sqlite3;

namespace hexapla {

/// For files that may come from strangers: nothing that their schema holds is run.
/// Source: SQLite, "Defense Against The Dark Arts".
void take_rights_of_schema(sqlite3* connection);

}  // namespace hexapla
