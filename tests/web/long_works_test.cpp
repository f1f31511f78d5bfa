// Works of more rows than are checked at once, memories, and what the page shows beside
// rows.

#include "cli/web/desk.hpp"
#include "office.hpp"

#include <chrono>
#include <thread>

#include <catch2/catch.hpp>

namespace hexapla::web {
namespace {

/// Paragraphs in Chinese and English; the last four say the same.
Multitext long_text(std::size_t rows) {
  std::vector<std::string> chinese;
  std::vector<std::string> english;
  Multitext multitext;
  Bitext bitext{0, 1, {}};
  for (std::size_t row = 0; row < rows; ++row) {
    const std::string number = std::to_string(row + 1) + ". ";
    chinese.push_back(number + "第" + std::to_string(row + 200) + "号决定。");
    english.push_back(number + "Decision " + std::to_string(row + 200) + ".");
    if (row + 4 >= rows) {
      chinese.back() = "大会重申其先前各项决议和决定。";
      english.back() = "The Assembly reaffirms its previous resolutions and decisions.";
    }
    const auto at = static_cast<std::uint32_t>(row);
    bitext.beads.push_back({{at, at + 1}, {at, at + 1}, .95});
  }
  multitext.documents = {version_of(languages::zh, chinese),
                         version_of(languages::en, english)};
  multitext.bitexts = {bitext};
  make_rows(multitext);
  return multitext;
}

json edit_of(std::int64_t row, std::uint32_t segment, const std::string& text) {
  return {{"verb", "edit"},
          {"rows", {row}},
          {"language", "en"},
          {"segment", segment},
          {"text", text}};
}

TranslationUnit unit_of(const std::string& english, const std::string& french) {
  TranslationUnit unit;
  unit.variants.resize(2);
  unit.variants[0].language = languages::en;
  unit.variants[0].text = english;
  unit.variants[1].language = languages::fr;
  unit.variants[1].text = french;
  return unit;
}

}  // namespace

TEST_CASE("what an edit means for other rows of a long work follows within a second",
          "[web]") {
  Office office(long_text(150));
  const json rows = office.rows();
  // The row for itself is right; the same source is rendered otherwise in three others.
  const std::string edited =
      "The Assembly reaffirms its earlier resolutions and decisions.";
  const json done = body_of(office.decide(edit_of(rows[149]["id"], 149, edited)));
  CHECK(done["changed"][0]["findings"].empty());
  const std::string version = done["version"];
  json changes;
  for (int tries = 0; tries < 100; ++tries) {
    changes = body_of(office.get("/api/works/1/changes?since=" + version));
    if (!changes["version"].is_null() && changes["version"] != version) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  CHECK(changes["version"] == version + ".1");
  REQUIRE(changes["changed"].size() == 1);
  CHECK(changes["changed"][0]["findings"].size() == 1);
  CHECK(changes["findings"][0]["rule"] == "repetition");
  CHECK(changes["lines"].empty());
  // Nobody is refused because of it.
  CHECK(office.decide({{"verb", "confirm"}, {"rows", {rows[149]["id"]}}}, "amina", version)
            .status == 201);
  CHECK(office.is_sound());
}

TEST_CASE("rows are found backwards, by words, and early", "[web]") {
  Office office(long_text(30));
  const json early = body_of(office.get("/api/works/1/rows?early=1&limit=3"));
  CHECK(early["early"] == true);
  CHECK(early["rows"].size() == 3);
  CHECK(early["total"] == 30);
  const json rows = office.rows();
  const std::string tenth = std::to_string(rows[10]["id"].get<std::int64_t>());
  const json before = body_of(office.get("/api/works/1/rows?limit=2&before=" + tenth));
  REQUIRE(before["rows"].size() == 2);
  CHECK(before["rows"][1]["number"] == 9);
  CHECK(before["more"] == true);
  const json found = body_of(office.get("/api/works/1/rows?q=DECISION+215&limit=1"));
  REQUIRE(found["rows"].size() == 1);
  CHECK(found["rows"][0]["number"] == 15);
  CHECK(office.get("/api/works/1/rows?before=99999").status == 409);
}

TEST_CASE("rows bring their findings, and say which language is in doubt", "[web]") {
  Office office;
  const json answer = body_of(office.get("/api/works/1/rows"));
  REQUIRE(answer["findings"].size() == 1);
  CHECK(answer["findings"][0]["row"] == answer["rows"][2]["id"]);
  CHECK(answer["rows"][0]["suspect"] == "en");
  CHECK_FALSE(answer["rows"][2].contains("suspect"));
}

TEST_CASE("the log tells an edit word by word", "[web]") {
  Office office;
  office.decide(edit_of(office.id(2), 3, "Article 50"));
  const json line = body_of(office.get("/api/works/1/log"))["lines"][0];
  CHECK(line["parts"] == json::array({{"span", "Article "}, {"del", "15"}, {"ins", "50"}}));
}

TEST_CASE("a hit of the concordance stands between its neighbours", "[web]") {
  Office office;
  const json hit = body_of(office.get("/api/find?q=proclaims&in=en"))["hits"][0];
  CHECK(hit["context"] ==
        json::array({"Whereas Member States have pledged, Now, therefore,", "Article 15"}));
}

TEST_CASE("a work is exported as other tools take it", "[web]") {
  Office office;
  CHECK(office.get("/api/works/1/export?format=html").body.starts_with("<!DOCTYPE html>"));
  const HttpResponse table =
      office.get("/api/works/1/export?format=csv&languages=zh,en", "chen");
  CHECK(table.type == "text/csv; charset=utf-8");
  CHECK(table.body.find("Article 15") != std::string::npos);
  CHECK(table.body.find("المادة") == std::string::npos);
  office.decide({{"verb", "confirm"}, {"rows", {office.id(1)}}});
  const std::string memory =
      office.get("/api/works/1/export?format=tmx&verdict=confirmed").body;
  CHECK(memory.find("proclaims") != std::string::npos);
  CHECK(memory.find("Article 15") == std::string::npos);
  CHECK(office.get("/api/works/1/export?format=exe").status == 400);
  CHECK(office.get("/api/works/1/export?format=csv&languages=x1").status == 400);
}

TEST_CASE("a memory is reviewed as documents are", "[web]") {
  Office office(std::vector<TranslationUnit>{
      unit_of("Article 15", "Article 51"),
      unit_of("Everyone has the right to life.", "Tout individu a droit à la vie.")});
  const json rows = office.rows();
  REQUIRE(rows.size() == 2);
  REQUIRE(rows[0]["findings"].size() == 1);
  const HttpResponse mended = office.decide({{"verb", "edit"},
                                             {"rows", {office.id(0)}},
                                             {"language", "fr"},
                                             {"segment", 0},
                                             {"text", "Article 15"}});
  REQUIRE(mended.status == 201);
  CHECK(body_of(mended)["changed"][0]["findings"].empty());
  CHECK(texts_of(office.rows()[0], "fr") == "Article 15");
  CHECK(office.rows()[0]["cells"]["fr"][0]["edited"] == true);
  office.decide({{"verb", "confirm"}, {"rows", {office.id(1)}}});
  CHECK(office.rows()[1]["verdict"] == "confirmed");
  office.decide({{"verb", "comment"},
                 {"rows", {office.id(1)}},
                 {"language", "fr"},
                 {"segment", 1},
                 {"text", "whose wording?"}});
  CHECK(office.rows()[1]["comments"] == 1);
  CHECK(office.decide({{"verb", "join"}, {"rows", {office.id(0), office.id(1)}}}).status ==
        409);
  CHECK(office.post("/api/works/1/undo", {{"client", "1"}}).status == 201);
  CHECK(office.post("/api/works/1/undo", {{"client", "2"}}).status == 201);
  CHECK(office.post("/api/works/1/undo", {{"client", "3"}}).status == 201);
  CHECK(texts_of(office.rows()[0], "fr") == "Article 51");
  CHECK(office.rows()[0]["findings"].size() == 1);
  office.decide({{"verb", "dismiss"}, {"finding", office.rows()[0]["findings"][0]}});
  CHECK(office.rows()[0]["findings"].empty());
}

}  // namespace hexapla::web
