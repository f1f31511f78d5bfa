#pragma once

#include "cli/web/routes.hpp"
#include "corpus/preamble.hpp"
#include "folder.hpp"
#include "workbench/workbench.hpp"

#include <optional>
#include <string>

#include <nlohmann/json.hpp>

namespace hexapla::web {

using nlohmann::json;

inline constexpr std::uint16_t port = 4711;

/// A corpus, of the preamble with a finding unless told otherwise, its desk, and three
/// people.
class Office {
 public:
  explicit Office(const Multitext& multitext = preamble(), const Termbase& termbase = {}) {
    const std::vector<Finding> findings = findings_of(multitext, {});
    file_ = folder_.path("udhr.hexapla");
    Store::write_corpus(file_, multitext, termbase, findings);
    open();
  }
  /// Of a memory.
  explicit Office(const std::vector<TranslationUnit>& units) {
    file_ = folder_.path("memory.hexapla");
    Store store = Store::create(file_, "test");
    MemoryWriter memory = store.add_memory({"memory", "", ""}, {});
    for (const TranslationUnit& unit : units)
      memory.add(unit);
    memory.finish();
    store.publish();
    open();
  }

  HttpResponse send(HttpRequest request) {
    request.headers.try_emplace("host", "127.0.0.1:" + std::to_string(port));
    Site site{*desk_, reviewers_, gate_, [this] { return now; }};
    return answer(site, request);
  }

  HttpResponse get(const std::string& target, const std::string& who = "amina") {
    return send({"GET", target, {{"authorization", "Bearer " + who + "'s"}}, ""});
  }

  HttpResponse post(const std::string& target, const json& body,
                    const std::string& who = "amina", std::string version = "") {
    if (version.empty()) version = json::parse(get("/api/works/1/rows").body)["version"];
    return send({"POST",
                 target,
                 {{"authorization", "Bearer " + who + "'s"},
                  {"origin", "http://127.0.0.1:" + std::to_string(port)},
                  {"content-type", "application/json"},
                  {"if-match", '"' + version + '"'}},
                 body.dump()});
  }

  json rows() { return json::parse(get("/api/works/1/rows").body)["rows"]; }
  std::int64_t id(std::size_t row) { return rows()[row]["id"]; }
  HttpResponse decide(json body, const std::string& who = "amina",
                      const std::string& version = "") {
    body.emplace("client", "act " + std::to_string(++acts_));
    return post("/api/works/1/decisions", body, who, version);
  }
  const std::string& file() const { return file_; }
  bool is_sound() const { return Store::open(file_).faults().empty(); }

  std::int64_t now = 0;

 private:
  void open() {
    desk_.emplace(
        Store::open(file_), [] { return std::string("2020-11-03T12:00:00Z"); }, file_);
    reviewers_.admit({"amina", Role::admin, {}}, "amina's");
    reviewers_.admit({"bo", Role::reviewer, {languages::en}}, "bo's");
    reviewers_.admit({"chen", Role::reader, {}}, "chen's");
  }

  Folder folder_;
  std::string file_;
  std::optional<Desk> desk_;
  Reviewers reviewers_;
  Gate gate_{port, "https://review.example.org"};
  int acts_ = 0;
};

inline json body_of(const HttpResponse& response) {
  return json::parse(response.body);
}

inline std::string texts_of(const json& row, const std::string& language) {
  std::string texts;
  for (const json& segment : row["cells"][language])
    texts += (texts.empty() ? "" : " | ") + segment["text"].get<std::string>();
  return texts;
}

}  // namespace hexapla::web
