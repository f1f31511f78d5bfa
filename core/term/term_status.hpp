#pragma once

#include "term/termbase.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace hexapla {

/// By TermStatus.
inline constexpr std::array<std::string_view, 5> term_status_names{
    "preferred", "admitted", "deprecated", "forbidden", "obsolete"};

[[nodiscard]] constexpr std::string_view name_of(TermStatus status) noexcept {
  return term_status_names.at(static_cast<std::size_t>(status));
}

/// Reads our names and those of status_names.tsv, in any letter case; empty is preferred.
[[nodiscard]] std::optional<TermStatus> term_status_from(std::string_view name);

}  // namespace hexapla
