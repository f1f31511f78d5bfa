#include "exchange/tmx/read_tmx.hpp"

#include "exchange/awkward_tmx.hpp"
#include "exchange/shared_names.hpp"
#include "exchange/trip.hpp"
#include "text/error.hpp"
#include "text/utf8.hpp"

#include <sstream>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

Trip read(const std::string& bytes) {
  return read_all(bytes, read_tmx, "t.tmx");
}

std::string bytes_of(std::string_view what) {
  for (const AwkwardFile& file : awkward_tmx())
    if (file.what == what) return file.bytes;
  return "no such file";
}

std::string nested(int levels) {
  std::string begins;
  for (; levels > 0; --levels)
    begins += "<hi>";
  return begins;
}

TranslationUnit only_unit(std::string_view what) {
  const Trip memory = read(bytes_of(what));
  REQUIRE(memory.units.size() == 1);
  return memory.units.front();
}

}  // namespace

TEST_CASE("every awkward memory is read, in valid UTF-8", "[memory]") {
  CHECK(awkward_tmx().size() >= 20);
  for (const AwkwardFile& file : awkward_tmx()) {
    CAPTURE(file.what);
    const Trip memory = read(file.bytes);
    CHECK_FALSE(memory.units.empty());
    for (const TranslationUnit& unit : memory.units)
      for (const Variant& variant : unit.variants) {
        CHECK_FALSE(find_ill_formed(variant.text));
        for (const InlineTag& tag : variant.tags)
          CHECK(tag.at <= variant.text.size());
      }
  }
}

TEST_CASE("texts of TMX are what the file says", "[memory]") {
  const auto [what, text] = GENERATE(table<std::string, std::string>(
      {{"CDATA", "a <b> & c"},
       {"character references", "安理 &amp; \"'"},
       {"tabs and line ends", "a\tb\nc\rd\n"},
       {"an empty seg", ""},
       {"a seg of spaces", "  "},
       {"UTF-16, low byte first", "停火𠀀"},
       {"UTF-16, high byte first", "停火𠀀"},
       {"Latin 1", "été"},
       {"comments and instructions", "acf"},
       {"an element that TMX does not know", "a bold c"},
       {"right-to-left marks", "\u200Fمجلس\u202E الأمن\u202C"}}));
  CAPTURE(what);
  CHECK(only_unit(what).variants.front().text == text);
}

TEST_CASE("languages are told in any letter case, and kept as written", "[memory]") {
  const TranslationUnit unit = only_unit("letter case of languages");
  CHECK(unit.variants[0].language == Language("en-US"));
  CHECK(unit.variants[0].tag == "EN-us");
  CHECK(unit.variants[1].language == Language("zh-Hant-TW"));
  CHECK(unit.variants[1].tag == "ZH_HANT_tw");
  CHECK(only_unit("lang as in TMX 1.1").variants[0].language == languages::en);
  CHECK(only_unit("a language tag that is too long").variants[0].language ==
        Language("sr"));
  CHECK(only_unit("a private language").variants[0].language == Language());
  CHECK(only_unit("a private language").variants[0].tag == "x-klingon");
}

TEST_CASE("inline tags are kept with their places, attributes and contents", "[memory]") {
  const Variant text = only_unit("nested inline tags").variants.front();
  CHECK(text.text == "xyzw");
  REQUIRE(text.tags.size() == 7);
  CHECK(text.tags[0] == InlineTag{1,
                                  InlineTag::Role::begin,
                                  "bpt",
                                  {{"i", "1"}, {"type", "b"}},
                                  "&lt;b title='<sub>a <ph>{1}</ph></sub>'&gt;"});
  CHECK(text.tags[1] == InlineTag{2, InlineTag::Role::begin, "hi", {{"type", "t"}}, ""});
  CHECK(text.tags[4] == InlineTag{4, InlineTag::Role::end, "hi", {}, ""});
  CHECK(text.tags[6].element == "ept");
}

TEST_CASE("two variants of one language both stay", "[memory]") {
  const TranslationUnit unit = only_unit("two variants of one language");
  REQUIRE(unit.variants.size() == 2);
  CHECK(unit.variants[1].attributes == std::vector<NamedValue>{{"changeid", "x"}});
}

TEST_CASE("the header is kept; what the noun has no place for, as it stands", "[memory]") {
  const MemoryHeader header = read(bytes_of("a header with everything")).header;
  CHECK(header.format == "tmx 1.4");
  CHECK(header.source == Language());
  CHECK(header.notes == std::vector<std::string>{"plain"});
  REQUIRE(value_of(header.properties, "xml:ude") != nullptr);
  CHECK(*value_of(header.properties, "xml:ude") ==
        R"(<ude name="u" base="b"><map unicode="#xF8FF"/></ude>)");
  REQUIRE(value_of(header.attributes, "srclang") != nullptr);
  CHECK(*value_of(header.attributes, "srclang") == "*all*");
}

TEST_CASE("an entry without a text or a language costs no memory", "[memory]") {
  std::istringstream in("<tmx><body>\n<tu/><tu>\n<tuv><seg>a</seg></tuv></tu>" +
                        tu("Security Council") + "</body></tmx>");
  const auto reader = read_tmx(in, "t.tmx");
  TranslationUnit unit;
  REQUIRE(reader->next(unit));
  CHECK(unit.variants.front().text == "Security Council");
  CHECK_FALSE(reader->next(unit));
  CHECK(reader->warnings().count == 3);
  CHECK_THROWS_WITH(reader->be_strict(), Catch::Contains("t.tmx:2"));
}

TEST_CASE("what is no sound TMX is refused by its line", "[memory][error]") {
  const auto [bytes, words] = GENERATE(table<std::string, std::string>({
      {"", "t.tmx"},
      {"<html/>", "not a TMX file"},
      {"<tmx version=\"1.4\">\n<body><tu></body></tmx>", "t.tmx:2"},
      {tmx_with(tu("a&#1;b")), "not well-formed"},
      {tmx_with(tu("a\x01")), "not well-formed"},
      {tmx_with(tu("\xC3\x28")), "not well-formed"},
      {tmx_with(tu("<![CDATA[\xC0\xB2]]>")), "not valid UTF-8"},
      {tmx_with(tu("\xED\xA0\x80")), "not"},
      {tmx_with(tu("&unknown;")), "t.tmx:1"},
      {"<!DOCTYPE tmx [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + tmx_with(tu("&e;")),
       "DOCTYPE that declares entities"},
      {"<tmx version=\"1.4\"><body>" + tu("a"), "t.tmx"},
      {tmx_with(tu(nested(70))), "nested too deeply"},
  }));
  CAPTURE(bytes.substr(0, 200));
  CHECK_THROWS_WITH(read(bytes), Catch::Contains(words));
}

}  // namespace hexapla
