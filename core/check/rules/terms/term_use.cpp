#include "check/rules/terms/term_use.hpp"

#include <algorithm>

namespace hexapla {

const Term& term_of(const Termbase& termbase, const TermHit& hit) {
  return termbase.concepts[hit.concept_index].terms[hit.term_index];
}

const Term* best_term(const Concept& entry, Language language) {
  const Term* best = nullptr;
  for (const Term& term : entry.terms) {
    const bool usable =
        term.language.primary() == language.primary() && is_usable(term.status);
    if (usable && (best == nullptr || term.status < best->status)) best = &term;
  }
  return best;
}

std::string suggestion_for(const Concept& entry, Language language) {
  const Term* term = best_term(entry, language);
  return term == nullptr ? std::string() : term->text;
}

std::vector<ByteRange> ranges_of(const std::vector<TermHit>& hits,
                                 std::uint32_t concept_index) {
  std::vector<ByteRange> ranges;
  for (const TermHit& hit : hits)
    if (hit.concept_index == concept_index) ranges.push_back(hit.range);
  return ranges;
}

bool says(const ParsedCell& side, std::uint32_t concept_index) {
  return std::ranges::find(side.all_hits, concept_index, &TermHit::concept_index) !=
         side.all_hits.end();
}

}  // namespace hexapla
