#include "align/prior_lexicon.hpp"

#include "text/code_point.hpp"

#include <algorithm>
#include <limits>
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
  constexpr auto none = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> theirs(keys_.size(), none);
  vocabulary.for_each([&](std::string_view key, std::uint32_t number) {
    if (const auto mine = keys_.find(key)) theirs[*mine] = number;
  });
  std::vector<KnownPair> known;
  for (std::uint32_t mine = 0; mine < keys_.size(); ++mine) {
    if (theirs[mine] == none) continue;
    for (auto at = starts_[mine]; at < starts_[mine + 1]; ++at)
      if (const auto target = theirs[pairs_[at].target]; target != none)
        known.push_back({theirs[mine], target, pairs_[at].forward, pairs_[at].backward});
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
