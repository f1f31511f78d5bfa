#pragma once

#include <string_view>

namespace hexapla {

/// How alike two consonant skeletons are, from 0 (nothing) to 1 (equal).
/// Source: edit distance (Levenshtein 1966) over the longer length.
/// Cost:   the product of their lengths.
[[nodiscard]] double name_similarity(std::string_view source_skeleton,
                                     std::string_view target_skeleton);

}  // namespace hexapla
