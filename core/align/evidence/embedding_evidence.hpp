#pragma once

#include "align/band.hpp"
#include "align/bead.hpp"
#include "align/evidence/embeddings.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// Vectors of one side, taken relative to what all segments of that side have in common,
/// and what is asked of their runs. A run's vector is the sum of its segments'.
class MeaningSide {
 public:
  MeaningSide() = default;
  MeaningSide(const VectorRows& rows, std::uint32_t widest);

  [[nodiscard]] std::uint32_t size() const noexcept { return size_; }
  [[nodiscard]] std::span<const float> of(std::uint32_t segment) const {
    return vectors_.rows().of(segment);
  }
  /// 1 / length of the run's vector; 0 when that is 0.
  [[nodiscard]] float inverse_length(const SegmentRun& run) const {
    return inverse_lengths_[std::size_t{run.size() - 1} * size_ + run.first];
  }
  [[nodiscard]] std::vector<float> sum_of(const SegmentRun& run) const;

 private:
  void fill_lengths(std::uint32_t widest);

  std::uint32_t size_ = 0;
  Embeddings vectors_;
  std::vector<float> inverse_lengths_;  ///< By count, then by first segment.
};

/// The vectors of both sides, and how alike runs are that have nothing to do with each
/// other: all that is read off once.
struct Meanings {
  struct Chance {
    float mean = 0;
    float inverse_deviation = 0;
  };

  /// Nothing, and at no cost, unless both sides have vectors.
  Meanings(const VectorRows& source_rows, const VectorRows& target_rows,
           std::uint32_t widest_bead);

  [[nodiscard]] bool empty() const noexcept { return chance.empty(); }
  [[nodiscard]] const Chance& chance_of(std::uint32_t sources,
                                        std::uint32_t targets) const {
    return chance[std::size_t{sources - 1} * widest + targets - 1];
  }

  std::uint32_t widest = 0;
  MeaningSide source;
  MeaningSide target;
  std::vector<Chance> chance;  ///< By how many segments either run has.
};

/// What sentence embeddings say for a bead: how much likelier the cosine of both sides is
/// if one translates the other than if they stood together by chance.
/// Source: the similarity is measured against chance pairs as in vecalign (Thompson and
///         Koehn 2019), with fixed pairs in place of random ones; how far right beads stand
///         out is learnt from the document, so that poor vectors lose their say.
class EmbeddingEvidence {
 public:
  /// Refers to `meanings`.
  explicit EmbeddingEvidence(const Meanings& meanings) : meanings_(meanings) {}

  /// Looks at all pairs of segments that a bead in `borders` can hold, so that a bead costs
  /// a few additions. Cost: cells of the band times dimension.
  void prepare(const Band& borders);

  /// Learns how alike right beads are, each weighted with its confidence.
  void learn(std::span<const Bead> beads);

  /// Neither run is empty; 0 without vectors. Units: nats.
  [[nodiscard]] float log_bonus(const SegmentRun& source, const SegmentRun& target) const;

 private:
  [[nodiscard]] float product(std::uint32_t source, std::uint32_t target) const;
  [[nodiscard]] float distinction(const SegmentRun& source, const SegmentRun& target) const;

  const Meanings& meanings_;
  Band segments_;                ///< Pairs of segments that have been looked at.
  std::vector<float> products_;  ///< By their cells.
  // The first guess: right beads stand out from chance by so little that vectors which
  // tell nothing do no harm before that is learnt.
  float right_mean_ = first_mean;
  float right_variance_ = first_variance;
  static constexpr float first_mean = 1;      // standard deviations of chance
  static constexpr float first_variance = 2;  // in their squares
};

}  // namespace hexapla
