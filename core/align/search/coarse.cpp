#include "align/search/coarse.hpp"

#include "align/lexicon/anchors.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace hexapla {
namespace {

constexpr float unreachable = -1e30F;
/// A border so much worse than the best of its row is not followed, in nats.
constexpr float near_beam = 40;
constexpr float far_beam = 120;  // thousands of segments may have no partner
/// Borders to either side of the diagonal.
constexpr std::uint32_t nearest_reach = 100;
constexpr std::uint32_t near_reach = 400;
/// How much worse than the best a path may be, in nats; lengths claim more than they know.
constexpr float usual_slack = 20;
constexpr float least_slack = 6;
constexpr std::uint32_t reach_around = 4;  // borders

/// The shapes of the coarse search; wider beads only move a border by one or two.
constexpr std::array coarse_shapes{Shape{1, 0}, Shape{0, 1}, Shape{1, 1}, Shape{1, 2},
                                   Shape{2, 1}, Shape{2, 2}, Shape{1, 3}, Shape{3, 1}};
constexpr std::uint32_t widest_coarse = 3;

/// A band of borders around the line on which both texts have said the same share.
Band around_diagonal(const TokenSide& source, const TokenSide& target,
                     std::uint32_t reach) {
  double source_total = 0;
  double target_total = 0;
  for (const auto length : source.lengths)
    source_total += length;
  for (const auto length : target.lengths)
    target_total += length;
  Band band;
  double said = 0;
  double reached = 0;
  std::uint32_t border = 0;
  for (std::uint32_t row = 0; row <= source.size(); ++row) {
    while (border < target.size() && reached * source_total < said * target_total)
      reached += target.lengths[border++];
    band.rows.push_back({border < reach ? 0 : border - reach,
                         std::min(target.size() + 1, border + reach + 1)});
    if (row < source.size()) said += source.lengths[row];
  }
  band.settle(target.size());
  return band;
}

/// The best path through each border of a band, by lengths and anchors.
class CoarseSearch {
 public:
  CoarseSearch(const Band& band, const CoarseKnowledge& knowledge, float beam)
      : band_(band),
        beam_(beam),
        lengths_(knowledge.lengths),
        anchors_(knowledge.anchors),
        target_size_(knowledge.target.size()),
        runs_(knowledge.runs) {
    const ShapePrior& prior = knowledge.prior;
    const auto known = prior.shapes();
    for (std::size_t shape = 0; shape < coarse_shapes.size(); ++shape) {
      const auto found = std::ranges::find(known, coarse_shapes[shape]);
      log_priors_[shape] = found == known.end()
                               ? unreachable
                               : static_cast<float>(prior.log_probability(
                                     static_cast<std::size_t>(found - known.begin())));
    }
  }

  /// Best score of a whole path, against that of leaving out everything.
  float search_forward();

  /// For each row the borders whose best path, of those found by search_forward(), is at
  /// most `slack` nats worse than the best.
  Band likely(float slack) {
    omitting_.assign(target_size_ + 1, unreachable);
    Band result;
    result.rows.resize(band_.rows.size());
    std::vector<std::vector<float>> behind(band_.rows.size());
    const float least = ahead_.back() - slack;
    for (std::size_t row = band_.rows.size(); row-- > 0;) {
      behind[row] = backward_pass(static_cast<std::uint32_t>(row), behind);
      if (row + widest_coarse < behind.size()) behind[row + widest_coarse] = {};
      result.rows[row] =
          interval_above(static_cast<std::uint32_t>(row), behind[row], least);
    }
    result.settle(target_size_);
    return result;
  }

 private:
  /// Neighbouring borders of a row.
  struct Stretch {
    std::uint32_t row = 0;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };
  void go_on_from(const Stretch& stretch);
  [[nodiscard]] float best_of_row(std::uint32_t row) const;
  std::vector<float> backward_pass(std::uint32_t row,
                                   const std::vector<std::vector<float>>& behind);
  void take_behind(const Stretch& stretch, const std::vector<std::vector<float>>& behind,
                   std::vector<float>& best);
  /// The part of a stretch from which beads of a shape end in the band.
  [[nodiscard]] Stretch with_room(const Stretch& stretch, std::size_t shape) const;
  [[nodiscard]] Band::Interval interval_above(std::uint32_t row,
                                              const std::vector<float>& behind,
                                              float least) const;
  /// Of all beads of a shape that begin in a stretch.
  [[nodiscard]] std::span<const float> scores(std::size_t shape, const Stretch& stretch);
  void add_anchors(std::size_t shape, const Stretch& stretch);

  const Band& band_;
  float beam_;
  const LengthModel& lengths_;
  const Anchors& anchors_;
  std::uint32_t target_size_;
  GapModel runs_;
  std::array<float, coarse_shapes.size()> log_priors_{};
  std::vector<float> ahead_;  ///< Best score from the start, by cell.
  /// Best score inside a run of source segments without partners, by target border.
  std::vector<float> omitting_;
  std::vector<float> scores_;
};

void CoarseSearch::add_anchors(std::size_t shape, const Stretch& stretch) {
  const auto [sources, targets] = coarse_shapes[shape];
  for (auto segment = stretch.row; segment < stretch.row + sources; ++segment) {
    const auto anchors = anchors_.of(segment);
    if (anchors.empty()) continue;
    auto at =
        std::ranges::lower_bound(anchors, stretch.first, {}, &Anchors::Anchor::target);
    for (; at != anchors.end() && at->target < stretch.last + targets - 1; ++at) {
      const auto first = std::max(at->target + 1, stretch.first + targets) - targets;
      const auto last = std::min(at->target + 1, stretch.last);
      for (auto target = first; target < last; ++target)
        scores_[target - stretch.first] += at->weight;
    }
  }
}

std::span<const float> CoarseSearch::scores(std::size_t shape, const Stretch& stretch) {
  const Shape& size = coarse_shapes[shape];
  scores_.assign(stretch.last - stretch.first, log_priors_[shape]);
  const bool not_asked_for = log_priors_[shape] <= unreachable;
  if (not_asked_for || size.source == 0 || size.target == 0) return scores_;
  lengths_.add_bonuses(stretch.row, size.source, stretch.first, size.target, 1, scores_);
  add_anchors(shape, stretch);
  return scores_;
}

CoarseSearch::Stretch CoarseSearch::with_room(const Stretch& stretch,
                                              std::size_t shape) const {
  const auto [sources, targets] = coarse_shapes[shape];
  if (stretch.row + sources >= band_.rows.size()) return {stretch.row, 0, 0};
  const auto& end = band_.rows[stretch.row + sources];
  const auto first = std::max(stretch.first, std::max(end.first, targets) - targets);
  const auto last = std::min(stretch.last, std::max(end.last, targets) - targets);
  return {stretch.row, first, std::max(first, last)};
}

/// The best score of a row, from which its beam hangs.
float CoarseSearch::best_of_row(std::uint32_t row) const {
  float best = unreachable;
  for (auto target = band_.rows[row].first; target < band_.rows[row].last; ++target)
    best =
        std::max({best, ahead_[band_.cell(row, target)], omitting_[target] + runs_.close});
  return best;
}

float CoarseSearch::search_forward() {
  ahead_.assign(band_.cells(), unreachable);
  omitting_.assign(target_size_ + 1, unreachable);
  ahead_.front() = 0;
  for (std::uint32_t row = 0; row < band_.rows.size(); ++row) {
    const auto interval = band_.rows[row];
    const float least = best_of_row(row) - beam_;
    Stretch alive{row, interval.last, interval.first};
    float adding = unreachable;
    float by_addition = unreachable;
    float* here = &ahead_[band_.cell(row, interval.first)];
    for (auto target = interval.first; target < interval.last; ++target, ++here) {
      float& omitting = omitting_[target];
      *here = std::max({*here, adding + runs_.close, omitting + runs_.close, by_addition});
      if (*here < least) *here = unreachable;
      adding = std::max(adding + runs_.stay, *here + runs_.open);
      omitting = std::max(omitting + runs_.stay, *here + runs_.open);
      by_addition = *here + log_priors_[addition_shape];
      if (*here <= unreachable) continue;
      alive.first = std::min(alive.first, target);
      alive.last = target + 1;
    }
    if (alive.first < alive.last) go_on_from(alive);
  }
  const auto segments = static_cast<float>(band_.rows.size() - 1 + target_size_);
  return ahead_.back() - runs_.stay * segments;
}

void CoarseSearch::go_on_from(const Stretch& stretch) {
  for (std::size_t shape = 0; shape < coarse_shapes.size(); ++shape) {
    const auto [sources, targets] = coarse_shapes[shape];
    const Stretch begins = with_room(stretch, shape);
    if (sources == 0 || begins.first == begins.last) continue;
    const auto added = scores(shape, begins);
    const float* const here = &ahead_[band_.cell(stretch.row, begins.first)];
    float* const end = &ahead_[band_.cell(stretch.row + sources, begins.first + targets)];
    for (std::size_t at = 0; at < added.size(); ++at)
      end[at] = std::max(end[at], here[at] + added[at]);
  }
}

std::vector<float> CoarseSearch::backward_pass(
    std::uint32_t row, const std::vector<std::vector<float>>& behind) {
  const auto interval = band_.rows[row];
  std::vector<float> best(interval.last - interval.first, unreachable);
  const float* const ahead = &ahead_[band_.cell(row, interval.first)];
  Stretch alive{row, interval.last, interval.first};
  for (auto target = interval.first; target < interval.last; ++target) {
    if (ahead[target - interval.first] <= unreachable) continue;
    alive.first = std::min(alive.first, target);
    alive.last = target + 1;
  }
  if (alive.first < alive.last) take_behind(alive, behind, best);
  if (row + 1 == band_.rows.size()) best.back() = 0;
  float adding = unreachable;
  float by_addition = unreachable;
  for (auto target = interval.last; target-- > interval.first;) {
    float& here = best[target - interval.first];
    float& omitting = omitting_[target];
    here = ahead[target - interval.first] > unreachable
               ? std::max({here, runs_.open + omitting, runs_.open + adding, by_addition})
               : unreachable;
    adding = std::max(adding + runs_.stay, here + runs_.close);
    omitting = std::max(omitting + runs_.stay, here + runs_.close);
    by_addition = here + log_priors_[addition_shape];
  }
  return best;
}

/// The best scores to the end that begin with a bead into a row below.
void CoarseSearch::take_behind(const Stretch& stretch,
                               const std::vector<std::vector<float>>& behind,
                               std::vector<float>& best) {
  for (std::size_t shape = 0; shape < coarse_shapes.size(); ++shape) {
    const auto [sources, targets] = coarse_shapes[shape];
    const Stretch begins = with_room(stretch, shape);
    if (sources == 0 || begins.first == begins.last) continue;
    const auto added = scores(shape, begins);
    const auto end_row = stretch.row + sources;
    const float* const rest =
        &behind[end_row][begins.first + targets - band_.rows[end_row].first];
    float* const here = &best[begins.first - band_.rows[stretch.row].first];
    for (std::size_t at = 0; at < added.size(); ++at)
      here[at] = std::max(here[at], rest[at] + added[at]);
  }
}

Band::Interval CoarseSearch::interval_above(std::uint32_t row,
                                            const std::vector<float>& behind,
                                            float least) const {
  const auto interval = band_.rows[row];
  Band::Interval result{std::numeric_limits<std::uint32_t>::max(), 0};
  for (auto target = interval.first; target < interval.last; ++target) {
    if (ahead_[band_.cell(row, target)] + behind[target - interval.first] < least) continue;
    result.first = std::min(result.first, target);
    result.last = target + 1;
  }
  // A bead of several source segments passes a row without a border on it.
  if (result.last == 0) result.first = target_size_;
  return result;
}

bool touches_edge(const Band& likely, const Band& searched, std::uint32_t target_size) {
  constexpr std::uint32_t margin = 8;  // borders
  for (std::size_t row = 0; row < likely.rows.size(); ++row) {
    const auto& inner = likely.rows[row];
    const auto& outer = searched.rows[row];
    if (outer.first > 0 && inner.first < outer.first + margin) return true;
    if (outer.last < target_size + 1 && inner.last + margin > outer.last) return true;
  }
  return false;
}

}  // namespace

std::optional<Band> band_near_diagonal(const CoarseKnowledge& knowledge) {
  constexpr std::size_t few_borders = 24;  // a row, on average
  constexpr std::size_t few_cells = 20'000;
  for (std::uint32_t reach = nearest_reach; reach <= near_reach; reach *= 2) {
    const Band searched = around_diagonal(knowledge.source, knowledge.target, reach);
    CoarseSearch search(searched, knowledge, near_beam);
    if (search.search_forward() < 0) break;
    const Band likely = search.likely(usual_slack);
    if (likely.cells() > std::max(few_cells, few_borders * likely.rows.size())) break;
    if (!touches_edge(likely, searched, knowledge.target.size()))
      return widened(likely, reach_around, knowledge.target.size());
  }
  return std::nullopt;
}

std::optional<Band> band_anywhere(const CoarseKnowledge& knowledge) {
  constexpr std::size_t most_cells = 60'000'000;        // 240 MB here
  constexpr std::size_t most_likely_cells = 1'500'000;  // 250 MB in the lattice
  constexpr std::uint32_t widening = 8;
  for (std::uint32_t reach = 2 * near_reach;; reach *= widening) {
    const Band searched = around_diagonal(knowledge.source, knowledge.target, reach);
    const bool is_last = searched.cells() * widening > most_cells ||
                         reach > knowledge.source.size() + knowledge.target.size();
    CoarseSearch search(searched, knowledge, far_beam);
    search.search_forward();
    Band likely = search.likely(usual_slack);
    if (!is_last && touches_edge(likely, searched, knowledge.target.size())) continue;
    if (likely.cells() > most_likely_cells) likely = search.likely(least_slack);
    if (likely.cells() > most_likely_cells) return std::nullopt;
    return widened(likely, reach_around, knowledge.target.size());
  }
}

}  // namespace hexapla
