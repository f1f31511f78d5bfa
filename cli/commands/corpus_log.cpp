#include "cli/arguments.hpp"
#include "cli/commands/corpus_verbs.hpp"
#include "cli/print/decision_lines.hpp"
#include "cli/stamp.hpp"
#include "corpus/store.hpp"

#include <map>
#include <ostream>

namespace hexapla::cli {
namespace {

constexpr std::array options{Option{"work"}, Option{"format"}};

/// What all three verbs are told.
struct LogRequest {
  explicit LogRequest(std::span<const std::string_view> words)
      : arguments(parse_arguments(words, options)),
        store(Store::open(arguments.only_file("corpus file"))) {
    if (arguments.value_or("format", "jsonl") != "jsonl")
      throw UsageError("--format is jsonl");
    if (const auto name = arguments.value("work")) work = store.work(*name).id;
    for (const WorkInfo& info : store.works())
      names[info.id] = info.name;
  }

  [[nodiscard]] bool as_json() const { return arguments.has("format"); }

  Arguments arguments;
  Store store;
  std::optional<std::int64_t> work;
  std::map<std::int64_t, std::string> names;
};

Exit report_step(LogRequest& request, const std::optional<LoggedDecision>& line,
                 std::string_view what, Streams& streams) {
  if (!line) {
    streams.err << "hexapla: there is nothing to " << what << '\n';
    return Exit::failed;
  }
  write_decision(*line, request.names[line->work], request.as_json(), streams.out);
  return Exit::done;
}

}  // namespace

Exit corpus_log(std::span<const std::string_view> words, Streams streams) {
  LogRequest request(words);
  for (const RunRecord& run : request.store.runs())
    if (!request.work || run.work == *request.work)
      write_run_line(run, request.names[run.work], request.as_json(), streams.out);
  for (const LoggedDecision& line : request.store.decisions(request.work))
    write_decision(line, request.names[line.work], request.as_json(), streams.out);
  return Exit::done;
}

Exit corpus_undo(std::span<const std::string_view> words, Streams streams) {
  LogRequest request(words);
  return report_step(request, request.store.undo(request.work, stamp_of_now()), "undo",
                     streams);
}

Exit corpus_redo(std::span<const std::string_view> words, Streams streams) {
  LogRequest request(words);
  return report_step(request, request.store.redo(request.work, stamp_of_now()), "redo",
                     streams);
}

}  // namespace hexapla::cli
