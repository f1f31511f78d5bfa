#include "exchange/sdltm/read_sdltm.hpp"

#include "errors.hpp"
#include "exchange/sdltm/made_sdltm.hpp"
#include "exchange/shared_names.hpp"
#include "exchange/tmx/write_tmx.hpp"
#include "exchange/trip.hpp"

#include <catch2/catch.hpp>

namespace hexapla::read_sdltm_test {
namespace {

const std::string council = studio_text("The Security Council", "en-US");
const std::string conseil = studio_text("Le Conseil de sécurité", "fr-FR");

std::string refusal(const std::string& bytes) {
  return error_of(Fault::malformed, [&] { (void)read_all(bytes, read_sdltm); });
}

}  // namespace

TEST_CASE("a memory of Trados Studio gives its units with who made them and when",
          "[exchange]") {
  const Trip trip =
      read_all(database_of(studio_tables + studio_row(4, council, conseil)), read_sdltm);
  CHECK(trip.header.format == "sdltm");
  CHECK(trip.header.source == Language("en-US"));
  REQUIRE(trip.units.size() == 1);
  const TranslationUnit& unit = trip.units[0];
  CHECK(unit.id == "4");
  REQUIRE(unit.variants.size() == 2);
  CHECK(unit.variants[0].language == Language("en-US"));
  CHECK(unit.variants[0].text == "The Security Council");
  CHECK(unit.variants[1].text == "Le Conseil de sécurité");
  CHECK(unit.attributes == std::vector<NamedValue>{{"creationdate", "20130524T083311Z"},
                                                   {"creationid", "ana"},
                                                   {"changedate", "20140102T030405Z"},
                                                   {"changeid", "ben"},
                                                   {"lastusagedate", "20140102T030405Z"},
                                                   {"usagecount", "3"}});
}

TEST_CASE("tags of Studio's segments are those of a TMX", "[exchange]") {
  const std::string tagged =
      "<Segment><Elements><Tag><Type>Start</Type><Anchor>1</Anchor>"
      "<AlignmentAnchor>2</AlignmentAnchor><TagID>cf</TagID></Tag>"
      "<Text><Value>Article</Value></Text><Tag><Type>End</Type><Anchor>1</Anchor></Tag>"
      "<Text><Value> 27 </Value></Text><Tag><Type>TextPlaceholder</Type><Anchor>3</Anchor>"
      "<AlignmentAnchor>4</AlignmentAnchor><TagID>n</TagID>"
      "<TextEquivalent>A &amp; B</TextEquivalent></Tag></Elements>"
      "<CultureName>en-US</CultureName></Segment>";
  const Trip trip =
      read_all(database_of(studio_tables + studio_row(1, tagged, conseil)), read_sdltm);
  const Variant& variant = trip.units.at(0).variants.at(0);
  CHECK(variant.text == "Article 27 ");
  REQUIRE(variant.tags.size() == 3);
  CHECK(variant.tags[0].role == InlineTag::Role::begin);
  CHECK(variant.tags[0].attributes ==
        std::vector<NamedValue>{{"i", "1"}, {"x", "2"}, {"type", "cf"}});
  CHECK(variant.tags[1].role == InlineTag::Role::end);
  CHECK(variant.tags[1].at == 7);
  CHECK(variant.tags[2].content == "A &amp; B");
  CHECK_THAT(written(trip, tmx_writer),
             Catch::Contains("<ph x=\"4\" type=\"n\">A &amp; B</ph>"));
}

TEST_CASE("a segment that can't be read costs its unit and is named", "[exchange][error]") {
  std::istringstream in(database_of(studio_tables +
                                    studio_row(1, council, "<Segment><Elements>") +
                                    studio_row(2, council, "") + studio_row(3, "", "") +
                                    studio_row(4, council, conseil)));
  const auto reader = read_sdltm(in, "un.sdltm");
  TranslationUnit unit;
  REQUIRE(reader->next(unit));
  CHECK(unit.id == "2");
  CHECK(unit.variants.size() == 1);
  CHECK(unit.state == UnitState::untranslated);
  REQUIRE(reader->next(unit));
  CHECK(unit.id == "4");
  CHECK_FALSE(reader->next(unit));
  REQUIRE(reader->warnings().count == 1);
  CHECK_THAT(reader->warnings().first[0].what,
             Catch::Contains("the unit 1 is passed over"));
}

TEST_CASE("what is no memory of Studio is refused with a way out", "[exchange][error]") {
  CHECK_THAT(refusal("<tmx version='1.4'/>"), Catch::Contains("no SQLite database"));
  CHECK_THAT(refusal(database_of("CREATE TABLE row(id)")),
             Catch::Contains("no table translation_memories"));
  std::string cut = database_of(studio_tables + studio_row(4, council, conseil));
  cut.resize(cut.size() - 5000);
  CHECK_THAT(refusal(cut), Catch::Contains("export a TMX"));
}

TEST_CASE("nothing that a stranger's schema holds is run", "[exchange][error]") {
  const std::string memories =
      "CREATE TABLE translation_memories(id INTEGER PRIMARY KEY, name TEXT, "
      "source_language TEXT, target_language TEXT);";
  SECTION("a view in the place of a table") {
    CHECK_THAT(
        refusal(database_of(memories + "CREATE VIEW translation_units AS WITH RECURSIVE "
                                       "n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) "
                                       "SELECT x AS id, '' AS source_segment, '' AS "
                                       "target_segment FROM n")),
        Catch::Contains("no table translation_units"));
  }
  SECTION("a column that calls a function") {
    CHECK_THAT(refusal(database_of(
                   memories +
                   "CREATE TABLE translation_units(id INTEGER PRIMARY KEY, "
                   "source_segment TEXT AS (hex(zeroblob(1000000))), target_segment TEXT);"
                   "INSERT INTO translation_units(id) VALUES (1)")),
               Catch::Contains("no table translation_units"));
  }
  SECTION("a table of another module") {
    CHECK_THAT(
        refusal(database_of(memories + "CREATE VIRTUAL TABLE translation_units USING "
                                       "fts5(source_segment, target_segment)")),
        Catch::Contains("no table translation_units"));
  }
}

TEST_CASE("a memory that was left in the middle of its log is read as the file has it",
          "[exchange][edge]") {
  std::string bytes = database_of(studio_tables + studio_row(4, council, conseil));
  bytes[18] = bytes[19] = 2;  // Source: SQLite's file format: WAL
  CHECK(read_all(bytes, read_sdltm).units.size() == 1);
}

}  // namespace hexapla::read_sdltm_test
