#pragma once

#include "align/search/guides.hpp"
#include "align/search/passes.hpp"
#include "align/search/text_pair.hpp"

#include <optional>

namespace hexapla {

/// What is left when nothing was found.
[[nodiscard]] Outcome nothing_paired(const TextPair& texts);

/// The first attempt that finds anything at all: good enough to learn words from.
[[nodiscard]] Outcome first_outcome(const TextPair& texts, const Guides& guides,
                                    const AlignSettings& settings,
                                    const ModelSettings& model);

/// The best of several attempts to align two texts. When all of them fail, since the texts
/// are too long to be searched closely for want of a place to begin, `texts` learns from a
/// part of itself, and all is tried once more.
/// Returns: nothing when that fails too.
[[nodiscard]] std::optional<Outcome> best_outcome(TextPair& texts, const Guides& guides,
                                                  const AlignSettings& settings,
                                                  const ModelSettings& model);

}  // namespace hexapla
