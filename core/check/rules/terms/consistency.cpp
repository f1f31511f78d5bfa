#include "check/rules/rules.hpp"
#include "check/rules/terms/said_apart.hpp"
#include "text/code_point.hpp"

#include <optional>
#include <set>

namespace hexapla {
namespace {

/// UNO, ONU, ООН: an abbreviation is beside its term as a matter of style.
bool is_abbreviation(std::string_view term) {
  bool has_capital = false;  // scripts without letter case have no abbreviations by it
  for (std::size_t at = 0; at < term.size();) {
    const char32_t letter = next_code_point(term, at);
    if (is_lower_case(letter)) return false;
    has_capital = has_capital || is_upper_case(letter);
  }
  return has_capital;
}

/// The preferred term of the same language and part of speech, and its share of the places
/// where either stands for the concept.
struct UsualTerm {
  const Term* term = nullptr;
  double share = 0;
};

/// Nothing where the document doesn't use it in two places at least.
std::optional<UsualTerm> usual_term(const CheckContext& around, std::uint32_t concept_index,
                                    std::uint32_t rendering) {
  constexpr std::size_t usual = 2;  // other places
  const auto& terms = around.termbase.concepts[concept_index].terms;
  const Term& used = terms[rendering];
  if (used.status != TermStatus::admitted) return std::nullopt;
  if (!used.full_form.empty() || is_abbreviation(used.text)) return std::nullopt;
  for (std::uint32_t index = 0; index < terms.size(); ++index) {
    const Term& term = terms[index];
    if (term.status != TermStatus::preferred || term.language != used.language ||
        term.part_of_speech != used.part_of_speech || are_forms_of_one_term(term, used))
      continue;
    const std::size_t times = around.document.times(concept_index, index);
    const std::size_t both = times + around.document.times(concept_index, rendering);
    if (times >= usual)
      return UsualTerm{&term, static_cast<double>(times) / static_cast<double>(both)};
  }
  return std::nullopt;
}

std::vector<ByteRange> ranges_of(const ParsedCell& side, std::uint32_t concept_index) {
  std::vector<ByteRange> ranges;
  for (const TermHit& hit : side.all_hits)
    if (hit.concept_index == concept_index) ranges.push_back(hit.range);
  return ranges;
}

}  // namespace

void check_consistency(const CellPair& pair, const CheckContext& around,
                       Findings& findings) {
  std::set<std::uint32_t> known;
  for (const TermHit& hit : pair.source.all_hits) {
    if (!known.insert(hit.concept_index).second) continue;
    const auto renderings = renderings_of(pair.target, hit.concept_index);
    if (renderings.size() != 1) continue;
    const auto usual = usual_term(around, hit.concept_index, *renderings.begin());
    if (!usual) continue;
    const auto ranges = ranges_of(pair.target, hit.concept_index);
    // Without parts of speech, epidemic and epidemically may be terms of one concept.
    constexpr double by_part_of_speech = 0.45;
    constexpr double by_concept_only = 0.25;
    Finding finding = make_finding(
        Rule::term_inconsistent, pair,
        usual->share *
            (usual->term->part_of_speech.empty() ? by_concept_only : by_part_of_speech));
    finding.source = spots_of(*pair.source.cell, ranges_of(pair.source, hit.concept_index));
    finding.target = spots_of(*pair.target.cell, ranges);
    finding.message = in_quotes(pair.source.at(hit.range)) + " is " +
                      in_quotes(pair.target.at(ranges.front())) + " here and " +
                      in_quotes(usual->term->text) + " in other places of this document";
    finding.suggestion = usual->term->text;
    findings.push_back(std::move(finding));
  }
}

}  // namespace hexapla
