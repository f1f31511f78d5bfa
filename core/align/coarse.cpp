#include "align/coarse.hpp"

#include "align/anchors.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace hexapla {
namespace {

constexpr float unreachable = -1e30F;
/// A border so much worse than the best of its row is not followed, in nats.
constexpr float beam = 60;

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
  CoarseSearch(const Band& band, const LengthModel& lengths, const ShapePrior& prior,
               const Anchors& anchors, std::uint32_t target_size)
      : band_(band), lengths_(lengths), anchors_(anchors), target_size_(target_size) {
    const auto known = prior.shapes();
    for (std::size_t shape = 0; shape < coarse_shapes.size(); ++shape) {
      const auto found = std::ranges::find(known, coarse_shapes[shape]);
      log_priors_[shape] = found == known.end()
                               ? unreachable
                               : static_cast<float>(prior.log_probability(
                                     static_cast<std::size_t>(found - known.begin())));
    }
  }

  /// For each row the borders whose best path is at most `slack` nats worse than the best.
  Band likely(float slack) {
    search_forward();
    Band result;
    result.rows.resize(band_.rows.size());
    std::vector<std::vector<float>> behind(band_.rows.size());
    const float least = ahead_.back() - slack;
    for (std::size_t row = band_.rows.size(); row-- > 0;) {
      behind[row] = search_back(static_cast<std::uint32_t>(row), behind);
      if (row + widest_coarse < behind.size()) behind[row + widest_coarse] = {};
      result.rows[row] =
          interval_above(static_cast<std::uint32_t>(row), behind[row], least);
    }
    result.settle(target_size_);
    return result;
  }

 private:
  void load_anchors(std::uint32_t source);
  void search_forward();
  std::vector<float> search_back(std::uint32_t row,
                                 const std::vector<std::vector<float>>& behind) const;
  [[nodiscard]] Band::Interval interval_above(std::uint32_t row,
                                              const std::vector<float>& behind,
                                              float least) const;
  [[nodiscard]] float score(std::size_t shape, std::uint32_t source,
                            std::uint32_t target) const;
  [[nodiscard]] float anchored(std::size_t shape, std::uint32_t source,
                               std::uint32_t target) const;

  const Band& band_;
  const LengthModel& lengths_;
  const Anchors& anchors_;
  std::uint32_t target_size_;
  std::array<float, coarse_shapes.size()> log_priors_{};
  std::vector<float> ahead_;  ///< Best score from the start, by cell.
};

float CoarseSearch::anchored(std::size_t shape, std::uint32_t source,
                             std::uint32_t target) const {
  float sum = 0;
  for (auto segment = source; segment < source + coarse_shapes[shape].source; ++segment) {
    const auto anchors = anchors_.of(segment);
    if (anchors.empty()) continue;
    auto at = std::ranges::lower_bound(anchors, target, {}, &Anchors::Anchor::target);
    for (; at != anchors.end() && at->target < target + coarse_shapes[shape].target; ++at)
      sum += at->weight;
  }
  return sum;
}

float CoarseSearch::score(std::size_t shape, std::uint32_t source,
                          std::uint32_t target) const {
  const Shape& size = coarse_shapes[shape];
  const bool not_asked_for = log_priors_[shape] <= unreachable;
  if (not_asked_for || size.source == 0 || size.target == 0) return log_priors_[shape];
  return log_priors_[shape] + lengths_.log_bonus(source, size.source, target, size.target) +
         anchored(shape, source, target);
}

void CoarseSearch::search_forward() {
  ahead_.assign(band_.cells(), unreachable);
  ahead_.front() = 0;
  for (std::uint32_t row = 0; row < band_.rows.size(); ++row) {
    const auto begin = ahead_.begin() + static_cast<std::ptrdiff_t>(band_.starts[row]);
    const auto end_of_row =
        ahead_.begin() + static_cast<std::ptrdiff_t>(band_.starts[row + 1]);
    const float least = *std::max_element(begin, end_of_row) - beam;
    for (auto target = band_.rows[row].first; target < band_.rows[row].last; ++target) {
      float& here = ahead_[band_.cell(row, target)];
      if (here < least) here = unreachable;
      if (here <= unreachable) continue;
      for (std::size_t shape = 0; shape < coarse_shapes.size(); ++shape) {
        const auto row_end = row + coarse_shapes[shape].source;
        const auto target_end = target + coarse_shapes[shape].target;
        if (!band_.holds(row_end, target_end)) continue;
        float& end = ahead_[band_.cell(row_end, target_end)];
        end = std::max(end, here + score(shape, row, target));
      }
    }
  }
}

std::vector<float> CoarseSearch::search_back(
    std::uint32_t row, const std::vector<std::vector<float>>& behind) const {
  const auto interval = band_.rows[row];
  std::vector<float> best(interval.last - interval.first, unreachable);
  if (row + 1 == band_.rows.size()) best.back() = 0;
  for (auto target = interval.last; target-- > interval.first;) {
    float& here = best[target - interval.first];
    if (ahead_[band_.cell(row, target)] <= unreachable) continue;
    for (std::size_t shape = 0; shape < coarse_shapes.size(); ++shape) {
      const auto row_end = row + coarse_shapes[shape].source;
      const auto target_end = target + coarse_shapes[shape].target;
      if (!band_.holds(row_end, target_end)) continue;
      const auto place = target_end - band_.rows[row_end].first;
      const float rest = row_end == row ? best[place] : behind[row_end][place];
      if (rest > unreachable) here = std::max(here, rest + score(shape, row, target));
    }
  }
  return best;
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

Band coarse_band(const TokenSide& source, const TokenSide& target,
                 const LengthModel& lengths, const ShapePrior& prior) {
  constexpr std::uint32_t first_reach = 100;      // borders to either side of the diagonal
  constexpr std::size_t most_cells = 30'000'000;  // 120 MB
  constexpr float slack = 20;                     // nats; lengths claim more than they know
  constexpr std::uint32_t reach_around = 4;       // borders
  const Anchors anchors(source, target);
  for (std::uint32_t reach = first_reach;; reach *= 2) {
    const Band searched = around_diagonal(source, target, reach);
    const Band likely =
        CoarseSearch(searched, lengths, prior, anchors, target.size()).likely(slack);
    const bool wider_is_too_much = searched.cells() * 2 > most_cells;
    if (wider_is_too_much || !touches_edge(likely, searched, target.size()))
      return widened(likely, reach_around, target.size());
  }
}

Band narrowed(const Band& band, std::span<const float> border_probabilities,
              std::uint32_t target_size) {
  constexpr float unlikely = 1e-5F;
  constexpr std::uint32_t reach = 1;
  Band result;
  for (std::uint32_t row = 0; row < band.rows.size(); ++row) {
    const auto probabilities = border_probabilities.subspan(
        band.starts[row], band.starts[row + 1] - band.starts[row]);
    const auto likely = [](float probability) { return probability > unlikely; };
    const auto first = std::ranges::find_if(probabilities, likely);
    if (first == probabilities.end()) {
      const auto before = result.rows.empty() ? Band::Interval{0, 1} : result.rows.back();
      result.rows.push_back({before.last - 1, before.last});
      continue;
    }
    const auto last = std::find_if(probabilities.rbegin(), probabilities.rend(), likely);
    result.rows.push_back(
        {band.rows[row].first + static_cast<std::uint32_t>(first - probabilities.begin()),
         band.rows[row].last - static_cast<std::uint32_t>(last - probabilities.rbegin())});
  }
  result.settle(target_size);
  return widened(result, reach, target_size);
}

}  // namespace hexapla
