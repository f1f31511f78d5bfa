#include "cli/commands/group_verbs.hpp"
#include "cli/option_table.hpp"
#include "cli/print/decision_lines.hpp"
#include "cli/spared_inputs.hpp"
#include "cli/stamp.hpp"
#include "corpus/store.hpp"
#include "workbench/review/reviewed_work.hpp"

#include <algorithm>
#include <map>
#include <ostream>

namespace hexapla::cli {
namespace {

/// What `corpus log`, `undo` and `redo` are asked.
struct LogOptions {
  std::filesystem::path corpus;
  std::optional<std::string> work;
  std::optional<std::uint32_t> line;
  bool jsonl = false;
};

void bind_options(OptionTable& table, LogOptions& given) {
  table.only_file("corpus file", given.corpus);
  table.file_words({});
  table.value("work", given.work);
  table.positive("line", given.line);
  table.choice("format", given.jsonl, {{"jsonl", true}});
}

struct LogRequest {
  explicit LogRequest(std::span<const std::string_view> words)
      : given(options_in<LogOptions>(words)), store(Store::open(given.corpus)) {
    if (given.work) work = store.work(*given.work).id;
    for (const WorkInfo& info : store.works())
      names[info.id] = info.name;
  }

  LogOptions given;
  Store store;
  std::optional<std::int64_t> work;
  std::map<std::int64_t, std::string> names;
};

/// One's own last line, or the one that is named, whoever decided it.
LineChoice choice_in(const LogRequest& request, const Stamp& stamp) {
  LineChoice choice{request.work};
  if (request.given.line) {
    choice.line = *request.given.line;
  } else {
    choice.who = stamp.who;
  }
  return choice;
}

/// What there is instead, for somebody who finds nothing of their own.
std::string last_line_of_others(const LogRequest& request, const LineChoice& choice) {
  if (choice.line != 0) return ": line " + std::to_string(choice.line) + " does not count";
  const std::vector<LoggedDecision> log = request.store.decisions(request.work);
  for (std::size_t i = log.size(); i-- > 0;)
    if (log[i].active)
      return " of yours; the last decision is line " + std::to_string(log[i].id) + ", by " +
             (log[i].stamp.who.empty() ? "nobody told" : log[i].stamp.who) +
             "; name it with --line";
  return "";
}

Exit report_step(LogRequest& request, const std::optional<LoggedDecision>& line,
                 std::string_view what, const LineChoice& choice, Streams& streams) {
  if (!line) {
    streams.err << "hexapla: there is nothing to " << what
                << (what == "undo" ? last_line_of_others(request, choice) : "") << '\n';
    return Exit::failed;
  }
  note_commit();
  write_decision(*line, {}, request.names[line->work], request.given.jsonl, streams.out);
  return Exit::done;
}

/// Findings are made anew where the decision that was undone had changed them.
Exit step_back_or_forth(LogRequest& request, bool back, Streams& streams) {
  const Stamp stamp = stamp_of_now();
  LineChoice choice = choice_in(request, stamp);
  const auto step = [&](const Recheck& recheck) {
    return back ? request.store.undo(choice, stamp, recheck)
                : request.store.redo(choice, stamp, recheck);
  };
  const std::string_view what = back ? "undo" : "redo";
  const auto next = request.store.next_step(choice, back);
  if (!next) return report_step(request, next, what, choice, streams);
  choice.line = next->id;
  const std::vector<WorkInfo> works = request.store.works();
  const auto info = std::ranges::find(works, next->work, &WorkInfo::id);
  if (info == works.end() || info->kind != WorkKind::documents ||
      !changes_findings(next->decision.kind))
    return report_step(request, step({}), what, choice, streams);
  const ReviewedWork work(request.store.decided_work(info->id), info->revision);
  const ReviewChecks checks(request.store.termbase(info->id));
  return report_step(request, step(recheck_after(work, checks)), what, choice, streams);
}

}  // namespace

Exit corpus_log(std::span<const std::string_view> words, Streams streams) {
  LogRequest request(words);
  for (const RunRecord& run : request.store.runs())
    if (!request.work || run.work == *request.work)
      write_run_line(run, request.names[run.work], request.given.jsonl, streams.out);
  const std::vector<LoggedDecision> log = request.store.decisions(request.work);
  for (const LoggedDecision& line : log)
    write_decision(line, log, request.names[line.work], request.given.jsonl, streams.out);
  return Exit::done;
}

Exit corpus_undo(std::span<const std::string_view> words, Streams streams) {
  LogRequest request(words);
  return step_back_or_forth(request, true, streams);
}

Exit corpus_redo(std::span<const std::string_view> words, Streams streams) {
  LogRequest request(words);
  return step_back_or_forth(request, false, streams);
}

}  // namespace hexapla::cli
