#include "report/findings_jsonl.hpp"

#include "format/json.hpp"

#include <ostream>

namespace hexapla {
namespace {

Json json_of(const std::vector<Spot>& spots) {
  Json list = Json::array();
  for (const Spot& spot : spots)
    list.push_back({{"language", spot.language.tag()},
                    {"segment", spot.segment},
                    {"range", Json::array({spot.range.begin, spot.range.end})}});
  return list;
}

}  // namespace

void write_findings_jsonl(std::ostream& out, std::span<const Finding> findings,
                          const FindingOrigin& origin) {
  for (const Finding& finding : findings) {
    Json line;
    if (!origin.work.empty()) line["work"] = origin.work;
    line.update({{"rule", name_of(finding.rule)},
                 {"dimension", dimension_of(finding.rule)},
                 {"severity", name_of(finding.severity)},
                 {"confidence", rounded(finding.confidence)},
                 {"source", json_of(finding.source)},
                 {"target", json_of(finding.target)},
                 {"message", finding.message},
                 {"suggestion", finding.suggestion}});
    if (origin.name_of) line["name"] = origin.name_of(finding);
    out << line.dump() << '\n';
  }
}

}  // namespace hexapla
