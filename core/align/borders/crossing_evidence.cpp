#include "align/borders/crossing_evidence.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace hexapla {
namespace {

/// NearTokens on either side of a border that are looked at.
constexpr std::size_t tokens_near_border = 16;
/// Nats of an advantage that the best of so many ways to cut has by chance.
constexpr float nats_by_chance = 3;
constexpr float most_against_border = 8;  ///< Nats.

using NearTokens = std::vector<std::uint32_t>;
using NearRow = std::array<float, tokens_near_border>;
using NearTable = std::array<NearRow, tokens_near_border>;

/// Explains tokens near a border by those across it, and by their own partners.
class NearExplainer {
 public:
  explicit NearExplainer(const WordKnowledge& words)
      : words_(words),
        counts_(words.dictionary.unknown.size()),
        places_(words.dictionary.unknown.size()) {}

  /// Sums of log ratios: the first effect, the first two and so on, given all causes.
  [[nodiscard]] NearRow given_all(std::span<const std::uint32_t> causes,
                                  const NearTokens& effects) {
    float unknown = 0;
    for (const auto cause : causes) {
      ++counts_[cause];
      unknown += words_.dictionary.unknown[cause];
    }
    NearRow sums{};
    float sum = 0;
    for (std::size_t effect = 0; effect < effects.size(); ++effect) {
      float ratio = unknown;
      for (const auto& [cause, more] : words_.dictionary.causes_of(effects[effect]))
        ratio += counts_[cause] * more;
      if (!causes.empty())
        sum += words_.log_ratio(effects[effect], ratio / static_cast<float>(causes.size()));
      sums[effect] = sum;
    }
    for (const auto cause : causes)
      counts_[cause] = 0;
    return sums;
  }

  /// The same given the first cause, the first two and so on, by number of the last one.
  void given_first(const NearTokens& causes, const NearTokens& effects, NearTable& sums) {
    const NearTable ratios = ratios_of(causes, effects);
    NearRow known{};
    float unknown = 0;
    for (std::size_t cause = 0; cause < causes.size(); ++cause) {
      unknown += words_.dictionary.unknown[causes[cause]];
      float sum = 0;
      for (std::size_t effect = 0; effect < effects.size(); ++effect) {
        known[effect] += ratios[effect][cause];
        sum += words_.log_ratio(effects[effect],
                                (unknown + known[effect]) / static_cast<float>(cause + 1));
        sums[cause][effect] = sum;
      }
    }
  }

 private:
  /// By effect, then by cause.
  [[nodiscard]] NearTable ratios_of(const NearTokens& causes, const NearTokens& effects) {
    for (std::size_t cause = 0; cause < causes.size(); ++cause)
      places_[causes[cause]] |= 1U << cause;
    NearTable ratios{};
    for (std::size_t effect = 0; effect < effects.size(); ++effect)
      for (const auto& [cause, ratio] : words_.dictionary.causes_of(effects[effect]))
        for (auto places = places_[cause]; places != 0; places &= places - 1)
          ratios[effect][static_cast<std::size_t>(std::countr_zero(places))] += ratio;
    for (const auto cause : causes)
      places_[cause] = 0;
    return ratios;
  }

  WordKnowledge words_;
  std::vector<float> counts_;          ///< Of causes, by token; 0 between calls.
  std::vector<std::uint32_t> places_;  ///< Likewise: a bit for each place.
};

/// The tokens of a segment from a border behind it backwards.
NearTokens tokens_before(std::span<const std::uint32_t> tokens) {
  tokens = tokens.last(std::min(tokens.size(), tokens_near_border));
  return {tokens.rbegin(), tokens.rend()};
}

NearTokens tokens_behind(std::span<const std::uint32_t> tokens) {
  tokens = tokens.first(std::min(tokens.size(), tokens_near_border));
  return {tokens.begin(), tokens.end()};
}

/// NearTokens that begin at a border, and the segment that they would be paired with.
struct NearBorder {
  NearTokens tokens;
  std::span<const std::uint32_t> partner;
};

class BorderObjections {
 public:
  explicit BorderObjections(const SidesAndWords& sides)
      : sides_(sides), of_targets_(sides.of_targets), of_sources_(sides.of_sources) {}

  /// Against the border before these segments, which both have segments in front of it.
  [[nodiscard]] float to(std::uint32_t source, std::uint32_t target) {
    const auto source_before = sides_.source.of(source - 1);
    const auto source_behind = sides_.source.of(source);
    const auto target_before = sides_.target.of(target - 1);
    const auto target_behind = sides_.target.of(target);
    const float forward = advantage({tokens_before(source_before), target_before},
                                    {tokens_behind(target_behind), source_behind});
    const float backward = advantage({tokens_behind(source_behind), target_behind},
                                     {tokens_before(target_before), source_before});
    return std::min(std::max(forward, backward) - nats_by_chance, most_against_border);
  }

 private:
  /// By how many nats the best of all cuts explains tokens of either side by those of the
  /// other better than by their partners.
  [[nodiscard]] float advantage(const NearBorder& sources, const NearBorder& targets) {
    of_targets_.given_first(sources.tokens, targets.tokens, target_sums_);
    of_sources_.given_first(targets.tokens, sources.tokens, source_sums_);
    const NearRow own_targets = of_targets_.given_all(targets.partner, targets.tokens);
    const NearRow own_sources = of_sources_.given_all(sources.partner, sources.tokens);
    float greatest = 0;
    for (std::size_t from = 0; from < sources.tokens.size(); ++from)
      for (std::size_t to = 0; to < targets.tokens.size(); ++to)
        // Words of a heading that stands alone are in the text below it, which has its
        // own partner: only what both sides gain by crossing speaks for it.
        greatest =
            std::max(greatest, 2 * std::min(target_sums_[from][to] - own_targets[to],
                                            source_sums_[to][from] - own_sources[from]));
    return greatest;
  }

  const SidesAndWords& sides_;
  NearExplainer of_targets_;
  NearExplainer of_sources_;
  NearTable target_sums_{};
  NearTable source_sums_{};
};

}  // namespace

CrossingEvidence::CrossingEvidence(const SidesAndWords& sides,
                                   std::span<const Bead> likely) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> borders;
  for (const auto& [source, target, confidence] : likely)
    if (source.last > 0 && target.last > 0 && source.last < sides.source.size() &&
        target.last < sides.target.size())
      borders.emplace_back(source.last, target.last);
  std::ranges::sort(borders);
  borders.erase(std::unique(borders.begin(), borders.end()), borders.end());
  BorderObjections objections(sides);
  starts_.assign(sides.source.size() + 2, 0);
  for (const auto& [source, target] : borders) {
    const float nats = objections.to(source, target);
    if (nats <= 0) continue;
    objections_.push_back({target, nats});
    ++starts_[source + 1];
  }
  for (std::size_t at = 1; at < starts_.size(); ++at)
    starts_[at] += starts_[at - 1];
}

}  // namespace hexapla
