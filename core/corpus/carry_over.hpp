#pragma once

#include "align/multitext.hpp"
#include "corpus/decision.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// What of an aligned document stands unchanged in newer versions of it, so that only the
/// rest needs to be aligned again.
///
/// Source: segments that say the same once in both texts, in the longest order that both
///         share, and their neighbours that say the same (patience diff, B. Cohen).
/// Cost:   n log n in the number of segments.
class CarryOver {
 public:
  /// `before` with its texts as they came in. Refers to both.
  CarryOver(const Multitext& before, std::span<const SegmentedDocument> versions);

  /// Beads all of whose segments stand unchanged, for the new documents: to be held while
  /// they are aligned.
  [[nodiscard]] std::vector<ConfirmedBeads> fixed() const;

  /// Gives beads that were held the confidence that they had, and makes the rows anew; what
  /// people had confirmed before stays confirmed.
  void restore(Multitext& aligned) const;

  /// A decision in terms of the new documents; nothing when what it is about has changed.
  /// Beads that replaced others are confirmed now.
  [[nodiscard]] std::optional<Decision> kept(const Decision& decision) const;

  [[nodiscard]] std::size_t unchanged() const noexcept;  ///< Segments, of all versions.

 private:
  static constexpr std::uint32_t gone = 0xFFFFFFFF;

  [[nodiscard]] std::optional<SegmentRun> moved(std::uint32_t document,
                                                const SegmentRun& run) const;
  [[nodiscard]] std::optional<Bead> moved(const Bitext& bitext, const Bead& bead) const;
  [[nodiscard]] std::optional<Bead> moved(const BeadsBetween& pair, const Bead& bead) const;
  [[nodiscard]] std::vector<ConfirmedBeads> moved_from(
      std::span<const ConfirmedBeads> pairs) const;
  [[nodiscard]] std::uint32_t document_in(Language language) const;
  /// A line of Dismissals in terms of the new documents.
  [[nodiscard]] std::optional<std::string> moved_dismissal(std::string_view line) const;

  const Multitext& before_;
  std::span<const SegmentedDocument> versions_;
  std::vector<std::uint32_t> version_of_;           ///< By old document; `gone`.
  std::vector<std::vector<std::uint32_t>> places_;  ///< By old document and segment.
};

}  // namespace hexapla
