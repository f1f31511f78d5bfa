#include "check/likeness.hpp"
#include "check/missing_term.hpp"
#include "check/rules.hpp"
#include "term/term_status.hpp"
#include "text/code_point.hpp"
#include "text/fold.hpp"
#include "text/words.hpp"

#include <algorithm>
#include <iterator>
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
    const bool usable =
        term.language.primary() == language.primary() && is_usable(term.status);
    if (usable && (best == nullptr || term.status < best->status)) best = &term;
  }
  return best;
}

std::vector<ByteRange> ranges_of(const std::vector<TermHit>& hits,
                                 std::uint32_t concept_index) {
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
    return other.range == hit.range && is_usable(term_of(termbase, other).status);
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
  for (const Word& word : target.words) {
    const std::string_view text = word.range.of(target.text);
    if (word.kind != WordKind::letters || count_code_points(text) < shortest) continue;
    for (const Term& term : entry.terms) {
      if (term.language.primary() != target.language().primary()) continue;
      // Words that differ much in length can't be alike.
      const auto [shorter, longer] = std::minmax({text.size(), term.text.size()});
      if (static_cast<double>(shorter) < alike * static_cast<double>(longer)) continue;
      const double here = likeness(text, term.text);
      if (here < best_likeness) continue;
      best = word.range;
      best_likeness = here;
    }
  }
  return best;
}

/// The one term of the same subject that the target has and the source does not account
/// for: another body, another crime.
std::optional<ByteRange> other_term(const Pair& pair, const Termbase& termbase,
                                    const Concept& entry) {
  std::vector<ByteRange> others;
  for (const TermHit& hit : pair.target.hits) {
    const Concept& other = termbase.concepts[hit.concept_index];
    if (entry.subject.empty() || other.subject != entry.subject) continue;
    if (!says(pair.source, hit.concept_index)) others.push_back(hit.range);
  }
  return others.size() == 1 ? std::optional(others.front()) : std::nullopt;
}

/// A place or a person: its name has no derivations, so what is spelt alike is misspelt.
bool is_name(const Concept& entry, Language language) {
  const Term* term = best_term(entry, language);
  return term != nullptr && is_upper_case(code_point_at(term->text, 0)) &&
         term->text.find(' ') == std::string::npos;
}

bool lies_inside(ByteRange inner, ByteRange outer) {
  return inner.begin >= outer.begin && inner.end <= outer.end &&
         inner.size() < outer.size();
}

bool says_soundly(const Termbase& termbase, const Side& side, std::uint32_t concept_index) {
  return std::ranges::any_of(side.all_hits, [&](const TermHit& hit) {
    return hit.concept_index == concept_index && is_usable(term_of(termbase, hit).status);
  });
}

/// Source hits by their ranges, as far as the target could say them: several concepts on
/// one range are different meanings of the same words.
class MissingTerms {
 public:
  MissingTerms(const Pair& pair, const Surroundings& around)
      : pair_(pair), termbase_(around.termbase), document_(around.document) {
    add(pair.source.hits);
  }
  [[nodiscard]] const std::vector<TermHit>& hits() const { return missing_; }
  /// Those that the target says, but in fewer places than the source.
  [[nodiscard]] std::vector<TermHit> said_too_seldom() const {
    std::vector<TermHit> hits;
    for (const TermHit& hit : pair_.source.hits) {
      const auto said = places(pair_.target, hit.concept_index);
      if (said == 0 || said >= places(pair_.source, hit.concept_index)) continue;
      if (std::ranges::find(hits, hit.concept_index, &TermHit::concept_index) == hits.end())
        hits.push_back(hit);
    }
    return hits;
  }

 private:
  /// Where a side says a concept; hits inside one another are one place.
  [[nodiscard]] static std::size_t places(const Side& side, std::uint32_t concept_index) {
    std::vector<TermHit> hits;
    std::ranges::copy_if(side.all_hits, std::back_inserter(hits), [&](const TermHit& hit) {
      return hit.concept_index == concept_index;
    });
    return longest_hits(std::move(hits)).size();
  }

  void add(const std::vector<TermHit>& hits) {
    for (const TermHit& hit : hits) {
      if (is_known(hit) || is_said(hits, hit.range) || is_vague(hit)) continue;
      const Concept& entry = termbase_.concepts[hit.concept_index];
      if (best_term(entry, pair_.target.language()) == nullptr) continue;
      const std::vector<TermHit> inner = hits_inside(hit.range);
      // A long title is not there when one term in it is not: that term is the finding.
      if (is_partly_said(inner)) {
        add(inner);
      } else {
        missing_.push_back(hit);
      }
    }
  }

  [[nodiscard]] bool is_known(const TermHit& hit) const {
    return std::ranges::any_of(missing_, [&](const TermHit& other) {
      return other.range == hit.range || other.concept_index == hit.concept_index;
    });
  }
  /// "Charter" for "Charter of the United Nations" in a document that never says the
  /// latter: a short form means its concept only where the long one was said.
  [[nodiscard]] bool is_vague(const TermHit& hit) const {
    const Term& term = term_of(termbase_, hit);
    const auto& terms = termbase_.concepts[hit.concept_index].terms;
    bool is_short_form = false;
    for (std::uint32_t index = 0; index < terms.size(); ++index) {
      const Term& full = terms[index];
      if (full.language != term.language || full.text.size() <= term.text.size()) continue;
      if (folded(full.text).find(folded(term.text)) == std::string::npos) continue;
      if (document_.source_says(hit.concept_index, index)) return false;
      is_short_form = is_short_form || full.status == TermStatus::preferred;
    }
    return is_short_form && term.status == TermStatus::admitted;
  }
  /// True when the target says some concept of that range, be it with a deprecated term.
  [[nodiscard]] bool is_said(const std::vector<TermHit>& hits, ByteRange range) const {
    return std::ranges::any_of(hits, [&](const TermHit& hit) {
      return hit.range == range && says(pair_.target, hit.concept_index);
    });
  }
  /// True when the target says some of these, or says one with a deprecated term.
  [[nodiscard]] bool is_partly_said(const std::vector<TermHit>& hits) const {
    bool some_said = false;
    bool some_not = false;
    for (const TermHit& hit : hits) {
      const Concept& entry = termbase_.concepts[hit.concept_index];
      if (best_term(entry, pair_.target.language()) == nullptr) continue;
      const bool sound = says_soundly(termbase_, pair_.target, hit.concept_index);
      some_not = some_not || !sound;
      some_said = some_said || says(pair_.target, hit.concept_index);
    }
    return some_said && some_not;
  }
  [[nodiscard]] std::vector<TermHit> hits_inside(ByteRange range) const {
    std::vector<TermHit> inside;
    for (const TermHit& hit : pair_.source.all_hits)
      if (lies_inside(hit.range, range)) inside.push_back(hit);
    return longest_hits(std::move(inside));
  }

  const Pair& pair_;
  const Termbase& termbase_;
  const DocumentUse& document_;
  std::vector<TermHit> missing_;
};

}  // namespace

void check_deprecated_terms(const Pair& pair, const Surroundings& around,
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
    Finding finding = begun(Rule::term_deprecated, Severity::warning, pair,
                            meant ? as_the_concept : by_chance);
    finding.source =
        spots_of(*pair.source.cell, ranges_of(pair.source.all_hits, hit.concept_index));
    finding.target = spots_of(*pair.target.cell, ranges);
    finding.suggestion = suggestion_for(entry, pair.target.language());
    finding.message = quoted(pair.target.at(hit.range)) + " is ";
    finding.message += name_of(term_of(around.termbase, hit).status);
    if (!finding.suggestion.empty())
      finding.message += "; the term is " + quoted(finding.suggestion);
    findings.push_back(std::move(finding));
  }
}

namespace {

/// The evidence that `hit` is missing, and what stands in its place as far as that can be
/// guessed.
struct MissingTerm {
  MissingEvidence evidence;
  std::optional<ByteRange> instead;
};

MissingTerm missing_term(const Pair& pair, const Surroundings& around, const TermHit& hit,
                         const std::set<std::string, std::less<>>& roots) {
  const Concept& entry = around.termbase.concepts[hit.concept_index];
  const Language language = pair.target.language();
  auto instead = misspelling_of(entry, pair.target);
  MissingTerm missing{
      {around.document.usually_missing(hit.concept_index),
       stranger_in(pair, around, hit.concept_index), has_kin(entry, language, roots),
       around.document.has_other_rendering(pair.target, hit.concept_index),
       instead.has_value(), instead && is_name(entry, language)},
      instead};
  // A word spelt alike that is no name is likelier a derivation than what stands instead.
  constexpr double strange = 1.5;  // nats
  const MissingEvidence& evidence = missing.evidence;
  if (evidence.stranger && !evidence.misspelt_name &&
      evidence.stranger->unaccounted_for >= strange)
    missing.instead.reset();
  if (!missing.instead) missing.instead = other_term(pair, around.termbase, entry);
  return missing;
}

Finding finding_of(const Pair& pair, const Surroundings& around, const TermHit& hit,
                   const MissingTerm& missing) {
  const Concept& entry = around.termbase.concepts[hit.concept_index];
  const auto& stranger = missing.evidence.stranger;
  Finding finding = begun(Rule::term_missing, Severity::warning, pair,
                          certainty_of_missing(missing.evidence));
  finding.source =
      spots_of(*pair.source.cell, ranges_of(pair.source.all_hits, hit.concept_index));
  finding.suggestion = suggestion_for(entry, pair.target.language());
  finding.message = quoted(pair.source.at(hit.range)) + " is " +
                    quoted(finding.suggestion) + " in " +
                    std::string(english_name(pair.target.language()));
  if (missing.instead) {
    finding.target = spots_of(*pair.target.cell, *missing.instead);
    finding.message += "; here stands " + quoted(pair.target.at(*missing.instead));
  } else {
    finding.target = where_expected(pair, hit.range);
    finding.message += "; none of its terms stands here";
    if (stranger)
      finding.message += ", perhaps " + quoted(pair.target.at(stranger->range)) + " for it";
  }
  return finding;
}

}  // namespace

void check_missing_terms(const Pair& pair, const Surroundings& around, Findings& findings) {
  const MissingTerms missing(pair, around);
  const auto too_seldom = missing.said_too_seldom();
  if (missing.hits().empty() && too_seldom.empty()) return;
  const auto roots = roots_in(pair.target);
  for (const TermHit& hit : missing.hits())
    findings.push_back(
        finding_of(pair, around, hit, missing_term(pair, around, hit, roots)));
  for (const TermHit& hit : too_seldom) {
    // Said once for twice is good style, unless a term stands there that nothing explains.
    constexpr double strange = 2;  // nats
    constexpr double once_for_twice = 0.2;
    const MissingEvidence evidence{around.document.usually_missing(hit.concept_index),
                                   stranger_in(pair, around, hit.concept_index)};
    if (!evidence.stranger || evidence.stranger->unaccounted_for < strange) continue;
    Finding finding = finding_of(pair, around, hit, {evidence, std::nullopt});
    finding.confidence *= once_for_twice;
    finding.message += ", and the term in fewer places than in the source";
    findings.push_back(std::move(finding));
  }
}

}  // namespace hexapla
