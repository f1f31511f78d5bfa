#include "cli/web/routes.hpp"

#include "cli/web/call.hpp"
#include "cli/web/page_files.hpp"
#include "cli/web/review_json.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <new>

namespace hexapla::web {
namespace {

/// A route: the words of its path below /api, with * for a number.
struct Route {
  std::string_view method;
  std::vector<std::string_view> path;
  HttpResponse (*run)(const Call& call);
};

const std::vector<Route>& routes() {
  static const std::vector<Route> all{
      {"GET", {"session"}, get_session},
      {"GET", {"works"}, get_works},
      {"GET", {"works", "*", "rows"}, get_rows},
      {"GET", {"rows", "*"}, get_row},
      {"GET", {"works", "*", "findings"}, get_findings},
      {"GET", {"works", "*", "comments"}, get_comments},
      {"GET", {"works", "*", "log"}, get_log},
      {"GET", {"works", "*", "changes"}, get_changes},
      {"GET", {"works", "*", "terms"}, get_terms},
      {"GET", {"find"}, get_find},
      {"GET", {"similar"}, get_similar},
      {"GET", {"works", "*", "export"}, get_export},
      {"POST", {"works", "*", "decisions"}, post_decision},
      {"POST", {"works", "*", "undo"}, post_undo},
      {"POST", {"works", "*", "redo"}, post_redo},
      {"GET", {"people"}, get_people},
      {"POST", {"invitations"}, post_invitation},
      {"POST", {"revocations"}, post_revocation},
  };
  return all;
}

/// The number in a path; nothing when the path is another one.
bool fits(const Route& route, const std::vector<std::string>& path, std::int64_t& number) {
  if (path.size() != route.path.size() + 1) return false;
  for (std::size_t i = 0; i < route.path.size(); ++i) {
    const std::string& word = path[i + 1];
    if (route.path[i] != "*") {
      if (word != route.path[i]) return false;
      continue;
    }
    const char* const last = word.data() + word.size();
    const auto read = std::from_chars(word.data(), last, number);
    if (word.empty() || read.ec != std::errc() || read.ptr != last || number < 0)
      return false;
  }
  return true;
}

/// For now only: the page asks again. Source: RFC 9110, section 15.6.4.
HttpResponse busy(std::string_view title, std::string_view words = {}) {
  HttpResponse response = problem(503, title, words);
  response.headers.emplace_back("Retry-After", "2");
  return response;
}

/// What went wrong with the corpus, as HTTP says it.
HttpResponse failure(const Error& error) {
  std::string words = error.what();
  // What was asked for is known to who asked; a file and a line aren't.
  const std::string& source = error.place().source;
  if (source == "decision" || source == "request") words.erase(0, source.size() + 2);
  switch (error.fault()) {
    case Fault::unwritable: {
      if (words.find("full") != std::string::npos)
        return problem(507, "the disk is full; nothing was changed", words);
      if (words.find("reading only") != std::string::npos ||
          words.find("readonly") != std::string::npos)
        return problem(403, "the corpus can only be read here", words);
      return busy("another program is writing to the corpus", words);
    }
    case Fault::inconsistent:
      return problem(409, "that can't be done", words);
    case Fault::unsupported:
      return problem(409, "that can't be done with this work", words);
    case Fault::malformed:
      return problem(400, "that can't be read", words);
    default:
      return problem(500, "the corpus can't be read", words);
  }
}

HttpResponse api_answer(Site& site, const HttpRequest& request, const Target& target) {
  const auto person = site.gate.person_behind(request, site.reviewers, site.seconds());
  if (const auto* const refused = std::get_if<HttpResponse>(&person)) return *refused;
  std::string allowed;
  for (const Route& route : routes()) {
    std::int64_t number = 0;
    if (!fits(route, target.path, number)) continue;
    const bool same = route.method == request.method ||
                      (route.method == "GET" && request.method == "HEAD");
    if (!same) {
      allowed = route.method;
      continue;
    }
    const Person asking = *std::get<const Person*>(person);  // who may be let out by it
    return route.run({site.desk, site.reviewers, asking, request, target, number});
  }
  if (allowed.empty()) return problem(404, "there is nothing of that name");
  HttpResponse refused = problem(405, "this is not done so");
  refused.headers.emplace_back("Allow", allowed);
  return refused;
}

HttpResponse guarded_answer(Site& site, const HttpRequest& request) {
  if (auto refused = site.gate.refusal(request)) return *refused;
  const auto target = target_from(request.target);
  if (!target) return problem(400, "the address can't be read");
  if (target->path.front() == "api") return api_answer(site, request, *target);
  if (request.method == "POST") return problem(405, "pages are only read");
  return page_file(request);
}

/// For everything that goes out. Source: OWASP Secure Headers; W3C CSP 3, Trusted Types.
void add_safeguards(HttpResponse& response, bool is_api) {
  response.headers.emplace_back(
      "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
      "img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; "
      "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'");
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  response.headers.emplace_back("Referrer-Policy", "no-referrer");
  response.headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
  response.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
  const auto is_cache = [](const auto& header) { return header.first == "Cache-Control"; };
  if (is_api && std::ranges::none_of(response.headers, is_cache))
    response.headers.emplace_back("Cache-Control", "no-store");
}

}  // namespace

HttpResponse answer(Site& site, const HttpRequest& request) {
  HttpResponse response;
  try {
    response = guarded_answer(site, request);
  } catch (const Error& error) {
    response = failure(error);
  } catch (const std::bad_alloc&) {
    response = busy("there is not enough memory for that");
  } catch (const std::exception& error) {
    response = problem(500, "an error that this program did not expect", error.what());
  }
  add_safeguards(response, request.target.starts_with("/api"));
  return response;
}

}  // namespace hexapla::web
