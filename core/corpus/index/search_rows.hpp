#pragma once

// Private to core/corpus/.

#include "corpus/database/sqlite.hpp"
#include "corpus/index/word_slot.hpp"
#include "corpus/search.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace hexapla {

/// The languages of the file in which a search for `asked` looks; all for nullopt.
[[nodiscard]] std::vector<NumberedLanguage> languages_of_search(
    const sqlite::Connection& connection, std::optional<Language> asked);

/// As Store::search.
void search_rows(const sqlite::Connection& connection, const Search& search,
                 const std::function<bool(const SearchHit&)>& take);

}  // namespace hexapla
