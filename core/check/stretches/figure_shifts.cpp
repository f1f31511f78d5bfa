#include "check/stretches/figure_shifts.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

namespace hexapla {
namespace {

constexpr int farthest = 3;            // units
constexpr double enough_evidence = 4;  // units in which all figures stand elsewhere
constexpr double most_lost = 2;        // of them, where the figures are at home after all
constexpr std::size_t shortest = 3;    // units

using Figures = std::vector<std::string_view>;

/// The runs of two digits or more, each once: fewer stand anywhere.
Figures figures_in(const AlignedUnit& unit, std::size_t cell) {
  constexpr std::string_view digits = "0123456789";
  Figures figures;
  if (unit.cells.size() != 2) return figures;
  const std::string_view text = unit.cells[cell].text;
  for (std::size_t at = text.find_first_of(digits); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_not_of(digits, at), text.size());
    if (end - at > 1) figures.push_back(text.substr(at, end - at));
    at = text.find_first_of(digits, end);
  }
  std::ranges::sort(figures);
  figures.erase(std::unique(figures.begin(), figures.end()), figures.end());
  return figures;
}

/// The share of the figures that both have; nothing where one has none.
std::optional<double> share_of_both(const Figures& one, const Figures& other) {
  if (one.empty() || other.empty()) return std::nullopt;
  const auto both = std::ranges::count_if(one, [&](std::string_view figure) {
    return std::ranges::binary_search(other, figure);
  });
  return static_cast<double>(both) /
         static_cast<double>(std::max(one.size(), other.size()));
}

class FigureTexts {
 public:
  explicit FigureTexts(std::span<const AlignedUnit> units) {
    for (const AlignedUnit& unit : units) {
      sources_.push_back(figures_in(unit, 0));
      targets_.push_back(figures_in(unit, 1));
    }
  }

  /// How much better the figures of unit `at` are found `by` units further on than in its
  /// own target: from -1 to 1.
  [[nodiscard]] double gain(std::size_t at, int by) const {
    const auto other = static_cast<std::ptrdiff_t>(at) + by;
    if (other < 0 || other >= static_cast<std::ptrdiff_t>(targets_.size())) return 0;
    const auto there =
        share_of_both(sources_[at], targets_[static_cast<std::size_t>(other)]);
    const auto here = share_of_both(sources_[at], targets_[at]);
    if (!there && !here) return 0;
    return there.value_or(0) - here.value_or(0);
  }

 private:
  std::vector<Figures> sources_;
  std::vector<Figures> targets_;
};

/// The stretches in which the sum of gains grows, one after the other.
void add_stretches(std::size_t units, const FigureTexts& texts, int by,
                   std::vector<StrayStretch>& stretches) {
  StrayStretch open{0, 0, by};
  double sum = 0;
  const auto close = [&] {
    if (open.evidence >= enough_evidence && open.last + 1 - open.first >= shortest)
      stretches.push_back(open);
    open = {0, 0, by};
    sum = 0;
  };
  for (std::size_t at = 0; at < units; ++at) {
    const double gain = texts.gain(at, by);
    if (sum <= 0 && gain > 0) open = {at, at, by};
    sum = std::max(0.0, sum + gain);
    if (sum > open.evidence) {
      open.evidence = sum;
      open.last = at;
    }
    if (open.evidence > 0 && (sum <= 0 || sum < open.evidence - most_lost)) close();
  }
  close();
}

}  // namespace

std::vector<StrayStretch> figure_shifts(std::span<const AlignedUnit> units) {
  const FigureTexts texts(units);
  std::vector<StrayStretch> stretches;
  for (int by = -farthest; by <= farthest; ++by)
    if (by != 0) add_stretches(units.size(), texts, by, stretches);
  // Of those that overlap the best attested one is kept.
  std::ranges::stable_sort(stretches, std::ranges::greater(), &StrayStretch::evidence);
  std::vector<StrayStretch> kept;
  for (const StrayStretch& stretch : stretches)
    if (std::ranges::none_of(kept, [&](const StrayStretch& other) {
          return stretch.first <= other.last && other.first <= stretch.last;
        }))
      kept.push_back(stretch);
  std::ranges::sort(kept, {}, &StrayStretch::first);
  return kept;
}

}  // namespace hexapla
