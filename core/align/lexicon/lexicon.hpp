#pragma once

#include "align/bead.hpp"
#include "align/lexicon/dictionary.hpp"
#include "align/lexicon/known_words.hpp"
#include "align/lexicon/tokens.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

struct Lexicon {
  Dictionary target_by_source;
  Dictionary source_by_target;
};

/// The lexicon before anything is aligned.
[[nodiscard]] Lexicon untrained_lexicon(const TokenSide& source, const TokenSide& target,
                                        std::uint32_t vocabulary, const KnownWords& known);

/// Learns from beads, each weighted with its confidence.
/// Cost:   linear in the pairs of tokens that stand together in a bead.
/// Source: Brown et al. (1993), model 1, both directions; counts discounted as in
///         Moore (2004), so that pairs seen once do not confirm themselves.
[[nodiscard]] Lexicon trained_lexicon(const TokenSide& source, const TokenSide& target,
                                      const KnownWords& known, std::span<const Bead> beads,
                                      const LexiconSettings& settings = {});

/// What a lexicon of two sides says, as pairs for other texts: the probability of the
/// target given the source, and the other way round; what both sides share is left out.
/// Shape: each pair once, sorted by source and target.
[[nodiscard]] std::vector<KnownPair> pairs_in(const Lexicon& lexicon,
                                              const TokenSide& source,
                                              const TokenSide& target);

}  // namespace hexapla
