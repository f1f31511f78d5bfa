#include "check/rules/rules.hpp"
#include "check/rules/terms/term_use.hpp"

#include <algorithm>
#include <set>

namespace hexapla {
namespace {

/// True when these words are also a sound term of another concept.
bool is_also_sound(const Termbase& termbase, const ParsedCell& side, const TermHit& hit) {
  return std::ranges::any_of(side.hits, [&](const TermHit& other) {
    return other.range == hit.range && is_usable(term_of(termbase, other).status);
  });
}

}  // namespace

void check_deprecated_terms(const CellPair& pair, const CheckContext& around,
                            Findings& findings) {
  std::set<std::uint32_t> known;
  for (const TermHit& hit : pair.target.hits) {
    if (is_usable(term_of(around.termbase, hit).status)) continue;
    const bool meant = says(pair.source, hit.concept_index);
    if (!meant && is_also_sound(around.termbase, pair.target, hit)) continue;
    if (!known.insert(hit.concept_index).second) continue;
    std::vector<ByteRange> ranges;
    for (const TermHit& other : pair.target.hits)
      if (other.concept_index == hit.concept_index &&
          !is_usable(term_of(around.termbase, other).status))
        ranges.push_back(other.range);
    const Concept& entry = around.termbase.concepts[hit.concept_index];
    constexpr double as_the_concept = 0.9;
    constexpr double by_chance = 0.3;  // the source does not name the concept
    Finding finding =
        make_finding(Rule::term_deprecated, pair, meant ? as_the_concept : by_chance);
    finding.source =
        spots_of(*pair.source.cell, ranges_of(pair.source.all_hits, hit.concept_index));
    finding.target = spots_of(*pair.target.cell, ranges);
    finding.suggestion = suggestion_for(entry, pair.target.language());
    finding.message = in_quotes(pair.target.at(hit.range)) + " is ";
    finding.message += name_of(term_of(around.termbase, hit).status);
    if (!finding.suggestion.empty())
      finding.message += "; the term is " + in_quotes(finding.suggestion);
    findings.push_back(std::move(finding));
  }
}

}  // namespace hexapla
