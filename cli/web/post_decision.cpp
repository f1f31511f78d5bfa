#include "cli/web/call.hpp"
#include "cli/web/review_json.hpp"
#include "text/error.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace hexapla::web {
namespace {

constexpr std::size_t longest_client = 64;  // bytes; a UUID has 36

/// The version that a request goes by. Source: RFC 9110, section 13.1.1, RFC 6585.
std::optional<WorkVersion> base_of(const HttpRequest& request) {
  std::string_view tag = request.header("if-match");
  if (tag.starts_with('"') && tag.ends_with('"') && tag.size() > 2)
    tag = tag.substr(1, tag.size() - 2);
  return WorkVersion::from(tag);
}

HttpResponse without_version() {
  return problem(428, "a decision needs the version that it goes by",
                 "send the ETag of what was read as If-Match");
}

std::string text_in(const Json& body, const char* name) {
  return body.contains(name) ? body.at(name).get<std::string>() : std::string();
}

/// The name that the page makes up for each act. Errors: Fault::malformed without one.
std::string client_in(const Json& body) {
  const bool there = body.contains("client") && body.at("client").is_string();
  std::string client = there ? body.at("client").get<std::string>() : std::string();
  if (client.empty() || client.size() > longest_client)
    throw Error(Fault::malformed, {"request", 0},
                "client is needed: a name of 1 to 64 bytes, another for each act");
  return client;
}

ReviewAct act_in(const Json& body, const ReviewedWork* work) {
  try {
    ReviewAct act;
    std::string verb = text_in(body, "verb");
    const bool all_alike = verb == "dismiss-like";
    if (all_alike) verb = "dismiss";
    const auto known = review_verb_from(verb);
    if (!known)
      throw Error(Fault::malformed, {"request", 0}, "there is no verb '" + verb + "'");
    act.verb = *known;
    if (body.contains("rows")) act.rows = body.at("rows").get<std::vector<std::int64_t>>();
    if (const std::string tag = text_in(body, "language"); !tag.empty()) {
      act.language = Language::from(tag);
      if (!act.language)
        throw Error(Fault::malformed, {"request", 0}, "'" + tag + "' is no language");
    }
    if (body.contains("segment")) act.segment = body.at("segment").get<std::uint32_t>();
    act.text = text_in(body, "text");
    if (const std::string name = text_in(body, "finding"); !name.empty())
      act.findings = all_alike && work != nullptr ? findings_like(*work, name)
                                                  : std::vector<std::string>{name};
    if (body.contains("findings"))
      act.findings = body.at("findings").get<std::vector<std::string>>();
    if (body.contains("at")) act.at = body.at("at").get<std::uint32_t>();
    if (body.contains("line")) act.line = body.at("line").get<std::int64_t>();
    return act;
  } catch (const Json::exception& error) {
    throw Error(Fault::malformed, {"request", 0}, error.what());
  }
}

/// Segments as they count now; a cut's place in bytes, where the page counts UTF-16 units.
void bring_up_to_date(ReviewAct& act, const ReviewedWork& work, const WorkVersion& base) {
  if (!act.language || !act.segment) return;
  for (const SegmentShift& shift : work.shifts_since(base))
    if (shift.language == *act.language && shift.from <= *act.segment)
      act.segment =
          static_cast<std::uint32_t>(static_cast<std::int64_t>(*act.segment) + shift.by);
  const auto document = work.document_in(*act.language);
  if (act.verb != ReviewVerb::cut || !document ||
      *act.segment >= work.multitext().documents[*document].segments.size())
    return;
  act.at =
      static_cast<std::uint32_t>(bytes_of(work.text_of(*document, *act.segment), act.at));
}

Language language_of_finding(const std::string& name) {
  const std::size_t begin = std::min(name.find(':'), name.size()) + 1;
  if (begin > name.size()) return Language();
  const auto language = Language::from(name.substr(begin, name.find(':', begin) - begin));
  return language.value_or(Language());
}

/// Nothing when the person may do it.
std::optional<HttpResponse> forbidden(const Person& person, const ReviewAct& act,
                                      const std::vector<Language>& languages) {
  if (person.role == Role::reader)
    return problem(403, "a reader decides nothing", "ask for an invitation as a reviewer");
  if (act.verb == ReviewVerb::comment || act.verb == ReviewVerb::resolve)
    return std::nullopt;
  std::vector<Language> concerned;
  const bool changes_all = act.verb == ReviewVerb::part || act.verb == ReviewVerb::realign;
  if (act.language && !changes_all) {
    concerned.push_back(*act.language);
  } else if (!act.findings.empty()) {
    for (const std::string& name : act.findings)
      concerned.push_back(language_of_finding(name));
  } else {
    concerned = languages;
  }
  for (const Language language : concerned)
    if (!person.may_decide_in(language))
      return problem(403, "you don't decide in " + std::string(language.tag()),
                     "name one of your languages, or ask for it");
  return std::nullopt;
}

HttpResponse conflict_answer(const ReviewedWork& work, const Conflict& conflict) {
  Json json = json_of_changes(work, conflict.base);
  json["status"] = 412;
  json["title"] = "somebody has changed this row since you saw it";
  json["rows"] = conflict.rows;
  Json lines = Json::array();
  for (const LoggedDecision& line : conflict.lines)
    lines.push_back(json_of_line(line, work.work().log));
  json["lines"] = std::move(lines);
  HttpResponse response = json_answer(dumped(json), 412);
  response.type = "application/problem+json";
  return response;
}

HttpResponse result_answer(const OpenWork& work, const ActResult& result) {
  Json json = json_of_changes(work.reviewed, result.before);
  const LoggedDecision& line = result.lines.front();
  json["line"] = line.id;
  json["words"] = words_for(line, work.reviewed.work().log);
  json["known"] = result.known;
  HttpResponse response = json_answer(dumped(json), 201);
  response.headers.emplace_back("ETag", '"' + work.reviewed.version().written() + '"');
  return response;
}

HttpResponse memory_answer(const Call& call, const LoggedDecision& line) {
  const StoredUnit unit = call.desk.store().unit(line.decision.row);
  Json json{{"version", "0.0"},
            {"reload", false},
            {"changed", Json::array({json_of_unit(unit)})},
            {"gone", Json::array()},
            {"findings", Json::array()},
            {"comments", Json::array()},
            {"line", line.id},
            {"words", words_for(line, {})}};
  return json_answer(dumped(json), 201);
}

/// Confirms, rejects, clears, edits or comments on a row of a memory.
HttpResponse decide_in_memory(const Call& call, const ReviewAct& act,
                              const std::string& client) {
  Proposal proposal;
  Decision& decision = proposal.decision;
  constexpr std::array possible{ReviewVerb::confirm, ReviewVerb::reject, ReviewVerb::clear,
                                ReviewVerb::edit, ReviewVerb::comment};
  if (std::ranges::find(possible, act.verb) == possible.end())
    return problem(409, "that can't be done",
                   "a memory's rows are confirmed, rejected, edited and commented on only");
  decision.kind = kind_of(act.verb).value();
  if (act.rows.size() != 1) return problem(400, "one row is needed");
  decision.row = act.rows.front();
  decision.segment = act.segment.value_or(0);
  decision.text = act.text;
  proposal.stamp = {call.desk.now(), call.person.name};
  proposal.client = client;
  return memory_answer(call, call.desk.decide_in_memory(call.number, proposal));
}

HttpResponse step(const Call& call, bool back) {
  if (call.person.role == Role::reader) return problem(403, "a reader decides nothing");
  const Json body = body_of(call.request);
  LineChoice choice{call.number};
  if (body.contains("line") && body.at("line").is_number_integer())
    choice.line = body.at("line").get<std::int64_t>();
  choice.client = client_in(body);
  if (choice.line == 0 || call.person.role != Role::admin) choice.who = call.person.name;
  const auto info = call.desk.info(call.number);
  if (!info) return problem(404, "there is no work of that id");
  const std::string_view nothing =
      back ? "there is nothing of yours to undo" : "there is nothing of yours to do again";
  if (!Desk::can_be_open(*info)) {
    const auto line = call.desk.step_in_memory(choice, back, call.person.name);
    return line ? memory_answer(call, *line) : problem(404, nothing);
  }
  OpenWork& work = call.desk.open(call.number);
  const auto result = call.desk.step(work, choice, back, call.person.name);
  return result ? result_answer(work, *result) : problem(404, nothing);
}

}  // namespace

Json body_of(const HttpRequest& request) {
  if (find_ill_formed(request.body))
    throw Error(Fault::malformed, {"request", 0}, "not valid UTF-8");
  try {
    Json body = Json::parse(request.body);
    if (body.is_object()) return body;
  } catch (const Json::exception&) {  // told below
  }
  throw Error(Fault::malformed, {"request", 0}, "not a JSON object");
}

HttpResponse post_decision(const Call& call) {
  const auto info = call.desk.info(call.number);
  if (!info) return problem(404, "there is no work of that id");
  const Json body = body_of(call.request);
  const std::string client = client_in(body);
  if (!Desk::can_be_open(*info)) {
    const ReviewAct act = act_in(body, nullptr);
    if (auto refused = forbidden(call.person, act, {})) return *refused;
    return decide_in_memory(call, act, client);
  }
  const auto base = base_of(call.request);
  if (!base) return without_version();
  OpenWork& work = call.desk.open(call.number);
  HandedIn given{act_in(body, &work.reviewed), client, *base};
  if (work.reviewed.knows(*base)) bring_up_to_date(given.act, work.reviewed, *base);
  if (auto refused = forbidden(call.person, given.act, info->languages)) return *refused;
  std::optional<Conflict> conflict;
  const ActResult result = call.desk.decide(work, given, call.person.name, conflict);
  if (conflict) return conflict_answer(work.reviewed, *conflict);
  return result_answer(work, result);
}

HttpResponse post_undo(const Call& call) {
  return step(call, true);
}

HttpResponse post_redo(const Call& call) {
  return step(call, false);
}

}  // namespace hexapla::web
