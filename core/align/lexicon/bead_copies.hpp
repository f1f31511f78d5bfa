#pragma once

// Private to training.cpp.

#include "align/bead.hpp"
#include "align/lexicon/tokens.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <unordered_map>

namespace hexapla {

/// The tokens of a bead's side that teach.
inline std::span<const std::uint32_t> tokens_of_run(const TokenSide& side,
                                                    const SegmentRun& run) {
  // What lies after so many tokens adds time and no knowledge.
  constexpr std::uint32_t most_tokens = 250;
  const auto first = side.starts[run.first];
  return std::span(side.tokens)
      .subspan(first, std::min(side.starts[run.last] - first, most_tokens));
}

/// How often beads with the very same tokens are in a text. What is repeated at the head
/// of every chapter says no more than what is there once, and must not confirm itself.
class Copies {
 public:
  Copies(const TokenSide& source, const TokenSide& target, std::span<const Bead> beads)
      : source_(source), target_(target) {
    for (const Bead& bead : beads)
      ++counts_[key_of(bead)];
  }

  [[nodiscard]] float of(const Bead& bead) const { return counts_.at(key_of(bead)); }

 private:
  [[nodiscard]] std::uint64_t key_of(const Bead& bead) const {
    // Source: Fowler, Noll and Vo, FNV-1a. A collision would only make a bead teach less.
    constexpr std::uint64_t basis = 14695981039346656037U;
    constexpr std::uint64_t prime = 1099511628211U;
    std::uint64_t key = basis;
    for (const auto token : tokens_of_run(source_, bead.source))
      key = (key ^ token) * prime;
    key = (key ^ std::numeric_limits<std::uint32_t>::max()) * prime;
    for (const auto token : tokens_of_run(target_, bead.target))
      key = (key ^ token) * prime;
    return key;
  }

  const TokenSide& source_;
  const TokenSide& target_;
  std::unordered_map<std::uint64_t, float> counts_;
};

}  // namespace hexapla
