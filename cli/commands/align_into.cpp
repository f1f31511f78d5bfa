#include "cli/commands/align_into.hpp"

#include "cli/files.hpp"
#include "cli/findings.hpp"
#include "cli/print/counted.hpp"
#include "cli/segment_concepts.hpp"
#include "cli/stamp.hpp"
#include "cli/version.hpp"
#include "corpus/carry_over.hpp"
#include "corpus/database/replace_file.hpp"
#include "corpus/store.hpp"
#include "document/structure/document_facts.hpp"
#include "text/sha256.hpp"

#include <algorithm>
#include <filesystem>
#include <ostream>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

/// --work, or the documents' symbol, or the name of the pivot's file up to its first stop.
NewWork work_of(const Arguments& arguments,
                const std::vector<SegmentedDocument>& versions) {
  NewWork work;
  for (const SegmentedDocument& version : versions) {
    const DocumentFacts facts = document_facts(version.document);
    if (work.symbol.empty()) work.symbol = facts.symbol.value_or("");
    if (work.date.empty()) work.date = facts.date.value_or("");
  }
  const std::string& file = versions.front().document.name;
  work.name = work.symbol.empty() ? file.substr(0, file.find('.')) : work.symbol;
  if (work.name.empty()) work.name = file;
  if (const auto name = arguments.value("work")) work.name = *name;
  return work;
}

RunRecord run_of(const Arguments& arguments, const std::vector<SegmentedDocument>& versions,
                 Stamp stamp) {
  RunRecord run;
  run.stamp = std::move(stamp);
  run.kind = "align";
  run.program = program_name;
  for (const auto& [name, value] : arguments.options)
    if (name != "out" && name != "into" && name != "threads")  // change nothing inside
      run.settings.emplace_back(name, value);
  for (const auto& [name, values] : arguments.pairs)
    run.settings.emplace_back(name, values[0] + ' ' + values[1]);
  for (const SegmentedDocument& version : versions)
    run.inputs.emplace_back(version.document.name, version.document.sha);
  for (const std::string_view option :
       {"termbase", "anchors", "dictionary", "lexicon", "corpus"})
    if (const auto file = arguments.value(option); file && fs::is_regular_file(*file))
      run.inputs.emplace_back(fs::path(*file).filename().string(),
                              sha256_of(read_file(*file)));
  return run;
}

Multitext align(VersionsToAlign& given, std::span<const ConfirmedBeads> confirmed) {
  const std::vector<SegmentConcepts> concepts = concepts_in(given.versions, given.termbase);
  return align_versions(std::move(given.versions), concepts, confirmed, given.settings);
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

/// What goes on to count, and how much is lost.
std::vector<KeptDecision> kept_decisions(const Store& store, std::int64_t work,
                                         const CarryOver& carried, std::ostream& err) {
  std::vector<KeptDecision> kept;
  for (const LoggedDecision& line : store.decisions(work)) {
    if (!line.active) continue;
    if (auto decision = carried.kept(line.decision)) {
      kept.push_back({line.id, line.stamp, std::move(*decision)});
    } else {
      err << "hexapla: decision " << line.id << " (" << name_of(line.decision.kind)
          << ") is about what has changed: it counts no longer\n";
    }
  }
  return kept;
}

/// What was said of the pairs as a whole stays with the run that said it.
void keep_remarks(RunRecord& run, const Multitext& multitext) {
  for (const JudgedBitext& bitext : multitext.judged) {
    const auto& source = multitext.documents[bitext.source].document;
    const auto& target = multitext.documents[bitext.target].document;
    for (const PairRemark& remark : bitext.remarks)
      run.settings.emplace_back("remark " + std::string(source.language.tag()) + '-' +
                                    std::string(target.language.tag()),
                                words_of(remark, source.name, target.name));
  }
}

StoredAlignment align_anew(VersionsToAlign given, const NewWork& work, RunRecord run,
                           Store& store, Progress& progress) {
  progress.say("aligning");
  Multitext multitext = align(given, given.anchors);
  keep_remarks(run, multitext);
  progress.say("checking");
  const std::vector<Finding> findings = findings_of(multitext, given.termbase);
  store.add_work({work, multitext, given.termbase, findings, std::move(run)});
  return {std::move(multitext), findings.size()};
}

StoredAlignment align_again(VersionsToAlign given, const WorkInfo& there,
                            const NewWork& work, RunRecord run, Store& store,
                            std::ostream& err) {
  const Multitext before = store.unedited_multitext(there.id);
  const std::vector<SegmentedDocument> versions = given.versions;
  const CarryOver carried(before, versions);
  std::size_t segments = 0;
  for (const SegmentedDocument& version : versions)
    segments += version.segments.size();
  if (given.termbase.concepts.empty()) given.termbase = store.termbase(there.id);
  Multitext multitext = align(given, joined(carried.fixed(), given.anchors));
  carried.restore(multitext);
  keep_remarks(run, multitext);
  const std::vector<Finding> findings = findings_of(multitext, given.termbase);
  const auto kept = kept_decisions(store, there.id, carried, err);
  store.replace_work(there.id, {work, multitext, given.termbase, findings, std::move(run)},
                     kept);
  err << "hexapla: " << there.name << ": " << carried.unchanged() << " of " << segments
      << " segments as before, " << counted(kept.size(), "decision") << " kept\n";
  Multitext stored = store.multitext(there.id);
  stored.judged = std::move(multitext.judged);
  return {std::move(stored), store.findings(there.id).size()};
}

}  // namespace

StoredAlignment align_to_corpus(const Arguments& arguments, VersionsToAlign given,
                                Progress& progress, Streams& streams) {
  const fs::path file =
      arguments.has("into") ? arguments.required("into") : arguments.required("out");
  const NewWork work = work_of(arguments, given.versions);
  RunRecord run = run_of(arguments, given.versions,
                         arguments.has("into") ? stamp_of_now() : repeatable_stamp());
  if (arguments.has("into") && fs::exists(file)) {
    Store store = Store::open(file);
    for (const WorkInfo& there : store.works()) {
      if (there.name != work.name) continue;
      if (there.kind == WorkKind::memory)
        throw UsageError("the work " + work.name + " is a memory; give another --work");
      progress.say("aligning what changed");
      return align_again(std::move(given), there, work, std::move(run), store, streams.err);
    }
    return align_anew(std::move(given), work, std::move(run), store, progress);
  }
  const RemovedOnInterrupt guard(temporary_beside(file));
  Store store = Store::create(file, program_name);
  StoredAlignment stored =
      align_anew(std::move(given), work, std::move(run), store, progress);
  progress.say("writing " + file.string());
  store.publish();
  return stored;
}

}  // namespace hexapla::cli
