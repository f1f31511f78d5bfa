#include "cli/print/decision_lines.hpp"

#include "workbench/review/review_act.hpp"

#include <ostream>
#include <string>

#include <nlohmann/json.hpp>

namespace hexapla::cli {
namespace {

nlohmann::ordered_json json_of(const std::vector<BeadsBetween>& pairs) {
  auto json = nlohmann::ordered_json::array();
  for (const BeadsBetween& pair : pairs)
    for (const Bead& bead : pair.beads)
      json.push_back({{"pair", {pair.source.tag(), pair.target.tag()}},
                      {"source", {bead.source.first, bead.source.last}},
                      {"target", {bead.target.first, bead.target.last}}});
  return json;
}

}  // namespace

void write_decision(const LoggedDecision& line, std::span<const LoggedDecision> log,
                    std::string_view work, bool as_json, std::ostream& out) {
  const Decision& decision = line.decision;
  if (!as_json) {
    out << line.id << '\t' << line.stamp.at << '\t' << line.stamp.who << '\t' << work
        << '\t' << name_of(decision.kind) << '\t' << words_for(line, log) << '\n';
    return;
  }
  nlohmann::ordered_json json{
      {"id", line.id},        {"work", work},          {"revision", line.revision},
      {"at", line.stamp.at},  {"who", line.stamp.who}, {"kind", name_of(decision.kind)},
      {"active", line.active}};
  if (line.subject != 0) json["subject"] = line.subject;
  if (decision.row != 0) json["row"] = decision.row;
  if (!decision.beads.empty()) json["links"] = json_of(decision.beads);
  if (!decision.after.empty()) json["after"] = json_of(decision.after);
  if (decision.kind == DecisionKind::comment) {
    json["language"] = decision.language.tag();
    json["segment"] = decision.segment;
    json["text"] = decision.text;
  }
  if (decision.kind == DecisionKind::edit || changes_borders(decision.kind)) {
    json["language"] = decision.language.tag();
    json["segment"] = decision.segment;
    json["was"] = decision.was;
    json["text"] = decision.text;
  }
  if (!decision.finding.empty()) json["finding"] = decision.finding;
  out << json.dump() << '\n';
}

void write_run_line(const RunRecord& run, std::string_view work, bool as_json,
                    std::ostream& out) {
  if (!as_json) {
    out << "run " << run.id << '\t' << run.stamp.at << '\t' << run.stamp.who << '\t' << work
        << '\t' << run.kind << '\t' << run.program;
    for (const auto& [name, sha] : run.inputs)
      out << '\t' << name << ' ' << sha.substr(0, 12);  // enough to tell files apart
    out << '\n';
    return;
  }
  const nlohmann::ordered_json json{{"run", run.id},
                                    {"work", work},
                                    {"at", run.stamp.at},
                                    {"who", run.stamp.who},
                                    {"kind", run.kind},
                                    {"program", run.program},
                                    {"settings", run.settings},
                                    {"inputs", run.inputs}};
  out << json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
      << '\n';
}

}  // namespace hexapla::cli
