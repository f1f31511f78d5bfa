#include "align/lexicon/prior_lexicon.hpp"

#include "text/code_point.hpp"

#include <algorithm>
#include <numeric>

#include <unicode/uchar.h>

namespace hexapla {
namespace {

/// Numbers, parts of dates ("month 3") and marks mean themselves.
bool is_word(std::string_view key) {
  return u_isalpha(static_cast<UChar32>(code_point_at(key, 0))) != 0 &&
         key.find(' ') == std::string_view::npos;
}

}  // namespace

PriorLexicon::PriorLexicon(Vocabulary keys, std::vector<KnownPair> pairs)
    : keys_(std::move(keys)), pairs_(merged(std::move(pairs))), starts_(keys_.size() + 1) {
  for (const KnownPair& pair : pairs_)
    ++starts_[pair.source + 1];
  std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
}

std::vector<KnownPair> PriorLexicon::known_in(const Vocabulary& vocabulary) const {
  std::vector<SharedKey> shared;
  vocabulary.for_each([&](std::string_view key, std::uint32_t number) {
    if (const auto mine = keys_.find(key)) shared.push_back({*mine, number});
  });
  return known_among(std::move(shared));
}

std::vector<KnownPair> PriorLexicon::known_of(std::span<const std::uint32_t> keys) const {
  std::vector<SharedKey> shared;
  for (std::uint32_t number = 0; number < keys.size(); ++number)
    shared.push_back({keys[number], number});
  return known_among(std::move(shared));
}

/// A text has few of the keys: an array with a place for each would cost more than a search
/// does.
std::vector<KnownPair> PriorLexicon::known_among(std::vector<SharedKey> shared) const {
  std::ranges::sort(shared, {}, &SharedKey::mine);
  std::vector<KnownPair> known;
  for (const SharedKey& source : shared) {
    auto from = shared.begin();  // the pairs of a source are in the order of their targets
    for (auto at = starts_[source.mine]; at < starts_[source.mine + 1]; ++at) {
      const KnownPair& pair = pairs_[at];
      from = std::ranges::lower_bound(from, shared.end(), pair.target, {}, &SharedKey::mine);
      if (from != shared.end() && from->mine == pair.target)
        known.push_back({source.theirs, from->theirs, pair.forward, pair.backward});
    }
  }
  return known;
}

PriorLexicon PriorLexicon::turned_round() const {
  std::vector<KnownPair> pairs;
  for (const KnownPair& pair : pairs_)
    pairs.push_back({pair.target, pair.source, pair.backward, pair.forward});
  return {keys_, std::move(pairs)};
}

PriorLexicon PriorLexicon::pruned(float least) const {
  const auto keys = keys_.keys();
  std::vector<KnownPair> pairs = pairs_;
  std::erase_if(pairs, [&](const KnownPair& pair) {
    return std::max(pair.forward, pair.backward) < least || pair.source == pair.target ||
           !is_word(keys[pair.source]) || !is_word(keys[pair.target]);
  });
  return {keys_, std::move(pairs)};
}

}  // namespace hexapla
