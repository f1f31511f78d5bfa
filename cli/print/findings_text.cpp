#include "cli/print/findings_text.hpp"

#include "cli/print/counted.hpp"
#include "cli/print/styles.hpp"
#include "cli/terminal.hpp"
#include "workbench/review/reviewed_work.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <ostream>
#include <string>
#include <tuple>
#include <vector>

namespace hexapla::cli {
namespace {

std::string_view colour_of(Severity severity) {
  constexpr std::array<std::string_view, 3> colours{"\x1B[36m", "\x1B[33m", "\x1B[31m"};
  return colours.at(static_cast<std::size_t>(severity));
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

/// "97%"; never 100, since nobody looked.
std::string in_percent(double confidence) {
  constexpr double percent = 100;
  constexpr long most = 99;
  return std::to_string(std::min(std::lround(confidence * percent), most)) + '%';
}

/// Findings that say the same of other places, in the order of the first of them.
struct Group {
  const Finding* first = nullptr;
  std::vector<const Finding*> others;
};

std::vector<Group> groups_of(std::span<const Finding> findings) {
  using Kind = std::tuple<Rule, Severity, std::string_view, std::string_view>;
  std::map<Kind, std::size_t> known;
  std::vector<Group> groups;
  for (const Finding& finding : findings) {
    const Kind kind{finding.rule, finding.severity, finding.message,
                    finding.target.front().language.tag()};
    const auto [group, is_new] = known.emplace(kind, groups.size());
    if (is_new)
      groups.push_back({&finding, {}});
    else
      groups[group->second].others.push_back(&finding);
  }
  return groups;
}

void write_others(const std::vector<const Finding*>& others, std::ostream& out) {
  constexpr std::size_t most_places = 12;
  if (others.empty()) return;
  out << "    " << others.size() << " more like this:";
  for (std::size_t index = 0; index < std::min(others.size(), most_places); ++index) {
    const Spot& spot = others[index]->target.front();
    out << (index == 0 ? " " : ", ") << spot.language.tag() << ' ' << spot.segment;
  }
  out << (others.size() > most_places ? ", ...\n" : "\n");
}

}  // namespace

void write_findings_text(std::span<const Finding> findings, const SegmentText& text_of,
                         Streams& streams) {
  for (const auto& [first, others] : groups_of(findings)) {
    const Finding& finding = *first;
    const std::string_view colour = colour_of(finding.severity);
    if (streams.colour) write_raw(streams.out, colour);
    streams.out << name_of(finding.severity);
    if (streams.colour) write_raw(streams.out, plain);
    streams.out << ' ' << in_percent(finding.confidence) << ' ' << name_of(finding.rule)
                << "  " << finding.target.front().language.tag() << ' '
                << finding.target.front().segment << ": " << finding.message << '\n';
    write_spots(text_of, finding.source, streams, bold);
    write_spots(text_of, finding.target, streams, colour);
    if (!finding.suggestion.empty())
      streams.out << "    suggestion: " << finding.suggestion << '\n';
    streams.out << "    name: " << name_of_finding(finding, text_of) << '\n';
    write_others(others, streams.out);
    streams.out << '\n';
  }
}

void write_findings_summary(std::span<const Finding> findings, const LeftOut& left_out,
                            std::ostream& err) {
  std::map<Rule, std::size_t> by_rule;
  for (const Finding& finding : findings)
    ++by_rule[finding.rule];
  err << counted(findings.size(), "finding");
  std::string_view before = ": ";
  for (const auto& [rule, count] : by_rule) {
    err << before << count << ' ' << name_of(rule);
    before = ", ";
  }
  if (left_out.less_certain > 0)
    err << "; " << counted(left_out.less_certain, "less certain one")
        << " not shown (see --all)";
  if (left_out.dismissed > 0)
    err << "; " << left_out.dismissed << (left_out.dismissed == 1 ? " was" : " were")
        << " dismissed";
  err << '\n';
}

}  // namespace hexapla::cli
