#include "check/likeness.hpp"
#include "check/rules.hpp"
#include "text/words.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace hexapla {
namespace {

const Term& term_of(const Termbase& termbase, const TermHit& hit) {
  return termbase.concepts[hit.concept_index].terms[hit.term_index];
}

/// The term to use: the first preferred one of the language, else the first admitted one.
const Term* best_term(const Concept& entry, Language language) {
  const Term* best = nullptr;
  for (const Term& term : entry.terms) {
    const bool usable = term.language.primary() == language.primary() &&
                        term.status != TermStatus::deprecated;
    if (usable && (best == nullptr || term.status < best->status)) best = &term;
  }
  return best;
}

std::vector<ByteRange> ranges_of(const std::vector<TermHit>& hits, std::uint32_t concept_index) {
  std::vector<ByteRange> ranges;
  for (const TermHit& hit : hits)
    if (hit.concept_index == concept_index) ranges.push_back(hit.range);
  return ranges;
}

bool says(const Side& side, std::uint32_t concept_index) {
  return !ranges_of(side.all_hits, concept_index).empty();
}

/// True when these words are also a sound term of another concept.
bool is_also_sound(const Termbase& termbase, const Side& side, const TermHit& hit) {
  return std::ranges::any_of(side.hits, [&](const TermHit& other) {
    return other.range == hit.range &&
           term_of(termbase, other).status != TermStatus::deprecated;
  });
}

std::string suggestion_for(const Concept& entry, Language language) {
  const Term* term = best_term(entry, language);
  return term == nullptr ? std::string() : term->text;
}

/// What stands in the target in the place of a missing concept, when that can be guessed: a
/// word spelt almost like one of its terms.
std::optional<ByteRange> misspelling_of(const Concept& entry, const Side& target) {
  constexpr double alike = 0.6;
  constexpr std::size_t shortest = 5;  // letters; shorter words are alike by chance
  std::optional<ByteRange> best;
  double best_likeness = alike;
  for (const Word& word : words_of(target.text)) {
    const std::string_view text = word.range.of(target.text);
    if (word.kind != WordKind::letters || count_code_points(text) < shortest) continue;
    for (const Term& term : entry.terms) {
      if (term.language.primary() != target.language().primary()) continue;
      const double here = likeness(text, term.text);
      if (here < best_likeness) continue;
      best = word.range;
      best_likeness = here;
    }
  }
  return best;
}

/// The one term of the target that the source does not account for.
std::optional<ByteRange> unexplained_term(const Pair& pair) {
  std::set<std::pair<std::size_t, std::size_t>> ranges;
  for (const TermHit& hit : pair.target.hits)
    ranges.emplace(hit.range.begin, hit.range.end);
  for (const TermHit& hit : pair.target.hits)
    if (says(pair.source, hit.concept_index)) ranges.erase({hit.range.begin, hit.range.end});
  if (ranges.size() != 1) return std::nullopt;
  return ByteRange{ranges.begin()->first, ranges.begin()->second};
}

/// The source's terms that the target does not say in any form: one hit a range.
std::vector<TermHit> missing_hits(const Pair& pair, const Termbase& termbase) {
  std::vector<TermHit> missing;
  std::set<std::size_t> said;  // starts of ranges of which some concept is said
  for (const TermHit& hit : pair.source.hits)
    if (says(pair.target, hit.concept_index)) said.insert(hit.range.begin);
  std::set<std::uint32_t> known;
  for (const TermHit& hit : pair.source.hits) {
    if (said.contains(hit.range.begin)) continue;
    if (best_term(termbase.concepts[hit.concept_index], pair.target.language()) == nullptr)
      continue;
    if (known.insert(hit.concept_index).second) missing.push_back(hit);
    said.insert(hit.range.begin);
  }
  return missing;
}

}  // namespace

void check_deprecated_terms(const Pair& pair, const Surroundings& around, Findings& findings) {
  std::set<std::uint32_t> known;
  for (const TermHit& hit : pair.target.hits) {
    if (term_of(around.termbase, hit).status != TermStatus::deprecated) continue;
    const bool meant = says(pair.source, hit.concept_index);
    if (!meant && is_also_sound(around.termbase, pair.target, hit)) continue;
    if (!known.insert(hit.concept_index).second) continue;
    std::vector<ByteRange> ranges;
    for (const TermHit& other : pair.target.hits)
      if (other.concept_index == hit.concept_index &&
          term_of(around.termbase, other).status == TermStatus::deprecated)
        ranges.push_back(other.range);
    const Concept& entry = around.termbase.concepts[hit.concept_index];
    Finding finding = begun(Rule::term_deprecated, Severity::warning, pair);
    finding.source = spots_of(*pair.source.cell, ranges_of(pair.source.hits, hit.concept_index));
    finding.target = spots_of(*pair.target.cell, ranges);
    finding.suggestion = suggestion_for(entry, pair.target.language());
    finding.message = quoted(pair.target.at(hit.range)) + " is deprecated";
    if (!finding.suggestion.empty())
      finding.message += "; the term is " + quoted(finding.suggestion);
    findings.push_back(std::move(finding));
  }
}

void check_missing_terms(const Pair& pair, const Surroundings& around, Findings& findings) {
  const std::vector<TermHit> missing = missing_hits(pair, around.termbase);
  const auto unexplained =
      missing.size() == 1 ? unexplained_term(pair) : std::optional<ByteRange>();
  for (const TermHit& hit : missing) {
    const Concept& entry = around.termbase.concepts[hit.concept_index];
    Finding finding = begun(Rule::term_missing, Severity::warning, pair);
    finding.source = spots_of(*pair.source.cell, ranges_of(pair.source.hits, hit.concept_index));
    finding.suggestion = suggestion_for(entry, pair.target.language());
    finding.message = quoted(pair.source.at(hit.range)) + " is " + quoted(finding.suggestion) +
                      " in " + std::string(english_name(pair.target.language()));
    auto instead = misspelling_of(entry, pair.target);
    if (!instead) instead = unexplained;
    if (instead) {
      finding.target = spots_of(*pair.target.cell, *instead);
      finding.message += "; here stands " + quoted(pair.target.at(*instead));
    } else {
      finding.target = where_expected(pair, hit.range);
      finding.message += "; none of its terms stands here";
    }
    findings.push_back(std::move(finding));
  }
}

}  // namespace hexapla
