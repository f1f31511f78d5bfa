// A work as a file: a report, or what `hexapla export` writes.

#include "cli/command.hpp"
#include "cli/print/review_facts.hpp"
#include "cli/version.hpp"
#include "cli/web/call.hpp"
#include "report/report.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <array>
#include <sstream>

namespace hexapla::web {
namespace {

/// The sent_formats that are one text, and what they are called on the way.
struct ExportFormat {
  std::string_view name;
  std::string_view type;
};
constexpr std::array sent_formats{
    ExportFormat{"html", "text/html; charset=utf-8"},
    ExportFormat{"tmx", "application/xml"}, ExportFormat{"csv", "text/csv; charset=utf-8"},
    ExportFormat{"tsv", "text/tab-separated-values; charset=utf-8"},
    ExportFormat{"jsonl", "application/x-ndjson"}};

/// Answers are made in memory.
constexpr std::uint64_t most_exported_rows = 20'000;

std::string exported_report(const Call& call) {
  const OpenWork& open = call.desk.open(call.number);
  std::vector<Finding> findings;
  for (const NamedFinding& named : open.reviewed.findings())
    if (!named.dismissed) findings.push_back(named.finding);
  const ReviewFacts facts = cli::review_facts(
      open.reviewed.work(), open.reviewed.findings().size() - findings.size());
  std::ostringstream page;
  write_report(page,
               {open.info.name, std::string(cli::program_name), open.reviewed.multitext(),
                findings, &open.checks.termbase(), &facts});
  return std::move(page).str();
}

/// What the command line would write. Errors: Fault::malformed with its words.
std::string exported_units(const Call& call, const WorkInfo& info,
                           std::string_view format) {
  const std::string file = call.desk.file().string();
  std::vector<std::string_view> words{file, "--work", info.name, "--format", format};
  for (const std::string_view name : {"languages", "verdict"}) {
    if (call.target.value(name).empty()) continue;
    words.push_back(name == "verdict" ? "--verdict" : "--languages");
    words.push_back(call.target.value(name));
  }
  if (format == "csv" || format == "tsv") words.emplace_back("--safe-cells");
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream told;
  try {
    (void)cli::export_command.run(words, {in, out, told});
  } catch (const cli::UsageError& error) {
    throw Error(Fault::malformed, {"export", 0}, error.what());
  }
  return std::move(out).str();
}

}  // namespace

HttpResponse get_export(const Call& call) {
  const auto format =
      std::ranges::find(sent_formats, call.target.value("format"), &ExportFormat::name);
  if (format == sent_formats.end())
    return problem(400, "format is html, tmx, csv, tsv or jsonl",
                   "hexapla export writes all others");
  const auto info = call.desk.info(call.number);
  if (!info) return problem(404, "there is no work of that id");
  if (info->rows > most_exported_rows)
    return problem(409, "that is too much for an answer",
                   "hexapla export and hexapla report write works of any size");
  const bool is_report = format->name == "html";
  HttpResponse response;
  response.type = format->type;
  response.body =
      is_report ? exported_report(call) : exported_units(call, *info, format->name);
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"work-" +
                                                           std::to_string(info->id) + '.' +
                                                           std::string(format->name) + '"');
  return response;
}

}  // namespace hexapla::web
