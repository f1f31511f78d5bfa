#include "check/rules/terms/missing_hits.hpp"

#include "check/rules/terms/concept_reader.hpp"
#include "check/rules/terms/term_use.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <iterator>

namespace hexapla {
namespace {

bool lies_inside(ByteRange inner, ByteRange outer) {
  return inner.begin >= outer.begin && inner.end <= outer.end &&
         inner.size() < outer.size();
}

/// Where a side says a concept; hits inside one another are one place.
std::size_t places(const ParsedCell& side, std::uint32_t concept_index) {
  std::vector<TermHit> hits;
  std::ranges::copy_if(side.all_hits, std::back_inserter(hits), [&](const TermHit& hit) {
    return hit.concept_index == concept_index;
  });
  return hits.size() < 2 ? hits.size() : longest_hits(std::move(hits)).size();
}

}  // namespace

MissingHits::MissingHits(const CellPair& pair, const CheckContext& around)
    : pair_(pair), around_(around) {
  add(pair.source.hits);
}

std::vector<TermHit> MissingHits::said_too_seldom() const {
  std::vector<TermHit> hits;
  for (const TermHit& hit : pair_.source.hits) {
    const auto said = places(pair_.target, hit.concept_index);
    if (said == 0 || said >= places(pair_.source, hit.concept_index)) continue;
    if (std::ranges::find(hits, hit.concept_index, &TermHit::concept_index) == hits.end())
      hits.push_back(hit);
  }
  return hits;
}

void MissingHits::add(const std::vector<TermHit>& hits) {
  for (const TermHit& hit : hits) {
    if (is_known(hit) || is_said(hits, hit.range) || is_vague(hit)) continue;
    const ReadConcept& entry = around_.concepts.read(hit.concept_index);
    if (entry.best == nullptr || says_apart(entry, pair_.target, roots_)) continue;
    const std::vector<TermHit> inner = hits_inside(hit.range);
    // A long title is not there when one term in it is not: that term is the finding.
    if (is_partly_said(inner)) {
      add(inner);
    } else {
      missing_.push_back(hit);
    }
  }
}

bool MissingHits::is_known(const TermHit& hit) const {
  return std::ranges::any_of(missing_, [&](const TermHit& other) {
    return other.range == hit.range || other.concept_index == hit.concept_index ||
           other.range.of(pair_.source.text) == hit.range.of(pair_.source.text);
  });
}

/// "Charter" for "Charter of the United Nations" in a document that never says the
/// latter: a short form means its concept only where the long one was said.
bool MissingHits::is_vague(const TermHit& hit) const {
  const Term& term = term_of(around_.termbase, hit);
  const auto& terms = around_.termbase.concepts[hit.concept_index].terms;
  bool is_short_form = false;
  for (std::uint32_t index = 0; index < terms.size(); ++index) {
    const Term& full = terms[index];
    if (full.language != term.language || full.text.size() <= term.text.size()) continue;
    if (folded(full.text).find(folded(term.text)) == std::string::npos) continue;
    if (around_.document.source_says(hit.concept_index, index)) return false;
    is_short_form = is_short_form || full.status == TermStatus::preferred;
  }
  return is_short_form && term.status == TermStatus::admitted;
}

/// True when the target says some concept of that range, be it with a deprecated term.
bool MissingHits::is_said(const std::vector<TermHit>& hits, ByteRange range) const {
  return std::ranges::any_of(hits, [&](const TermHit& hit) {
    return hit.range == range && says(pair_.target, hit.concept_index);
  });
}

/// True when the target says some of these, or says one with a deprecated term.
bool MissingHits::is_partly_said(const std::vector<TermHit>& hits) const {
  bool some_said = false;
  bool some_not = false;
  for (const TermHit& hit : hits) {
    if (around_.concepts.read(hit.concept_index).best == nullptr) continue;
    const bool sound = says_soundly(hit.concept_index);
    some_not = some_not || !sound;
    some_said = some_said || says(pair_.target, hit.concept_index);
  }
  return some_said && some_not;
}

bool MissingHits::says_soundly(std::uint32_t concept_index) const {
  return std::ranges::any_of(pair_.target.all_hits, [&](const TermHit& hit) {
    return hit.concept_index == concept_index &&
           is_usable(term_of(around_.termbase, hit).status);
  });
}

std::vector<TermHit> MissingHits::hits_inside(ByteRange range) const {
  std::vector<TermHit> inside;
  for (const TermHit& hit : pair_.source.all_hits)
    if (lies_inside(hit.range, range)) inside.push_back(hit);
  return longest_hits(std::move(inside));
}

}  // namespace hexapla
