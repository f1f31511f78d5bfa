#include "cli/web/gate.hpp"

#include <algorithm>

namespace hexapla::web {
namespace {

bool is_one_of(const std::vector<std::string>& known, std::string_view value) {
  return std::ranges::find(known, value) != known.end();
}

}  // namespace

Gate::Gate(std::uint16_t port, const std::string& origin) {
  for (const std::string name : {"127.0.0.1", "localhost", "[::1]"}) {
    hosts_.push_back(name + ':' + std::to_string(port));
    origins_.push_back("http://" + hosts_.back());
  }
  const std::size_t host = origin.find("://");
  if (host == std::string::npos) return;
  hosts_.push_back(origin.substr(host + 3));
  origins_.push_back(origin);
}

std::optional<HttpResponse> Gate::refusal(const HttpRequest& request) const {
  if (!is_one_of(hosts_, request.header("host")))
    return problem(
        421, "this server does not answer for that host",
        "use the address that hexapla serve printed, or name your own with --origin");
  if (request.method == "GET" || request.method == "HEAD") return std::nullopt;
  if (request.method != "POST") {
    HttpResponse refused = problem(405, "only GET and POST are answered");
    refused.headers.emplace_back("Allow", "GET, HEAD, POST");
    return refused;
  }
  if (!is_one_of(origins_, request.header("origin")))
    return problem(403, "a decision must come from this server's own page");
  const std::string_view site = request.header("sec-fetch-site");
  if (!site.empty() && site != "same-origin")
    return problem(403, "a decision must come from this server's own page");
  const std::string_view type = request.header("content-type");
  if (type != "application/json" && !type.starts_with("application/json;"))
    return problem(415, "a decision is sent as application/json");
  return std::nullopt;
}

std::variant<const Person*, HttpResponse> Gate::person_behind(const HttpRequest& request,
                                                              const Reviewers& reviewers,
                                                              std::int64_t now) {
  constexpr std::string_view scheme = "Bearer ";
  const std::string_view given = request.header("authorization");
  if (given.starts_with(scheme))
    if (const Person* const person = reviewers.with(given.substr(scheme.size())))
      return person;
  while (!failures_.empty() && failures_.front() + forgotten_after <= now)
    failures_.pop_front();
  if (failures_.size() >= most_failures) {
    HttpResponse refused = problem(429, "too many wrong tokens; wait a minute");
    refused.headers.emplace_back("Retry-After", std::to_string(forgotten_after));
    return refused;
  }
  failures_.push_back(now);
  HttpResponse refused =
      problem(401, "who are you?",
              "open the page with the whole address that hexapla serve printed");
  refused.headers.emplace_back("WWW-Authenticate", "Bearer");
  return refused;
}

}  // namespace hexapla::web
