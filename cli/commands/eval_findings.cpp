#include "cli/commands/eval_findings.hpp"

#include "check/finding_score.hpp"
#include "cli/files.hpp"
#include "text/error.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <charconv>
#include <iomanip>
#include <ostream>

#include <nlohmann/json.hpp>

namespace hexapla::cli {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines = parts_of(text, '\n');
  if (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

std::size_t number_from(std::string_view digits, const Place& place) {
  std::size_t number = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size())
    throw Error(Fault::malformed, place, "'" + std::string(digits) + "' is no number");
  return number;
}

std::vector<PlantedError> truth_in(const std::string& file) {
  constexpr std::size_t needed = 4;  // segment, rule, begin, end; the rest is for people
  const std::string text = read_file(file);
  std::vector<PlantedError> errors;
  std::size_t number = 0;
  for (const std::string_view line : lines_of(text)) {
    const Place place{file, ++number};
    if (number == 1 && line.starts_with("segment")) continue;
    const auto fields = parts_of(line, '\t');
    if (fields.size() < needed)
      throw Error(Fault::malformed, place, "segment, rule, begin and end are needed");
    const auto rule = rule_named(fields[1]);
    if (!rule)
      throw Error(Fault::malformed, place, "no rule '" + std::string(fields[1]) + "'");
    errors.push_back({static_cast<std::uint32_t>(number_from(fields[0], place)),
                      *rule,
                      {number_from(fields[2], place), number_from(fields[3], place)}});
  }
  return errors;
}

std::vector<Spot> spots_in(const nlohmann::json& list) {
  std::vector<Spot> spots;
  for (const auto& one : list)
    spots.push_back({Language(one.at("language").get<std::string>()),
                     one.at("segment"),
                     {one.at("range").at(0), one.at("range").at(1)}});
  return spots;
}

std::vector<Finding> findings_in(const std::string& file) {
  const std::string text = read_file(file);
  std::vector<Finding> findings;
  std::size_t number = 0;
  for (const std::string_view line : lines_of(text)) {
    ++number;
    try {
      const auto object = nlohmann::json::parse(line);
      Finding finding;
      const auto rule = rule_named(object.at("rule").get<std::string>());
      if (!rule) continue;  // another version's rule
      finding.rule = *rule;
      finding.confidence = object.at("confidence");
      finding.source = spots_in(object.at("source"));
      finding.target = spots_in(object.at("target"));
      if (!finding.target.empty()) findings.push_back(std::move(finding));
    } catch (const nlohmann::json::exception& error) {
      throw Error(Fault::malformed, {file, number}, error.what());
    }
  }
  return findings;
}

void write_text(const std::map<Rule, RuleScore>& scores, std::ostream& out) {
  constexpr int name_width = 20;
  out << std::fixed << std::setprecision(3);
  for (const auto& [rule, score] : scores)
    out << std::left << std::setw(name_width) << name_of(rule) << "recall "
        << score.recall() << "  precision " << score.precision() << "  AP "
        << score.average_precision << "  planted " << score.planted << "  findings "
        << score.findings << '\n';
}

void write_json(const std::map<Rule, RuleScore>& scores, std::ostream& out) {
  for (const auto& [rule, score] : scores) {
    nlohmann::ordered_json object;
    object["rule"] = name_of(rule);
    object["recall"] = score.recall();
    object["precision"] = score.precision();
    object["average_precision"] = score.average_precision;
    object["planted"] = score.planted;
    object["findings"] = score.findings;
    out << object.dump() << '\n';
  }
}

}  // namespace

Exit eval_findings(const std::vector<std::string>& files, bool as_json, Streams& streams) {
  if (files.size() != 2) throw UsageError("a TRUTH.tsv and a FINDINGS.jsonl are needed");
  const std::vector<PlantedError> planted = truth_in(files[0]);
  const auto scores = score_findings(planted, findings_in(files[1]));
  if (as_json) {
    write_json(scores, streams.out);
  } else {
    write_text(scores, streams.out);
  }
  return Exit::done;
}

}  // namespace hexapla::cli
