#pragma once

#include "align/aligner.hpp"
#include "text/language.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hexapla {

/// Two texts that say the same, cut into words. The views must live as long as the call.
struct WordPair {
  std::vector<std::string_view> source;
  std::vector<std::string_view> target;
};

/// One word of the source renders, or helps to render, one of the target.
struct WordLink {
  std::uint32_t source = 0;  ///< Index of the word, from 0.
  std::uint32_t target = 0;
  float confidence = 0;

  friend bool operator==(const WordLink&, const WordLink&) = default;
};

/// Which word renders which in each of `pairs`, which teach each other: by the lexicon that
/// they teach in both directions, what is known beforehand, and where the words stand.
/// Shape:  one list a pair, sorted by source, then target. A word may have several links,
/// or
///         none.
/// Cost:   linear in the products of the lengths of the pairs.
/// Source: Brown et al. (1993), model 1; Dyer, Chahuneau and Smith (2013) for the diagonal;
///         Liang, Taskar and Klein (2006) for agreement of both directions; Koehn, Och and
///         Marcu (2003) for growing what they agree on.
[[nodiscard]] std::vector<std::vector<WordLink>> align_words(
    std::span<const WordPair> pairs, Language source, Language target,
    const WordSources& known = {});

}  // namespace hexapla
