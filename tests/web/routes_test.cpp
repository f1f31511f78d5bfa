#include "cli/web/routes.hpp"

#include "office.hpp"

#include <catch2/catch.hpp>

namespace hexapla::web {

TEST_CASE("rows come with their cells, doubts and findings", "[web]") {
  Office office;
  const json answer = body_of(office.get("/api/works/1/rows"));
  CHECK(answer["version"] == "0.0");
  REQUIRE(answer["rows"].size() == 3);
  CHECK(texts_of(answer["rows"][0], "en") ==
        "Whereas Member States have pledged, | Now, therefore,");
  CHECK(answer["rows"][0]["doubts"].size() == 1);
  CHECK(answer["rows"][2]["findings"].size() == 1);
  const json findings = body_of(office.get("/api/works/1/findings?state=open"))["findings"];
  REQUIRE(findings.size() == 1);
  CHECK(findings[0]["rule"] == "number");
  CHECK(answer["rows"][2]["error"] == (findings[0]["severity"] == "error"));
  CHECK(findings[0]["source"][0]["text"] == "50");
  CHECK(findings[0]["source"][0]["begin"] == 1);  // in UTF-16 units, not bytes
  const json page = body_of(
      office.get("/api/works/1/rows?limit=1&after=" + std::to_string(office.id(0))));
  CHECK(page["rows"].size() == 1);
  CHECK(page["rows"][0]["id"] == office.id(1));
  CHECK(body_of(office.get("/api/works"))["works"][0]["queues"]["doubt"] == 1);
}

TEST_CASE("a border moves in all pairs by one act, and one undo takes it back", "[web]") {
  Office office;
  const auto before = office.rows();
  const HttpResponse moved =
      office.decide({{"verb", "push-down"}, {"rows", {office.id(0)}}, {"language", "en"}});
  REQUIRE(moved.status == 201);
  const json answer = body_of(moved);
  CHECK(answer["line"] == 1);
  CHECK(answer["version"] == "0.1");
  CHECK(answer["changed"].size() == 2);
  CHECK(texts_of(office.rows()[1], "en") ==
        "Now, therefore, | The General Assembly proclaims.");
  CHECK(office.rows()[0]["verdict"] == "confirmed");
  CHECK(office.is_sound());
  const HttpResponse undone = office.post("/api/works/1/undo", {{"client", "u"}});
  REQUIRE(undone.status == 201);
  CHECK(texts_of(office.rows()[0], "en") == texts_of(before[0], "en"));
  const HttpResponse twice = office.post("/api/works/1/undo", {{"client", "u"}});
  CHECK(twice.status == 201);
  CHECK(office.post("/api/works/1/undo", {{"client", "v"}}).status == 404);
  CHECK(office.post("/api/works/1/redo", {{"client", "w"}}).status == 201);
  CHECK(office.rows()[0]["verdict"] == "confirmed");
  CHECK(office.is_sound());
}

TEST_CASE("rows are joined, parted, judged and commented on", "[web]") {
  Office office;
  json joined =
      body_of(office.decide({{"verb", "join"}, {"rows", {office.id(0), office.id(1)}}}));
  CHECK(joined["gone"].size() == 2);
  REQUIRE(office.rows().size() == 2);
  REQUIRE(office
              .decide({{"verb", "part"},
                       {"rows", {office.id(0)}},
                       {"language", "en"},
                       {"segment", 1}})
              .status == 201);
  CHECK(office.rows().size() == 3);
  CHECK(office.decide({{"verb", "reject"}, {"rows", {office.id(2)}}}).status == 201);
  CHECK(office.rows()[2]["verdict"] == "rejected");
  CHECK(office.decide({{"verb", "clear"}, {"rows", {office.id(2)}}}).status == 201);
  CHECK(office.rows()[2]["verdict"] == "none");
  office.decide({{"verb", "confirm"}, {"rows", {office.id(2)}}, {"language", "ar"}});
  CHECK(office.rows()[2]["verdicts"]["ar"] == "confirmed");
  CHECK(office.rows()[2]["verdict"] == "none");
  const json said = body_of(office.decide({{"verb", "comment"},
                                           {"rows", {office.id(2)}},
                                           {"text", "<script>alert(1)</script>"}}));
  CHECK(office.rows()[2]["comments"] == 1);
  CHECK(office.decide({{"verb", "resolve"}, {"line", said["line"]}}).status == 201);
  CHECK(office.rows()[2]["comments"] == 0);
  const json log = body_of(office.get("/api/works/1/log"))["lines"];
  CHECK(log.back()["words"] == "joined zh 0–1, ar 0–1, en 0–2");
  CHECK(office.is_sound());
}

TEST_CASE("an edit checks the text again in the same answer", "[web]") {
  Office office;
  const json answer = body_of(office.decide({{"verb", "edit"},
                                             {"rows", {office.id(2)}},
                                             {"language", "en"},
                                             {"segment", 3},
                                             {"text", "Article 50"}}));
  CHECK(answer["findings"].empty());  // the number is right now
  CHECK(answer["changed"][0]["cells"]["en"][0]["edited"] == true);
  const json wrong = body_of(office.decide({{"verb", "edit"},
                                            {"rows", {office.id(2)}},
                                            {"language", "en"},
                                            {"segment", 3},
                                            {"text", "Article 51"}}));
  REQUIRE(wrong["findings"].size() == 1);
  CHECK(wrong["findings"][0]["rule"] == "number");
  CHECK(office.is_sound());
}

TEST_CASE("findings are dismissed by their names, and come back", "[web]") {
  Office office;
  const std::string name = office.rows()[2]["findings"][0];
  const auto left = [&] { return office.rows()[2]["findings"].size(); };
  REQUIRE(office.decide({{"verb", "dismiss"}, {"finding", name}}).status == 201);
  CHECK(left() == 0);
  CHECK(Store::open(office.file()).findings().empty());
  office.decide({{"verb", "undismiss"}, {"finding", name}});
  CHECK(left() == 1);
  CHECK(Store::open(office.file()).findings().size() == 1);
  REQUIRE(office.decide({{"verb", "dismiss-like"}, {"finding", name}}).status == 201);
  CHECK(left() == 0);
  office.post("/api/works/1/undo", {{"client", "u"}});
  CHECK(left() == 1);
  CHECK(office.decide({{"verb", "dismiss"}, {"finding", "number\ten\t3\tno"}}).status ==
        409);
}

TEST_CASE("who goes by an old version is refused only where somebody was", "[web]") {
  Office office;
  const std::int64_t first = office.id(0);
  const std::int64_t last = office.id(2);
  office.decide({{"verb", "confirm"}, {"rows", {first}}}, "bo");  // not in all languages
  CHECK(office.rows()[0]["verdict"] == "none");
  office.decide({{"verb", "confirm"}, {"rows", {first}}, {"language", "en"}}, "bo");
  const HttpResponse other =
      office.decide({{"verb", "confirm"}, {"rows", {last}}}, "amina", "0.0");
  CHECK(other.status == 201);
  const HttpResponse same =
      office.decide({{"verb", "reject"}, {"rows", {first}}}, "amina", "0.0");
  REQUIRE(same.status == 412);
  CHECK(body_of(same)["lines"][0]["who"] == "bo");
  CHECK(body_of(same)["rows"] == json::array({first}));
  CHECK(office.decide({{"verb", "reject"}, {"rows", {first}}}).status == 201);
  CHECK(office.decide({{"verb", "reject"}, {"rows", {first}}}, "amina", "x").status == 428);
}

TEST_CASE("an act that is handed in twice is done once", "[web]") {
  Office office;
  const json act{{"verb", "confirm"}, {"rows", {office.id(0)}}, {"client", "once"}};
  const json first = body_of(office.post("/api/works/1/decisions", act));
  const json second = body_of(office.post("/api/works/1/decisions", act, "amina", "0.0"));
  CHECK(first["line"] == second["line"]);
  CHECK(Store::open(office.file()).decisions().size() == 1);
}

TEST_CASE("people undo their own; an admin any line that is named", "[web]") {
  Office office;
  office.decide({{"verb", "confirm"}, {"rows", {office.id(0)}}});
  office.decide({{"verb", "confirm"}, {"rows", {office.id(1)}}, {"language", "en"}}, "bo");
  CHECK(office.post("/api/works/1/undo", {{"client", "1"}}).status == 201);
  CHECK(office.rows()[0]["verdict"] == "none");
  CHECK(office.post("/api/works/1/undo", {{"client", "2"}}).status == 404);
  CHECK(office.post("/api/works/1/redo", {{"client", "3"}}, "bo").status == 404);
  CHECK(office.post("/api/works/1/undo", {{"client", "4"}, {"line", 1}}, "bo").status ==
        404);
  CHECK(office.post("/api/works/1/undo", {{"client", "5"}, {"line", 2}}).status == 201);
  CHECK(office.decide({{"verb", "confirm"}, {"rows", {office.id(0)}}}, "chen").status ==
        403);
}

TEST_CASE("what another program decides shows up", "[web]") {
  Office office;
  const std::int64_t id = office.id(0);
  Store other = Store::open(office.file());
  Decision right;
  right.beads = {{languages::zh, languages::en, {{{0, 1}, {0, 2}}}},
                 {languages::zh, languages::ar, {{{0, 1}, {0, 1}}}}};
  other.decide(1, right, {"2020-11-03T12:00:01Z", "shell"});
  const json changes = body_of(office.get("/api/works/1/changes?since=0.0"));
  REQUIRE(changes["changed"].size() == 1);
  CHECK(changes["changed"][0]["id"] == id);
  CHECK(changes["changed"][0]["verdict"] == "confirmed");
  CHECK(changes["lines"][0]["who"] == "shell");
}

TEST_CASE("terms and concordance stand beside the rows", "[web]") {
  Office office;
  CHECK(body_of(office.get("/api/works/1/terms?row=" +
                           std::to_string(office.id(0))))["concepts"]
            .empty());
  const json found = body_of(office.get("/api/find?q=Assembly&in=en"));
  REQUIRE(found["hits"].size() == 1);
  CHECK(found["hits"][0]["spots"][0]["begin"] == 12);
  CHECK(office.get("/api/find?q=%22").status == 400);
  CHECK(office.get("/api/similar?in=en&text=The%20General%20Assembly").status == 200);
}

TEST_CASE("what does not come from the page of somebody let in is refused",
          "[web][error]") {
  Office office;
  const auto with = [&](const std::string& name, const std::string& value) {
    HttpRequest request{"POST",
                        "/api/works/1/decisions",
                        {{"authorization", "Bearer amina's"},
                         {"origin", "http://127.0.0.1:4711"},
                         {"content-type", "application/json"},
                         {"if-match", "\"0.0\""}},
                        "{}"};
    if (name == ":method") {
      request.method = value;
    } else {
      request.headers[name] = value;
    }
    return office.send(request).status;
  };
  CHECK(with("host", "evil.example") == 421);
  CHECK(with("host", "127.0.0.1:80") == 421);
  CHECK(with("origin", "http://evil.example") == 403);
  CHECK(with("origin", "") == 403);
  CHECK(with("sec-fetch-site", "cross-site") == 403);
  CHECK(with("content-type", "text/plain") == 415);
  CHECK(with("authorization", "Basic amina's") == 401);
  CHECK(with("authorization", "Bearer ") == 401);
  CHECK(with(":method", "DELETE") == 405);
  CHECK(with("if-match", "\"0.0\"") == 400);  // an empty object is no act
  CHECK(office.get("/api/../etc/passwd").status == 404);
  CHECK(office.get("/../../etc/passwd").status == 404);
  CHECK(office.get("/api/works/1/rows?after=%FF").status == 400);
  CHECK(office.get("/api/works/99/rows").status == 409);
  CHECK(office.get("/api/works/1/rows?limit=100000").status == 400);
  CHECK(office.decide({{"verb", "explode"}}).status == 400);
  CHECK(office
            .decide({{"verb", "edit"},
                     {"rows", {office.id(0)}},
                     {"language", "en"},
                     {"segment", 0},
                     {"text", " "}})
            .status == 409);
}

TEST_CASE("who guesses tokens is told to wait, who has one is not", "[web][error]") {
  Office office;
  for (int i = 0; i < 10; ++i)
    CHECK(office.get("/api/session", "nobody").status == 401);
  CHECK(office.get("/api/session", "nobody").status == 429);
  CHECK(office.get("/api/session").status == 200);
  office.now += 61;
  CHECK(office.get("/api/session", "nobody").status == 401);
}

TEST_CASE("every answer forbids what the page does not need", "[web]") {
  Office office;
  for (const std::string target : {"/", "/main.js", "/api/session", "/nothing"}) {
    std::map<std::string, std::string> headers;
    for (const auto& [name, value] : office.get(target).headers)
      headers[name] = value;
    CAPTURE(target);
    CHECK_THAT(headers["Content-Security-Policy"],
               Catch::StartsWith("default-src 'none'") &&
                   Catch::Contains("require-trusted-types-for 'script'"));
    CHECK(headers["X-Content-Type-Options"] == "nosniff");
    CHECK(headers["Referrer-Policy"] == "no-referrer");
  }
}

TEST_CASE("the page is small enough to be read", "[web]") {
  Office office;
  std::size_t bytes = 0;
  for (const std::string_view name :
       {"acts", "api", "grid", "keys", "main", "make", "panel", "state"})
    bytes += office.send({"GET", "/" + std::string(name) + ".js", {}, ""}).body.size();
  for (const std::string name : {"/", "/style.css", "/icon.svg"})
    bytes += office.send({"GET", name, {}, ""}).body.size();
  CHECK(bytes > 0);
  CHECK(bytes <= 61'440);  // 60 KiB, all that a browser is sent
}

TEST_CASE("all modules are named with the page, so that they are fetched at once",
          "[web]") {
  Office office;
  std::string links;
  for (const auto& [name, value] : office.send({"GET", "/", {}, ""}).headers)
    if (name == "Link") links = value;
  for (const std::string name :
       {"acts", "api", "grid", "keys", "main", "make", "panel", "state"})
    CHECK_THAT(links, Catch::Contains("</" + name + ".js>; rel=modulepreload"));
}

TEST_CASE("an admin lets others in and out", "[web]") {
  Office office;
  const auto invited = office.post("/api/invitations", {{"words", "dana=reviewer:fr,es"}});
  REQUIRE(invited.status == 201);
  const std::string token = body_of(invited)["token"];
  const auto session = [&] {
    return office.send({"GET", "/api/session", {{"authorization", "Bearer " + token}}, ""});
  };
  CHECK(body_of(session())["languages"] == json::array({"fr", "es"}));
  const json people = body_of(office.get("/api/people", "chen"));
  CHECK(people["people"] == json::array({"amina=admin", "bo=reviewer:en", "chen=reader",
                                         "dana=reviewer:fr,es"}));
  CHECK(people["admin"] == false);
  CHECK(office.post("/api/invitations", {{"words", "eve"}}, "bo").status == 403);
  CHECK(office.post("/api/invitations", {{"words", "eve=king"}}).status == 400);
  CHECK(office.post("/api/invitations", {{"name", "eve"}}).status == 400);
  CHECK(office.post("/api/invitations", {{"words", "amina=reader"}}).status == 409);
  CHECK(office.post("/api/revocations", {{"words", "nobody"}}).status == 404);
  CHECK(office.post("/api/revocations", {{"words", "dana=reviewer:fr,es"}}).status == 201);
  CHECK(session().status == 401);
}

TEST_CASE("people are named as on the command line", "[web]") {
  const Person bo = person_from("bo=reviewer:fr,es");
  CHECK(bo.name == "bo");
  CHECK(bo.languages == std::vector<Language>{languages::fr, languages::es});
  CHECK(person_from("amina").role == Role::reviewer);
  CHECK_THROWS(person_from("=admin"));
  CHECK_THROWS(person_from("bo=king"));
  CHECK_THROWS(person_from("bo=reader:1"));
  CHECK(new_token().size() == 43);
  CHECK(new_token() != new_token());
}

TEST_CASE("tokens are kept as hashes, for their owner's eyes", "[web]") {
  const Folder folder;
  const std::string file = folder.path("tokens");
  Reviewers reviewers;
  reviewers.admit(person_from("bo=reviewer:fr"), "secret");
  reviewers.write(file);
  CHECK(folder.read(file).find("secret") == std::string::npos);
  reviewers.keep_in(file);
  reviewers.admit(person_from("chen"), "another");
  CHECK(reviewers.revoke("chen"));
  reviewers.save();
  Reviewers again;
  again.read(file);
  CHECK(again.people().size() == 1);
  REQUIRE(again.with("secret") != nullptr);
  CHECK(again.with("secret")->languages == std::vector<Language>{languages::fr});
  CHECK(again.with("Secret") == nullptr);
  std::filesystem::permissions(file, std::filesystem::perms::others_read,
                               std::filesystem::perm_options::add);
  CHECK_THROWS(Reviewers().read(file));
}

}  // namespace hexapla::web
