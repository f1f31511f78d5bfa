#include "bindings/corpus.hpp"

#include "text/error.hpp"
#include "workbench/review/review_act.hpp"
#include "workbench/review/reviewed_work.hpp"

#include <algorithm>
#include <stdexcept>

namespace hexapla::python {
namespace {

std::vector<SideQuery> queries_in(const std::map<std::string, std::string>& by_language) {
  std::vector<SideQuery> queries;
  for (const auto& [tag, text] : by_language)
    queries.push_back({language_named(tag), parse_query(text)});
  return queries;
}

/// In characters, for Python counts them.
SpotsByLanguage spots_of(const SearchHit& hit) {
  SpotsByLanguage spots;
  for (const SearchSpot& spot : hit.spots) {
    const Variant& variant = hit.stored.unit.variants[spot.variant];
    auto& places = spots[std::string(variant.language.tag())];
    for (const ByteRange& range : spot.ranges)
      places.emplace_back(characters_before(variant.text, range.begin),
                          characters_before(variant.text, range.end));
  }
  return spots;
}

Language language_needed(const DecisionRequest& request) {
  if (!request.language) throw std::invalid_argument("a language is needed");
  return language_named(*request.language);
}

ReviewAct act_of(const DecisionRequest& request) {
  ReviewAct act;
  const auto verb = review_verb_from(request.verb);
  if (!verb)
    throw std::invalid_argument(
        "'" + request.verb +
        "' is none of confirm, reject, clear, join, part, push-up, push-down, pull-up, "
        "pull-down, edit, comment");
  act.verb = *verb;
  act.rows = request.rows;
  if (request.language) act.language = language_named(*request.language);
  act.segment = request.segment;
  act.text = request.text;
  return act;
}

Decision about_memory_row(const DecisionRequest& request, const StoredUnit& stored) {
  Decision decision;
  decision.row = stored.row;
  const auto verb = review_verb_from(request.verb);
  const auto kind = verb ? kind_of(*verb) : std::nullopt;
  if (kind == DecisionKind::confirm || kind == DecisionKind::reject ||
      kind == DecisionKind::clear) {
    decision.kind = *kind;
    return decision;
  }
  if (kind != DecisionKind::edit)
    throw std::invalid_argument(
        "a memory's rows can be confirmed, rejected, cleared and edited only");
  decision.kind = DecisionKind::edit;
  decision.text = request.text;
  const auto variant =
      std::ranges::find(stored.unit.variants, language_needed(request), &Variant::language);
  if (variant == stored.unit.variants.end())
    throw std::invalid_argument("the row has nothing in " + *request.language);
  decision.segment = static_cast<std::uint32_t>(variant - stored.unit.variants.begin());
  return decision;
}

}  // namespace

void Corpus::create(const std::string& file) {
  Store::create(file, module_name).publish();
}

std::vector<WorkInfo> Corpus::works() {
  const std::lock_guard lock(mutex_);
  return store_.works();
}

std::vector<WorkInfo> Corpus::works_named(const std::optional<std::string>& name) {
  const std::lock_guard lock(mutex_);
  if (name) return {store_.work(*name)};
  return store_.works();
}

std::vector<RowRecord> Corpus::page_of(const WorkInfo& work, std::uint32_t first,
                                       std::size_t most) {
  const std::lock_guard lock(mutex_);
  std::vector<RowRecord> rows;
  const auto row = store_.row_of(work.id, first);
  if (!row) return rows;
  // Ids follow the order of rows in memories only; a document is small enough for one page.
  const bool is_memory = work.kind == WorkKind::memory;
  UnitSelection selection{work.id};
  if (is_memory) selection.first = *row;
  store_.each_unit(selection, [&](const StoredUnit& stored) {
    rows.push_back(record_of(stored, work.name));
    return !is_memory || rows.size() < most;
  });
  return rows;
}

std::map<std::int64_t, std::string> Corpus::names_of_works() const {
  std::map<std::int64_t, std::string> names;
  for (const WorkInfo& work : store_.works())
    names.emplace(work.id, work.name);
  return names;
}

std::vector<HitRecord> Corpus::find(const CorpusQuery& query) {
  const std::lock_guard lock(mutex_);
  Search search;
  search.query = parse_query(query.text);
  if (query.language) search.language = language_named(*query.language);
  search.has = queries_in(query.has);
  search.lacks = queries_in(query.lacks);
  search.filter.work = query.work;
  const auto names = names_of_works();
  std::vector<HitRecord> hits;
  store_.search(search, [&](const SearchHit& hit) {
    hits.push_back({record_of(hit.stored, names.at(hit.stored.work)), spots_of(hit)});
    return hits.size() != query.limit;
  });
  return hits;
}

std::vector<HitRecord> Corpus::similar(const CorpusQuery& query) {
  const std::lock_guard lock(mutex_);
  if (!query.language) throw std::invalid_argument("a language is needed");
  SimilarSearch search;
  search.sentence = query.text;
  search.language = language_named(*query.language);
  search.least = query.least;
  if (query.limit > 0) search.most = query.limit;
  search.filter.work = query.work;
  const auto names = names_of_works();
  std::vector<HitRecord> hits;
  for (const SimilarHit& hit : store_.similar(search))
    hits.push_back({record_of(hit.stored, names.at(hit.stored.work)), {}, hit.score});
  return hits;
}

std::vector<FindingRecord> Corpus::findings(const std::optional<std::string>& work) {
  std::vector<FindingRecord> all;
  for (const WorkInfo& info : works_named(work)) {
    const std::lock_guard lock(mutex_);
    const CheckedWork checked = check_work(store_, info.id, {});
    for (FindingRecord& finding : records_of(checked.findings, checked.multitext))
      all.push_back(std::move(finding));
  }
  return all;
}

std::vector<std::string> Corpus::faults() {
  const std::lock_guard lock(mutex_);
  return store_.faults();
}

void Corpus::add(const AlignedVersions& versions) {
  const std::lock_guard lock(mutex_);
  store_.add_work({versions.work, versions.aligned.multitext, versions.termbase,
                   versions.aligned.findings});
}

std::int64_t Corpus::decide(const DecisionRequest& request) {
  const std::lock_guard lock(mutex_);
  if (request.rows.empty()) throw std::invalid_argument("a row is needed");
  const Stamp stamp{request.at, request.who};
  const StoredUnit stored = store_.unit(request.rows.front());
  for (const WorkInfo& work : store_.works()) {
    if (work.id != stored.work) continue;
    if (work.kind == WorkKind::memory)
      return store_.decide(work.id, about_memory_row(request, stored), stamp).id;
    const ReviewedWork reviewed(store_.decided_work(work.id), work.revision);
    const ReviewChecks checks(store_.termbase(work.id));
    Proposal proposal = proposal_for(reviewed, act_of(request), checks.termbase());
    proposal.stamp = stamp;
    const bool may_change_findings = changes_findings(proposal.decision.kind);
    return store_
        .decide(work.id, proposal,
                may_change_findings ? recheck_after(reviewed, checks) : Recheck())
        .id;
  }
  throw Error(Fault::inconsistent, {"decision", 0}, "the row's work is gone");
}

bool Corpus::undo(const std::string& at, const std::string& who) {
  const std::lock_guard lock(mutex_);
  return store_.undo(std::optional<std::int64_t>(), Stamp{at, who}).has_value();
}

}  // namespace hexapla::python
