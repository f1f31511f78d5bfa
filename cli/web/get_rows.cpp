#include "cli/version.hpp"
#include "cli/web/call.hpp"
#include "cli/web/review_json.hpp"
#include "text/error.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <charconv>

namespace hexapla::web {
namespace {

constexpr std::int64_t most_rows = 200;         // of an answer
constexpr std::int64_t most_lines = 200;        // of the log in an answer
constexpr std::uint64_t quickly_opened = 2000;  // rows, in less than 100 ms

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

/// Whether a work can be open. Errors: Fault::inconsistent when there is none of that id.
bool is_held(const Call& call, std::int64_t work) {
  const auto info = call.desk.info(work);
  if (!info)
    throw Error(Fault::inconsistent, {"corpus", 0},
                "has no work with the id " + std::to_string(work));
  return Desk::can_be_open(*info);
}

Json tags_of(const std::vector<Language>& languages) {
  Json tags = Json::array();
  for (const Language language : languages)
    tags.push_back(language.tag());
  return tags;
}

bool stands_in(const ReviewedWork& work, std::size_t row, std::string_view queue) {
  if (queue == "doubt") return !work.doubts_of(row).empty();
  if (queue == "errors") return has_open_finding(work, row, Severity::error);
  if (queue == "findings") return has_open_finding(work, row, Severity::warning);
  if (queue == "notes") return has_open_note(work, row);
  if (queue == "unseen") return work.work().verdicts[row] == Verdict::none;
  if (queue == "comments")
    return std::ranges::any_of(work.comments_of(row), [&](std::size_t at) {
      return !work.comments()[at].resolved;
    });
  if (queue == "disagreement")
    return std::ranges::find(work.disagreements(), row, &Disagreement::row) !=
           work.disagreements().end();
  throw Error(Fault::malformed, {"queue", 0},
              "doubt, errors, findings, notes, unseen, comments or disagreement");
}

/// Rows straight from the corpus: of a memory, and of a work that takes a while to open.
HttpResponse stored_rows(const Call& call, std::int64_t limit) {
  const auto info = call.desk.info(call.number);
  if (!info) return problem(404, "there is no work of that id");
  Json rows = Json::array();
  const auto from = static_cast<std::uint32_t>(
      std::min<std::int64_t>(number_in(call.target, "from", 0), UINT32_MAX));
  UnitSelection selection{call.number};
  selection.first = call.target.value("after").empty()
                        ? call.desk.store().row_of(call.number, from).value_or(INT64_MAX)
                        : std::min(number_in(call.target, "after", 0), INT64_MAX - 1) + 1;
  bool more = false;
  call.desk.store().each_unit(selection, [&](const StoredUnit& unit) {
    more = static_cast<std::int64_t>(rows.size()) == limit;
    if (!more) rows.push_back(json_of_unit(unit));
    return !more;
  });
  return json_answer(dumped({{"version", "0.0"},
                             {"total", info->rows},
                             {"rows", std::move(rows)},
                             {"more", more},
                             {"early", info->kind == WorkKind::documents},
                             {"findings", Json::array()},
                             {"comments", Json::array()}}));
}

/// Whether a text of the row holds the words, whatever their letter case and vowel signs.
bool says(const ReviewedWork& work, std::size_t row, const std::string& words) {
  const auto& runs = work.multitext().rows[row].runs;
  for (std::uint32_t document = 0; document < runs.size(); ++document)
    for (auto at = runs[document].first; at < runs[document].last; ++at)
      if (folded(work.text_of(document, at)).find(words) != std::string::npos) return true;
  return false;
}

/// The places that a request for rows is about, in their order.
struct RowPlaces {
  std::vector<std::size_t> places;
  bool more = false;
};

RowPlaces wanted_places(const Target& target, const ReviewedWork& work, std::size_t limit) {
  const std::string_view queue = target.value("queue");
  const std::string words = folded(target.value("q"));
  const auto fits = [&](std::size_t row) {
    return (queue.empty() || stands_in(work, row, queue)) &&
           (words.empty() || says(work, row, words));
  };
  RowPlaces wanted;
  const auto place_named = [&](std::string_view name) {
    const auto place = work.place_of(number_in(target, name, 0));
    if (!place)
      throw Error(Fault::inconsistent, {std::string(name), 0},
                  "there is no such row any more");
    return *place;
  };
  if (!target.value("before").empty()) {
    std::size_t row = place_named("before");
    while (row > 0 && wanted.places.size() < limit)
      if (fits(--row)) wanted.places.push_back(row);
    wanted.more = row > 0;
    std::ranges::reverse(wanted.places);
    return wanted;
  }
  const bool is_after = !target.value("after").empty();
  std::size_t row = is_after ? place_named("after") + 1
                             : static_cast<std::size_t>(number_in(target, "from", 0));
  for (; row < work.rows() && wanted.places.size() < limit; ++row)
    if (fits(row)) wanted.places.push_back(row);
  wanted.more = row < work.rows();
  return wanted;
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
    const bool is_quick = all.size() == 1 && info.rows <= quickly_opened;
    const bool counts = is_quick || call.desk.is_open(info.id);
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
  const bool is_early =
      call.target.value("early") == "1" && !call.desk.is_open(call.number);
  if (is_early || !is_held(call, call.number)) return stored_rows(call, limit);
  const ReviewedWork& work = call.desk.open(call.number).reviewed;
  const RowPlaces wanted =
      wanted_places(call.target, work, static_cast<std::size_t>(limit));
  Json rows = Json::array();
  for (const std::size_t place : wanted.places)
    rows.push_back(json_of_row(work, place));
  Json json{{"version", work.version().written()},
            {"total", work.rows()},
            {"rows", std::move(rows)},
            {"more", wanted.more}};
  add_what_is_said(json, work, wanted.places);
  return versioned(call, work, json);
}

HttpResponse get_row(const Call& call) {
  const StoredUnit unit = call.desk.store().unit(call.number);
  if (!is_held(call, unit.work)) return json_answer(dumped(json_of_unit(unit)));
  const ReviewedWork& work = call.desk.open(unit.work).reviewed;
  const auto place = work.place_of(call.number);
  if (!place) return problem(404, "there is no such row");
  Json json = json_of_row(work, *place);
  json["work"] = unit.work;
  return versioned(call, work, json);
}

HttpResponse get_findings(const Call& call) {
  const Target& target = call.target;
  if (!is_held(call, call.number))
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
  if (is_held(call, call.number)) {
    const ReviewedWork& work = call.desk.open(call.number).reviewed;
    for (const Comment& comment : work.comments())
      comments.push_back(json_of_comment(work, comment));
  }
  return json_answer(dumped({{"comments", std::move(comments)}}));
}

HttpResponse get_log(const Call& call) {
  const std::int64_t before = number_in(call.target, "before", INT64_MAX);
  const std::vector<LoggedDecision> log =
      is_held(call, call.number) ? call.desk.open(call.number).reviewed.work().log
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
  if (!is_held(call, call.number))
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

}  // namespace hexapla::web
