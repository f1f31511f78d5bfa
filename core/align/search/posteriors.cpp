#include "align/search/fast_exp.hpp"
#include "align/fast_log.hpp"
#include "align/search/lattice.hpp"

#include <algorithm>
#include <cmath>

namespace hexapla {
namespace {

/// Paths so much less likely than the best from the same place are left out, in nats.
constexpr float negligible = 20;
/// Borders less probable than this are not followed.
constexpr float least_followed = 1e-9F;
/// Log score of what can't be. Finite, so that the difference of two is a number.
constexpr float hopeless = -1e30F;

/// e to the power of a difference that is 0 at most; nothing when that is negligible.
float share(float part, float whole) {
  constexpr float nothing = fast_exp(-negligible);
  return fast_exp(std::max(part - whole, -negligible)) - nothing;
}

float log_of_both(float one, float other) {
  const float greater = std::max(one, other);
  const float less = std::min(one, other);
  if (less <= greater - negligible) return greater;
  return greater + fast_log(1 + fast_exp(less - greater));
}

}  // namespace

/// Source: Rabiner (1989), forward-backward, with two further states: inside a long run of
/// source segments without a partner (an omission), or of target segments (an addition).
/// Beads of one shape from one row are looked at together, except where one depends on the
/// next, in loops so plain that the compiler does several at once.
class ForwardBackward {
 public:
  explicit ForwardBackward(const Lattice& lattice)
      : lattice_(lattice),
        band_(lattice.band_),
        at_bead_(band_.cells(), hopeless),
        in_omission_(band_.cells(), hopeless),
        in_addition_(band_.cells(), hopeless),
        levels_(band_.rows.size()) {}

  Lattice::Posteriors run() {
    backward_pass();
    forward_pass();
    return std::move(result_);
  }

 private:
  void backward_pass();
  void look_after_omissions(std::uint32_t source);
  void sum_up_beads(std::uint32_t source);
  void sum_up_row(std::uint32_t source);
  void level(std::uint32_t source);
  void forward_pass();
  void share_runs(std::uint32_t source, std::uint32_t target);
  void share_beads(std::uint32_t source);
  void share_beads(const Lattice::BeadRow& row);

  /// What lies after a run that swallows one more source segment here, if it may.
  [[nodiscard]] float after_omission(std::uint32_t source, std::uint32_t target) const {
    if (!band_.holds(source + 1, target) || !allowed(source, target, omission_shape))
      return hopeless;
    return in_omission_[band_.cell(source + 1, target)] + drop(source, 1);
  }
  [[nodiscard]] float after_addition(std::uint32_t source, std::uint32_t target) const {
    if (target + 1 >= band_.rows[source].last || !allowed(source, target, addition_shape))
      return hopeless;
    return in_addition_[band_.cell(source, target + 1)];
  }
  [[nodiscard]] bool allowed(std::uint32_t source, std::uint32_t target,
                             std::size_t shape) const {
    return lattice_.scores_[lattice_.number_of(source, target, shape)] > impossible;
  }
  [[nodiscard]] float drop(std::uint32_t source, std::uint32_t rows) const {
    return static_cast<float>(levels_[source + rows] - levels_[source]);
  }

  const Lattice& lattice_;
  const Band& band_;
  // Log sums over all paths from a border to the end, by the state in which they set out,
  // relative to the level of the row, so that a float is exact enough in a long text.
  std::vector<float> at_bead_;
  std::vector<float> in_omission_;
  std::vector<float> in_addition_;
  std::vector<double> levels_;         ///< By row; nats.
  std::vector<float> after_omission_;  ///< By target of a row.
  std::vector<float> greatest_;        ///< By target of a row: the best bead, in nats.
  std::vector<float> sums_;            ///< Of all beads, as shares of that.
  Lattice::Posteriors result_;
  std::vector<float>
      at_rest_;  ///< Probability that a path is here and in no run, by target.
  std::vector<float> omitting_;  ///< Probability that a run of omissions ends here or goes
                                 ///< on, by cell.
  float adding_ = 0;             ///< As omitting_, for the cell that is looked at.
};

void ForwardBackward::backward_pass() {
  for (auto source = lattice_.source_size_ + 1; source-- > 0;) {
    levels_[source] = source == lattice_.source_size_ ? 0 : levels_[source + 1];
    look_after_omissions(source);
    sum_up_beads(source);
    sum_up_row(source);
    level(source);
  }
}

/// Sums up beads and runs that go on in rows below, for which all is known.
void ForwardBackward::sum_up_beads(std::uint32_t source) {
  const auto first = band_.rows[source].first;
  greatest_.assign(band_.rows[source].last - first, hopeless);
  sums_.assign(greatest_.size(), 0);
  const auto for_each_shape = [&](const auto& visit) {
    for (std::size_t shape = 0; shape < lattice_.shapes_.size(); ++shape) {
      const auto [sources, targets] = lattice_.shapes_[shape];
      const auto row = lattice_.row_of(shape, source);
      if (sources == 0 || row.first == row.last) continue;
      visit(row.last - row.first,
            &lattice_.scores_[lattice_.number_of(source, row.first, shape)],
            &at_bead_[band_.cell(source + sources, row.first + targets)],
            drop(source, sources), row.first - first);
    }
  };
  for_each_shape([&](std::size_t count, const float* scores, const float* after, float drop,
                     std::size_t offset) {
    float* const greatest = greatest_.data() + offset;
    for (std::size_t at = 0; at < count; ++at)
      greatest[at] = std::max(greatest[at], scores[at] + after[at] + drop);
  });
  const float open = lattice_.runs_.open;
  const float* const omission = after_omission_.data();
  float* const greatest_of_all = greatest_.data();
  float* const sums_of_all = sums_.data();
  for (std::size_t at = 0; at < sums_.size(); ++at) {
    greatest_of_all[at] = std::max(greatest_of_all[at], open + omission[at]);
    sums_of_all[at] = share(open + omission[at], greatest_of_all[at]);
  }
  for_each_shape([&](std::size_t count, const float* scores, const float* after, float drop,
                     std::size_t offset) {
    const float* const greatest = greatest_.data() + offset;
    float* const sums = sums_.data() + offset;
    for (std::size_t at = 0; at < count; ++at)
      sums[at] += share(scores[at] + after[at] + drop, greatest[at]);
  });
}

/// What lies after a run that swallows the segment of the row.
void ForwardBackward::look_after_omissions(std::uint32_t source) {
  const auto& row = band_.rows[source];
  after_omission_.resize(row.last - row.first);
  for (auto target = row.first; target < row.last; ++target)
    after_omission_[target - row.first] = after_omission(source, target);
}

/// From the last border to the first, since what adds a target segment goes to the next.
void ForwardBackward::sum_up_row(std::uint32_t source) {
  const GapModel& odds = lattice_.runs_;
  const auto& row = band_.rows[source];
  for (auto target = row.last; target-- > row.first;) {
    const std::size_t cell = band_.cell(source, target);
    const std::size_t place = target - row.first;
    const float addition = after_addition(source, target);
    float here = 0;
    if (source < lattice_.source_size_ || target < lattice_.target_size_) {
      here = sums_[place] > 0 ? greatest_[place] + fast_log(sums_[place]) : hopeless;
      if (target + 1 < row.last)
        here = log_of_both(
            here, lattice_.scores_[lattice_.number_of(source, target, addition_shape)] +
                      at_bead_[cell + 1]);
      here = log_of_both(here, odds.open + addition);
    }
    at_bead_[cell] = std::max(here, hopeless);
    in_addition_[cell] = log_of_both(odds.close + here, odds.stay + addition);
  }
  const float* const omission = after_omission_.data();
  float* const in_omission = &in_omission_[band_.starts[source]];
  const float* const at_bead = &at_bead_[band_.starts[source]];
  const std::size_t count = sums_.size();
  for (std::size_t at = 0; at < count; ++at) {
    const float ends = odds.close + at_bead[at];
    const float goes_on = odds.stay + omission[at];
    const float greater = std::max(ends, goes_on);
    in_omission[at] = greater + fast_log(1 + share(std::min(ends, goes_on), greater));
  }
}

/// Makes 0 the greatest number of a row.
void ForwardBackward::level(std::uint32_t source) {
  const auto first = static_cast<std::ptrdiff_t>(band_.starts[source]);
  const auto last = static_cast<std::ptrdiff_t>(band_.starts[source + 1]);
  const float greatest =
      *std::max_element(at_bead_.begin() + first, at_bead_.begin() + last);
  if (greatest <= hopeless / 2) return;
  for (std::vector<float>* const state : {&at_bead_, &in_omission_, &in_addition_})
    for (auto cell = first; cell < last; ++cell)
      (*state)[static_cast<std::size_t>(cell)] =
          std::max((*state)[static_cast<std::size_t>(cell)] - greatest, hopeless);
  levels_[source] += static_cast<double>(greatest);
}

/// Forward, already as probabilities: what arrives at a border is shared out.
void ForwardBackward::forward_pass() {
  result_.log_likelihood = static_cast<double>(at_bead_.front()) + levels_.front();
  result_.beads.assign(lattice_.scores_.size(), 0);
  result_.borders.assign(band_.cells(), 0);
  result_.shape_counts.assign(lattice_.shapes_.size(), 0);
  omitting_.assign(band_.cells(), 0);
  result_.borders.front() = 1;
  for (std::uint32_t source = 0; source <= lattice_.source_size_; ++source) {
    adding_ = 0;
    const auto& row = band_.rows[source];
    at_rest_.assign(row.last - row.first, 0);
    for (auto target = row.first; target < row.last; ++target)
      share_runs(source, target);
    share_beads(source);
  }
}

/// Ends or goes on with the runs that arrive at a border, and shares out the rest to runs
/// that begin and to the next border of the row.
void ForwardBackward::share_runs(std::uint32_t source, std::uint32_t target) {
  const std::size_t cell = band_.cell(source, target);
  const float arriving_omission = omitting_[cell];
  const float arriving_addition = adding_;
  if (result_.borders[cell] + arriving_omission + arriving_addition <= 0) return;
  const GapModel& odds = lattice_.runs_;
  const float after_omitting = after_omission(source, target);
  const float after_adding = after_addition(source, target);
  float omission =
      arriving_omission * share(odds.stay + after_omitting, in_omission_[cell]);
  float addition = arriving_addition * share(odds.stay + after_adding, in_addition_[cell]);
  result_.borders[cell] += arriving_omission - omission + arriving_addition - addition;
  const float at_rest = result_.borders[cell];
  result_.borders[cell] += omission + addition;
  const auto omitted = lattice_.number_of(source, target, omission_shape);
  const auto added = lattice_.number_of(source, target, addition_shape);
  if (at_rest > least_followed) {
    at_rest_[target - band_.rows[source].first] = at_rest;
    omission += at_rest * share(odds.open + after_omitting, at_bead_[cell]);
    addition += at_rest * share(odds.open + after_adding, at_bead_[cell]);
    if (target + 1 < band_.rows[source].last) {
      const float passing =
          at_rest * share(lattice_.scores_[added] + at_bead_[cell + 1], at_bead_[cell]);
      result_.beads[added] = std::min(passing, 1.0F);  // rounded shares can pass 1
      result_.borders[cell + 1] += passing;
      result_.shape_counts[addition_shape] += static_cast<double>(passing);
    }
  }
  adding_ = addition;
  result_.beads[added] = std::min(1.0F, result_.beads[added] + addition);
  // share_beads() adds what is omitted singly.
  result_.beads[omitted] = omission;
  if (omission > 0) omitting_[band_.cell(source + 1, target)] = omission;
}

void ForwardBackward::share_beads(std::uint32_t source) {
  constexpr std::uint32_t narrow_gap = 8;  // borders that cost less than another loop
  const auto& row = band_.rows[source];
  const auto is_empty = [&](std::uint32_t target) {
    return at_rest_[target - row.first] <= 0;
  };
  for (auto target = row.first; target < row.last;) {
    if (is_empty(target)) {
      ++target;
      continue;
    }
    auto last = target + 1;
    for (auto next = last; next < row.last && next < last + narrow_gap; ++next)
      if (!is_empty(next)) last = next + 1;
    for (std::size_t shape = 0; shape < lattice_.shapes_.size(); ++shape) {
      if (lattice_.shapes_[shape].source == 0) continue;
      auto beads = lattice_.row_of(shape, source);
      beads.first = std::max(beads.first, target);
      beads.last = std::min(beads.last, last);
      if (beads.first < beads.last) share_beads(beads);
    }
    target = last;
  }
}

/// What goes on from the borders of a row by beads of one shape.
void ForwardBackward::share_beads(const Lattice::BeadRow& row) {
  const auto [sources, targets] = lattice_.shapes_[row.shape];
  const std::size_t count = row.last - row.first;
  const auto first = lattice_.number_of(row.source, row.first, row.shape);
  const auto begin = band_.cell(row.source, row.first);
  const auto end = band_.cell(row.source + sources, row.first + targets);
  const float lower = drop(row.source, sources);
  const float* const scores = &lattice_.scores_[first];
  const float* const whole = &at_bead_[begin];
  const float* const after = &at_bead_[end];
  const float* const at_rest = &at_rest_[row.first - band_.rows[row.source].first];
  float* const beads = &result_.beads[first];
  float* const borders = &result_.borders[end];
  sums_.resize(count);
  float* const passing = sums_.data();
  for (std::size_t at = 0; at < count; ++at)
    passing[at] = at_rest[at] * share(scores[at] + after[at] + lower, whole[at]);
  for (std::size_t at = 0; at < count; ++at) {
    beads[at] = std::min(beads[at] + passing[at], 1.0F);  // rounded shares can pass 1
    borders[at] += passing[at];
  }
  double sum = 0;
  for (std::size_t at = 0; at < count; ++at)
    sum += static_cast<double>(passing[at]);
  result_.shape_counts[row.shape] += sum;
}

Lattice::Posteriors Lattice::posteriors() const {
  return ForwardBackward(*this).run();
}

}  // namespace hexapla
