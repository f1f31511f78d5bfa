#pragma once

#include "align/multitext.hpp"
#include "corpus/decision.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace hexapla {

/// A place between segments of two documents: before these. Where one bead ends and the
/// next begins.
struct Border {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
};

/// Makes decisions about the beads of two documents of a work as it is now.
/// Errors, of all: Fault::inconsistent when the work has no such pair or segments, or no
///         border there.
class BeadEdits {
 public:
  /// Refers to `multitext`. `source` and `target` in either order.
  BeadEdits(const Multitext& multitext, Language source, Language target);

  /// The bead that holds a segment of the source, or of the target.
  [[nodiscard]] BeadsBetween bead_with(std::optional<std::uint32_t> source,
                                       std::optional<std::uint32_t> target) const;

  /// The two beads that meet at `border` as one.
  [[nodiscard]] Decision merge(Border border) const;

  /// The bead that `border` lies in as two.
  [[nodiscard]] Decision split(Border border) const;

  /// The border between two neighbouring beads elsewhere in them.
  [[nodiscard]] Decision move(Border border, Border to) const;

 private:
  [[nodiscard]] std::size_t before(Border border) const;
  [[nodiscard]] Decision replacing(std::vector<Bead> beads, std::vector<Bead> after) const;

  const Bitext* bitext_ = nullptr;
  Language source_;
  Language target_;
  bool turned_ = false;  ///< The caller's source is the bitext's target.
};

}  // namespace hexapla
