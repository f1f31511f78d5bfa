#pragma once

#include "align/evidence/label_runs.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// What the numbers of paragraphs and points say of a bead. They are a sequence, not names:
/// a paragraph more on one side moves all numbers after it, a list restarts, verses begin
/// at 0. So no number binds by itself; near each label it is learnt by how much those of
/// the other side differ, and from the beads around it alone, how far that can be trusted.
/// Silent where a side has no labels. Only headings that no run goes through, an annex or
/// two, are told from each other by their numbers.
class LabelEvidence {
 public:
  LabelEvidence(const AlignmentSide& source, const AlignmentSide& target);

  /// Both runs hold something. Units: nats.
  [[nodiscard]] float log_bonus(const SegmentRun& source, const SegmentRun& target) const;

  void learn(std::span<const Bead> beads);

  /// True when it says nothing of any bead. Cost: linear.
  [[nodiscard]] bool is_silent() const noexcept {
    const auto is_none = [](std::uint32_t number) { return number == 0; };
    return sources_.labels.empty() && (std::ranges::all_of(sources_.headings, is_none) ||
                                       std::ranges::all_of(targets_.headings, is_none));
  }

 private:
  struct Side {
    std::vector<SegmentLabel> labels;
    std::vector<std::uint32_t> before{0};  ///< By segment: labels that are before it.
    /// By segment: the number of a heading; 0 for what is none or is a label of a run.
    std::vector<std::uint32_t> headings;

    [[nodiscard]] std::span<const SegmentLabel> of(const SegmentRun& run) const {
      return std::span(labels).subspan(before[run.first],
                                       before[run.last] - before[run.first]);
    }
    [[nodiscard]] bool begins_with_label(const SegmentRun& run) const {
      return before[run.first + 1] > before[run.first];
    }
  };
  static Side side_of(const AlignmentSide& side);

  /// That labels of a run face those of that run of the other side, so much greater.
  struct Vote {
    std::uint32_t run = 0;
    std::int64_t offset = 0;
    float weight = 0;
  };
  using Votes = std::vector<Vote>;

  [[nodiscard]] float of_headings(std::uint32_t source, std::uint32_t target) const;
  void count_presence(std::span<const Bead> beads);
  void share_votes(const std::vector<Votes>& own);
  [[nodiscard]] float agreement(std::size_t source, const SegmentLabel& target) const;

  Side sources_;
  Side targets_;
  std::array<std::array<float, 2>, 2> presence_{};  ///< Log ratio to chance.
  std::vector<Votes> votes_;                        ///< By source label, of its neighbours.
};

}  // namespace hexapla
