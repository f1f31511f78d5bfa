#include "align/lexicon/dictionary.hpp"

#include <algorithm>
#include <numeric>

namespace hexapla {
namespace {

/// Makes a dictionary of the expected counts of one direction.
class DictionaryMaker {
 public:
  DictionaryMaker(const PriorCounts& known, const Frequencies& effects,
                  const LexiconSettings& settings)
      : known_(known), effects_(effects), settings_(settings) {}

  /// Turns counts into shares, drops those that tell nothing, and adds what is known.
  [[nodiscard]] Dictionary made_of(ExpectedCounts expected) const {
    auto& [counts, sums] = expected;
    for (const Count& pair : known_)
      sums[pair.cause] += pair.count;
    discount(counts, sums);
    for (const Count& pair : known_)
      if (effects_.counts[pair.effect] > 0)
        counts.push_back({pair.cause, pair.effect, pair.count / sums[pair.cause]});
    return sorted(counts);
  }

 private:
  [[nodiscard]] std::uint32_t vocabulary() const {
    return static_cast<std::uint32_t>(effects_.counts.size());
  }

  void discount(std::vector<Count>& counts, const std::vector<float>& sums) const {
    constexpr float least_share = 0.001F;
    constexpr float least_ratio = 2;
    std::erase_if(counts, [&](Count& seen) {
      seen.count = (seen.count - static_cast<float>(settings_.discount)) / sums[seen.cause];
      const auto by_chance = static_cast<float>(effects_.probability(seen.effect));
      return seen.count < least_share || seen.count < least_ratio * by_chance;
    });
  }

  [[nodiscard]] Dictionary sorted(const std::vector<Count>& shares) const {
    Dictionary result;
    result.unknown.assign(vocabulary(), 1);
    result.starts.assign(vocabulary() + 1, 0);
    for (const Count& share : shares)
      ++result.starts[share.effect + 1];
    std::partial_sum(result.starts.begin(), result.starts.end(), result.starts.begin());
    result.entries.resize(shares.size());
    auto next = result.starts;
    for (const Count& share : shares) {
      result.unknown[share.cause] -= share.count;
      result.entries[next[share.effect]++] = {
          share.cause,
          share.count / static_cast<float>(effects_.probability(share.effect))};
    }
    for (float& unknown : result.unknown)
      unknown = std::max(unknown, 0.0F);
    return result;
  }

  const PriorCounts& known_;
  const Frequencies& effects_;
  const LexiconSettings& settings_;
};

}  // namespace

Dictionary dictionary_from(ExpectedCounts expected, const PriorCounts& known,
                           const Frequencies& effects, const LexiconSettings& settings) {
  return DictionaryMaker(known, effects, settings).made_of(std::move(expected));
}

}  // namespace hexapla
