#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/findings.hpp"
#include "cli_data.hpp"
#include "corpus/store.hpp"
#include "export/findings_jsonl.hpp"
#include "term/termbase.hpp"

#include <algorithm>
#include <map>
#include <ostream>

namespace hexapla::cli {
namespace {

constexpr std::array options{Option{"termbase"}, Option{"format"}, Option{"languages"}};

constexpr std::string_view plain = "\x1B[0m";

std::string_view colour_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "\x1B[31m";
    case Severity::warning:
      return "\x1B[33m";
    case Severity::note:
      return "\x1B[36m";
  }
  return plain;
}

std::string_view text_of(const Multitext& multitext, const Spot& spot) {
  const auto version = std::ranges::find_if(
      multitext.documents,
      [&](const auto& candidate) { return candidate.document.language == spot.language; });
  return version->text_of(version->segments[spot.segment]);
}

void write_spots(const Multitext& multitext, const std::vector<Spot>& spots,
                 Streams& streams, std::string_view colour) {
  for (const Spot& spot : spots) {
    const std::string_view text = text_of(multitext, spot);
    streams.out << "    " << spot.language.tag() << ' ' << spot.segment << "  "
                << text.substr(0, spot.range.begin);
    if (streams.colour) streams.out << colour;
    streams.out << (streams.colour ? "" : "[") << spot.range.of(text)
                << (streams.colour ? plain : "]") << text.substr(spot.range.end) << '\n';
  }
}

void write_text(const Multitext& multitext, const std::vector<Finding>& findings,
                Streams& streams) {
  for (const Finding& finding : findings) {
    const std::string_view colour = colour_of(finding.severity);
    if (streams.colour) streams.out << colour;
    streams.out << name_of(finding.severity);
    if (streams.colour) streams.out << plain;
    streams.out << ' ' << name_of(finding.rule) << "  "
                << finding.target.front().language.tag() << ' '
                << finding.target.front().segment << ": " << finding.message << '\n';
    write_spots(multitext, finding.source, streams, "\x1B[1m");
    write_spots(multitext, finding.target, streams, colour);
    if (!finding.suggestion.empty())
      streams.out << "    suggestion: " << finding.suggestion << '\n';
    streams.out << '\n';
  }
}

void write_summary(const std::vector<Finding>& findings, std::ostream& err) {
  std::map<Rule, std::size_t> by_rule;
  for (const Finding& finding : findings)
    ++by_rule[finding.rule];
  err << findings.size() << (findings.size() == 1 ? " finding" : " findings");
  std::string_view before = ": ";
  for (const auto& [rule, count] : by_rule) {
    err << before << count << ' ' << name_of(rule);
    before = ", ";
  }
  err << '\n';
}

Exit run(std::span<const std::string_view> words, Streams streams) {
  const Arguments arguments = parse_arguments(words, options);
  const std::string format = arguments.value_or("format", "text");
  if (format != "text" && format != "jsonl") throw Misuse("--format is text or jsonl");
  Store store = Store::open(arguments.only_file("corpus file"));
  const Multitext multitext = store.multitext();
  std::vector<Finding> findings = store.findings();
  if (const auto file = arguments.value("termbase")) {
    findings = findings_of(multitext, read_termbase(read_file(*file), *file));
  }
  if (const auto tags = arguments.value("languages")) {
    const std::vector<Language> wanted = languages_in(*tags);
    std::erase_if(findings, [&](const Finding& finding) {
      return std::ranges::find(wanted, finding.target.front().language) == wanted.end();
    });
  }
  if (format == "jsonl") {
    write_findings_jsonl(streams.out, findings);
  } else {
    write_text(multitext, findings, streams);
  }
  write_summary(findings, streams.err);
  return findings.empty() ? Exit::done : Exit::findings;
}

}  // namespace

const Command check_command{"check", "Report terms, numbers, dates and names that depart",
                            embedded::check_txt, run};

}  // namespace hexapla::cli
