#include "align/dictionary.hpp"

#include <algorithm>
#include <numeric>

namespace hexapla {
namespace {

/// Makes a dictionary of the expected counts of one direction.
class DictionaryMaker {
 public:
  DictionaryMaker(const Frequencies& causes, const Frequencies& effects,
                  const LexiconSettings& settings)
      : causes_(causes), effects_(effects), settings_(settings) {}

  [[nodiscard]] Dictionary made_of(std::vector<Count> counts) const {
    const auto sums = sums_of(counts);
    discount(counts, sums);
    add_identity(counts, sums);
    return sorted(counts);
  }

 private:
  [[nodiscard]] std::uint32_t vocabulary() const {
    return static_cast<std::uint32_t>(causes_.counts.size());
  }
  [[nodiscard]] bool is_shared(std::uint32_t token) const {
    return causes_.counts[token] > 0 && effects_.counts[token] > 0;
  }

  /// All that a cause has called forth.
  [[nodiscard]] std::vector<float> sums_of(const std::vector<Count>& counts) const {
    std::vector<float> sums(vocabulary());
    for (const Count& seen : counts)
      sums[seen.cause] += seen.count;
    for (std::uint32_t token = 0; token < vocabulary(); ++token)
      if (is_shared(token)) sums[token] += static_cast<float>(settings_.identity);
    return sums;
  }

  /// Turns counts into shares, and drops those that tell nothing.
  void discount(std::vector<Count>& counts, const std::vector<float>& sums) const {
    constexpr float least_share = 0.001F;
    constexpr float least_ratio = 2;
    std::erase_if(counts, [&](Count& seen) {
      seen.count = (seen.count - static_cast<float>(settings_.discount)) / sums[seen.cause];
      const auto by_chance = static_cast<float>(effects_.probability(seen.effect));
      if (seen.cause == seen.effect) seen.count = std::max(0.0F, seen.count);
      return seen.cause != seen.effect &&
             (seen.count < least_share || seen.count < least_ratio * by_chance);
    });
  }

  void add_identity(std::vector<Count>& counts, const std::vector<float>& sums) const {
    std::vector<bool> is_there(vocabulary());
    for (const Count& seen : counts)
      if (seen.cause == seen.effect) is_there[seen.cause] = true;
    for (std::uint32_t token = 0; token < vocabulary(); ++token)
      if (is_shared(token) && !is_there[token]) counts.push_back({token, token, 0});
    for (Count& seen : counts)
      if (seen.cause == seen.effect)
        seen.count += static_cast<float>(settings_.identity) / sums[seen.cause];
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

  const Frequencies& causes_;
  const Frequencies& effects_;
  const LexiconSettings& settings_;
};

}  // namespace

Dictionary dictionary_from(std::vector<Count> counts, const Frequencies& causes,
                           const Frequencies& effects, const LexiconSettings& settings) {
  return DictionaryMaker(causes, effects, settings).made_of(std::move(counts));
}

}  // namespace hexapla
