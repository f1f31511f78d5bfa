#include "report/findings_sarif.hpp"

#include "format/json.hpp"

#include <algorithm>
#include <cassert>
#include <ostream>

namespace hexapla {
namespace {

using PlaceOf = std::function<FilePlace(const Spot&)>;

std::string spoken(std::string_view name) {
  std::string words(name);
  for (char& letter : words)
    if (letter == '_') letter = ' ';
  return words;
}

Json rules() {
  Json list = Json::array();
  for (std::size_t rule = 0; rule < rule_names.size(); ++rule)
    list.push_back(
        {{"id", rule_names.at(rule)},
         {"shortDescription", {{"text", spoken(rule_names.at(rule))}}},
         {"properties", {{"tags", Json::array({dimension_of(static_cast<Rule>(rule))})}}}});
  return list;
}

Json location_of(const Spot& spot, const PlaceOf& place_of) {
  const FilePlace place = place_of(spot);
  Json region = Json::object();
  if (place.line > 0) {
    region["startLine"] = place.line;
    // Columns of SARIF count UTF-16 units by default; bytes are exact, so they go apart.
    region["properties"] = {{"beginByte", place.bytes.begin}, {"endByte", place.bytes.end}};
  } else {
    region["byteOffset"] = place.bytes.begin;
    region["byteLength"] = place.bytes.size();
  }
  return {
      {"physicalLocation",
       {{"artifactLocation", {{"uri", place.file}}}, {"region", region}}},
      {"logicalLocations", Json::array({{{"name", std::string(spot.language.tag()) + " " +
                                                      std::to_string(spot.segment)},
                                         {"kind", "segment"}}})}};
}

Json locations_of(const std::vector<Spot>& spots, const PlaceOf& place_of) {
  Json list = Json::array();
  for (const Spot& spot : spots)
    list.push_back(location_of(spot, place_of));
  return list;
}

Json result_of(const Finding& finding, const PlaceOf& place_of) {
  constexpr double highest_rank = 100;
  std::string message = finding.message;
  if (!finding.suggestion.empty()) message += " (suggestion: " + finding.suggestion + ')';
  Json result{{"ruleId", name_of(finding.rule)},
              {"ruleIndex", static_cast<std::size_t>(finding.rule)},
              {"level", name_of(finding.severity)},
              {"rank", rounded(finding.confidence) * highest_rank},
              {"message", {{"text", message}}},
              {"locations", locations_of(finding.target, place_of)}};
  if (!finding.source.empty())
    result["relatedLocations"] = locations_of(finding.source, place_of);
  return result;
}

/// As deep as results are in a log.
void write_indented(std::ostream& out, std::string_view lines) {
  constexpr std::string_view indent = "        ";
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size() - 1) + 1;
    out << indent << lines.substr(0, end);
    lines.remove_prefix(end);
  }
}

}  // namespace

void write_findings_sarif(std::ostream& out, std::span<const Finding> findings,
                          const PlaceOf& place_of, std::string_view version) {
  const Json driver{{"name", "hexapla"}, {"version", version}, {"rules", rules()}};
  const Json run{{"tool", {{"driver", driver}}},
                 {"columnKind", "unicodeCodePoints"},
                 {"results", Json::array()}};
  const Json log{{"$schema",
                  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
                  "sarif-schema-2.1.0.json"},
                 {"version", "2.1.0"},
                 {"runs", Json::array({run})}};
  // One result is held at a time: reports have many.
  constexpr std::string_view results_end = "]\n    }\n  ]\n}";
  const std::string frame = log.dump(2);
  assert(frame.ends_with(results_end));
  out << std::string_view(frame).substr(0, frame.size() - results_end.size());
  for (std::size_t at = 0; at < findings.size(); ++at) {
    out << (at == 0 ? "\n" : ",\n");
    // Names of files may be no UTF-8.
    write_indented(out, result_of(findings[at], place_of)
                            .dump(2, ' ', false, Json::error_handler_t::replace));
  }
  if (!findings.empty()) out << "\n      ";
  out << results_end << '\n';
}

}  // namespace hexapla
