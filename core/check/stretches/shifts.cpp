#include "check/stretches/shifts.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace hexapla {
namespace {

/// How badly source and target of units fit each other, each pair read once.
class Misfits {
 public:
  Misfits(std::span<const AlignedUnit> units, LinkReader& links)
      : units_(units), links_(links), known_(units.size()) {}

  /// Of the source of unit `at` and the target of the unit `by` further: nats a word;
  /// nothing where there is none.
  [[nodiscard]] std::optional<double> of(std::size_t at, int by) {
    const auto other = static_cast<std::ptrdiff_t>(at) + by;
    if (other < 0 || other >= static_cast<std::ptrdiff_t>(units_.size()))
      return std::nullopt;
    const AlignedUnit& source = units_[at];
    const AlignedUnit& target = units_[static_cast<std::size_t>(other)];
    if (source.cells.size() != 2 || target.cells.size() != 2) return std::nullopt;
    auto& known = known_.at(at).at(static_cast<std::size_t>(by + 1));
    if (!known) known = links_.unaccounted_for(target.cells[1].text, source.cells[0].text);
    // Where no word tells anything, nothing is known.
    return *known > 0 ? known : std::nullopt;
  }

 private:
  std::span<const AlignedUnit> units_;
  LinkReader& links_;
  std::vector<std::array<std::optional<double>, 3>> known_;
};

double median(std::vector<double>& values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

/// From which misfit on a pair is likelier one of strangers than one of partners: between
/// what is usual in the document and what its neighbours have. Nothing where both are much
/// alike.
std::optional<double> border_of(std::size_t units, Misfits& misfits) {
  constexpr std::size_t sample = 200;  // units
  constexpr std::size_t enough = 40;   // units that teach and can be asked
  constexpr double towards_strangers =
      0.35;  // of the way: strangers among those that teach fit, too
  constexpr double least_difference = 1;  // nats
  std::vector<double> own;
  std::vector<double> strange;
  const std::size_t step = std::max<std::size_t>(1, units / sample);
  for (std::size_t at = 0; at < units; at += step) {
    if (const auto here = misfits.of(at, 0)) own.push_back(*here);
    if (const auto next = misfits.of(at, 1)) strange.push_back(*next);
  }
  if (own.size() < enough || strange.size() < enough) return std::nullopt;
  const double usual = median(own);
  const double difference = median(strange) - usual;
  if (difference < least_difference) return std::nullopt;
  return usual + towards_strangers * difference;
}

class Search {
 public:
  Search(std::size_t units, Misfits& misfits, double border)
      : units_(units), misfits_(misfits), border_(border) {}

  /// The stretch around `seed` whose units are strangers for the most part; nothing where
  /// it is too short to be told from a free translation.
  [[nodiscard]] std::optional<StrayStretch> around(std::size_t seed, std::size_t from) {
    constexpr std::size_t shortest = 8;  // units
    constexpr std::size_t shortest_shift = 3;
    constexpr double least_excess = 0.3;  // nats, the mean
    if (excess(seed) <= 0) return std::nullopt;
    StrayStretch stretch{extend(seed, -1, from), extend(seed, 1, from)};
    for (std::size_t at = stretch.first; at <= stretch.last; ++at)
      stretch.evidence += excess(at);
    const auto length = stretch.last + 1 - stretch.first;
    if (stretch.evidence < least_excess * static_cast<double>(length)) return std::nullopt;
    stretch.by = shift_in(stretch);
    return length >= (stretch.by == 0 ? shortest : shortest_shift) ? std::optional(stretch)
                                                                   : std::nullopt;
  }

 private:
  /// Above 0 for strangers; no single unit counts for much.
  [[nodiscard]] double excess(std::size_t at) {
    const auto misfit = misfits_.of(at, 0);
    return misfit ? std::clamp(*misfit - border_, -1.0, 1.0) : 0;
  }

  /// The farthest unit from `seed` up to which strangers outweigh partners.
  [[nodiscard]] std::size_t extend(std::size_t seed, int step, std::size_t from) {
    constexpr double most_lost = 2.5;  // nats: a partner or a few amid strangers
    double sum = 0;
    double best = 0;
    std::size_t end = seed;
    for (auto at = static_cast<std::ptrdiff_t>(seed) + step;
         at >= static_cast<std::ptrdiff_t>(from) &&
         at < static_cast<std::ptrdiff_t>(units_);
         at += step) {
      sum += excess(static_cast<std::size_t>(at));
      if (sum > best) {
        best = sum;
        end = static_cast<std::size_t>(at);
      }
      if (sum < best - most_lost) break;
    }
    return end;
  }

  /// By how much the targets are off where the neighbours fit clearly better; else 0.
  [[nodiscard]] int shift_in(const StrayStretch& stretch) {
    constexpr double clearly_better = 0.7;  // nats, the mean
    for (const int by : {1, -1}) {
      double gain = 0;
      std::size_t asked = 0;
      for (std::size_t at = stretch.first; at <= stretch.last; ++at) {
        const auto own = misfits_.of(at, 0);
        const auto other = misfits_.of(at, by);
        if (!own || !other) continue;
        gain += *own - *other;
        ++asked;
      }
      if (asked > 0 && gain >= clearly_better * static_cast<double>(asked)) return by;
    }
    return 0;
  }

  std::size_t units_;
  Misfits& misfits_;
  double border_;
};

}  // namespace

std::vector<StrayStretch> stray_stretches(std::span<const AlignedUnit> units,
                                          const std::vector<bool>& suspicious,
                                          LinkReader& links) {
  if (std::ranges::find(suspicious, true) == suspicious.end()) return {};
  Misfits misfits(units, links);
  const auto border = border_of(units.size(), misfits);
  if (!border) return {};
  Search search(units.size(), misfits, *border);
  std::vector<StrayStretch> stretches;
  std::size_t from = 0;
  for (std::size_t at = 0; at < units.size(); ++at) {
    if (!suspicious[at] || at < from) continue;
    if (const auto stretch = search.around(at, from)) {
      stretches.push_back(*stretch);
      from = stretch->last + 1;
    }
  }
  return stretches;
}

}  // namespace hexapla
