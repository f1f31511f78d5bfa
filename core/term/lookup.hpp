#pragma once

#include "term/termbase.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace hexapla {

/// A concept that was looked for, and how well it fits.
struct LookupHit {
  std::size_t concept_index = 0;
  std::size_t term_index = 0;  ///< Of its term that fits best.

  friend bool operator==(const LookupHit&, const LookupHit&) = default;
};

/// The concepts of which a term in `language` (nullopt: any) holds `words`, whatever the
/// letter case and Arabic vowel signs; or whose id is `words`.
/// Shape: whole terms first, then those that start so, then the others; else as they stand
///        in the termbase.
[[nodiscard]] std::vector<LookupHit> look_up(const Termbase& termbase,
                                             std::string_view words,
                                             std::optional<Language> language);

}  // namespace hexapla
