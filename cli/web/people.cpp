// Who may come in: an admin invites and revokes, with the words of the command line.

#include "cli/web/call.hpp"
#include "cli/web/review_json.hpp"

#include <variant>

namespace hexapla::web {
namespace {

/// Whom the body's words are about; the refusal, when that can't be.
std::variant<Person, HttpResponse> person_meant(const Call& call) {
  if (call.person.role != Role::admin)
    return problem(403, "only an admin lets others in or out");
  const Json body = body_of(call.request);
  const auto words = body.find("words");
  if (words == body.end() || !words->is_string())
    return problem(400, "whose name?", "words are needed, as in bo=reviewer:fr,es");
  Person person = person_from(words->get<std::string>());
  if (person.name == call.person.name)
    return problem(409, "that is yourself",
                   "another admin, or hexapla serve, changes what you may do");
  return person;
}

}  // namespace

HttpResponse get_people(const Call& call) {
  Json people = Json::array();
  for (const Person& person : call.reviewers.people())
    people.push_back(words_for(person));
  return json_answer(dumped(Json::object(
      {{"people", std::move(people)}, {"admin", call.person.role == Role::admin}})));
}

HttpResponse post_invitation(const Call& call) {
  auto meant = person_meant(call);
  if (auto* const refused = std::get_if<HttpResponse>(&meant)) return std::move(*refused);
  const auto& person = std::get<Person>(meant);
  const std::string token = new_token();
  call.reviewers.admit(person, token);
  call.reviewers.save();
  return json_answer(
      dumped(Json::object({{"person", words_for(person)}, {"token", token}})), 201);
}

HttpResponse post_revocation(const Call& call) {
  auto meant = person_meant(call);
  if (auto* const refused = std::get_if<HttpResponse>(&meant)) return std::move(*refused);
  const auto& person = std::get<Person>(meant);
  if (!call.reviewers.revoke(person.name))
    return problem(404, "nobody of that name may come in");
  call.reviewers.save();
  return json_answer(dumped(Json::object({{"person", words_for(person)}})), 201);
}

}  // namespace hexapla::web
