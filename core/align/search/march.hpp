#pragma once

#include "align/model.hpp"
#include "align/search/guides.hpp"
#include "align/search/text_pair.hpp"
#include "align/search/way.hpp"

namespace hexapla {

/// True when two texts are longer than a window.
[[nodiscard]] bool has_windows(const TextPair& texts);

/// The way through texts of any length, window by window: each begins where the one before
/// was last sure, and knows the words that it taught. Where a window doesn't know the way,
/// the words tell where both texts meet again; where they don't either, it goes on by
/// lengths.
/// Cost: linear.
[[nodiscard]] Way way_through(const TextPair& texts, const Guides& guides,
                              const AlignSettings& settings, const ModelSettings& model);

}  // namespace hexapla
