#include "errors.hpp"
#include "exchange/shared_names.hpp"
#include "exchange/text_memory/text_memories.hpp"
#include "exchange/trip.hpp"
#include "utf16.hpp"

#include <catch2/catch.hpp>

namespace hexapla::trados_text_test {
namespace {

const std::string preamble =
    "<TWBExportFile version=\"7.0\" generator=\"TW4Win\" build=\"8.3.0.863\">\r\n"
    "<RTF Preamble>\r\n<FontTable>\r\n{\\fonttbl \r\n"
    "{\\f1 \\fmodern\\fprq1 \\fcharset0 Courier New;}\r\n"
    "{\\f8 \\froman\\fprq2 \\fcharset204 Times New Roman Cyr;}\r\n"
    "{\\f4 \\fcharset134 SimSun;}}\r\n<StyleSheet>\r\n{\\stylesheet \r\n"
    "{\\St \\s0 {\\StN Normal}}\r\n{\\St \\cs3 {\\StB \\f1\\cf11\\lang1024 }{\\StN "
    "tw4winPopup}}\r\n{\\St \\cs7 {\\StB \\f1\\cf6\\lang1024 }{\\StN tw4winInternal}}}\r\n"
    "</RTF Preamble>\r\n";

Trip read(const std::string& bytes) {
  return read_all(bytes, read_trados_text, "un.txt");
}

std::string text_of_seg(const std::string& rtf, const std::string& language = "EN-US") {
  return read(preamble + "<TrU>\r\n<Seg L=" + language + ">" + rtf + "\r\n</TrU>\r\n")
      .units.at(0)
      .variants.at(0)
      .text;
}

}  // namespace

TEST_CASE("an old export in a code page gives units with dates, users and fields",
          "[exchange]") {
  const Trip trip = read(
      "<TrU>\n<CrD>18012000, 13:18:35\n<CrU>CAROL-ANN\n<UsC>2\n<Att L=Client>UNOG\n"
      "<Txt L=Project>Roads\n"
      "<Seg L=EN_GB>Association for Road Safety \\endash  Conference\n"
      "<Seg L=DE_DE>Tagung der Gesellschaft f\xFCr Verkehrssicherheit\n</TrU>\n"
      "<TrU>\n<Seg L=EN_GB>Charter\n<Seg L=RU>\xD3\xF1\xF2\xE0\xE2\n</TrU>\n");
  REQUIRE(trip.units.size() == 2);
  const TranslationUnit& unit = trip.units[0];
  CHECK(unit.variants.at(0).text == "Association for Road Safety – Conference");
  CHECK(unit.variants.at(0).language == Language("en-GB"));
  CHECK(unit.variants.at(0).tag == "EN_GB");
  CHECK(unit.variants.at(1).text == "Tagung der Gesellschaft für Verkehrssicherheit");
  CHECK(unit.attributes == std::vector<NamedValue>{{"creationdate", "20000118T131835Z"},
                                                   {"creationid", "CAROL-ANN"},
                                                   {"usagecount", "2"}});
  CHECK(unit.properties ==
        std::vector<NamedValue>{{"Att::Client", "UNOG"}, {"Txt::Project", "Roads"}});
  CHECK(trip.units[1].variants.at(1).text == "Устав");
}

TEST_CASE("RTF's names, numbers and bytes are characters", "[exchange]") {
  CHECK(text_of_seg("the Council\\rquote s \\ldblquote mandate\\rdblquote \\~27\\_A\\-b") ==
        "the Council’s “mandate”\xC2\xA0"
        "27‑A\xC2\xAD"
        "b");
  CHECK(text_of_seg("a\\tab b\\line c\\\\d\\{e\\}") == "a\tb\nc\\d{e}");
  CHECK(text_of_seg("\\u1057?\\u-10240?\\u-9216?") == "С\U00010000");
  CHECK(text_of_seg("\\uc0\\u1057 A") == "СA");
  CHECK(text_of_seg("r\\'e9solution") == "résolution");
  CHECK(text_of_seg("{\\f8 \\'d3\\'f1\\'f2\\'e0\\'e2} A") == "Устав A");
  CHECK(text_of_seg("{\\f4 \\'b0\\'b2\\'c0\\'ed\\'bb\\'e1}") == "安理会");
  CHECK(text_of_seg("安理会", "ZH-CN") == "安理会");
}

TEST_CASE("text in the style of a tag is a tag, bold and the like are pairs",
          "[exchange]") {
  const Trip trip = read(preamble +
                         "<TrU>\r\n<Seg L=EN-US>The{\\cs7\\f1\\cf6\\lang1024 <:cs \"A\" "
                         "1>} {\\b Charter}, \\i in part\\i0 ; {\\cs3 menu}\r\n</TrU>\r\n");
  const Variant& variant = trip.units.at(0).variants.at(0);
  CHECK(variant.text == "The Charter, in part; menu");
  REQUIRE(variant.tags.size() == 5);
  CHECK(variant.tags[0].content == "&lt;:cs \"A\" 1&gt;");
  CHECK(variant.tags[0].at == 3);
  CHECK(variant.tags[1].content == "\\b ");
  CHECK(variant.tags[2].role == InlineTag::Role::end);
  CHECK(variant.tags[2].at == 11);
  CHECK(variant.tags[4].content == "\\i0 ");
}

TEST_CASE("what is written for Trados is read back as it was", "[exchange][property]") {
  const unsigned seed = GENERATE(1U, 2U, 3U, 4U);
  UnitMaker maker(seed, {{"ph"}, {"rtf"}, {"&lt;b&gt;", "{1} &amp; 停"}});
  Trip before;
  before.header.format = "trados";
  for (std::size_t number = 0; number < 60; ++number) {
    TranslationUnit unit;
    unit.attributes = {{"creationdate", "20000118T131835Z"}, {"creationid", "ANA"}};
    unit.properties = {{"Att::Client", "UNOG"}};
    for (const char* const tag : {"EN-US", "FR", "ZH-CN"}) {
      Variant variant;
      variant.text = maker.text() + "{a}\\b " + maker.text();
      variant.language = Language(tag == std::string("EN-US")   ? "en-US"
                                  : tag == std::string("ZH-CN") ? "zh-CN"
                                                                : "fr");
      variant.tag = tag;
      variant.tags = {{0, InlineTag::Role::begin, "rtf", {}, "\\b "},
                      {0, InlineTag::Role::alone, "ph", {}, "&lt;:cs \"A\"&gt;"},
                      {static_cast<std::uint32_t>(variant.text.size()),
                       InlineTag::Role::end,
                       "rtf",
                       {},
                       "\\b0 "}};
      unit.variants.push_back(std::move(variant));
    }
    before.units.push_back(std::move(unit));
  }
  check_same(before, there_and_back(before, trados_text_writer, read_trados_text));
}

TEST_CASE("units without end or text cost themselves only", "[exchange][error]") {
  std::istringstream in(preamble +
                        "<TrU>\r\n<CrU>A\r\n</TrU>\r\n<TrU>\r\n<Seg L=EN-US>one\r\n"
                        "<TrU>\r\n<Seg L=EN-US>two</Seg>\r\nlines\r\n</TrU>\r\n");
  const auto reader = read_trados_text(in, "un.txt");
  TranslationUnit unit;
  REQUIRE(reader->next(unit));
  CHECK(unit.variants[0].text == "one");
  REQUIRE(reader->next(unit));
  CHECK(unit.variants[0].text == "two lines");
  CHECK_FALSE(reader->next(unit));
  CHECK(reader->warnings().count == 2);
}

TEST_CASE("a backslash before a letter beyond ASCII costs no letter", "[exchange][edge]") {
  CHECK(read(preamble + "<TrU>\r\n<Seg L=RU-RU>Устав \\ООН\r\n</TrU>\r\n")
            .units.at(0)
            .variants.at(0)
            .text == "Устав ООН");
}

TEST_CASE("UTF-16 is told by its mark, and other files are refused", "[exchange][error]") {
  CHECK(read(utf16_of(preamble + "<TrU>\r\n<Seg L=EN-US>Charter\r\n</TrU>\r\n"))
            .units.at(0)
            .variants.at(0)
            .text == "Charter");
  CHECK_THAT(error_of(Fault::malformed, [] { (void)read("A/RES/60/1\n"); }),
             Catch::Contains("un.txt:1: no memory of Trados"));
}

}  // namespace hexapla::trados_text_test
