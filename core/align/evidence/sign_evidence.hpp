#pragma once

#include "align/aligner.hpp"
#include "align/bead.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace hexapla {

/// How firmly signs with a known meaning bind two segments.
struct SignOdds {
  /// How often the other side of a right bead has the sign too. A translator may use a
  /// pronoun, and the termbase may lack an inflection.
  double named_again = 0.9;
  /// Each sign is counted from both sides.
  double weight = 0.75;
  /// Nats. A sentence full of wrong terms is still a translation, and the very one to be
  /// found.
  double worst = -4;
};

/// What signs with a known meaning say of a bead: a concept of the termbase or a footnote
/// mark that is on one side should be on the other. Nothing, and at no cost, when
/// neither side's concepts are known.
class ConceptEvidence {
 public:
  /// The signs of each segment as numbers that both sides mean alike; or no segments.
  using Signs = std::vector<std::vector<std::uint32_t>>;

  ConceptEvidence(const Signs& source, const Signs& target, const SignOdds& odds = {});

  /// Both runs hold something. Units: nats.
  [[nodiscard]] float log_bonus(const SegmentRun& source, const SegmentRun& target) const;

  /// True when it says nothing of any bead.
  [[nodiscard]] bool is_silent() const noexcept { return source_.named.empty(); }

 private:
  /// Nats of a sign that the other side has too, and of one that it lacks.
  struct Nats {
    double of_shared = 0;
    double of_missing = 0;
  };
  static constexpr std::uint32_t usual_widest_run = 4;  // segments
  struct Side {
    Signs named;                    ///< By segment, sorted, each once.
    std::vector<double> frequency;  ///< By concept: share of the segments that name it.
    /// By concept: of one that is on the other side of a run of so many segments, from 1.
    std::vector<std::array<Nats, usual_widest_run>> nats;
  };
  static Side side_of(const Signs& side, const std::vector<std::uint32_t>& numbers);
  static std::vector<std::uint32_t> named_in(const Side& side, const SegmentRun& run);
  void tabulate(Side& side) const;
  [[nodiscard]] Nats nats_in_run(double frequency, std::uint32_t run_size) const;
  [[nodiscard]] double explained(const std::vector<std::uint32_t>& causes,
                                 const std::vector<std::uint32_t>& effects,
                                 const Side& effect_side, std::uint32_t run_size) const;

  SignOdds odds_;
  Side source_;
  Side target_;
};

/// What document symbols and web addresses say of a bead: all languages write them alike,
/// and no translator drops one.
class ReferenceEvidence {
 public:
  ReferenceEvidence(const AlignmentSide& source, const AlignmentSide& target);

  /// Both runs hold something. Units: nats.
  [[nodiscard]] float log_bonus(const SegmentRun& source, const SegmentRun& target) const;

  /// True when it says nothing of any bead.
  [[nodiscard]] bool is_silent() const noexcept { return bare_sources_.empty(); }

 private:
  ConceptEvidence symbols_;
  ConceptEvidence addresses_;
  /// By segment: 1 when it is references and nothing else. Empty when no segment has any.
  std::vector<std::uint8_t> bare_sources_;
  std::vector<std::uint8_t> bare_targets_;
};

}  // namespace hexapla
