#include "check/shifts.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace hexapla {
namespace {

constexpr std::size_t shortest_stretch = 3;  // units: fewer are like their neighbours by chance
constexpr double clearly_better = 0.7;       // nats a word

/// Reads how well source and target of units fit each other, each pair once.
class Fits {
 public:
  Fits(std::span<const AlignedUnit> units, LinkReader& links)
      : units_(units), links_(links), known_(units.size()) {}

  /// How much better the source of unit `at` fits the target of the unit `by` further than
  /// its own: nats a word; nothing where there is too little to compare.
  [[nodiscard]] std::optional<double> gain(std::size_t at, int by) {
    const auto own = misfit(at, 0);
    const auto other = misfit(at, by);
    if (!own || !other) return std::nullopt;
    return *own - *other;
  }

 private:
  [[nodiscard]] std::optional<double> misfit(std::size_t at, int by) {
    const auto other = static_cast<std::ptrdiff_t>(at) + by;
    if (other < 0 || other >= static_cast<std::ptrdiff_t>(units_.size()))
      return std::nullopt;
    const AlignedUnit& source = units_[at];
    const AlignedUnit& target = units_[static_cast<std::size_t>(other)];
    if (source.cells.size() != 2 || target.cells.size() != 2) return std::nullopt;
    auto& known = known_.at(at).at(static_cast<std::size_t>(by + 1));
    if (!known) known = links_.unaccounted_for(target.cells[1].text, source.cells[0].text);
    return known;
  }

  std::span<const AlignedUnit> units_;
  LinkReader& links_;
  std::vector<std::array<std::optional<double>, 3>> known_;
};

/// The stretch around `seed` in which nearly every unit fits better `by` further: units that
/// say nothing either way lie in it, but do not end it.
ShiftedStretch stretch_around(std::size_t seed, int by, std::size_t units, Fits& fits) {
  constexpr std::size_t most_silent = 2;  // units in a row
  ShiftedStretch stretch{seed, seed, by};
  const auto extend = [&](std::ptrdiff_t step, std::size_t& end) {
    std::size_t silent = 0;
    for (auto at = static_cast<std::ptrdiff_t>(seed) + step;
         at >= 0 && at < static_cast<std::ptrdiff_t>(units); at += step) {
      const auto gain = fits.gain(static_cast<std::size_t>(at), by);
      if (gain && *gain >= clearly_better) {
        end = static_cast<std::size_t>(at);
        silent = 0;
      } else if ((gain && *gain < 0) || ++silent > most_silent) {
        return;
      }
    }
  };
  extend(-1, stretch.first);
  extend(1, stretch.last);
  return stretch;
}

}  // namespace

std::vector<ShiftedStretch> shifted_stretches(std::span<const AlignedUnit> units,
                                              const std::vector<bool>& suspicious,
                                              LinkReader& links) {
  Fits fits(units, links);
  std::vector<ShiftedStretch> stretches;
  std::size_t free_from = 0;
  for (std::size_t at = 0; at < units.size(); ++at) {
    if (!suspicious[at] || at < free_from) continue;
    for (const int by : {1, -1}) {
      const auto gain = fits.gain(at, by);
      if (!gain || *gain < clearly_better) continue;
      ShiftedStretch stretch = stretch_around(at, by, units.size(), fits);
      stretch.first = std::max(stretch.first, free_from);
      if (stretch.last + 1 - stretch.first < shortest_stretch) continue;
      stretches.push_back(stretch);
      free_from = stretch.last + 1;
      break;
    }
  }
  return stretches;
}

}  // namespace hexapla
