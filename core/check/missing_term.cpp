#include "check/missing_term.hpp"

#include "check/word_root.hpp"

#include <algorithm>
#include <set>

namespace hexapla {
namespace {

bool says(const Side& side, std::uint32_t concept_index) {
  return std::ranges::find(side.all_hits, concept_index, &TermHit::concept_index) !=
         side.all_hits.end();
}

}  // namespace

std::optional<Stranger> stranger_in(const Pair& pair, const DocumentUse& document,
                                    std::uint32_t missing) {
  std::optional<Stranger> best;
  for (const TermHit& hit : pair.target.hits) {
    if (says(pair.source, hit.concept_index)) continue;
    if (document.stands_in_for(hit.concept_index, missing) > 0) continue;
    const double added = document.usually_added(hit.concept_index);
    if (!best || added < best->usually_added) best = Stranger{hit.range, added};
  }
  return best;
}

bool has_kin(const Concept& entry, const Side& target) {
  std::set<std::string, std::less<>> roots;
  for (const Word& word : target.words)
    if (word.kind == WordKind::letters) roots.insert(word_root(word.range.of(target.text)));
  roots.erase(std::string());
  return std::ranges::any_of(entry.terms, [&](const Term& term) {
    if (term.language.primary() != target.language().primary()) return false;
    std::size_t akin = 0;
    for (const Word& word : words_of(term.text)) {
      const std::string root = word_root(word.range.of(term.text));
      if (root.empty()) continue;
      if (!roots.contains(root)) return false;
      ++akin;
    }
    return akin > 0;
  });
}

double certainty_of_missing(double usually_missing, const std::optional<Stranger>& stranger,
                            bool said_otherwise) {
  constexpr double errors = 0.03;        // of all places where a term is asked for
  constexpr double wrong_to_lost = 0.5;  // errors without another term, to those with one
  const double evidence =
      stranger ? wrong_to_lost / stranger->usually_added : wrong_to_lost;
  constexpr double by_another_word = 0.05;  // errors to none, where a derivation stands
  const double odds =
      errors / usually_missing * evidence * (said_otherwise ? by_another_word : 1);
  return odds / (1 + odds);
}

}  // namespace hexapla
