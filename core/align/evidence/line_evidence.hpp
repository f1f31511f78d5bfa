#pragma once

#include "align/aligner.hpp"
#include "align/bead.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// What says nothing translates nothing: an empty line, `***`, a dash. Such a segment faces
/// another of its kind or none, and is no part of a sentence beside it.
class ContentEvidence {
 public:
  ContentEvidence(const AlignmentSide& source, const AlignmentSide& target);

  /// Both runs hold something. Units: nats.
  [[nodiscard]] float log_bonus(const SegmentRun& source, const SegmentRun& target) const;

  /// True when it says nothing of any bead.
  [[nodiscard]] bool is_silent() const noexcept {
    return source_.back() + target_.back() == 0;
  }

 private:
  /// By segment: how many before it hold no letter and no digit; one more than segments.
  using EmptyBefore = std::vector<std::uint32_t>;
  static EmptyBefore empty_before(const AlignmentSide& side);

  EmptyBefore source_;
  EmptyBefore target_;
};

/// What lines that come again and again say of a bead: headings `Chapter 1`, `Chapter 2`
/// ..., `[编辑]` below each, a running head. All lines of a kind fare alike, and one that
/// the other version has nothing like may be lacking there as a whole. How a kind fares is
/// learnt from the beads.
class RecurringEvidence {
 public:
  RecurringEvidence(const AlignmentSide& source, const AlignmentSide& target);

  /// One of the runs may be empty. Units: nats.
  [[nodiscard]] float log_bonus(const SegmentRun& source, const SegmentRun& target) const;
  /// Adds the bonuses of neighbouring beads: `source` with runs of `target_size` segments,
  /// the first of which begins at `first_target`, the next one after it, and so on.
  void add_bonuses(const SegmentRun& source, std::uint32_t target_size,
                   std::uint32_t first_target, std::span<float> sums) const;

  void learn(std::span<const Bead> beads);

  /// True when it says nothing of any bead. Cost: linear.
  [[nodiscard]] bool is_silent() const noexcept {
    const auto is_none = [](std::uint32_t kind) { return kind == no_kind; };
    return std::ranges::all_of(source_.kinds, is_none) &&
           std::ranges::all_of(target_.kinds, is_none);
  }

 private:
  enum class Fate : std::uint8_t { alone, paired, glued };
  static constexpr std::size_t fates = 3;

  static constexpr std::uint32_t no_kind = 0;
  struct Side {
    std::vector<std::uint32_t> kinds;            ///< By segment; from 1.
    std::vector<std::array<float, fates>> nats;  ///< By kind: against other lines.
    std::array<std::vector<float>, fates> nats_of_segments;  ///< The same by segment.
  };
  static Side side_of(const AlignmentSide& side);
  static void leave_out_shared(Side& one, Side& other);
  static Fate fate_of(const SegmentRun& own, const SegmentRun& other);
  static float bonus_of(const Side& side, const SegmentRun& own, const SegmentRun& other);
  static void learn(Side& side, std::span<const Bead> beads, SegmentRun Bead::*own,
                    SegmentRun Bead::*other);

  Side source_;
  Side target_;
};

}  // namespace hexapla
