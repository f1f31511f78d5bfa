#include "cli/commands/align_into.hpp"

#include "cli/files.hpp"
#include "cli/interrupts.hpp"
#include "cli/print/counted.hpp"
#include "cli/spared_inputs.hpp"
#include "cli/stamp.hpp"
#include "cli/version.hpp"
#include "corpus/database/replace_file.hpp"
#include "text/encoding.hpp"
#include "text/sha256.hpp"

#include <algorithm>
#include <filesystem>
#include <ostream>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

RunRecord run_of(const AlignOptions& given, const std::vector<SegmentedDocument>& versions,
                 Stamp stamp) {
  RunRecord run;
  run.stamp = std::move(stamp);
  run.kind = "align";
  run.program = program_name;
  for (const auto& [name, value] : given.given.options)
    if (name != "out" && name != "into" && name != "threads")  // change nothing inside
      run.settings.emplace_back(name, value);
  for (const auto& [name, values] : given.given.pairs)
    run.settings.emplace_back(name, values[0] + ' ' + values[1]);
  for (const auto& [name, values] : given.given.lists)
    for (const std::string& value : values)
      run.settings.emplace_back(name, value);
  for (const SegmentedDocument& version : versions)
    run.inputs.emplace_back(version.document.name, version.document.sha);
  const auto add_input = [&](const std::string& file) {
    if (fs::is_regular_file(file))
      run.inputs.emplace_back(as_utf8(fs::path(file).filename().string()),
                              sha256_of(read_file(file)));
  };
  for (const auto& file :
       {given.termbase, given.anchors, given.words.lexicon, given.words.corpus})
    if (file) add_input(*file);
  for (const std::string& file : given.words.dictionaries)
    add_input(file);
  return run;
}

void report_kept(const RealignedWork& again, const std::string& work, std::ostream& err) {
  for (const LoggedDecision& line : again.dropped)
    err << "hexapla: decision " << line.id << " (" << name_of(line.decision.kind)
        << ") is about what has changed: it no longer applies\n";
  err << "hexapla: " << work << ": " << again.unchanged << " of " << again.segments
      << " segments as before, " << counted(again.kept.size(), "decision") << " kept\n";
}

StoredWork align_into_old(const fs::path& file, const NewWork& work, AlignRequest request,
                          RunRecord run, Streams& streams) {
  Store store = Store::open(file);
  for (const WorkInfo& there : store.works())
    if (there.name == work.name && there.kind == WorkKind::memory)
      throw UsageError("the work " + work.name + " is a memory; give another --work");
  StoredWork stored = align_into(store, work, std::move(request), std::move(run));
  note_commit();
  if (stored.realigned) report_kept(*stored.realigned, work.name, streams.err);
  return stored;
}

}  // namespace

StoredWork align_to_corpus(const AlignOptions& given, AlignRequest request,
                           Progress& progress, Streams& streams) {
  NewWork work = usual_work(request.versions);
  if (given.work) work.name = *given.work;
  const bool into = given.into.has_value();
  const fs::path file = into ? *given.into : given.out.value();
  RunRecord run =
      run_of(given, request.versions, into ? stamp_of_now() : repeatable_stamp());
  progress.say("aligning and checking");
  if (into && fs::exists(file))
    return align_into_old(file, work, std::move(request), std::move(run), streams);
  require_spared(file, OutputKind::corpus);
  const RemovedOnInterrupt guard(temporary_beside(file));
  Store store = Store::create(file, program_name);
  StoredWork stored = align_into(store, work, std::move(request), std::move(run));
  progress.say("writing " + file.string());
  store.publish();
  note_commit();
  return stored;
}

}  // namespace hexapla::cli
