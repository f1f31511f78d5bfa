#include "cli/version.hpp"
#include "cli/web/call.hpp"
#include "cli/web/review_json.hpp"
#include "report/report.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <charconv>
#include <sstream>

namespace hexapla::web {
namespace {

constexpr std::int64_t most_rows = 200;   // of an answer
constexpr std::int64_t most_lines = 200;  // of the log in an answer

/// An answer that stays good for as long as the work's version does.
HttpResponse versioned(const Call& call, const ReviewedWork& work, const Json& json) {
  const std::string tag = '"' + work.version().written() + '"';
  HttpResponse response = call.request.header("if-none-match") == tag
                              ? HttpResponse{304, "", ""}
                              : json_answer(dumped(json));
  response.headers.emplace_back("ETag", tag);
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

bool is_documents(const Call& call, std::int64_t work) {
  const auto info = call.desk.info(work);
  if (!info)
    throw Error(Fault::inconsistent, {"corpus", 0},
                "has no work with the id " + std::to_string(work));
  return info->kind == WorkKind::documents;
}

Json tags_of(const std::vector<Language>& languages) {
  Json tags = Json::array();
  for (const Language language : languages)
    tags.push_back(language.tag());
  return tags;
}

bool stands_in(const ReviewedWork& work, std::size_t row, std::string_view queue) {
  const auto open = [&](Severity least) {
    return std::ranges::any_of(work.findings_of(row), [&](std::size_t at) {
      return !work.findings()[at].dismissed &&
             work.findings()[at].finding.severity >= least;
    });
  };
  if (queue == "doubt") return !work.doubts_of(row).empty();
  if (queue == "errors") return open(Severity::error);
  if (queue == "findings") return open(Severity::note);
  if (queue == "unseen") return work.work().verdicts[row] == Verdict::none;
  if (queue == "comments")
    return std::ranges::any_of(work.comments_of(row), [&](std::size_t at) {
      return !work.comments()[at].resolved;
    });
  if (queue == "disagreement")
    return std::ranges::find(work.disagreements(), row, &Disagreement::row) !=
           work.disagreements().end();
  throw Error(Fault::malformed, {"queue", 0},
              "doubt, errors, findings, unseen, comments or disagreement");
}

/// Rows of a memory, by their ids, which are in their order.
HttpResponse memory_rows(const Call& call, std::int64_t limit) {
  Json rows = Json::array();
  UnitSelection selection{call.number};
  selection.first = number_in(call.target, "after", -1) + 1;
  bool more = false;
  call.desk.store().each_unit(selection, [&](const StoredUnit& unit) {
    more = static_cast<std::int64_t>(rows.size()) == limit;
    if (!more) rows.push_back(json_of_unit(unit));
    return !more;
  });
  Json json{{"version", "0.0"}, {"rows", std::move(rows)}, {"more", more}};
  return json_answer(dumped(json));
}

}  // namespace

std::int64_t number_in(const Target& target, std::string_view name,
                       std::int64_t otherwise) {
  const std::string_view digits = target.value(name);
  if (digits.empty()) return otherwise;
  std::int64_t number = 0;
  const char* const last = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), last, number);
  if (read.ec != std::errc() || read.ptr != last || number < 0)
    throw Error(Fault::malformed, {std::string(name), 0}, "a number is needed");
  return number;
}

HttpResponse get_session(const Call& call) {
  return json_answer(dumped({{"user", call.person.name},
                             {"role", name_of(call.person.role)},
                             {"languages", tags_of(call.person.languages)},
                             {"program", cli::program_name}}));
}

HttpResponse get_works(const Call& call) {
  Json works = Json::array();
  const std::vector<WorkInfo> all = call.desk.works();
  for (const WorkInfo& info : all) {
    Json work{{"id", info.id},
              {"name", info.name},
              {"kind", name_of(info.kind)},
              {"symbol", info.symbol},
              {"date", info.date},
              {"languages", tags_of(info.languages)},
              {"rows", info.rows}};
    const bool counts =
        info.kind == WorkKind::documents && (all.size() == 1 || call.desk.is_open(info.id));
    if (counts) {
      const OpenWork& open = call.desk.open(info.id);
      work["queues"] = json_of_queues(open.reviewed);
      work["version"] = open.reviewed.version().written();
    }
    works.push_back(std::move(work));
  }
  return json_answer(dumped({{"works", std::move(works)}}));
}

HttpResponse get_rows(const Call& call) {
  const std::int64_t limit = number_in(call.target, "limit", most_rows);
  if (limit < 1 || limit > most_rows)
    return problem(400, "limit is a number from 1 to " + std::to_string(most_rows));
  if (!is_documents(call, call.number)) return memory_rows(call, limit);
  const ReviewedWork& work = call.desk.open(call.number).reviewed;
  std::size_t first = static_cast<std::size_t>(number_in(call.target, "from", 0));
  if (!call.target.value("after").empty()) {
    const auto place = work.place_of(number_in(call.target, "after", 0));
    if (!place) return problem(404, "there is no such row any more");
    first = *place + 1;
  }
  const std::string_view queue = call.target.value("queue");
  Json rows = Json::array();
  std::size_t row = std::min(first, work.rows());
  for (; row < work.rows() && static_cast<std::int64_t>(rows.size()) < limit; ++row)
    if (queue.empty() || stands_in(work, row, queue))
      rows.push_back(json_of_row(work, row));
  return versioned(call, work,
                   {{"version", work.version().written()},
                    {"total", work.rows()},
                    {"rows", std::move(rows)},
                    {"more", row < work.rows()}});
}

HttpResponse get_row(const Call& call) {
  const StoredUnit unit = call.desk.store().unit(call.number);
  if (!is_documents(call, unit.work)) return json_answer(dumped(json_of_unit(unit)));
  const ReviewedWork& work = call.desk.open(unit.work).reviewed;
  const auto place = work.place_of(call.number);
  if (!place) return problem(404, "there is no such row");
  Json json = json_of_row(work, *place);
  json["work"] = unit.work;
  return versioned(call, work, json);
}

HttpResponse get_findings(const Call& call) {
  const Target& target = call.target;
  if (!is_documents(call, call.number))
    return json_answer(dumped({{"version", "0.0"}, {"findings", Json::array()}}));
  const ReviewedWork& work = call.desk.open(call.number).reviewed;
  std::vector<std::string> like;
  if (!target.value("like").empty()) like = findings_like(work, target.value("like"));
  const auto wants = [&](std::string_view name, std::string_view is) {
    return target.value(name).empty() || target.value(name) == is;
  };
  Json findings = Json::array();
  for (const NamedFinding& named : work.findings()) {
    const bool fits =
        wants("state", named.dismissed ? "dismissed" : "open") &&
        wants("rule", name_of(named.finding.rule)) &&
        wants("severity", name_of(named.finding.severity)) &&
        wants("language", named.finding.target.front().language.tag()) &&
        (target.value("like").empty() || std::ranges::find(like, named.name) != like.end());
    if (fits) findings.push_back(json_of_finding(work, named));
  }
  return versioned(
      call, work,
      {{"version", work.version().written()}, {"findings", std::move(findings)}});
}

HttpResponse get_comments(const Call& call) {
  Json comments = Json::array();
  if (is_documents(call, call.number)) {
    const ReviewedWork& work = call.desk.open(call.number).reviewed;
    for (const Comment& comment : work.comments())
      comments.push_back(json_of_comment(work, comment));
  }
  return json_answer(dumped({{"comments", std::move(comments)}}));
}

HttpResponse get_log(const Call& call) {
  const std::int64_t before = number_in(call.target, "before", INT64_MAX);
  const std::vector<LoggedDecision> log =
      is_documents(call, call.number) ? call.desk.open(call.number).reviewed.work().log
                                      : call.desk.store().decisions(call.number);
  Json lines = Json::array();
  bool more = false;
  for (std::size_t i = log.size(); i-- > 0 && !more;) {
    if (log[i].id >= before) continue;
    more = static_cast<std::int64_t>(lines.size()) == most_lines;
    if (!more) lines.push_back(json_of_line(log[i], log));
  }
  return json_answer(dumped({{"lines", std::move(lines)}, {"more", more}}));
}

HttpResponse get_changes(const Call& call) {
  const auto since = WorkVersion::from(call.target.value("since"));
  if (!since) return problem(400, "since is a version, as in 0.12");
  if (!is_documents(call, call.number))
    return json_answer(dumped({{"version", "0.0"}, {"reload", false}}));
  const ReviewedWork& work = call.desk.open(call.number).reviewed;
  if (*since == work.version())
    return json_answer(dumped({{"version", since->written()}, {"reload", false}}));
  Json json = json_of_changes(work, *since);
  Json lines = Json::array();
  const auto& log = work.work().log;
  for (const LoggedDecision& line : log)
    if (line.id > since->line) lines.push_back(json_of_line(line, log));
  json["lines"] = std::move(lines);
  return json_answer(dumped(json));
}

HttpResponse get_export(const Call& call) {
  if (call.target.value("format") != "html")
    return problem(400, "format is html; hexapla export writes all others");
  const OpenWork& open = call.desk.open(call.number);
  std::vector<Finding> findings;
  for (const NamedFinding& named : open.reviewed.findings())
    if (!named.dismissed) findings.push_back(named.finding);
  std::ostringstream page;
  write_report(page, {open.info.name, std::string(cli::program_name),
                      open.reviewed.multitext(), findings, &open.checks.termbase()});
  HttpResponse response;
  response.type = "text/html; charset=utf-8";
  response.body = std::move(page).str();
  response.headers.emplace_back("Content-Disposition",
                                "attachment; filename=\"report.html\"");
  return response;
}

}  // namespace hexapla::web
