#pragma once

// Private to core/corpus/.

#include "corpus/database/sqlite.hpp"

#include <string>
#include <vector>

namespace hexapla {

/// Words of the rows' present texts that the search index doesn't have where they stand, in
/// words, `most` of them at most: the index is damaged, or a text is. What else the index
/// has does no harm, since candidates are asked for their texts.
[[nodiscard]] std::vector<std::string> search_faults(const sqlite::Connection& connection,
                                                     std::size_t most);

}  // namespace hexapla
