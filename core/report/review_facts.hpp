#pragma once

#include "check/finding.hpp"
#include "text/language.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace hexapla {

enum class RowVerdict : std::uint8_t { none, right, wrong };

/// What people said of a work, for a report to show.
struct ReviewFacts {
  std::vector<RowVerdict> rows;                         ///< By number; may be empty.
  std::set<std::pair<Language, std::uint32_t>> edited;  ///< Languages and segments.
  std::size_t dismissed = 0;                            ///< Findings that are not shown.
  /// What a finding is called everywhere; none where there is no function.
  std::function<std::string(const Finding&)> name_of;
};

}  // namespace hexapla
