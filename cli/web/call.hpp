#pragma once

#include "cli/web/desk.hpp"
#include "cli/web/http.hpp"
#include "cli/web/reviewers.hpp"

#include <cstdint>

#include <nlohmann/json.hpp>

namespace hexapla::web {

/// A request to the API by somebody who was let in.
struct Call {
  Desk& desk;
  Reviewers& reviewers;
  const Person& person;
  const HttpRequest& request;
  const Target& target;
  std::int64_t number = 0;  ///< In the path: a work's or a row's id.
};

// One function a route; routes.cpp has their paths. Reading:
[[nodiscard]] HttpResponse get_session(const Call& call);
[[nodiscard]] HttpResponse get_works(const Call& call);
[[nodiscard]] HttpResponse get_rows(const Call& call);
[[nodiscard]] HttpResponse get_row(const Call& call);
[[nodiscard]] HttpResponse get_findings(const Call& call);
[[nodiscard]] HttpResponse get_comments(const Call& call);
[[nodiscard]] HttpResponse get_log(const Call& call);
[[nodiscard]] HttpResponse get_changes(const Call& call);
[[nodiscard]] HttpResponse get_export(const Call& call);
// Looking things up:
[[nodiscard]] HttpResponse get_terms(const Call& call);
[[nodiscard]] HttpResponse get_find(const Call& call);
[[nodiscard]] HttpResponse get_similar(const Call& call);
// Deciding:
[[nodiscard]] HttpResponse post_decision(const Call& call);
[[nodiscard]] HttpResponse post_undo(const Call& call);
[[nodiscard]] HttpResponse post_redo(const Call& call);
// Who may come in:
[[nodiscard]] HttpResponse get_people(const Call& call);
[[nodiscard]] HttpResponse post_invitation(const Call& call);
[[nodiscard]] HttpResponse post_revocation(const Call& call);

/// A body that is a JSON object. Errors: Fault::malformed.
[[nodiscard]] nlohmann::ordered_json body_of(const HttpRequest& request);

/// A number in the query, or `otherwise`. Errors: Fault::malformed when it is none.
[[nodiscard]] std::int64_t number_in(const Target& target, std::string_view name,
                                     std::int64_t otherwise);

}  // namespace hexapla::web
