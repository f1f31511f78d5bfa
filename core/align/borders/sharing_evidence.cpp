#include "align/borders/sharing_evidence.hpp"

#include "align/borders/explained_pair.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace hexapla {
namespace {

/// Nats that all but the segment in question must explain: of what little is known, nothing
/// can be said.
constexpr float enough_without_it = 3;
/// The share of what a segment seems to explain that it explains at a place of its own,
/// from which on nothing is wrong.
constexpr float share_in_order = 0.2F;
/// Nats that two parts gain, each with its own words of the one, over the better of them
/// with all of it, times the weight of words, which is less beside a translation; what they
/// gain less speaks against the bead.
constexpr float usual_gain_of_parts = 10;
constexpr float most_against_sharing = 8;         ///< Nats.
constexpr std::size_t longest_shared_side = 250;  ///< Tokens of a bead that is looked at.
/// Nats of a token below which it is not explained.
constexpr float least_explained_log = 0.1F;

using SharedTokens = std::span<const std::uint32_t>;

/// Tokens, explained by causes that may be there or not; all of them count as room for
/// other words.
class ExplainedTokens {
 public:
  ExplainedTokens(const WordKnowledge& words, SharedTokens causes, SharedTokens effects)
      : words_(words),
        effects_(effects),
        size_(static_cast<float>(causes.size())),
        ratios_(effects.size()),
        logs_(effects.size()) {
    for (const auto cause : causes)
      unknown_ += words.dictionary.unknown[cause];
    std::vector<std::pair<std::uint32_t, std::uint32_t>> places;  // of causes, by token
    for (std::uint32_t place = 0; place < causes.size(); ++place)
      places.emplace_back(causes[place], place);
    std::ranges::sort(places);
    for (std::uint32_t effect = 0; effect < effects.size(); ++effect) {
      for (const auto& [cause, ratio] : words.dictionary.causes_of(effects[effect])) {
        auto place = std::ranges::lower_bound(places, std::pair(cause, 0U));
        for (; place != places.end() && place->first == cause; ++place)
          links_.push_back({place->second, effect, ratio});
      }
      logs_[effect] = log_of(effect);
      total_ += logs_[effect];
    }
    std::ranges::sort(links_, {}, [](const Link& link) {
      return std::tuple(link.cause, link.effect, link.ratio);
    });
    starts_.assign(causes.size() + 1, 0);
    for (const Link& link : links_)
      ++starts_[link.cause + 1];
    for (std::size_t cause = 0; cause < causes.size(); ++cause)
      starts_[cause + 1] += starts_[cause];
  }

  void add(std::size_t cause) { change(cause, 1); }
  void take(std::size_t cause) { change(cause, -1); }
  void add_all(std::size_t first, std::size_t last) {
    for (auto cause = first; cause < last; ++cause)
      add(cause);
  }

  /// Units: nats.
  [[nodiscard]] float total() const noexcept { return total_; }

 private:
  struct Link {
    std::uint32_t cause;
    std::uint32_t effect;
    float ratio;
  };

  [[nodiscard]] float log_of(std::size_t effect) const {
    return words_.log_ratio(effects_[effect], (unknown_ + ratios_[effect]) / size_);
  }

  void change(std::size_t cause, float sign) {
    for (auto link = starts_[cause]; link < starts_[cause + 1]; ++link) {
      const auto effect = links_[link].effect;
      ratios_[effect] = std::max(0.0F, ratios_[effect] + sign * links_[link].ratio);
      total_ -= logs_[effect];
      logs_[effect] = log_of(effect);
      total_ += logs_[effect];
    }
  }

  WordKnowledge words_;
  SharedTokens effects_;
  float size_;
  float unknown_ = 0;
  std::vector<float> ratios_;  ///< Of the causes that are there, by effect.
  std::vector<float> logs_;
  std::vector<Link> links_;
  std::vector<std::size_t> starts_;  ///< Into them, by cause.
  float total_ = 0;
};

/// Several segments, the first of which end after so many tokens, and the one that they
/// share.
struct SharedBead {
  SharedTokens several;
  std::size_t border = 0;
  SharedTokens one;
};

/// What is explained of a bead: when any word serves any other; when those of the one
/// before some place serve the first part and those behind it the second, at a good place;
/// when all of them serve the second or all of them the first.
struct SharedReadings {
  float at_will = 0;
  float in_order = 0;
  float without_first = 0;
  float without_second = 0;
  float unexplained_by_second = 0;  ///< Tokens of the one.
  float unexplained_by_first = 0;
};

/// Sums up how far effects are explained by causes in two groups, of which each effect may
/// have either, both or none.
class GroupedCauses {
 public:
  explicit GroupedCauses(std::size_t vocabulary) : counts_(vocabulary) {}

  struct Logs {
    float by_none = 0;
    float by_first = 0;
    float by_second = 0;
    float by_all = 0;
  };
  /// Nats of each effect, by the causes before and behind a border.
  void explain(const WordKnowledge& words, SharedTokens causes, std::size_t border,
               SharedTokens effects, std::vector<Logs>& logs) {
    float unknown = 0;
    for (std::size_t cause = 0; cause < causes.size(); ++cause) {
      Counts& counts = counts_[causes[cause]];
      ++(cause < border ? counts.first : counts.second);
      unknown += words.dictionary.unknown[causes[cause]];
    }
    const float share = 1 / static_cast<float>(causes.size());
    logs.clear();
    for (const auto effect : effects) {
      float first = 0;
      float second = 0;
      for (const auto& [cause, ratio] : words.dictionary.causes_of(effect)) {
        first += counts_[cause].first * ratio;
        second += counts_[cause].second * ratio;
      }
      const auto log = [&](float ratio) {
        return words.log_ratio(effect, (unknown + ratio) * share);
      };
      logs.push_back({log(0), log(first), log(second), log(first + second)});
    }
    for (const auto cause : causes)
      counts_[cause] = {};
  }

 private:
  struct Counts {
    float first = 0;
    float second = 0;
  };
  std::vector<Counts> counts_;  ///< By token; 0 between calls.
};

float unexplained_share(float log) {
  return log <= least_explained_log ? 1.0F : 0.0F;
}

/// What is claimed for the part that has the least right to be in a bead.
struct SharedClaim {
  /// How far words of which nothing is known can't render all of it, 0 to 1.
  float no_room = 0;
  float claimed = 0;  ///< Nats that it seems to explain.
  float own = 0;      ///< Those of them that it explains at a place of its own.
};

/// What is explained in order, and the place at which most is: so many tokens of the one.
struct InOrder {
  float nats = 0;
  std::size_t place = 0;
};

class SharingObjections {
 public:
  explicit SharingObjections(const SidesAndWords& sides)
      : sides_(sides),
        causes_(sides.of_targets.dictionary.unknown.size()),
        pieces_(sides) {}

  [[nodiscard]] float to_sources(const Bead& bead) {
    return greatest(sides_.source, bead.source, sides_.target.of(bead.target.first),
                    {sides_.of_targets, sides_.of_sources, true});
  }
  [[nodiscard]] float to_targets(const Bead& bead) {
    return greatest(sides_.target, bead.target, sides_.source.of(bead.source.first),
                    {sides_.of_sources, sides_.of_targets, false});
  }

 private:
  struct Directions {
    WordKnowledge of_one;
    WordKnowledge of_several;
    bool several_are_sources;
  };

  /// The greatest objection to any way to part the several segments of a bead.
  float greatest(const TokenSide& several, const SegmentRun& run, SharedTokens one,
                 const Directions& words) {
    const auto first = several.starts[run.first];
    const auto tokens =
        SharedTokens(several.tokens).subspan(first, several.starts[run.last] - first);
    float found = 0;
    for (auto border = run.first + 1; border < run.last; ++border)
      found =
          std::max(found, to_parting({tokens, several.starts[border] - first, one}, words));
    return std::min(found, most_against_sharing);
  }

  /// Most beads are right, and the likeliest place tells so.
  float to_parting(const SharedBead& bead, const Directions& words) {
    if (bead.several.size() > longest_shared_side ||
        bead.one.size() > longest_shared_side || bead.one.empty() || bead.border == 0 ||
        bead.border == bead.several.size())
      return 0;
    const std::size_t likeliest =
        (bead.one.size() * bead.border + bead.several.size() / 2) / bead.several.size();
    SharedReadings readings = readings_at(likeliest, bead, words);
    SharedClaim claim = claim_of(bead, readings);
    if (claim.no_room <= 0) return 0;
    float gain = gain_of_parts(likeliest, bead, words);
    const float usual_gain =
        usual_gain_of_parts * static_cast<float>(words.of_one.weights.word.weight);
    if (claim.claimed <= claim.own / share_in_order && gain >= usual_gain) return 0;
    const InOrder best = best_in_order(bead, words);
    readings.in_order = std::max(readings.in_order, best.nats);
    claim = claim_of(bead, readings);
    gain = std::max(gain, gain_of_parts(best.place, bead, words));
    return claim.no_room *
           std::max(claim.claimed - claim.own / share_in_order, usual_gain - gain);
  }

  static SharedClaim claim_of(const SharedBead& bead, const SharedReadings& readings) {
    const bool is_first = readings.without_first >= readings.without_second;
    const float without = is_first ? readings.without_first : readings.without_second;
    if (without < enough_without_it) return {};
    const std::size_t tokens = is_first ? bead.border : bead.several.size() - bead.border;
    const float share =
        static_cast<float>(tokens) / static_cast<float>(bead.several.size());
    const float room =
        (is_first ? readings.unexplained_by_second : readings.unexplained_by_first) /
        (static_cast<float>(bead.one.size()) * share);
    return {1 - room, readings.at_will - without, readings.in_order - without};
  }

  /// Nats by which both parts, each with its own words of the one, are explained better
  /// than the better of them with all of it; 0 at least, since it may have all.
  float gain_of_parts(std::size_t place, const SharedBead& bead, const Directions& words) {
    const auto nats = [&](SharedTokens several, SharedTokens one) {
      return words.several_are_sources ? pieces_.nats(several, one)
                                       : pieces_.nats(one, several);
    };
    const auto& [several, border, one] = bead;
    const SharedTokens first = several.first(border);
    const SharedTokens second = several.subspan(border);
    const float alone = std::max(nats(first, one), nats(second, one));
    return std::max(
        0.0F, nats(first, one.first(place)) + nats(second, one.subspan(place)) - alone);
  }

  /// Leaves in of_the_one_ and of_several_ what they were made from.
  SharedReadings readings_at(std::size_t place, const SharedBead& bead,
                             const Directions& words) {
    const auto& [several, border, one] = bead;
    causes_.explain(words.of_one, several, border, one, of_the_one_);
    causes_.explain(words.of_several, one, place, several, of_several_);
    SharedReadings readings;
    for (std::size_t token = 0; token < one.size(); ++token) {
      const auto& logs = of_the_one_[token];
      readings.at_will += logs.by_all;
      readings.without_first += logs.by_second;
      readings.without_second += logs.by_first;
      readings.in_order += token < place ? logs.by_first : logs.by_second;
      readings.unexplained_by_first += unexplained_share(logs.by_first);
      readings.unexplained_by_second += unexplained_share(logs.by_second);
    }
    for (std::size_t token = 0; token < several.size(); ++token) {
      const auto& logs = of_several_[token];
      const bool is_first = token < border;
      readings.at_will += logs.by_all;
      readings.without_first += is_first ? logs.by_none : logs.by_all;
      readings.without_second += is_first ? logs.by_all : logs.by_none;
      readings.in_order += is_first ? logs.by_first : logs.by_second;
    }
    readings.in_order =
        std::max({readings.in_order, readings.without_first, readings.without_second});
    return readings;
  }

  /// What is explained in order at the best place.
  [[nodiscard]] InOrder best_in_order(const SharedBead& bead,
                                      const Directions& words) const {
    const auto& [several, border, one] = bead;
    ExplainedTokens first(words.of_several, one, several.first(border));
    ExplainedTokens second(words.of_several, one, several.subspan(border));
    second.add_all(0, one.size());
    float of_the_one = 0;
    for (const auto& logs : of_the_one_)
      of_the_one += logs.by_second;
    InOrder best{of_the_one + first.total() + second.total(), 0};
    for (std::size_t token = 0; token < one.size(); ++token) {
      of_the_one += of_the_one_[token].by_first - of_the_one_[token].by_second;
      first.add(token);
      second.take(token);
      const float nats = of_the_one + first.total() + second.total();
      if (nats > best.nats) best = {nats, token + 1};
    }
    return best;
  }

  const SidesAndWords& sides_;
  GroupedCauses causes_;
  ExplainedPair pieces_;
  std::vector<GroupedCauses::Logs> of_the_one_;
  std::vector<GroupedCauses::Logs> of_several_;
};

}  // namespace

SharingEvidence::SharingEvidence(const SidesAndWords& sides, std::span<const Bead> likely) {
  starts_.assign(sides.source.size() + 2, 0);  // empty beads may begin at the end
  SharingObjections objections(sides);
  for (const Bead& bead : likely) {
    float nats = 0;
    if (bead.source.size() > 1 && bead.target.size() == 1)
      nats = objections.to_sources(bead);
    if (bead.source.size() == 1 && bead.target.size() > 1)
      nats = objections.to_targets(bead);
    if (nats <= 0) continue;
    objections_.push_back({bead.source, bead.target, nats});
    ++starts_[bead.source.first + 1];
  }
  for (std::size_t at = 1; at < starts_.size(); ++at)
    starts_[at] += starts_[at - 1];
}

}  // namespace hexapla
