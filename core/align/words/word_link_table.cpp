#include "align/words/word_link_table.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace hexapla {
namespace {

// The figures are the best of a few on half of 1,000 sentences en-fr and en-zh, and as good
// on the other half (core/align/MEASURED.md).
constexpr double off_diagonal = 5;         // nats that a place as far off as can be costs
constexpr float any_word = 1;              // ratio: what a word says for every other
constexpr float no_word = 1;               // ratio: of rendering nothing
constexpr float by_neighbours = 8;         // times: what a sure neighbour says for a link
constexpr unsigned rounds = 3;             // of asking the neighbours
constexpr float agreed = 0.3F;             // confidence from which both directions agree
constexpr float better_than_none = 0.01F;  // for words that have no link yet

constexpr std::size_t place_steps = 256;

/// exp(-off_diagonal * distance), by distance in steps.
const std::array<float, place_steps + 1>& place_weights() {
  static const auto made_once = [] {
    std::array<float, place_steps + 1> weights{};
    for (std::size_t step = 0; step <= place_steps; ++step)
      weights.at(step) = static_cast<float>(std::exp(
          -off_diagonal * static_cast<double>(step) / static_cast<double>(place_steps)));
    return weights;
  }();
  return made_once;
}

float place_weight(double one, double other) {
  const double distance = std::min(std::abs(one - other), 1.0);
  return place_weights()[static_cast<std::size_t>(distance * place_steps)];
}

double middle_of(std::size_t word, std::size_t words) {
  constexpr double half = 0.5;
  return (static_cast<double>(word) + half) / static_cast<double>(words);
}

}  // namespace

void WordLinkTable::resize(std::size_t sources, std::size_t targets) {
  sources_ = sources;
  targets_ = targets;
  by_source_.assign(sources * targets, 0);
  by_target_.assign(sources * targets, 0);
  joint_.assign(sources * targets, 0);
}

void WordLinkTable::weigh_by_place() {
  for (std::size_t source = 0; source < sources_; ++source) {
    const double here = middle_of(source, sources_);
    for (std::size_t target = 0; target < targets_; ++target) {
      const float weight = place_weight(here, middle_of(target, targets_));
      float& forward = by_source_[target * sources_ + source];
      float& backward = by_target_[source * targets_ + target];
      forward = (forward + any_word) * weight;
      backward = (backward + any_word) * weight;
    }
  }
}

/// Sums of the joint table around each cell: most on the diagonal, where words of both
/// texts go on side by side.
void WordLinkTable::add_neighbours() {
  constexpr float beside = 0.5F;
  struct Step {
    std::ptrdiff_t source;
    std::ptrdiff_t target;
    float weight;
  };
  constexpr std::array<Step, 10> steps{{{-1, -1, 1},
                                        {1, 1, 1},
                                        {-1, 0, beside},
                                        {1, 0, beside},
                                        {0, -1, beside},
                                        {0, 1, beside},
                                        {-1, -2, beside},
                                        {-2, -1, beside},
                                        {1, 2, beside},
                                        {2, 1, beside}}};
  near_.assign(sources_ * targets_, 0);
  const auto rows = static_cast<std::ptrdiff_t>(sources_);
  const auto columns = static_cast<std::ptrdiff_t>(targets_);
  for (const Step& step : steps) {
    const std::ptrdiff_t first = std::max<std::ptrdiff_t>(0, -step.target);
    const std::ptrdiff_t last = std::min(columns, columns - step.target);
    for (std::ptrdiff_t row = std::max<std::ptrdiff_t>(0, -step.source);
         row < std::min(rows, rows - step.source); ++row) {
      const float* const from = joint_.data() + (row + step.source) * columns + step.target;
      float* const to = near_.data() + row * columns;
      for (std::ptrdiff_t column = first; column < last; ++column)
        to[column] += step.weight * from[column];
    }
  }
}

/// The geometric mean of what both directions say, each shared out among the words that may
/// have called a word forth, or none.
void WordLinkTable::agree(bool with_neighbours) {
  if (with_neighbours) add_neighbours();
  const auto boost = [&](std::size_t source, std::size_t target) {
    return with_neighbours ? 1 + by_neighbours * near_[source * targets_ + target] : 1.0F;
  };
  row_sums_.assign(targets_, no_word);
  for (std::size_t target = 0; target < targets_; ++target)
    for (std::size_t source = 0; source < sources_; ++source)
      row_sums_[target] += by_source_[target * sources_ + source] * boost(source, target);
  for (std::size_t source = 0; source < sources_; ++source) {
    float sum = no_word;
    for (std::size_t target = 0; target < targets_; ++target)
      sum += by_target_[source * targets_ + target] * boost(source, target);
    for (std::size_t target = 0; target < targets_; ++target) {
      const float forward = by_source_[target * sources_ + source] / row_sums_[target];
      const float backward = by_target_[source * targets_ + target] / sum;
      joint(source, target) = boost(source, target) * std::sqrt(forward * backward);
    }
  }
}

bool WordLinkTable::is_best_of_the_unlinked(std::size_t source, std::size_t target) const {
  const float here = joint(source, target);
  if (source_linked_[source] && target_linked_[target]) return false;
  if (!source_linked_[source])
    for (std::size_t other = 0; other < targets_; ++other)
      if (joint(source, other) > here) return false;
  if (!target_linked_[target])
    for (std::size_t other = 0; other < sources_; ++other)
      if (joint(other, target) > here) return false;
  return true;
}

std::vector<WordLink> WordLinkTable::links() {
  std::vector<WordLink> links;
  if (sources_ == 0 || targets_ == 0) return links;
  weigh_by_place();
  for (unsigned round = 0; round < rounds; ++round)
    agree(round > 0);
  source_linked_.assign(sources_, false);
  target_linked_.assign(targets_, false);
  for (std::size_t source = 0; source < sources_; ++source)
    for (std::size_t target = 0; target < targets_; ++target)
      if (joint(source, target) >= agreed)
        source_linked_[source] = target_linked_[target] = true;
  for (std::size_t source = 0; source < sources_; ++source)
    for (std::size_t target = 0; target < targets_; ++target) {
      const float here = joint(source, target);
      const bool is_link = here >= agreed || (here >= better_than_none &&
                                              is_best_of_the_unlinked(source, target));
      if (is_link)
        links.push_back({static_cast<std::uint32_t>(source),
                         static_cast<std::uint32_t>(target), std::min(here, 1.0F)});
    }
  return links;
}

}  // namespace hexapla
