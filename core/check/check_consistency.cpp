#include "check/rules.hpp"
#include "text/code_point.hpp"

#include <set>

namespace hexapla {
namespace {

/// UNO, ONU, ООН: an abbreviation stands beside its term as a matter of style.
bool is_abbreviation(std::string_view term) {
  for (std::size_t at = 0; at < term.size();)
    if (is_lower_case(next_code_point(term, at))) return false;
  return true;
}

/// The preferred term of the same language and part of speech, when the document uses it
/// for this concept in two places at least, and more often than `rendering`.
const Term* usual_term(const Surroundings& around, std::uint32_t concept_index,
                       std::uint32_t rendering) {
  constexpr std::size_t usual = 2;  // other places
  const auto& terms = around.termbase.concepts[concept_index].terms;
  const Term& used = terms[rendering];
  if (used.status != TermStatus::admitted) return nullptr;
  if (!used.full_form.empty() || is_abbreviation(used.text)) return nullptr;
  for (std::uint32_t index = 0; index < terms.size(); ++index) {
    const Term& term = terms[index];
    if (term.status != TermStatus::preferred || term.language != used.language ||
        term.part_of_speech != used.part_of_speech)
      continue;
    const std::size_t times = around.document.times(concept_index, index);
    if (times >= usual && times > around.document.times(concept_index, rendering))
      return &term;
  }
  return nullptr;
}

std::vector<ByteRange> ranges_of(const Side& side, std::uint32_t concept_index) {
  std::vector<ByteRange> ranges;
  for (const TermHit& hit : side.all_hits)
    if (hit.concept_index == concept_index) ranges.push_back(hit.range);
  return ranges;
}

}  // namespace

void check_consistency(const Pair& pair, const Surroundings& around, Findings& findings) {
  std::set<std::uint32_t> known;
  for (const TermHit& hit : pair.source.hits) {
    if (!known.insert(hit.concept_index).second) continue;
    const auto renderings = renderings_of(pair.target, hit.concept_index);
    if (renderings.size() != 1) continue;
    const Term* usual = usual_term(around, hit.concept_index, *renderings.begin());
    if (usual == nullptr) continue;
    const auto ranges = ranges_of(pair.target, hit.concept_index);
    // Without parts of speech, epidemic and epidemically may be terms of one concept.
    constexpr double by_part_of_speech = 0.9;
    constexpr double by_concept_only = 0.5;
    Finding finding =
        begun(Rule::term_inconsistent, Severity::note, pair,
              usual->part_of_speech.empty() ? by_concept_only : by_part_of_speech);
    finding.source = spots_of(*pair.source.cell, ranges_of(pair.source, hit.concept_index));
    finding.target = spots_of(*pair.target.cell, ranges);
    finding.message = quoted(pair.source.at(hit.range)) + " is " +
                      quoted(pair.target.at(ranges.front())) + " here and " +
                      quoted(usual->text) + " in other places of this document";
    finding.suggestion = usual->text;
    findings.push_back(std::move(finding));
  }
}

}  // namespace hexapla
