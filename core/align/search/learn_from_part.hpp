#pragma once

#include "align/model.hpp"
#include "align/search/text_pair.hpp"

namespace hexapla {

/// Makes `texts` know the words that a part of them teaches: the beginnings of both sides,
/// or their ends, if these are versions of each other. For long texts of which one lacks
/// what the other has, where lengths alone show no way.
/// Returns: false when neither teaches anything, or the texts are no longer than a part.
bool learn_from_part(TextPair& texts, const AlignSettings& settings,
                     const ModelSettings& model);

}  // namespace hexapla
