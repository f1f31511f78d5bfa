#pragma once

#include "align/links.hpp"

#include <cstddef>
#include <span>

namespace hexapla {

/// Counts that are pooled over the documents of a set before a figure is made of them.
struct Tally {
  std::size_t right = 0;
  std::size_t all = 0;
  [[nodiscard]] double share() const noexcept {
    return all == 0 ? 0.0 : static_cast<double>(right) / static_cast<double>(all);
  }
  Tally& operator+=(const Tally& other) noexcept;
};

struct PrecisionRecall {
  Tally precision;
  Tally recall;
  [[nodiscard]] double f1() const noexcept;
};

/// strict: a link counts when it is exactly a gold link; lax: when it shares a source and a
/// target segment with a gold link. Recall leaves out gold links with an empty side;
/// `exact` is plain F1 over all links. Source: Thompson and Koehn, "Vecalign", EMNLP 2019,
/// section 4.1.
struct Score {
  PrecisionRecall strict;
  PrecisionRecall lax;
  PrecisionRecall exact;
  Score& operator+=(const Score& other) noexcept;
};

[[nodiscard]] Score score(std::span<const Link> gold, std::span<const Link> output);

}  // namespace hexapla
