#pragma once

#include "align/aligner.hpp"
#include "align/lexicon/vocabulary.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// The segments of one side as numbers of a Vocabulary.
struct TokenSide {
  std::vector<std::uint32_t> tokens;     ///< Of all segments, one after the other.
  std::vector<std::uint32_t> starts{0};  ///< One more than segments.
  std::vector<std::uint32_t> lengths;    ///< Code points but white space; at least 1.

  [[nodiscard]] std::uint32_t size() const noexcept {
    return static_cast<std::uint32_t>(lengths.size());
  }
  [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t segment) const {
    return std::span(tokens).subspan(starts[segment],
                                     starts[segment + 1] - starts[segment]);
  }
  [[nodiscard]] TokenSide part(const SegmentRun& run) const;
};

/// Counts up whenever tokens_of() cuts or names any text differently: lexicons in files
/// hold its keys, and those of another version are refused.
inline constexpr unsigned token_keys_version = 1;

/// One more than the greatest number on either side.
[[nodiscard]] std::uint32_t vocabulary_of(const TokenSide& source, const TokenSide& target);

/// Marks as anchors the tokens that both sides share.
void find_anchors(Vocabulary& vocabulary, const TokenSide& source, const TokenSide& target);

/// Words under a key that inflected forms share, digits as the value of their number, runs
/// of Han as pairs of characters, or as words where some are known, marks as the mark that
/// they stand for in Latin script.
[[nodiscard]] TokenSide tokens_of(const AlignmentSide& side, Vocabulary& vocabulary,
                                  const HanWords& words = {});

}  // namespace hexapla
