#pragma once

// Private to core/corpus/.

#include "corpus/database/sqlite.hpp"
#include "corpus/search.hpp"

#include <vector>

namespace hexapla {

/// As Store::similar.
[[nodiscard]] std::vector<SimilarHit> similar_rows(const sqlite::Connection& connection,
                                                   const SimilarSearch& search);

}  // namespace hexapla
