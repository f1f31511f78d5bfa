#include "cli/web/review_json.hpp"

#include "workbench/review/review_act.hpp"
#include "workbench/review/word_changes.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace hexapla::web {
namespace {

Json json_of_spots(const ReviewedWork& work, const std::vector<Spot>& spots) {
  Json list = Json::array();
  for (const Spot& spot : spots) {
    const auto document = work.document_in(spot.language);
    if (!document) continue;
    const std::string_view text = work.text_of(*document, spot.segment);
    const std::size_t begin = utf16_units(text.substr(0, spot.range.begin));
    list.push_back({{"language", spot.language.tag()},
                    {"segment", spot.segment},
                    {"begin", begin},
                    {"end", begin + utf16_units(spot.range.of(text))},
                    {"text", spot.range.of(text)}});
  }
  return list;
}

Json json_of_cells(const ReviewedWork& work, std::size_t row) {
  Json cells = Json::object();
  const auto& documents = work.multitext().documents;
  for (std::uint32_t document = 0; document < documents.size(); ++document) {
    Json cell = Json::array();
    const SegmentRun& run = work.multitext().rows[row].runs[document];
    for (auto at = run.first; at < run.last; ++at) {
      Json segment{{"segment", at}, {"text", work.text_of(document, at)}};
      if (work.work().edited.contains({document, at})) segment["edited"] = true;
      cell.push_back(std::move(segment));
    }
    cells[std::string(documents[document].document.language.tag())] = std::move(cell);
  }
  return cells;
}

Json json_of_verdicts(const ReviewedWork& work, std::size_t row) {
  Json verdicts = Json::object();
  const auto& documents = work.multitext().documents;
  for (std::size_t document = 1; document < documents.size(); ++document)
    if (const auto& said = work.work().by_document[row][document];
        said && *said != Verdict::none)
      verdicts[std::string(documents[document].document.language.tag())] = name_of(*said);
  return verdicts;
}

std::set<std::size_t> disputed_by_people(const ReviewedWork& work) {
  std::set<std::size_t> rows;
  for (const Disagreement& disagreement : work.disagreements())
    rows.insert(disagreement.row);
  return rows;
}

/// An edit as [how, words] parts, how being the element that shows it.
Json json_of_changed_words(const Decision& edit) {
  constexpr std::array elements{"span", "del", "ins"};
  Json parts = Json::array();
  for (const WordChange& change : word_changes(edit.was, edit.text))
    parts.push_back({elements.at(static_cast<std::size_t>(change.kind)), change.text});
  return parts;
}

}  // namespace

bool has_open_finding(const ReviewedWork& work, std::size_t row, Severity least) {
  return std::ranges::any_of(work.findings_of(row), [&](std::size_t at) {
    const NamedFinding& found = work.findings()[at];
    return !found.dismissed && found.finding.severity >= least;
  });
}

bool has_open_note(const ReviewedWork& work, std::size_t row) {
  return std::ranges::any_of(work.findings_of(row), [&](std::size_t at) {
    const NamedFinding& found = work.findings()[at];
    return !found.dismissed && found.finding.severity == Severity::note;
  });
}

std::size_t utf16_units(std::string_view bytes) {
  std::size_t units = 0;
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    constexpr unsigned continuation = 0x80;
    constexpr unsigned four_bytes = 0xF0;
    if ((value & 0xC0U) != continuation) units += value >= four_bytes ? 2 : 1;
  }
  return units;
}

std::size_t bytes_of(std::string_view text, std::size_t units) {
  std::size_t found = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t of_letter = utf16_units(text.substr(at, 1));
    if (of_letter > 0 && found >= units) return at;
    found += of_letter;
  }
  return text.size();
}

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json json_of_row(const ReviewedWork& work, std::size_t row) {
  const Row& held = work.multitext().rows[row];
  Json names = Json::array();
  for (const std::size_t at : work.findings_of(row))
    if (!work.findings()[at].dismissed) names.push_back(work.findings()[at].name);
  std::size_t open_comments = 0;
  for (const std::size_t at : work.comments_of(row))
    open_comments += work.comments()[at].resolved ? 0U : 1U;
  Json json{{"id", work.work().ids[row]},
            {"number", row},
            {"confidence", held.confidence},
            {"agreement", held.agreement},
            {"verdict", name_of(work.work().verdicts[row])},
            {"verdicts", json_of_verdicts(work, row)},
            {"doubts", work.doubts_of(row)},
            {"cells", json_of_cells(work, row)},
            {"findings", std::move(names)},
            {"error", has_open_finding(work, row, Severity::error)},
            {"comments", open_comments}};
  if (const auto suspect = work.suspect_of(row))
    json["suspect"] = work.multitext().documents[*suspect].document.language.tag();
  return json;
}

Json json_of_finding(const ReviewedWork& work, const NamedFinding& named) {
  const Finding& finding = named.finding;
  return {{"name", named.name},
          {"rule", name_of(finding.rule)},
          {"severity", name_of(finding.severity)},
          {"confidence", finding.confidence},
          {"row", work.work().ids[named.row]},
          {"language", finding.target.front().language.tag()},
          {"message", finding.message},
          {"suggestion", finding.suggestion},
          {"dismissed", named.dismissed},
          {"source", json_of_spots(work, finding.source)},
          {"target", json_of_spots(work, finding.target)}};
}

Json json_of_comment(const ReviewedWork& work, const Comment& comment) {
  return {{"line", comment.line},
          {"at", comment.stamp.at},
          {"who", comment.stamp.who},
          {"text", comment.text},
          {"language", comment.language.tag()},
          {"row", work.work().ids[comment.row]},
          {"resolved", comment.resolved}};
}

Json json_of_line(const LoggedDecision& line, std::span<const LoggedDecision> log) {
  Json json{{"line", line.id},       {"at", line.stamp.at},
            {"who", line.stamp.who}, {"kind", name_of(line.decision.kind)},
            {"active", line.active}, {"words", words_for(line, log)}};
  if (line.decision.kind == DecisionKind::edit)
    json["parts"] = json_of_changed_words(line.decision);
  return json;
}

Json json_of_queues(const ReviewedWork& work) {
  std::size_t doubt = 0;
  std::size_t errors = 0;
  std::size_t findings = 0;
  std::size_t notes = 0;
  std::size_t unseen = 0;
  std::size_t looked_at = 0;
  std::size_t comments = 0;
  for (std::size_t row = 0; row < work.rows(); ++row) {
    const bool seen = work.work().verdicts[row] != Verdict::none;
    looked_at += seen ? 1U : 0U;
    unseen += seen ? 0U : 1U;
    doubt += work.doubts_of(row).empty() ? 0U : 1U;
    errors += has_open_finding(work, row, Severity::error) ? 1U : 0U;
    findings += has_open_finding(work, row, Severity::warning) ? 1U : 0U;
    notes += has_open_note(work, row) ? 1U : 0U;
  }
  for (const Comment& comment : work.comments())
    comments += comment.resolved ? 0U : 1U;
  Json disagreement = Json::array();
  for (const std::size_t row : disputed_by_people(work))
    disagreement.push_back(work.work().ids[row]);
  return {{"rows", work.rows()},
          {"looked_at", looked_at},
          {"doubt", doubt},
          {"errors", errors},
          {"findings", findings},
          {"notes", notes},
          {"unseen", unseen},
          {"comments", comments},
          {"disagreement", std::move(disagreement)}};
}

Json json_of_unit(const StoredUnit& stored) {
  Json cells = Json::object();
  for (std::size_t place = 0; place < stored.unit.variants.size(); ++place) {
    const Variant& variant = stored.unit.variants[place];
    Json& cell = cells[std::string(variant.language.tag())];
    cell.push_back({{"segment", place}, {"text", variant.text}});
  }
  return {{"id", stored.row},
          {"number", stored.number},
          {"confidence", stored.unit.confidence},
          {"agreement", stored.agreement},
          {"verdict", name_of(stored.verdict)},
          {"verdicts", Json::object()},
          {"doubts", Json::array()},
          {"cells", std::move(cells)},
          {"findings", Json::array()},
          {"error", false},
          {"comments", 0}};
}

void add_what_is_said(Json& json, const ReviewedWork& work,
                      std::span<const std::size_t> rows) {
  Json& findings = json["findings"] = Json::array();
  Json& comments = json["comments"] = Json::array();
  for (const std::size_t row : rows) {
    for (const std::size_t at : work.findings_of(row))
      findings.push_back(json_of_finding(work, work.findings()[at]));
    for (const std::size_t at : work.comments_of(row))
      comments.push_back(json_of_comment(work, work.comments()[at]));
  }
}

Json json_of_changes(const ReviewedWork& work, const WorkVersion& since) {
  constexpr std::size_t most_told = 500;  // rows; beyond it all is read again in parts
  const bool knows = work.knows(since) && work.changed_since(since).size() <= most_told;
  Json json{{"version", work.version().written()}, {"reload", !knows}};
  Json rows = Json::array();
  Json shifts = Json::array();
  std::vector<std::size_t> places;
  if (knows) {
    for (const std::int64_t id : work.changed_since(since)) {
      places.push_back(work.place_of(id).value());
      rows.push_back(json_of_row(work, places.back()));
    }
    for (const SegmentShift& shift : work.shifts_since(since))
      shifts.push_back(
          {{"language", shift.language.tag()}, {"from", shift.from}, {"by", shift.by}});
  }
  json["shifts"] = std::move(shifts);
  json["changed"] = std::move(rows);
  json["decided"] = knows ? work.decided_since(since) : std::vector<std::int64_t>{};
  json["gone"] = work.gone_since(since);
  add_what_is_said(json, work, places);
  json["queues"] = json_of_queues(work);
  return json;
}

}  // namespace hexapla::web
