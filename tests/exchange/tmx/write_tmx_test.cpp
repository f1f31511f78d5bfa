#include "exchange/tmx/write_tmx.hpp"

#include "exchange/made_up.hpp"

#include <sstream>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

const TmxSettings settings{languages::zh, "letter.zh.txt", "0.1.0"};

std::string tmx_of(const std::vector<AlignedUnit>& units) {
  std::ostringstream out;
  write_tmx(out, units, settings);
  return out.str();
}

}  // namespace

TEST_CASE("a memory names its tool, its source language and all the header needs",
          "[export]") {
  CHECK_THAT(
      tmx_of({}),
      Catch::StartsWith(
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">") &&
          Catch::Contains("<header creationtool=\"hexapla\" creationtoolversion=\"0.1.0\" "
                          "segtype=\"sentence\" o-tmf=\"hexapla\" adminlang=\"en\" "
                          "srclang=\"zh\" datatype=\"plaintext\"/>"));
}

TEST_CASE("a unit becomes a tu with a tuv for each language", "[export]") {
  const std::vector<AlignedUnit> units{made_up_units().front()};
  CHECK_THAT(tmx_of(units),
             Catch::Contains("<tu tuid=\"row-0000\">\n"
                             "   <prop type=\"x-document\">letter.zh.txt</prop>\n"
                             "   <prop type=\"x-confidence\">1.000000</prop>\n"
                             "   <tuv xml:lang=\"zh\">\n"
                             "    <prop type=\"x-segments\">0</prop>\n"
                             "    <seg>安全理事会</seg>\n"
                             "   </tuv>\n"
                             "   <tuv xml:lang=\"ar\">\n") &&
                 Catch::Contains("<seg>Совет Безопасности</seg>"));
}

TEST_CASE("units in one language are skipped and counted", "[export]") {
  std::ostringstream out;
  CHECK(write_tmx(out, made_up_units(), settings) == Exported{3, 1, 0});
  CHECK(out.str().find("توقيع") == std::string::npos);
}

TEST_CASE("a unit without the pivot names its own source language", "[export]") {
  CHECK_THAT(tmx_of({made_up_units().at(2)}),
             Catch::Contains("<tu tuid=\"row-0002\" srclang=\"en\">"));
}

TEST_CASE("markup in a text is escaped", "[export]") {
  CHECK_THAT(tmx_of({made_up_units().at(2)}),
             Catch::Contains("<seg>A &amp; B &lt;\"c\"&gt;</seg>") ||
                 Catch::Contains("<seg>A &amp; B &lt;&quot;c&quot;&gt;</seg>"));
}

TEST_CASE("characters that XML forbids are written as words and counted",
          "[export][edge]") {
  const std::string text = std::string("a\x01") + '\0' + "b\xEF\xBF\xBE" + "c\td";
  const std::vector<AlignedUnit> units{
      {7, {made_up_cell(languages::en, text, 0), made_up_cell(languages::fr, "é", 0)}, 1}};
  std::ostringstream out;
  CHECK(write_tmx(out, units, settings) == Exported{1, 0, 3});
  CHECK_THAT(out.str(), Catch::Contains("<seg>a[U+0001][U+0000]b[U+FFFE]c\td</seg>"));
}

TEST_CASE("a large unit number keeps its digits", "[export][edge]") {
  AlignedUnit unit = made_up_units().front();
  unit.number = 123456;
  CHECK_THAT(tmx_of({unit}), Catch::Contains("tuid=\"row-123456\""));
}

}  // namespace hexapla
