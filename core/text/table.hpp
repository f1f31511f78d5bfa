#pragma once

#include "text/language.hpp"

#include <string_view>
#include <vector>

namespace hexapla {

/// The parts of `line` between `border`s, in order; n borders make n + 1 parts.
/// The views live as long as `line`.
[[nodiscard]] std::vector<std::string_view> parts_of(std::string_view line, char border);

/// The rows of one of our own tables, cut at tabs; lines that are empty or start with `#`
/// are left out. The views live as long as `tsv`.
[[nodiscard]] std::vector<std::vector<std::string_view>> rows_of_table(
    std::string_view tsv);

/// Those rows that begin with the primary tag of a language, without it.
[[nodiscard]] std::vector<std::vector<std::string_view>> rows_of_language(
    std::string_view tsv, Language language);

}  // namespace hexapla
