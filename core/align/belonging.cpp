#include "align/belonging.hpp"

#include "align/input/side_part.hpp"
#include "align/model.hpp"
#include "align/search/attempts.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <vector>

namespace hexapla {
namespace {

// All measured on pairs out of the gold sets, in order and exchanged; see MEASURED.md.

/// Nats a segment that chance never brings, nor learning by heart in texts of few words.
constexpr double clear_gain = 3;
/// Segments on each side below which disorder is not enough of one to compare with.
constexpr double short_text = 8;
/// Segments below which two texts are not said to be strangers.
constexpr double least_told = 12;
/// Nats a segment by which texts that belong together are better in order than in disorder,
/// at least, however long they are.
constexpr double least_surplus = 0.45;
/// Nats a segment below which texts explain each other worse than chance does, so that an
/// advantage over disorder is chance too; where their words are known, a little more.
constexpr double least_gain = -0.6;
constexpr double least_gain_with_words = -0.3;
/// Of texts of more segments two parts of so many are enough, whichever speaks for them.
constexpr std::uint32_t long_text = 600;
constexpr std::uint32_t part_size = 200;

/// One side with its segments in another order.
class Disorder {
 public:
  Disorder(const AlignmentSide& side, std::span<const std::uint32_t> order)
      : side_{side.language, {}, {}} {
    const auto pick = [&](const auto& from, auto& to) {
      if (from.empty()) return;
      for (const auto segment : order)
        to.push_back(from[segment]);
    };
    pick(side.segments, side_.segments);
    pick(side.places, side_.places);
    pick(side.concepts, side_.concepts);
    if (side.embeddings.empty()) return;
    for (const auto segment : order) {
      const auto row = side.embeddings.of(segment);
      vectors_.insert(vectors_.end(), row.begin(), row.end());
    }
    side_.embeddings = {vectors_, side.embeddings.dimension};
  }

  [[nodiscard]] const AlignmentSide& side() const noexcept { return side_; }

 private:
  AlignmentSide side_;
  std::vector<float> vectors_;
};

/// The first order is the reverse, which keeps neighbours beside each other; the others
/// are by chance, always the same.
std::vector<std::uint32_t> disordered(std::size_t size, unsigned number) {
  std::vector<std::uint32_t> order(size);
  std::iota(order.rbegin(), order.rend(), 0U);
  if (number == 0) return order;
  // Source: Knuth's MMIX generator; any would do that is the same everywhere.
  constexpr std::uint64_t factor = 6364136223846793005U;
  constexpr std::uint64_t summand = 1442695040888963407U;
  constexpr unsigned low_bits = 33;  // of little randomness
  std::uint64_t random = number;
  for (std::size_t last = size; last > 1; --last) {
    random = random * factor + summand;
    std::swap(order[last - 1], order[(random >> low_bits) % last]);
  }
  return order;
}

double segments_of(const AlignmentSide& source, const AlignmentSide& target) {
  return static_cast<double>(source.segments.size() + target.segments.size()) / 2;
}

Outcome aligned(const AlignmentSide& source, const AlignmentSide& target,
                AlignSettings settings, const ModelSettings& model) {
  settings.explain = false;
  return best_outcome(TextPair(source, target, settings, model), {}, settings, model);
}

/// The greatest log likelihood in disorder. Where it comes too near to that in order, no
/// more is asked; where it comes near, more disorders are tried.
double best_in_disorder(const AlignmentSide& source, const AlignmentSide& target,
                        AlignSettings settings, const ModelSettings& model,
                        double log_likelihood) {
  const double segments = segments_of(source, target);
  // Texts in disorder that are aligned for comparison, and how many where texts in order
  // are better by so few nats a segment that chance may have done it.
  constexpr unsigned disorders = 4;
  constexpr unsigned most_disorders = 8;
  constexpr double little_surplus = 1;
  // Nats a segment that no disorder of four takes from strangers, so that the first few
  // tell.
  constexpr double great_surplus = 2;
  constexpr unsigned few_disorders = 2;
  const double enough = log_likelihood - least_surplus * segments;
  const double near = log_likelihood - little_surplus * segments;
  settings.explain = false;
  double best = -std::numeric_limits<double>::infinity();
  const double far = log_likelihood - great_surplus * segments;
  const auto goes_on = [&](unsigned number) {
    if (number >= few_disorders && best <= far) return false;
    return best <= enough && number < (best > near ? most_disorders : disorders);
  };
  for (unsigned number = 0; goes_on(number); ++number) {
    const Disorder other(target, disordered(target.segments.size(), number));
    const TextPair texts(source, other.side(), settings, model);
    const auto outcome = best_of(beginnings_of(texts, model), texts, {}, settings, model,
                                 [&](const Outcome& found, const SearchStart& beginning) {
                                   return found.log_likelihood > enough ||
                                          leaves_little_doubt(found, beginning, model);
                                 });
    if (outcome) best = std::max(best, outcome->log_likelihood);
  }
  return best;
}

/// Of texts that are short enough to be aligned several times.
BelongingScore compared(const AlignmentSide& source, const AlignmentSide& target,
                        double log_likelihood, const AlignSettings& settings,
                        const ModelSettings& model) {
  const double segments = segments_of(source, target);
  const double gain = log_likelihood / segments;
  const bool has_words = settings.words.any();
  const auto least =
      static_cast<double>(std::min(source.segments.size(), target.segments.size()));
  if (least < short_text && !has_words) return {Belonging::untold, gain, gain};
  const Belonging otherwise = segments < least_told ? Belonging::untold : Belonging::apart;
  if (gain < (has_words ? least_gain_with_words : least_gain))
    return {otherwise, gain, gain};
  const double by_chance =
      best_in_disorder(source, target, settings, model, log_likelihood) / segments;
  return {gain - by_chance >= least_surplus ? Belonging::together : otherwise, gain,
          by_chance};
}

/// The run that holds all runs of one side.
SegmentRun hull_of(std::span<const Bead> beads, SegmentRun Bead::*side) {
  SegmentRun hull;
  for (const Bead& bead : beads) {
    const SegmentRun& run = bead.*side;
    if (run.empty()) continue;
    hull = hull.empty()
               ? run
               : SegmentRun{std::min(hull.first, run.first), std::max(hull.last, run.last)};
  }
  return hull;
}

/// Neighbouring beads from `first` on that hold so many segments of a side, at most.
std::span<const Bead> part_from(std::span<const Bead> beads, std::size_t first) {
  std::uint32_t sources = 0;
  std::uint32_t targets = 0;
  std::size_t last = first;
  for (; last < beads.size() && std::max(sources, targets) < part_size; ++last) {
    sources += beads[last].source.size();
    targets += beads[last].target.size();
  }
  return beads.subspan(first, last - first);
}

}  // namespace

bool is_clear(const AlignmentSide& source, const AlignmentSide& target,
              double log_likelihood) {
  return log_likelihood >= clear_gain * segments_of(source, target);
}

BelongingScore belonging(const AlignmentSide& source, const AlignmentSide& target,
                         const FoundAlignment& found, const AlignSettings& settings,
                         const ModelSettings& model) {
  if (source.segments.empty() || target.segments.empty()) return {Belonging::untold, 0, 0};
  const double gain = found.log_likelihood / segments_of(source, target);
  if (is_clear(source, target, found.log_likelihood))
    return {Belonging::together, gain, gain};
  if (std::max(source.segments.size(), target.segments.size()) <= long_text)
    return compared(source, target, found.log_likelihood, settings, model);
  BelongingScore score{Belonging::apart, gain, gain};
  for (const std::size_t third : {1U, 2U}) {
    const auto part = part_from(found.beads, found.beads.size() * third / 3);
    const SegmentRun from = hull_of(part, &Bead::source);
    const SegmentRun to = hull_of(part, &Bead::target);
    if (std::min(from.size(), to.size()) < short_text) continue;
    score = belonging(part_of(source, from), part_of(target, to), settings, model);
    if (score.verdict == Belonging::together) break;
  }
  return score;
}

BelongingScore belonging(const AlignmentSide& source, const AlignmentSide& target,
                         const AlignSettings& settings, const ModelSettings& model) {
  if (source.segments.empty() || target.segments.empty()) return {Belonging::untold, 0, 0};
  const Outcome outcome = aligned(source, target, settings, model);
  return belonging(source, target, {outcome.beads, outcome.log_likelihood}, settings,
                   model);
}

}  // namespace hexapla
