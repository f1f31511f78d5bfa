#pragma once

#include "align/search/guides.hpp"
#include "align/search/passes.hpp"
#include "align/search/text_pair.hpp"

#include <optional>

namespace hexapla {

/// The first attempt that finds anything at all: good enough to learn words from.
[[nodiscard]] Outcome first_outcome(const TextPair& texts, const Guides& guides,
                                    const AlignSettings& settings,
                                    const ModelSettings& model);

/// The best of several attempts to align two texts that can be searched at once.
/// Returns: nothing when they are too long for that.
[[nodiscard]] std::optional<Outcome> searched_outcome(const TextPair& texts,
                                                      const Guides& guides,
                                                      const AlignSettings& settings,
                                                      const ModelSettings& model);

/// The best of several attempts to align two texts of any length. Texts longer than a
/// window of which too much is doubtful are marched through; see way_through().
[[nodiscard]] Outcome best_outcome(const TextPair& texts, const Guides& guides,
                                   const AlignSettings& settings,
                                   const ModelSettings& model);

}  // namespace hexapla
