#include "check/rules/likeness.hpp"
#include "check/rules/terms/missing_hits.hpp"
#include "check/rules/terms/missing_term.hpp"
#include "check/rules/terms/term_use.hpp"
#include "text/code_point.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace hexapla {
namespace {

/// The words of the target, read once for all that is missing.
struct TargetWords {
  struct Spelt {
    ByteRange range;
    Spelling spelling;
  };
  std::vector<Spelt> spelt;  ///< Long enough not to be alike by chance.
  std::set<std::string, std::less<>> roots;
  std::vector<std::uint32_t> root_keys;
  std::vector<Stranger> strangers;
};

TargetWords target_words(const CellPair& pair, const CheckContext& around) {
  constexpr std::size_t shortest = 5;  // letters
  const ParsedCell& target = pair.target;
  TargetWords words{{}, roots_in(target), root_keys_of(target), strangers_in(pair, around)};
  for (const Word& word : target.words) {
    const std::string_view text = word.range.of(target.text);
    if (word.kind == WordKind::letters && count_code_points(text) >= shortest)
      words.spelt.push_back({word.range, Spelling(text)});
  }
  return words;
}

/// What is in the target in the place of a missing concept, when that can be guessed: a
/// word spelt almost like one of its terms.
std::optional<ByteRange> misspelling_of(const ReadConcept& entry,
                                        const TargetWords& target) {
  constexpr double alike = 0.6;
  std::optional<ByteRange> best;
  double best_likeness = alike;
  for (const TargetWords::Spelt& word : target.spelt) {
    for (const ReadConcept::Said& said : entry.terms) {
      // Words that differ much in length can't be alike.
      const auto [shorter, longer] =
          std::minmax({word.range.size(), said.term->text.size()});
      if (static_cast<double>(shorter) < alike * static_cast<double>(longer)) continue;
      const double here = likeness(word.spelling, said.spelling, best_likeness);
      if (here < best_likeness) continue;
      best = word.range;
      best_likeness = here;
    }
  }
  return best;
}

/// The one term of the same subject that the target has and the source does not account
/// for: another body, another crime.
std::optional<ByteRange> other_term(const CellPair& pair, const Termbase& termbase,
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
bool is_name(const Term* term) {
  return term != nullptr && is_upper_case(code_point_at(term->text, 0)) &&
         term->text.find(' ') == std::string::npos;
}

/// The evidence that `hit` is missing, and what is in its place as far as that can be
/// guessed.
struct MissingTerm {
  MissingEvidence evidence;
  std::optional<ByteRange> instead;

  /// A place to look at may be a guess, what a message says may not.
  [[nodiscard]] bool is_sure_of_it() const {
    constexpr double strange = 1.5;  // nats
    return evidence.spelt_alike ||
           (evidence.stranger && evidence.stranger->unaccounted_for >= strange);
  }
};

/// The stranger, how far it is from the term's place, and how usual it is that the term is
/// not there.
MissingEvidence evidence_by_strangers(const CellPair& pair, const CheckContext& around,
                                      const TermHit& hit, const TargetWords& words,
                                      std::span<const ByteRange> taken) {
  const auto place = [](const ParsedCell& side, ByteRange range) {
    return static_cast<double>(range.begin) / static_cast<double>(side.text.size());
  };
  MissingEvidence evidence;
  evidence.usually_missing = around.document.usually_missing(hit.concept_index);
  evidence.stranger = strangest(words.strangers, around.document, hit.concept_index, taken);
  evidence.strangers = words.strangers.size();
  if (evidence.stranger)
    evidence.apart = std::abs(place(pair.source, hit.range) -
                              place(pair.target, evidence.stranger->range));
  return evidence;
}

MissingTerm missing_term(const CellPair& pair, const CheckContext& around,
                         const TermHit& hit, const TargetWords& words,
                         std::span<const ByteRange> taken) {
  const ReadConcept& entry = around.concepts.read(hit.concept_index);
  MissingTerm missing{evidence_by_strangers(pair, around, hit, words, taken),
                      misspelling_of(entry, words)};
  missing.evidence.has_derived_form = has_kin(entry, words.roots);
  missing.evidence.other_word =
      around.document.has_other_rendering(words.root_keys, hit.concept_index);
  missing.evidence.spelt_alike = missing.instead.has_value();
  missing.evidence.misspelt_name = missing.instead && is_name(entry.best);
  // A word spelt alike that is no name is likelier a derivation than what stands instead.
  constexpr double strange = 1.5;  // nats
  const MissingEvidence& evidence = missing.evidence;
  if (evidence.stranger && !evidence.misspelt_name &&
      evidence.stranger->unaccounted_for >= strange)
    missing.instead.reset();
  if (!missing.instead)
    missing.instead =
        other_term(pair, around.termbase, around.termbase.concepts[hit.concept_index]);
  return missing;
}

Finding finding_of(const CellPair& pair, const CheckContext& around, const TermHit& hit,
                   const MissingTerm& missing) {
  const Concept& entry = around.termbase.concepts[hit.concept_index];
  Finding finding =
      make_finding(Rule::term_missing, pair, certainty_of_missing(missing.evidence));
  finding.source =
      spots_of(*pair.source.cell, ranges_of(pair.source.all_hits, hit.concept_index));
  finding.suggestion = suggestion_for(entry, pair.target.language());
  finding.message = in_quotes(pair.source.at(hit.range)) + " is " +
                    in_quotes(finding.suggestion) + " in " +
                    std::string(english_name(pair.target.language()));
  if (missing.instead) {
    finding.target = spots_of(*pair.target.cell, *missing.instead);
    finding.message += missing.is_sure_of_it()
                           ? "; here is " + in_quotes(pair.target.at(*missing.instead))
                           : "; none of its terms is here";
  } else {
    finding.target = where_expected(pair, hit.range);
    finding.message += "; none of its terms is here";
  }
  return finding;
}

/// The term of another concept that the document usually says where this one is missing,
/// and says for its own concept, too: two terms of the source have become one.
std::optional<TermHit> shared_term(const CellPair& pair, const CheckContext& around,
                                   std::uint32_t missing) {
  for (const TermHit& hit : pair.target.hits)
    if (!says(pair.source, hit.concept_index) &&
        around.document.usually_merged(hit.concept_index, missing))
      return hit;
  return std::nullopt;
}

Finding merged_finding(const CellPair& pair, const CheckContext& around, const TermHit& hit,
                       const TermHit& shared) {
  constexpr double certainty = 0.5;  // the two may be one and the same to the house
  const Concept& entry = around.termbase.concepts[hit.concept_index];
  const Concept& other = around.termbase.concepts[shared.concept_index];
  Finding finding = make_finding(Rule::term_merged, pair, certainty);
  finding.source =
      spots_of(*pair.source.cell, ranges_of(pair.source.all_hits, hit.concept_index));
  finding.target = spots_of(*pair.target.cell, shared.range);
  finding.suggestion = suggestion_for(entry, pair.target.language());
  finding.message = in_quotes(pair.target.at(shared.range)) + " is said for " +
                    in_quotes(pair.source.at(hit.range)) + " here and in " +
                    std::to_string(around.document.stands_in_for(shared.concept_index,
                                                                 hit.concept_index)) +
                    " other places, and for " +
                    in_quotes(suggestion_for(other, pair.source.language())) + " elsewhere";
  return finding;
}

/// What is missing, with the evidence for it. A stranger can have pushed out one term only:
/// that which is likeliest to be an error; for the others it tells nothing.
std::vector<MissingTerm> missing_terms(const CellPair& pair, const CheckContext& around,
                                       std::span<const TermHit> hits,
                                       const TargetWords& words,
                                       std::vector<ByteRange>& taken) {
  std::vector<MissingTerm> missing;
  std::vector<std::size_t> order;
  for (const TermHit& hit : hits) {
    order.push_back(order.size());
    missing.push_back(missing_term(pair, around, hit, words, {}));
  }
  const auto certainty = [&](std::size_t index) {
    return certainty_of_missing(missing[index].evidence);
  };
  const auto wants = [&](std::size_t index, ByteRange range) {
    const auto& stranger = missing[index].evidence.stranger;
    return stranger && stranger->range.begin < range.end &&
           range.begin < stranger->range.end;
  };
  constexpr std::ptrdiff_t most = 50;  // strangers in a text; more are no sentence
  const auto last = order.begin() + std::min(most, std::ssize(order));
  for (auto next = order.begin(); next != last; ++next) {
    std::iter_swap(next, std::ranges::max_element(next, order.end(), {}, certainty));
    const auto& stranger = missing[*next].evidence.stranger;
    if (!stranger) continue;
    taken.push_back(stranger->range);
    for (auto left = next + 1; left != order.end(); ++left)
      if (wants(*left, taken.back()))
        missing[*left] = missing_term(pair, around, hits[*left], words, taken);
  }
  return missing;
}

}  // namespace

void check_missing_terms(const CellPair& pair, const CheckContext& around,
                         Findings& findings) {
  around.concepts.make_room();
  const MissingHits missing(pair, around);
  const auto too_seldom = missing.said_too_seldom();
  if (missing.hits().empty() && too_seldom.empty()) return;
  const TargetWords words = target_words(pair, around);
  std::vector<TermHit> hits;
  for (const TermHit& hit : missing.hits())
    if (const auto shared = shared_term(pair, around, hit.concept_index))
      findings.push_back(merged_finding(pair, around, hit, *shared));
    else
      hits.push_back(hit);
  std::vector<ByteRange> taken;
  const auto terms = missing_terms(pair, around, hits, words, taken);
  for (std::size_t index = 0; index < hits.size(); ++index)
    findings.push_back(finding_of(pair, around, hits[index], terms[index]));
  for (const TermHit& hit : too_seldom) {
    // Said once for twice is good style, unless a term is there that nothing explains.
    constexpr double strange = 1;  // nats
    constexpr double once_for_twice = 0.2;
    const MissingEvidence evidence = evidence_by_strangers(pair, around, hit, words, taken);
    if (!evidence.stranger || evidence.stranger->unaccounted_for < strange) continue;
    Finding finding = finding_of(pair, around, hit, {evidence, std::nullopt});
    finding.confidence *= once_for_twice;
    finding.severity = severity_for(finding.confidence);
    finding.message += ", and the term in fewer places than in the source";
    findings.push_back(std::move(finding));
  }
}

}  // namespace hexapla
