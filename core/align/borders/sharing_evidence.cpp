#include "align/borders/sharing_evidence.hpp"

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
/// Times its own length, a segment may be rendered by words of which nothing is known.
/// Where there are as many without it, nothing is wrong.
constexpr float usual_room = 1.5F;
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
  [[nodiscard]] float of(std::size_t effect) const { return logs_[effect]; }
  [[nodiscard]] float unexplained() const {
    return static_cast<float>(
        std::ranges::count_if(logs_, [](float log) { return log <= least_explained_log; }));
  }

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
/// before some place serve the first part and those behind it the second, at the best
/// place; when all of them serve the second or all of them the first.
struct SharedReadings {
  float at_will = 0;
  float in_order = 0;
  float without_first = 0;
  float without_second = 0;
  float unexplained_by_second = 0;  ///< Tokens of the one.
  float unexplained_by_first = 0;
};

SharedReadings readings_of(const SharedBead& bead, const WordKnowledge& of_one,
                           const WordKnowledge& of_several) {
  const auto& [several, border, one] = bead;
  ExplainedTokens by_first(of_one, several, one);
  ExplainedTokens by_second = by_first;
  ExplainedTokens by_all = by_first;
  by_first.add_all(0, border);
  by_second.add_all(border, several.size());
  by_all.add_all(0, several.size());
  ExplainedTokens first(of_several, one, several.first(border));
  ExplainedTokens second(of_several, one, several.subspan(border));
  const ExplainedTokens first_alone = first;
  first.add_all(0, one.size());
  second.add_all(0, one.size());
  SharedReadings readings;
  readings.at_will = by_all.total() + first.total() + second.total();
  readings.unexplained_by_first = by_first.unexplained();
  readings.unexplained_by_second = by_second.unexplained();
  readings.without_first = by_second.total() + first_alone.total() + second.total();
  ExplainedTokens first_in_order = first_alone;
  readings.in_order = readings.without_first;
  float of_the_one = by_second.total();
  for (std::size_t place = 0; place < one.size(); ++place) {
    of_the_one += by_first.of(place) - by_second.of(place);
    first_in_order.add(place);
    second.take(place);
    readings.without_second = of_the_one + first_in_order.total() + second.total();
    readings.in_order = std::max(readings.in_order, readings.without_second);
  }
  return readings;
}

/// What is claimed for the part that has the least right to be there.
float objection_to_parting(const SharedBead& bead, const WordKnowledge& of_one,
                           const WordKnowledge& of_several) {
  if (bead.several.size() > longest_shared_side || bead.one.size() > longest_shared_side ||
      bead.one.empty() || bead.border == 0 || bead.border == bead.several.size())
    return 0;
  const SharedReadings readings = readings_of(bead, of_one, of_several);
  const bool is_first = readings.without_first >= readings.without_second;
  const float without = is_first ? readings.without_first : readings.without_second;
  if (without < enough_without_it) return 0;
  const std::size_t tokens = is_first ? bead.border : bead.several.size() - bead.border;
  const float share = static_cast<float>(tokens) / static_cast<float>(bead.several.size());
  const float room =
      (is_first ? readings.unexplained_by_second : readings.unexplained_by_first) /
      (static_cast<float>(bead.one.size()) * share);
  // Words of which nothing is known may render all of it.
  if (room >= 1) return 0;
  const float claimed = readings.at_will - without;
  const float own = readings.in_order - without;
  return (1 - room) * (claimed - own / share_in_order);
}

/// The greatest objection to any way to part the several segments of a bead.
float objection_to_sharing(const TokenSide& several, const SegmentRun& run,
                           const TokenSide& one, std::uint32_t segment,
                           const WordKnowledge& of_one, const WordKnowledge& of_several) {
  const auto first = several.starts[run.first];
  const auto tokens =
      SharedTokens(several.tokens).subspan(first, several.starts[run.last] - first);
  float greatest = 0;
  for (auto border = run.first + 1; border < run.last; ++border)
    greatest = std::max(
        greatest,
        objection_to_parting({tokens, several.starts[border] - first, one.of(segment)},
                             of_one, of_several));
  return std::min(greatest, most_against_sharing);
}

}  // namespace

SharingEvidence::SharingEvidence(const SidesAndWords& sides, std::span<const Bead> likely) {
  starts_.assign(sides.source.size() + 2, 0);  // empty beads may begin at the end
  for (const auto& [source, target, confidence] : likely) {
    float nats = 0;
    if (source.size() > 1 && target.size() == 1)
      nats = objection_to_sharing(sides.source, source, sides.target, target.first,
                                  sides.of_targets, sides.of_sources);
    if (source.size() == 1 && target.size() > 1)
      nats = objection_to_sharing(sides.target, target, sides.source, source.first,
                                  sides.of_sources, sides.of_targets);
    if (nats <= 0) continue;
    objections_.push_back({source, target, nats});
    ++starts_[source.first + 1];
  }
  for (std::size_t at = 1; at < starts_.size(); ++at)
    starts_[at] += starts_[at - 1];
}

}  // namespace hexapla
