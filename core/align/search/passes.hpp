#pragma once

#include "align/search/coarse.hpp"
#include "align/search/decision.hpp"
#include "align/search/guides.hpp"
#include "align/search/text_pair.hpp"
#include "align/search/way.hpp"

#include <optional>
#include <vector>

namespace hexapla {

using CoarseSearchFunction = std::optional<Band>(const CoarseKnowledge&);

/// One way to begin.
struct SearchStart {
  CoarseSearchFunction* search;
  float stay;    ///< GapModel::stay while little is known.
  double ratio;  ///< Of target lengths to source lengths.
};

/// Looks where `beginning` says, and lets all parts of the model learn from what is found,
/// pass by pass.
/// Returns: nothing when the search finds no place to look at closely.
[[nodiscard]] std::optional<Outcome> run_passes(const SearchStart& beginning,
                                                const TextPair& texts, const Guides& guides,
                                                const AlignSettings& settings,
                                                const ModelSettings& model);

/// Lets all parts of the model learn from a way that is known, and looks closely round it.
[[nodiscard]] Outcome run_along(const Way& way, const TextPair& texts, const Guides& guides,
                                const AlignSettings& settings, const ModelSettings& model);

}  // namespace hexapla
