#include "workbench/segment_concepts.hpp"

#include "term/matcher.hpp"

namespace hexapla {
namespace {

SegmentConcepts concepts_in(const SegmentedDocument& version, const Termbase& termbase) {
  const TermMatcher matcher(termbase, version.document.language);
  SegmentConcepts concepts;
  for (const Segment& segment : version.segments) {
    std::vector<std::uint32_t>& named = concepts.emplace_back();
    for (const TermHit& hit : matcher.find(version.text_of(segment))) {
      const Term& term = termbase.concepts[hit.concept_index].terms[hit.term_index];
      if (is_usable(term.status)) named.push_back(hit.concept_index);
    }
  }
  return concepts;
}

}  // namespace

std::vector<SegmentConcepts> concepts_in(std::span<const SegmentedDocument> versions,
                                         const Termbase& termbase) {
  std::vector<SegmentConcepts> all;
  if (termbase.concepts.empty()) return all;
  for (const SegmentedDocument& version : versions)
    all.push_back(concepts_in(version, termbase));
  return all;
}

}  // namespace hexapla
