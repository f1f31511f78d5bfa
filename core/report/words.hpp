#pragma once

// Private to core/export/: names for people.

#include "check/finding.hpp"
#include "text/language.hpp"

#include <string>
#include <string_view>

namespace hexapla {

/// A language's name in itself, "français"; its tag where we know none.
[[nodiscard]] std::string native_name(Language language);

/// "term missing" for term_missing.
[[nodiscard]] std::string spoken(std::string_view name);

/// "1 row", "2 rows": the words take an s but for one.
[[nodiscard]] std::string counted(std::size_t count, std::string_view word);

}  // namespace hexapla
