#pragma once

#include "align/bead.hpp"
#include "align/tokens.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// Which tokens of one side call forth which of the other, in one direction.
struct Dictionary {
  /// How much likelier a token becomes by a cause than it is anywhere: p(token | cause) / q.
  struct Entry {
    std::uint32_t cause = 0;
    float ratio = 0;
  };
  std::vector<std::uint32_t> starts;  ///< By token; one more than the vocabulary.
  std::vector<Entry> entries;
  /// By cause: the share of its translations that is unknown, told by frequency alone.
  std::vector<float> unknown;

  [[nodiscard]] std::span<const Entry> causes_of(std::uint32_t token) const {
    return std::span(entries).subspan(starts[token], starts[token + 1] - starts[token]);
  }
};

struct Lexicon {
  Dictionary target_by_source;
  Dictionary source_by_target;
};

struct LexiconSettings {
  double discount = 0.8;   ///< Taken off each trained count.
  double identity = 1.0;   ///< A token is taken to translate itself as if seen so often.
  double agreement = 0;    ///< Share of a count that the other direction must confirm.
  unsigned iterations = 8; ///< Of expectation and maximisation.
};

/// The lexicon before anything is aligned: tokens that both sides share translate each other.
[[nodiscard]] Lexicon lexicon_of_identity(const TokenSide& source, const TokenSide& target,
                                          std::uint32_t vocabulary);

/// Learns from beads, each weighted with its confidence.
/// Cost:   linear in the pairs of tokens that stand together in a bead.
/// Source: Brown et al. (1993), model 1, both directions; counts discounted as in
///         Moore (2004), so that pairs seen once do not confirm themselves.
[[nodiscard]] Lexicon trained_lexicon(const TokenSide& source, const TokenSide& target,
                                      std::uint32_t vocabulary, std::span<const Bead> beads,
                                      const LexiconSettings& settings = {});

}  // namespace hexapla
