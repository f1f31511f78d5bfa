#include "align/fast_log.hpp"
#include "align/search/lattice.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace hexapla {
namespace {

/// Paths so much less likely than the best from the same place are left out, in nats.
constexpr float negligible = 20;
/// Borders less probable than this are not followed.
constexpr float least_followed = 1e-9F;

/// The logarithm of a sum of numbers given by their logarithms.
class LogSum {
 public:
  void add(float log_value) {
    if (log_value <= impossible) return;
    values_[size_++] = log_value;
    greatest_ = std::max(greatest_, log_value);
  }
  [[nodiscard]] float log() const {
    if (size_ == 0) return impossible;
    float sum = 0;
    for (std::size_t i = 0; i < size_; ++i)
      if (values_[i] > greatest_ - negligible) sum += std::exp(values_[i] - greatest_);
    return greatest_ + fast_log(sum);
  }

 private:
  std::array<float, most_shapes + 2> values_;
  std::size_t size_ = 0;
  float greatest_ = impossible;
};

float log_of_both(float one, float other) {
  LogSum sum;
  sum.add(one);
  sum.add(other);
  return sum.log();
}

}  // namespace

/// Source: Rabiner (1989), forward-backward, with two further states: inside a long run of
/// source segments without a partner (an omission), or of target segments (an addition).
class ForwardBackward {
 public:
  explicit ForwardBackward(const Lattice& lattice)
      : lattice_(lattice),
        band_(lattice.band_),
        backward_(band_.cells()),
        levels_(band_.rows.size()) {}

  Lattice::Posteriors run() {
    backward_pass();
    forward_pass();
    return std::move(result_);
  }

 private:
  /// Log sums over all paths from a border to the end, by the state in which they set out;
  /// relative to the level of the row, so that a float is exact enough in a long text.
  struct BackwardScores {
    float bead = impossible;
    float omission = impossible;
    float addition = impossible;
  };

  void backward_pass();
  void search_back_from(std::uint32_t source, std::uint32_t target);
  void level(std::uint32_t source);
  void forward_pass();
  void share_runs(std::uint32_t source, std::uint32_t target);
  void share_beads(std::uint32_t source, std::uint32_t target, float at_rest);

  /// What lies after a run that swallows one more source segment here, if it may.
  [[nodiscard]] float after_omission(std::uint32_t source, std::uint32_t target) const {
    if (!band_.holds(source + 1, target) || !allowed(source, target, omission_shape))
      return impossible;
    return backward_[band_.cell(source + 1, target)].omission + drop(source, 1);
  }
  [[nodiscard]] float after_addition(std::uint32_t source, std::uint32_t target) const {
    if (target + 1 >= band_.rows[source].last || !allowed(source, target, addition_shape))
      return impossible;
    return backward_[band_.cell(source, target + 1)].addition;
  }
  [[nodiscard]] bool allowed(std::uint32_t source, std::uint32_t target,
                             std::size_t shape) const {
    const auto first = band_.cell(source, target) * lattice_.shapes_.size();
    return lattice_.scores_[first + shape] > impossible;
  }
  [[nodiscard]] float drop(std::uint32_t source, std::uint32_t rows) const {
    return static_cast<float>(levels_[source + rows] - levels_[source]);
  }
  static float share(float part, float whole) {
    return part <= whole - negligible ? 0 : std::exp(part - whole);
  }

  const Lattice& lattice_;
  const Band& band_;
  std::vector<BackwardScores> backward_;
  std::vector<double> levels_;  ///< By row; nats.
  Lattice::Posteriors result_;
  std::vector<float> omitting_;  ///< Probability that a run of omissions ends here or goes
                                 ///< on, by cell.
  float adding_ = 0;             ///< As omitting_, for the cell that is looked at.
};

void ForwardBackward::backward_pass() {
  for (auto source = lattice_.source_size_ + 1; source-- > 0;) {
    levels_[source] = source == lattice_.source_size_ ? 0 : levels_[source + 1];
    const auto& row = band_.rows[source];
    for (auto target = row.last; target-- > row.first;)
      search_back_from(source, target);
    level(source);
  }
}

void ForwardBackward::search_back_from(std::uint32_t source, std::uint32_t target) {
  const GapModel& odds = lattice_.runs_;
  BackwardScores& here = backward_[band_.cell(source, target)];
  const float omission = after_omission(source, target);
  const float addition = after_addition(source, target);
  if (source == lattice_.source_size_ && target == lattice_.target_size_) {
    here.bead = 0;
  } else {
    LogSum sum;
    lattice_.for_each_bead(source, target,
                           [&](std::size_t bead, std::size_t shape, std::size_t end) {
                             sum.add(lattice_.scores_[bead] + backward_[end].bead +
                                     drop(source, lattice_.shapes_[shape].source));
                           });
    sum.add(odds.open + omission);
    sum.add(odds.open + addition);
    here.bead = sum.log();
  }
  here.omission = log_of_both(odds.close + here.bead, odds.stay + omission);
  here.addition = log_of_both(odds.close + here.bead, odds.stay + addition);
}

/// Makes 0 the greatest number of a row.
void ForwardBackward::level(std::uint32_t source) {
  float greatest = impossible;
  const auto first = band_.starts[source];
  const auto last = band_.starts[source + 1];
  for (auto cell = first; cell < last; ++cell)
    greatest = std::max(greatest, backward_[cell].bead);
  if (greatest <= impossible) return;
  for (auto cell = first; cell < last; ++cell) {
    backward_[cell].bead -= greatest;
    backward_[cell].omission -= greatest;
    backward_[cell].addition -= greatest;
  }
  levels_[source] += static_cast<double>(greatest);
}

/// Forward, already as probabilities: what arrives at a border is shared out.
void ForwardBackward::forward_pass() {
  result_.log_likelihood = static_cast<double>(backward_.front().bead) + levels_.front();
  result_.beads.assign(lattice_.scores_.size(), 0);
  result_.borders.assign(band_.cells(), 0);
  result_.shape_counts.assign(lattice_.shapes_.size(), 0);
  omitting_.assign(band_.cells(), 0);
  result_.borders.front() = 1;
  for (std::uint32_t source = 0; source <= lattice_.source_size_; ++source) {
    adding_ = 0;
    const auto& row = band_.rows[source];
    for (auto target = row.first; target < row.last; ++target)
      share_runs(source, target);
  }
}

/// Ends or goes on with the runs that arrive at a border, then shares out the rest.
void ForwardBackward::share_runs(std::uint32_t source, std::uint32_t target) {
  const std::size_t cell = band_.cell(source, target);
  const BackwardScores& here = backward_[cell];
  const GapModel& odds = lattice_.runs_;
  const auto going_on = [&](float arriving, float after, float whole) {
    return arriving <= 0 ? 0.0F : arriving * share(odds.stay + after, whole);
  };
  float omission = going_on(omitting_[cell], after_omission(source, target), here.omission);
  float addition = going_on(adding_, after_addition(source, target), here.addition);
  result_.borders[cell] += omitting_[cell] - omission + adding_ - addition;
  const float at_rest = result_.borders[cell];
  result_.borders[cell] += omission + addition;
  if (at_rest > least_followed) {
    omission += at_rest * share(odds.open + after_omission(source, target), here.bead);
    addition += at_rest * share(odds.open + after_addition(source, target), here.bead);
    share_beads(source, target, at_rest);
  }
  adding_ = addition;
  const std::size_t first = cell * lattice_.shapes_.size();
  if (omission > 0) {
    omitting_[band_.cell(source + 1, target)] = omission;
    result_.beads[first + omission_shape] =
        std::min(1.0F, result_.beads[first + omission_shape] + omission);
  }
  if (addition > 0)
    result_.beads[first + addition_shape] =
        std::min(1.0F, result_.beads[first + addition_shape] + addition);
}

void ForwardBackward::share_beads(std::uint32_t source, std::uint32_t target,
                                  float at_rest) {
  const float whole = backward_[band_.cell(source, target)].bead;
  lattice_.for_each_bead(
      source, target, [&](std::size_t bead, std::size_t shape, std::size_t end) {
        const float part = lattice_.scores_[bead] + backward_[end].bead +
                           drop(source, lattice_.shapes_[shape].source);
        const float passing = at_rest * share(part, whole);
        result_.beads[bead] = std::min(passing, 1.0F);  // rounded shares can pass 1
        result_.borders[end] += passing;
        result_.shape_counts[shape] += static_cast<double>(passing);
      });
}

Lattice::Posteriors Lattice::posteriors() const {
  return ForwardBackward(*this).run();
}

}  // namespace hexapla
