#include "align/borders/crossing_evidence.hpp"

#include "align/borders/explained_pair.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace hexapla {
namespace {

/// NearTokens on either side of a border that are looked at.
constexpr std::size_t tokens_near_border = 16;
/// Nats of an advantage that the best of so many ways to cut has by chance, and those below
/// which nothing more is asked.
constexpr float nats_by_chance = 3;
constexpr float least_crossing = 2;
/// Times what is beyond chance: how much an advantage of the words near a border counts
/// against it, and one of whole blocks, of which more is known.
constexpr float weight_near = 1.4F;
constexpr float weight_of_blocks = 1.2F;
constexpr float most_against_border = 19;  ///< Nats.
/// Nats that blocks must explain more than the bead that holds them, and the most that the
/// bead gains by it.
constexpr float least_overlap = 6;
constexpr float greatest_overlap = 16;
/// Tokens of two segments of a side: longer ones have errors enough to be read in any way.
constexpr std::size_t longest_blocks = 200;

/// Tokens from a border on; what is beyond the last one is 0.
struct NearTokens {
  std::array<std::uint32_t, tokens_near_border> tokens{};
  std::size_t size = 0;

  [[nodiscard]] std::span<const std::uint32_t> all() const {
    return std::span(tokens).first(size);
  }
};

using NearRow = std::array<float, tokens_near_border>;
using NearTable = std::array<NearRow, tokens_near_border>;

/// Tokens near a border, those across it that may explain them, and the segment that they
/// would be paired with.
struct NearQuestion {
  const NearTokens& effects;
  const NearTokens& across;
  std::span<const std::uint32_t> partner;
};

/// By how much tokens near a border are explained better by those across it than by their
/// partner.
class NearExplainer {
 public:
  explicit NearExplainer(const WordKnowledge& words)
      : words_(words), causes_(words.dictionary.unknown.size()) {}

  /// Nats that the first effects gain, by number of the last of the causes across that are
  /// asked, then of the last of the effects; how it goes on past the last of either is not
  /// told.
  /// Returns: the greatest of them.
  float gains_across(const NearQuestion& question, NearTable& gains) {
    const NearRow own = sums_by_partner_and_links(question);
    const auto& unknown = words_.dictionary.unknown;
    NearRow ratios{};
    float unknown_sum = 0;
    float greatest = 0;
    for (std::size_t cause = 0; cause < question.across.size; ++cause) {
      unknown_sum += unknown[question.across.tokens[cause]];
      const float share = 1 / static_cast<float>(cause + 1);
      NearRow& row = gains[cause];
      for (std::size_t effect = 0; effect < tokens_near_border; ++effect) {
        ratios[effect] += links_[cause][effect];
        row[effect] = weights_[effect] *
                      fast_log(1 - known_[effect] +
                               known_[effect] * share * (unknown_sum + ratios[effect]));
      }
      float sum = 0;
      for (std::size_t effect = 0; effect < question.effects.size; ++effect) {
        sum += row[effect];
        row[effect] = sum - own[effect];
        greatest = std::max(greatest, row[effect]);
      }
    }
    return greatest;
  }

 private:
  /// What is asked of a cause: how often the partner has it, and where it stands across the
  /// border, a bit for each place.
  struct Cause {
    float in_partner = 0;
    std::uint32_t across = 0;
  };

  /// Sums of log ratios of the first effect, the first two and so on by the partner; notes
  /// who of those across explains whom, by cause, then by effect.
  [[nodiscard]] NearRow sums_by_partner_and_links(const NearQuestion& question) {
    const auto& [effects, across, partner] = question;
    float unknown = 0;
    for (const auto token : partner) {
      ++causes_[token].in_partner;
      unknown += words_.dictionary.unknown[token];
    }
    for (std::size_t place = 0; place < across.size; ++place)
      causes_[across.tokens[place]].across |= 1U << place;
    links_ = {};
    weights_ = known_ = {};
    NearRow sums{};
    float sum = 0;
    for (std::size_t effect = 0; effect < effects.size; ++effect) {
      const auto token = effects.tokens[effect];
      const Trust& trust = words_.weights.of(words_.vocabulary.kind_of(token));
      weights_[effect] = static_cast<float>(trust.weight);
      known_[effect] = static_cast<float>(trust.known);
      float ratio = unknown;
      for (const auto& [cause, more] : words_.dictionary.causes_of(token)) {
        const Cause& asked = causes_[cause];
        ratio += asked.in_partner * more;
        for (auto places = asked.across; places != 0; places &= places - 1)
          links_[static_cast<std::size_t>(std::countr_zero(places))][effect] += more;
      }
      if (!partner.empty())
        sum += words_.log_ratio(token, ratio / static_cast<float>(partner.size()));
      sums[effect] = sum;
    }
    for (const auto token : partner)
      causes_[token] = {};
    for (const auto token : across.all())
      causes_[token] = {};
    return sums;
  }

  WordKnowledge words_;
  std::vector<Cause> causes_;  ///< By token; as at first between calls.
  NearTable links_{};
  NearRow weights_{};  ///< Of the effects; see Trust.
  NearRow known_{};
};

/// The first tokens from `nearest` on, which goes away from a border.
template <class Iterator>
NearTokens tokens_from(Iterator nearest, std::size_t tokens) {
  NearTokens near;
  near.size = std::min(tokens, tokens_near_border);
  std::copy_n(nearest, near.size, near.tokens.begin());
  return near;
}

/// Of a segment before a border, from its last one backwards.
NearTokens tokens_before(std::span<const std::uint32_t> tokens) {
  return tokens_from(tokens.rbegin(), tokens.size());
}
NearTokens tokens_behind(std::span<const std::uint32_t> tokens) {
  return tokens_from(tokens.begin(), tokens.size());
}

/// Tokens that begin at a border, and the segment that they would be paired with.
struct NearBorder {
  NearTokens tokens;
  std::span<const std::uint32_t> partner;
};

/// The best way to cut what crosses a border: so many tokens on either side of it.
struct Crossing {
  float gain = 0;  ///< Nats, of both sides.
  std::size_t sources = 0;
  std::size_t targets = 0;
};

/// The segments round a border.
struct BorderTexts {
  std::span<const std::uint32_t> source_before;
  std::span<const std::uint32_t> source_behind;
  std::span<const std::uint32_t> target_before;
  std::span<const std::uint32_t> target_behind;
};

class BorderDoubts {
 public:
  explicit BorderDoubts(const SidesAndWords& sides)
      : sides_(sides),
        of_targets_(sides.of_targets),
        of_sources_(sides.of_sources),
        pieces_(sides) {}

  /// About the border before these segments, which both have segments in front of it.
  [[nodiscard]] CrossingEvidence::Doubt of(std::uint32_t source, std::uint32_t target) {
    const BorderTexts texts{sides_.source.of(source - 1), sides_.source.of(source),
                            sides_.target.of(target - 1), sides_.target.of(target)};
    const Crossing forward =
        crossing({tokens_before(texts.source_before), texts.target_before},
                 {tokens_behind(texts.target_behind), texts.source_behind});
    const Crossing backward =
        crossing({tokens_behind(texts.source_behind), texts.target_behind},
                 {tokens_before(texts.target_before), texts.source_before});
    const bool is_forward = forward.gain >= backward.gain;
    const Crossing& best = is_forward ? forward : backward;
    CrossingEvidence::Doubt doubt{target, 0, 0};
    if (best.gain <= least_crossing) return doubt;
    doubt.against = weight_near * (best.gain - nats_by_chance);
    if (texts.source_before.size() + texts.source_behind.size() < longest_blocks &&
        texts.target_before.size() + texts.target_behind.size() < longest_blocks) {
      const float blocks =
          is_forward ? forward_blocks(texts, best) : backward_blocks(texts, best);
      const float pairs = best_before(source, target) + best_behind(source, target);
      doubt.against =
          std::max(doubt.against, weight_of_blocks * (blocks - pairs - nats_by_chance));
      doubt.overlap = std::clamp(blocks - whole(source, target) - least_overlap, 0.0F,
                                 greatest_overlap);
    }
    doubt.against = std::clamp(doubt.against, 0.0F, most_against_border);
    return doubt;
  }

 private:
  /// By how many nats the best of all cuts explains tokens of either side by those of the
  /// other better than by their partners; 0 where that is no more than chance.
  /// Words of a heading that stands alone are in the text below it, which has its own
  /// partner: only what both sides gain by crossing speaks for it.
  [[nodiscard]] Crossing crossing(const NearBorder& sources, const NearBorder& targets) {
    constexpr float least = least_crossing / 2;
    Crossing best;
    if (of_targets_.gains_across({targets.tokens, sources.tokens, targets.partner},
                                 target_gains_) <= least ||
        of_sources_.gains_across({sources.tokens, targets.tokens, sources.partner},
                                 source_gains_) <= least)
      return best;
    for (std::size_t from = 0; from < sources.tokens.size; ++from) {
      for (std::size_t to = 0; to < targets.tokens.size; ++to) {
        const float gain = 2 * std::min(target_gains_[from][to], source_gains_[to][from]);
        if (gain > best.gain) best = {gain, from + 1, to + 1};
      }
    }
    return best;
  }

  /// Nats of what is before the crossing, of what crosses, and of what is behind it, each
  /// explained by itself: the last words of the source go over the border.
  [[nodiscard]] float forward_blocks(const BorderTexts& texts, const Crossing& best) {
    const auto stay = texts.source_before.size() - best.sources;
    return pieces_.nats(texts.source_before.first(stay), texts.target_before) +
           pieces_.nats(texts.source_before.subspan(stay),
                        texts.target_behind.first(best.targets)) +
           pieces_.nats(texts.source_behind, texts.target_behind.subspan(best.targets));
  }
  /// The same where those of the target do.
  [[nodiscard]] float backward_blocks(const BorderTexts& texts, const Crossing& best) {
    const auto stay = texts.target_before.size() - best.targets;
    return pieces_.nats(texts.source_before, texts.target_before.first(stay)) +
           pieces_.nats(texts.source_behind.first(best.sources),
                        texts.target_before.subspan(stay)) +
           pieces_.nats(texts.source_behind.subspan(best.sources), texts.target_behind);
  }

  /// All four segments in one bead, in which any word may render any.
  [[nodiscard]] float whole(std::uint32_t source, std::uint32_t target) {
    const auto two = [](const TokenSide& side, std::uint32_t second) {
      const auto first = side.starts[second - 1];
      return std::span(side.tokens).subspan(first, side.starts[second + 1] - first);
    };
    return pieces_.nats(two(sides_.source, source), two(sides_.target, target));
  }

  /// The pair that ends at the border, one side of which may be a segment earlier where the
  /// other's neighbour has no partner.
  [[nodiscard]] float best_before(std::uint32_t source, std::uint32_t target) {
    float best = nats_of(source - 1, target - 1);
    if (source > 1) best = std::max(best, nats_of(source - 2, target - 1));
    if (target > 1) best = std::max(best, nats_of(source - 1, target - 2));
    return best;
  }
  [[nodiscard]] float best_behind(std::uint32_t source, std::uint32_t target) {
    float best = nats_of(source, target);
    if (source + 1 < sides_.source.size())
      best = std::max(best, nats_of(source + 1, target));
    if (target + 1 < sides_.target.size())
      best = std::max(best, nats_of(source, target + 1));
    return best;
  }
  [[nodiscard]] float nats_of(std::uint32_t source, std::uint32_t target) {
    return pieces_.nats(sides_.source.of(source), sides_.target.of(target));
  }

  const SidesAndWords& sides_;
  NearExplainer of_targets_;
  NearExplainer of_sources_;
  ExplainedPair pieces_;
  NearTable target_gains_{};
  NearTable source_gains_{};
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
  BorderDoubts doubts(sides);
  starts_.assign(sides.source.size() + 2, 0);
  for (const auto& [source, target] : borders) {
    const Doubt doubt = doubts.of(source, target);
    if (doubt.against <= 0 && doubt.overlap <= 0) continue;
    doubts_.push_back(doubt);
    ++starts_[source + 1];
  }
  for (std::size_t at = 1; at < starts_.size(); ++at)
    starts_[at] += starts_[at - 1];
}

}  // namespace hexapla
