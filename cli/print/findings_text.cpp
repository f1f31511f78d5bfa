#include "cli/print/findings_text.hpp"

#include "cli/terminal.hpp"
#include "workbench/review/reviewed_work.hpp"

#include <map>
#include <ostream>

namespace hexapla::cli {
namespace {

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

void write_spots(const SegmentText& text_of, const std::vector<Spot>& spots,
                 Streams& streams, std::string_view colour) {
  for (const Spot& spot : spots) {
    const std::string_view text = text_of(spot);
    streams.out << "    " << spot.language.tag() << ' ' << spot.segment << "  "
                << text.substr(0, spot.range.begin);
    write_raw(streams.out, streams.colour ? colour : "[");
    streams.out << spot.range.of(text);
    write_raw(streams.out, streams.colour ? plain : "]");
    streams.out << text.substr(spot.range.end) << '\n';
  }
}

}  // namespace

void write_findings_text(std::span<const Finding> findings, const SegmentText& text_of,
                         Streams& streams) {
  for (const Finding& finding : findings) {
    const std::string_view colour = colour_of(finding.severity);
    if (streams.colour) write_raw(streams.out, colour);
    streams.out << name_of(finding.severity);
    if (streams.colour) write_raw(streams.out, plain);
    streams.out << ' ' << name_of(finding.rule) << "  "
                << finding.target.front().language.tag() << ' '
                << finding.target.front().segment << ": " << finding.message << '\n';
    write_spots(text_of, finding.source, streams, "\x1B[1m");
    write_spots(text_of, finding.target, streams, colour);
    if (!finding.suggestion.empty())
      streams.out << "    suggestion: " << finding.suggestion << '\n';
    streams.out << "    name: " << name_of_finding(finding, text_of) << '\n';
    streams.out << '\n';
  }
}

void write_findings_summary(std::span<const Finding> findings, std::ostream& err) {
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

}  // namespace hexapla::cli
