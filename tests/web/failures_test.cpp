// What goes wrong is told in words, with a status that says whose turn it is; never by 500.

#include "corpus/database/sqlite.hpp"
#include "office.hpp"

#include <catch2/catch.hpp>

namespace hexapla::web {
namespace {

/// A termbase of so many concepts, the last of them found in the preamble.
Termbase termbase_of(std::size_t concepts) {
  Termbase termbase;
  for (std::size_t i = 0; i < concepts; ++i) {
    Concept concept_;
    concept_.id = std::to_string(i);
    concept_.terms.resize(1);
    concept_.terms[0].language = languages::en;
    concept_.terms[0].text = i + 1 == concepts ? "General Assembly" : "peacekeeping";
    termbase.concepts.push_back(std::move(concept_));
  }
  return termbase;
}

std::string retry_after(const HttpResponse& response) {
  for (const auto& [name, value] : response.headers)
    if (name == "Retry-After") return value;
  return {};
}

}  // namespace

TEST_CASE("whatever is asked for, the answer is no error of the program", "[web][error]") {
  Office office;
  const std::vector<std::string> values{
      "",  "0", "-1", "1",   "99",           "9223372036854775807",
      "x", ".", "en", "%22", "zh:%E6%88%98", "18446744073709551616"};
  const std::vector<std::string> targets{"works/1/rows?early=1&from=",
                                         "works/1/rows?early=1&after=",
                                         "works/99/rows?early=1&from=",
                                         "works/1/rows?from=",
                                         "works/1/rows?after=",
                                         "works/1/rows?before=",
                                         "works/1/rows?queue=",
                                         "works/1/rows?q=",
                                         "works/1/rows?limit=",
                                         "works/99/rows?q=",
                                         "rows/",
                                         "works/1/findings?like=",
                                         "works/1/findings?state=",
                                         "works/99/findings?state=",
                                         "works/99/comments?x=",
                                         "works/1/log?before=",
                                         "works/99/log?before=",
                                         "works/1/changes?since=",
                                         "works/99/changes?since=0.",
                                         "works/1/terms?row=",
                                         "works/1/terms?q=",
                                         "works/99/terms?row=",
                                         "works/1/export?format=",
                                         "works/99/export?format=html&x=",
                                         "works/99/export?format=tmx&x=",
                                         "works/1/export?format=csv&languages=",
                                         "works/1/export?format=tmx&verdict=",
                                         "find?in=en&q=",
                                         "find?q=Assembly&in=",
                                         "find?q=Assembly&lacks=",
                                         "find?q=Assembly&work=",
                                         "similar?in=en&text=",
                                         "similar?text=Assembly&in="};
  for (const std::string& target : targets)
    for (const std::string& value : values) {
      const HttpResponse response = office.get("/api/" + target + value);
      CAPTURE(target, value, response.body);
      CHECK(response.status < 500);
      CHECK((response.status < 400 || body_of(response).contains("title")));
    }
}

TEST_CASE("whatever is handed in, the answer is no error of the program", "[web][error]") {
  Office office;
  const std::vector<json> values{nullptr,
                                 -1,
                                 0,
                                 1.5,
                                 99,
                                 4294967296,
                                 "",
                                 "x",
                                 "en",
                                 true,
                                 json::array(),
                                 json::array({-1}),
                                 json::array({"x"}),
                                 json::object()};
  for (const std::string verb :
       {"confirm", "reject", "clear", "push-up", "push-down", "pull-up", "pull-down",
        "join", "part", "edit", "dismiss", "dismiss-like", "undismiss", "comment",
        "resolve", "cut", "unite", "realign"})
    for (const std::string member : {"rows", "language", "segment", "text", "finding",
                                     "findings", "line", "client", "at"})
      for (const json& value : values) {
        json act{
            {"verb", verb}, {"rows", {office.id(0)}}, {"language", "en"}, {"segment", 1}};
        act[member] = value;
        const HttpResponse response = office.decide(act);
        CAPTURE(act.dump(), response.body);
        CHECK(response.status < 500);
        if (response.status == 201)
          office.post("/api/works/1/undo", {{"client", "u" + act.dump()}});
      }
  for (const std::string path : {"undo", "redo"})
    for (const json& value : values)
      CHECK(office.post("/api/works/1/" + path, {{"client", "1"}, {"line", value}}).status <
            500);
  const HttpResponse refused =
      office.decide({{"verb", "push-down"}, {"rows", {office.id(2)}}, {"language", "en"}});
  CHECK(body_of(refused)["detail"] == "there is no row below the last");
  CHECK(office.post("/api/works/99/undo", {{"client", "1"}}).status == 404);
  CHECK(office.post("/api/works/99/decisions", {{"client", "1"}}).status == 404);
  CHECK(office.is_sound());
}

TEST_CASE("the terms of a work stay right when it comes in newer with fewer", "[web]") {
  const Multitext multitext = preamble();
  Office office(multitext, termbase_of(3));
  const std::string target = "/api/works/1/terms?row=" + std::to_string(office.id(1));
  REQUIRE(body_of(office.get(target))["concepts"].size() == 1);
  {
    Store other = Store::open(office.file());
    const Termbase fewer = termbase_of(1);
    other.replace_work(1, {{"preamble", "", ""}, multitext, fewer}, {});
  }
  const HttpResponse now =
      office.get("/api/works/1/terms?row=" + std::to_string(office.id(1)));
  CHECK(now.status == 200);
  CHECK(body_of(now)["concepts"][0]["id"] == "0");
  CHECK(body_of(office.get("/api/works/1/changes?since=0.0"))["reload"] == true);
}

TEST_CASE("while another program writes, rows are read and acts are told to come again",
          "[web][error]") {
  Office office;
  const std::int64_t row = office.id(0);
  {
    sqlite::Connection other{std::filesystem::path(office.file())};
    other.execute("BEGIN IMMEDIATE");
    const HttpResponse refused =
        office.decide({{"verb", "confirm"}, {"rows", {row}}}, "amina", "0.0");
    CHECK(refused.status == 503);
    CHECK(retry_after(refused) == "2");
    CHECK(office.rows()[0]["verdict"] == "none");
    other.execute("ROLLBACK");
  }
  CHECK(office.decide({{"verb", "confirm"}, {"rows", {row}}}).status == 201);
}

}  // namespace hexapla::web
