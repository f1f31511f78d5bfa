#pragma once

#include "align/lexicon/known_words.hpp"
#include "align/lexicon/tokens.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// Pairs of segments that share rare tokens: numbers, names, symbols.
class Anchors {
 public:
  struct Anchor {
    std::uint32_t target = 0;
    float weight = 0;  ///< Nats.
  };

  Anchors() = default;  ///< None.
  Anchors(const TokenSide& source, const TokenSide& target);
  /// With pairs of rare tokens that are known to translate each other.
  Anchors(const TokenSide& source, const TokenSide& target, const KnownWords& known);

  /// Those of one source segment, by target segment.
  [[nodiscard]] std::span<const Anchor> of(std::uint32_t source) const {
    if (starts_.size() == 1) return {};
    return std::span(anchors_).subspan(starts_[source],
                                       starts_[source + 1] - starts_[source]);
  }

 private:
  std::vector<std::size_t> starts_{0};
  std::vector<Anchor> anchors_;
};

}  // namespace hexapla
