#pragma once

#include "align/band.hpp"
#include "align/bead.hpp"
#include "align/evidence/shape.hpp"

#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <vector>

namespace hexapla {

inline constexpr float impossible = -std::numeric_limits<float>::infinity();

/// How likely a long run of segments without a partner is: an annex that one version lacks,
/// a preface. Log probabilities: that one begins, that it goes on, that it ends.
struct GapModel {
  float open = -8;
  float stay = -0.02F;
  float close = -3.9F;
};

/// Every bead that a band allows, with its score: paths through it from corner to corner
/// are the alignments.
class Lattice {
 public:
  Lattice(Band band, std::vector<Shape> shapes, std::uint32_t source_size,
          std::uint32_t target_size, const GapModel& runs = {});

  [[nodiscard]] const Band& band() const noexcept { return band_; }
  [[nodiscard]] std::span<const Shape> shapes() const noexcept { return shapes_; }

  /// Neighbouring beads of one shape: they begin with the same source segment, and with the
  /// target segments from `first` to before `last`.
  struct BeadRow {
    std::size_t shape = 0;
    std::uint32_t source = 0;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };

  /// Asks `score` for the log weights of all beads that begin and end in the band, a row at
  /// a time; they are 0 before.
  using ScoreRow = std::function<void(const BeadRow&, std::span<float>)>;
  void fill(const ScoreRow& score);
  /// Asks `more` to add to the log weights that there are.
  void add(const ScoreRow& more);

  /// A bead is the smallest unit: one of several segments on both sides that is hardly
  /// better than two, into which it could be cut, is believed less than its score says.
  void discount_divisible();

  /// Multiplies all scores and the odds of runs: below 1, it trusts them less.
  void temper(float factor);

  /// Probabilities of all beads under all paths. Those of empty beads hold both single ones
  /// and those in long runs; shape_counts only single ones.
  struct Posteriors {
    std::vector<float> beads;    ///< By number of the bead, as for_each_bead() tells it.
    std::vector<float> borders;  ///< That the path passes through a cell, by cell.
    std::vector<double> shape_counts;
    double log_likelihood = 0;
  };
  [[nodiscard]] Posteriors posteriors() const;

  /// The path with the greatest sum of gains: what a right bead of a shape is worth, times
  /// how likely it is.
  [[nodiscard]] std::vector<Bead> best_path(std::span<const float> worths,
                                            const Posteriors& posteriors,
                                            std::span<const float> confidences) const;

  /// All beads at least so probable, in the order of the source.
  [[nodiscard]] std::vector<Bead> likely_beads(const Posteriors& posteriors,
                                               double least) const;

 private:
  friend class ForwardBackward;

  /// Beads are numbered by row, then by shape, then by where they begin, so that a search
  /// can look at many neighbours of one shape at once.
  [[nodiscard]] std::size_t number_of(std::uint32_t source, std::uint32_t target,
                                      std::size_t shape) const {
    const auto& row = band_.rows[source];
    return band_.starts[source] * shapes_.size() + shape * (row.last - row.first) +
           (target - row.first);
  }

  /// Where the beads of a shape may begin that begin with a source segment.
  [[nodiscard]] BeadRow row_of(std::size_t shape, std::uint32_t source) const;

  /// Visits the beads that begin at a border: visit(number of bead, shape, cell of its
  /// end).
  template <class Visit>
  void for_each_bead(std::uint32_t source, std::uint32_t target, const Visit& visit) const {
    const std::size_t first = number_of(source, target, 0);
    const std::size_t width = band_.rows[source].last - band_.rows[source].first;
    for (std::size_t shape = 0; shape < shapes_.size(); ++shape) {
      const auto source_end = source + shapes_[shape].source;
      const auto target_end = target + shapes_[shape].target;
      if (band_.holds(source_end, target_end))
        visit(first + shape * width, shape, band_.cell(source_end, target_end));
    }
  }

  Band band_;
  std::vector<Shape> shapes_;
  std::uint32_t source_size_;
  std::uint32_t target_size_;
  GapModel runs_;
  std::vector<float> scores_;  ///< By number of the bead.
};

}  // namespace hexapla
