#include "align/lexicon/token_trust.hpp"

#include <algorithm>
#include <cmath>

namespace hexapla {
namespace {

/// What a token is taken for that nobody has met, as if met so often. Source: 4 was the
/// best of 4, 10 and 20 on MAC, Text+Berg and scbd.
constexpr float usual = 0.7F;
constexpr float usual_weight = 4;

/// The level that is nearest to a share; levels count from 1.
std::uint8_t level_of(float share) {
  const auto* const level = std::ranges::min_element(
      trust_at_level, {}, [&](float one) { return std::abs(one - share); });
  return static_cast<std::uint8_t>(level - trust_at_level.begin() + 1);
}

std::span<const std::uint32_t> tokens_in(const TokenSide& side, const SegmentRun& run) {
  return std::span(side.tokens)
      .subspan(side.starts[run.first], side.starts[run.last] - side.starts[run.first]);
}

/// One direction: the tokens of one side, explained by those of the other.
class TokenTrust {
 public:
  explicit TokenTrust(const Dictionary& dictionary)
      : dictionary_(dictionary),
        in_bead_(dictionary.unknown.size()),
        explained_(dictionary.unknown.size()),
        met_(dictionary.unknown.size()) {}

  void read(std::span<const std::uint32_t> effects, std::span<const std::uint32_t> causes,
            float weight) {
    if (causes.empty()) return;
    float unknown = 0;
    for (const auto token : causes) {
      ++in_bead_[token];
      unknown += dictionary_.unknown[token];
    }
    const auto size = static_cast<float>(causes.size());
    for (const auto token : effects) {
      float sum = 0;
      for (const auto& entry : dictionary_.causes_of(token))
        sum += entry.ratio * in_bead_[entry.cause];
      const float known = usual * sum / size;
      explained_[token] += weight * known / (1 - usual + usual * unknown / size + known);
      met_[token] += weight;
    }
    for (const auto token : causes)
      in_bead_[token] = 0;
  }

  [[nodiscard]] std::vector<std::uint8_t> levels() const {
    std::vector<std::uint8_t> levels;
    for (std::size_t token = 0; token < met_.size(); ++token)
      levels.push_back(level_of((explained_[token] + usual_weight * usual) /
                                (met_[token] + usual_weight)));
    return levels;
  }

 private:
  const Dictionary& dictionary_;
  std::vector<float> in_bead_;    ///< How often each cause is in the bead that is read.
  std::vector<float> explained_;  ///< Expected, by token.
  std::vector<float> met_;
};

}  // namespace

void learn_trust(Lexicon& lexicon, const TokenSide& source, const TokenSide& target,
                 std::span<const Bead> beads) {
  TokenTrust targets(lexicon.target_by_source);
  TokenTrust sources(lexicon.source_by_target);
  for (const Bead& bead : beads) {
    if (bead.source.empty() || bead.target.empty()) continue;
    const auto in_source = tokens_in(source, bead.source);
    const auto in_target = tokens_in(target, bead.target);
    targets.read(in_target, in_source, static_cast<float>(bead.confidence));
    sources.read(in_source, in_target, static_cast<float>(bead.confidence));
  }
  lexicon.target_by_source.trust = targets.levels();
  lexicon.source_by_target.trust = sources.levels();
}

}  // namespace hexapla
