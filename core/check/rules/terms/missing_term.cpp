#include "check/rules/terms/missing_term.hpp"

#include "check/word_root.hpp"

#include <algorithm>
#include <cmath>

namespace hexapla {
namespace {

bool says_concept(const ParsedCell& side, std::uint32_t concept_index) {
  return std::ranges::find(side.all_hits, concept_index, &TermHit::concept_index) !=
         side.all_hits.end();
}

}  // namespace

std::optional<UnmatchedTerm> stranger_in(const CellPair& pair, const CheckContext& around,
                                         std::uint32_t missing) {
  std::optional<UnmatchedTerm> best;
  for (const TermHit& hit : pair.target.hits) {
    if (says_concept(pair.source, hit.concept_index)) continue;
    if (around.document.stands_in_for(hit.concept_index, missing) > 0) continue;
    const UnmatchedTerm here{
        hit.range,
        around.links.unaccounted_for(hit.range.of(pair.target.text), pair.source.text)};
    if (!best || here.unaccounted_for > best->unaccounted_for) best = here;
  }
  return best;
}

std::set<std::string, std::less<>> roots_in(const ParsedCell& side) {
  std::set<std::string, std::less<>> roots;
  for (const Word& word : side.words)
    if (word.kind == WordKind::letters) roots.insert(word_root(word.range.of(side.text)));
  roots.erase(std::string());
  return roots;
}

bool has_kin(const Concept& entry, Language language,
             const std::set<std::string, std::less<>>& roots) {
  return std::ranges::any_of(entry.terms, [&](const Term& term) {
    if (term.language.primary() != language.primary()) return false;
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

/// Logistic regression on what was planted into five languages of TICO-19 against all else
/// that is missing there; weights of four languages, tried on the fifth, are as good.
double certainty_of_missing(const MissingEvidence& evidence) {
  constexpr double bias = -6.3;  // nats, like all below
  constexpr double seldom_missing = 1.5;
  constexpr double strange_term = 2.0;
  constexpr double unaccounted = 1.45;        // of each nat up to
  constexpr double hardly_accounted = 1.5;    // nats,
  constexpr double quite_unaccounted = 0.35;  // and of each beyond
  constexpr double derivation = -1.2;
  constexpr double usual_other_word = -0.85;
  constexpr double other_word_spelt_alike = -1.5;
  constexpr double other_spelling_of_name = 3;  // by hand: a glossary has few names
  double nats = bias - seldom_missing * std::log(evidence.usually_missing);
  if (evidence.stranger) {
    const double here = evidence.stranger->unaccounted_for;
    nats += strange_term + unaccounted * std::min(here, hardly_accounted) +
            quite_unaccounted * std::max(0.0, here - hardly_accounted);
  }
  if (evidence.misspelt_name) {
    nats += other_spelling_of_name;
  } else {
    if (evidence.has_derived_form) nats += derivation;
    if (evidence.other_word) nats += usual_other_word;
    if (evidence.spelt_alike) nats += other_word_spelt_alike;
  }
  return 1 / (1 + std::exp(-nats));
}

}  // namespace hexapla
