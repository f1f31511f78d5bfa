#include "exchange/xliff/read_xliff.hpp"

#include "exchange/awkward_xliff.hpp"
#include "exchange/shared_names.hpp"

#include <sstream>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

std::vector<TranslationUnit> units_in(const std::string& bytes) {
  std::istringstream in(bytes);
  const auto reader = read_xliff(in, "t.xlf");
  std::vector<TranslationUnit> units;
  for (TranslationUnit unit; reader->next(unit);)
    units.push_back(unit);
  return units;
}

std::vector<TranslationUnit> units_of(std::string_view what) {
  for (const AwkwardFile& file : awkward_xliff())
    if (file.what == what) return units_in(file.bytes);
  return {};
}

}  // namespace

TEST_CASE("a trans-unit is a unit with its source and target", "[memory]") {
  const auto units = units_of("1.2: a state");
  REQUIRE(units.size() == 1);
  CHECK(units[0].id == "1");
  CHECK(units[0].attributes ==
        std::vector<NamedValue>{{"approved", "yes"}, {"xml:space", "preserve"}});
  REQUIRE(units[0].variants.size() == 2);
  CHECK(units[0].variants[0].language == Language("en-US"));
  CHECK(units[0].variants[0].text == " a ");
  CHECK(units[0].variants[1].language == languages::ru);
  CHECK(units[0].variants[1].attributes.front() ==
        NamedValue{"state", "needs-review-translation"});
}

TEST_CASE("alternatives and contexts are kept as they are, plain notes as notes",
          "[memory]") {
  const TranslationUnit unit = units_of("1.2: alternatives, contexts and notes").at(0);
  CHECK(unit.notes == std::vector<std::string>{"n", "plain"});
  REQUIRE(value_of(unit.properties, "xml:alt-trans") != nullptr);
  CHECK(
      *value_of(unit.properties, "xml:alt-trans") ==
      R"(<alt-trans match-quality="80%"><source>A</source><target>B &lt;</target></alt-trans>)");
  CHECK(unit.variants.size() == 2);
  CHECK(unit.variants[1].text == "b");
}

TEST_CASE("a unit of XLIFF 2 gives a unit a segment", "[memory]") {
  const auto units = units_of("2.1: segments of a unit");
  REQUIRE(units.size() == 2);
  CHECK(units[0].id == "u1/s1");
  CHECK(units[1].id == "u1");
  CHECK(units[0].attributes ==
        std::vector<NamedValue>{{"name", "n"}, {"segment/state", "final"}});
  CHECK(units[0].notes == std::vector<std::string>{"n", "plain"});
  CHECK(units[1].notes.empty());
  CHECK(units[0].variants[1].language == languages::ru);
}

TEST_CASE("files after the first have languages of their own", "[memory]") {
  const auto units = units_of("1.2: two files");
  REQUIRE(units.size() == 3);
  CHECK(units[2].variants[0].language == languages::fr);
  CHECK(units[2].variants[1].language == languages::ar);
}

TEST_CASE("a unit without a source is passed over with a warning, or refused", "[memory]") {
  std::istringstream in(
      xliff_1("\n<trans-unit id=\"1\"/><trans-unit id=\"2\"><source>Security "
              "Council</source></trans-unit>"));
  const auto reader = read_xliff(in, "t.xlf");
  TranslationUnit unit;
  REQUIRE(reader->next(unit));
  CHECK(unit.id == "2");
  CHECK_FALSE(reader->next(unit));
  REQUIRE(reader->warnings().count == 1);
  CHECK(reader->warnings().first.front().place.line == 2);
  CHECK_THROWS_WITH(reader->be_strict(), Catch::Contains("t.xlf:2"));
}

TEST_CASE("a file that names no version is read as what its attributes say", "[memory]") {
  std::istringstream in(
      "<xliff><file source-language=\"en\"><body><trans-unit id=\"1\"><source>a</source>"
      "</trans-unit></body></file></xliff>");
  const auto reader = read_xliff(in, "t.xlf");
  CHECK(reader->header().format == "xliff 1.2");
  CHECK(reader->warnings().count == 1);
}

TEST_CASE(
    "segments of a unit are pairs of their own, a half-translated one without "
    "making up a pair",
    "[memory]") {
  const auto units = units_in(xliff_1(
      "<trans-unit id=\"p1\"><source>The Council met. It rose.</source><seg-source><mrk "
      "mtype=\"seg\" mid=\"1\">The <g id=\"5\">Council</g> met.</mrk> <mrk mtype=\"seg\" "
      "mid=\"2\">It rose.</mrk></seg-source><target><mrk mtype=\"seg\" mid=\"2\">Заседание "
      "закрыто.</mrk> <mrk mtype=\"seg\" mid=\"1\"/></target></trans-unit>"));
  REQUIRE(units.size() == 2);
  CHECK(units[0].id == "p1/1");
  REQUIRE(units[0].variants.size() == 1);
  CHECK(units[0].variants[0].text == "The Council met.");
  REQUIRE(units[0].variants[0].tags.size() == 2);
  CHECK(units[0].variants[0].tags[0].at == 4);
  REQUIRE(units[1].variants.size() == 2);
  CHECK(units[1].variants[1].text == "Заседание закрыто.");
}

TEST_CASE("a translation that isn't cut as its source is stays one pair", "[memory]") {
  const auto units = units_in(xliff_1(
      "<trans-unit id=\"p1\"><source>A. B.</source><seg-source><mrk mtype=\"seg\" "
      "mid=\"1\">A.</mrk> <mrk mtype=\"seg\" mid=\"2\">B.</mrk></seg-source><target>А. "
      "Б.</target></trans-unit>"));
  REQUIRE(units.size() == 1);
  CHECK(units[0].variants[0].text == "A. B.");
  CHECK(units[0].variants[1].text == "А. Б.");
}

TEST_CASE("states, rates and locks of editors are told", "[memory]") {
  const auto units = units_in(
      "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" "
      "xmlns:sdl=\"http://sdl.com/FileTypes/SdlXliff/1.0\" xmlns:mq=\"MQXliff\"><file "
      "original=\"a\" source-language=\"en\" target-language=\"fr\" datatype=\"x\"><body>"
      "<trans-unit id=\"1\"><source>war</source><seg-source><mrk mtype=\"seg\" "
      "mid=\"7\">war</mrk></seg-source><target><mrk mtype=\"seg\" mid=\"7\">guerre</mrk>"
      "</target><sdl:seg-defs><sdl:seg id=\"7\" conf=\"ApprovedSignOff\" percent=\"87\" "
      "origin=\"tm\" locked=\"true\"/></sdl:seg-defs></trans-unit><trans-unit id=\"2\" "
      "mq:status=\"Rejected\"><source>peace</source><target>pais</target></trans-unit>"
      "<trans-unit id=\"3\" approved=\"no\"><source>law</source><target/></trans-unit>"
      "</body></file></xliff>");
  REQUIRE(units.size() == 3);
  CHECK(units[0].state == UnitState::final);
  CHECK(*value_of(units[0].properties, "x-match-rate") == "87");
  CHECK(value_of(units[0].properties, "x-locked") != nullptr);
  CHECK(units[1].state == UnitState::draft);
  CHECK(units[2].state == UnitState::untranslated);
}

TEST_CASE("what is no sound XLIFF is refused by its line", "[memory][error]") {
  const auto [bytes, words] = GENERATE(table<std::string, std::string>(
      {{"<tmx/>", "not an XLIFF file"},
       {"<xliff version=\"3.0\"/>", "XLIFF of version “3.0”"},
       {"<xliff version=\"1.2\"><file>", "not well-formed"}}));
  CAPTURE(bytes);
  CHECK_THROWS_WITH(units_in(bytes), Catch::Contains(words));
}

}  // namespace hexapla
