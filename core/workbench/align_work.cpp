#include "corpus/carry_over.hpp"
#include "corpus/sentence_edits.hpp"
#include "document/structure/document_facts.hpp"
#include "text/error.hpp"
#include "workbench/segment_concepts.hpp"
#include "workbench/workbench.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace hexapla {
namespace {

Language language_of(const SegmentedDocument& version) {
  return version.document.language;
}

Multitext aligned(const AlignRequest& request, std::span<const ConfirmedBeads> confirmed) {
  const auto concepts = concepts_in(request.versions, request.termbase);
  return align_versions(request.versions, concepts, confirmed, request.settings);
}

bool share_a_segment(const Bead& bead, const Bead& other) {
  const auto overlap = [](const SegmentRun& run, const SegmentRun& as) {
    return std::max(run.first, as.first) < std::min(run.last, as.last);
  };
  return overlap(bead.source, other.source) || overlap(bead.target, other.target);
}

/// Anchors that a person gives now win over what was there.
std::vector<ConfirmedBeads> joined(std::vector<ConfirmedBeads> held,
                                   const std::vector<ConfirmedBeads>& anchors) {
  for (const ConfirmedBeads& given : anchors) {
    const auto pair = std::ranges::find_if(held, [&](const ConfirmedBeads& beads) {
      return beads.source == given.source && beads.target == given.target;
    });
    if (pair == held.end()) {
      held.push_back(given);
      continue;
    }
    std::erase_if(pair->beads, [&](const Bead& bead) {
      return std::ranges::any_of(
          given.beads, [&](const Bead& other) { return share_a_segment(bead, other); });
    });
    pair->beads.insert(pair->beads.end(), given.beads.begin(), given.beads.end());
  }
  return held;
}

StoredWork add(Store& store, const NewWork& work, const AlignRequest& request,
               std::optional<RunRecord> run) {
  AlignedWork aligned = align_work(request);
  if (run) keep_remarks(*run, aligned.multitext);
  StoredWork stored;
  stored.id = store.add_work(
      {work, aligned.multitext, request.termbase, aligned.findings, std::move(run)});
  stored.multitext = std::move(aligned.multitext);
  stored.findings = aligned.findings.size();
  return stored;
}

StoredWork replace(Store& store, const WorkInfo& there, const NewWork& work,
                   AlignRequest request, std::optional<RunRecord> run) {
  RealignedWork again = realign_work(store, there.id, std::move(request));
  if (run) keep_remarks(*run, again.work.multitext);
  store.replace_work(
      there.id,
      {work, again.work.multitext, again.termbase, again.work.findings, std::move(run)},
      again.kept);
  Multitext stored = store.multitext(there.id);
  stored.judged = again.work.multitext.judged;
  return {there.id, std::move(stored), store.findings(there.id).size(), std::move(again)};
}

/// Whether a border that a person made or took away is so in the newer version, too.
bool has_border(const AlignRequest& request, const Decision& decision) {
  const auto version = std::ranges::find(request.versions, decision.language, language_of);
  if (version == request.versions.end()) return false;
  const auto& segments = version->segments;
  const auto text = [&](std::size_t at) { return version->text_of(segments[at]); };
  for (std::size_t at = 0; at < segments.size(); ++at) {
    const bool is_there =
        decision.kind == DecisionKind::cut
            ? text(at) == decision.was && at + 1 < segments.size() &&
                  text(at + 1) == decision.text
            : text(at).starts_with(decision.was) && text(at).ends_with(decision.text);
    if (is_there) return true;
  }
  return false;
}

}  // namespace

std::vector<SegmentedDocument> pivot_first(std::vector<SegmentedDocument> versions,
                                           std::optional<Language> pivot) {
  std::ranges::sort(versions, {}, language_of);
  const auto twice = std::ranges::adjacent_find(versions, {}, language_of);
  if (twice != versions.end())
    throw Error(Fault::inconsistent, {(twice + 1)->document.name, 0},
                "two versions are in " + std::string(language_of(*twice).tag()));
  const auto first =
      std::ranges::find(versions, pivot.value_or(languages::zh), language_of);
  if (first == versions.end() && pivot && !versions.empty())
    throw Error(Fault::inconsistent, {versions.front().document.name, 0},
                "no version is in the pivot's language, " + std::string(pivot->tag()));
  if (first != versions.end()) std::rotate(versions.begin(), first, first + 1);
  return versions;
}

NewWork usual_work(std::span<const SegmentedDocument> versions) {
  NewWork work;
  for (const SegmentedDocument& version : versions) {
    const DocumentFacts facts = document_facts(version.document);
    if (work.symbol.empty()) work.symbol = facts.symbol.value_or("");
    if (work.date.empty()) work.date = facts.date.value_or("");
  }
  const std::string& file = versions.front().document.name;
  work.name = work.symbol.empty() ? file.substr(0, file.find('.')) : work.symbol;
  if (work.name.empty()) work.name = file;
  return work;
}

void keep_remarks(RunRecord& run, const Multitext& multitext) {
  for (const JudgedBitext& bitext : multitext.judged) {
    const auto& source = multitext.documents[bitext.source].document;
    const auto& target = multitext.documents[bitext.target].document;
    for (const PairRemark& remark : bitext.remarks)
      run.settings.emplace_back(std::string(remark_setting) +
                                    std::string(source.language.tag()) + '-' +
                                    std::string(target.language.tag()),
                                words_of(remark, source.name, target.name));
  }
}

AlignedWork align_work(const AlignRequest& request) {
  AlignedWork work{aligned(request, request.anchors), {}};
  work.findings = findings_of(work.multitext, request.termbase);
  return work;
}

RealignedWork realign_work(const Store& store, std::int64_t there, AlignRequest request) {
  const Multitext before = store.unedited_multitext(there);
  keep_borders(store.machine_documents(there), before.documents, request.versions);
  const CarryOver carried(before, request.versions);
  if (request.termbase.concepts.empty()) request.termbase = store.termbase(there);
  RealignedWork again;
  again.work.multitext = aligned(request, joined(carried.fixed(), request.anchors));
  carried.restore(again.work.multitext);
  again.work.findings = findings_of(again.work.multitext, request.termbase);
  std::vector<LoggedDecision> log = store.decided_work(there).log;
  std::set<std::int64_t> resolved;  // comments: they have had their effect
  for (const LoggedDecision& line : log)
    if (line.active && line.decision.kind == DecisionKind::resolve)
      resolved.insert(line.subject);
  for (LoggedDecision& line : log) {
    if (!line.active || resolved.contains(line.id)) continue;
    const DecisionKind kind = line.decision.kind;
    if (kind == DecisionKind::realign ||
        (changes_borders(kind) && has_border(request, line.decision)))
      continue;
    if (auto decision = carried.kept(line.decision)) {
      again.kept.push_back({line.id, line.stamp, std::move(*decision)});
    } else {
      again.dropped.push_back(std::move(line));
    }
  }
  again.unchanged = carried.unchanged();
  for (const SegmentedDocument& version : request.versions)
    again.segments += version.segments.size();
  again.termbase = std::move(request.termbase);
  return again;
}

StoredWork align_into(Store& store, const NewWork& work, AlignRequest request,
                      std::optional<RunRecord> run) {
  for (const WorkInfo& there : store.works()) {
    if (there.name != work.name) continue;
    if (there.kind == WorkKind::memory)
      throw Error(Fault::inconsistent, {work.name, 0},
                  "the work " + work.name + " is a memory; give this one another name");
    return replace(store, there, work, std::move(request), std::move(run));
  }
  return add(store, work, request, std::move(run));
}

}  // namespace hexapla
