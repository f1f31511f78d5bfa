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
  CHECK(unit.notes == std::vector<std::string>{"plain"});
  REQUIRE(value_of(unit.properties, "xml:alt-trans") != nullptr);
  CHECK(
      *value_of(unit.properties, "xml:alt-trans") ==
      R"(<alt-trans match-quality="80%"><source>A</source><target>B &lt;</target></alt-trans>)");
  CHECK(value_of(unit.properties, "xml:seg-source") != nullptr);
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
  CHECK(units[0].notes == std::vector<std::string>{"plain"});
  CHECK(units[1].notes.empty());
  CHECK(units[0].variants[1].language == languages::ru);
}

TEST_CASE("files after the first have languages of their own", "[memory]") {
  const auto units = units_of("1.2: two files");
  REQUIRE(units.size() == 3);
  CHECK(units[2].variants[0].language == languages::fr);
  CHECK(units[2].variants[1].language == languages::ar);
}

TEST_CASE("what is no sound XLIFF is refused by its line", "[memory][error]") {
  const auto [bytes, words] = GENERATE(table<std::string, std::string>(
      {{"<tmx/>", "not an XLIFF file"},
       {"<xliff version=\"3.0\"/>", "XLIFF of version “3.0”"},
       {"<xliff/>", "XLIFF of version “”"},
       {xliff_1("\n<trans-unit id=\"1\"/>"), "t.xlf:2: a trans-unit has no source"},
       {xliff_2("<unit id=\"u\">\n<segment/></unit>"), "t.xlf:2: a segment has no source"},
       {"<xliff version=\"1.2\"><file>", "not well-formed"}}));
  CAPTURE(bytes);
  CHECK_THROWS_WITH(units_in(bytes), Catch::Contains(words));
}

}  // namespace hexapla
