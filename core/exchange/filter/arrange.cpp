#include "exchange/filter/arrange.hpp"

#include "exchange/filter/filter_rule.hpp"
#include "format/stable_hash.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace hexapla {
namespace {

/// What decides whether a unit is in a sample: its texts and the seed, and its place where
/// texts are the same.
std::uint64_t lot_of(const KeptUnit& kept, std::size_t place, std::uint64_t seed) {
  std::uint64_t hash = stable_hash(std::to_string(seed));
  for (const Variant& variant : kept.unit.variants)
    hash = stable_hash(variant.text, stable_hash(variant.language.tag(), hash));
  return stable_hash(std::to_string(place), hash);
}

void take_sample(std::vector<KeptUnit>& units, const SampleSettings& sample) {
  if (sample.units == 0 || sample.units >= units.size()) return;
  std::vector<std::pair<std::uint64_t, std::size_t>> lots;
  for (std::size_t place = 0; place < units.size(); ++place)
    lots.emplace_back(lot_of(units[place], place, sample.seed), place);
  const auto last = lots.begin() + static_cast<std::ptrdiff_t>(sample.units);
  std::nth_element(lots.begin(), last, lots.end());
  lots.erase(last, lots.end());
  std::ranges::sort(lots, {}, &std::pair<std::uint64_t, std::size_t>::second);
  std::vector<KeptUnit> taken;
  for (const auto& [lot, place] : lots)
    taken.push_back(std::move(units[place]));
  units = std::move(taken);
}

double number_by(const KeptUnit& kept, SortKey by) {
  switch (by) {
    case SortKey::confidence:
      return kept.unit.confidence;
    case SortKey::ratio:
      return length_ratio_of(kept.unit);
    default:
      break;
  }
  std::size_t length = 0;
  for (const Variant& variant : kept.unit.variants)
    length += comparable_length(variant.text);
  return static_cast<double>(length);
}

std::string_view first_text(const KeptUnit& kept) {
  return kept.unit.variants.empty() ? std::string_view() : kept.unit.variants[0].text;
}

void sort_units(std::vector<KeptUnit>& units, const SortSettings& sort) {
  std::vector<double> numbers;
  if (sort.by != SortKey::text)
    for (const KeptUnit& kept : units)
      numbers.push_back(number_by(kept, sort.by));
  std::vector<std::size_t> order(units.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, [&](std::size_t one, std::size_t other) {
    if (sort.descending) std::swap(one, other);
    return sort.by == SortKey::text ? first_text(units[one]) < first_text(units[other])
                                    : numbers[one] < numbers[other];
  });
  std::vector<KeptUnit> sorted;
  for (const std::size_t place : order)
    sorted.push_back(std::move(units[place]));
  units = std::move(sorted);
}

}  // namespace

void arrange(std::vector<KeptUnit>& units, const FilterPlan& plan) {
  if (plan.sample) take_sample(units, *plan.sample);
  if (plan.sort) sort_units(units, *plan.sort);
}

bool needs_all_units(const FilterPlan& plan) noexcept {
  return plan.sort || (plan.sample && plan.sample->units > 0);
}

}  // namespace hexapla
