#include "errors.hpp"
#include "exchange/text_memory/text_memories.hpp"
#include "exchange/trip.hpp"

#include <catch2/catch.hpp>

namespace hexapla::wordfast_test {
namespace {

const std::string head =
    "%20100801~111517\t%UserID,AHLJat,AHLJat\t%TU=00008580\t%EN-US\t%Wordfast TM "
    "v.546/00\t%FR-FR\t%\t.\n";

Trip read(const std::string& bytes) {
  return read_all(bytes, read_wordfast, "un.txt");
}

}  // namespace

TEST_CASE("a line of a Wordfast memory is a unit", "[exchange]") {
  const Trip trip =
      read(head +
           "%This is a header - do not delete, move or sort.\n"
           "20100727~145333\tAHLJat\t2\tEN-US\tThe Council&'92;s &'93;mandate&'94; A&'26;B"
           "&tA;\tFR-FR\tLe mandat\tEL\t\tUN\n");
  REQUIRE(trip.units.size() == 1);
  const TranslationUnit& unit = trip.units[0];
  CHECK(unit.variants.at(0).text == "The Council’s “mandate” A&B");
  CHECK(unit.variants.at(0).tags.at(0).content == "&amp;tA;");
  CHECK(unit.variants.at(0).tag == "EN-US");
  CHECK(unit.variants.at(0).language == Language("en-US"));
  CHECK(unit.variants.at(1).text == "Le mandat");
  CHECK(unit.attributes == std::vector<NamedValue>{{"creationdate", "20100727T145333Z"},
                                                   {"creationid", "AHLJat"},
                                                   {"usagecount", "2"}});
  CHECK(unit.properties ==
        std::vector<NamedValue>{{"x-wordfast-1", "EL"}, {"x-wordfast-3", "UN"}});
}

TEST_CASE("codes that stand for nothing stay as they are", "[exchange][edge]") {
  const Trip trip = read(head +
                         "20100727~145333\tA\t0\tEN-US\tR&D; &'ZZ; &'81; &t; &tb; &'1\t"
                         "FR-FR\tx&'B;y&'9;z\n");
  CHECK(trip.units.at(0).variants.at(0).text == "R&D; &'ZZ; &'81; &t; &tb; &'1");
  CHECK(trip.units.at(0).variants.at(1).text == "x\ny&'9;z");
}

TEST_CASE("bytes that are no Unicode are read in the code page of their language",
          "[exchange]") {
  const Trip trip = read(
      "%20100801~111517\t%U\t%TU=1\t%FR-FR\t%Wordfast TM v.3\t%RU-RU\t%\n"
      "20100727~145333\tA\t0\tFR-FR\tr\xE9solution\tRU-RU\t\xF0\xE5\xE7\xEE\xEB\xFE\xF6\xE8"
      "\xFF\n");
  CHECK(trip.units.at(0).variants.at(0).text == "résolution");
  CHECK(trip.units.at(0).variants.at(1).text == "резолюция");
}

TEST_CASE("a line that lacks fields is passed over with its number", "[exchange][error]") {
  std::istringstream in(head + "20100727~145333\tA\t0\tEN-US\tCharter\n\n" +
                        "20100727~145333\tA\t0\tEN-US\tCharter\tFR-FR\tCharte\n");
  const auto reader = read_wordfast(in, "un.txt");
  TranslationUnit unit;
  REQUIRE(reader->next(unit));
  CHECK(unit.variants[1].text == "Charte");
  CHECK_FALSE(reader->next(unit));
  REQUIRE(reader->warnings().count == 1);
  CHECK(reader->warnings().first[0].place.line == 2);
  CHECK_THAT(error_of(Fault::malformed, [] { (void)read("en\tfr\n"); }),
             Catch::Contains("un.txt:1: no memory of Wordfast"));
}

TEST_CASE("what is written for Wordfast is read back as it was", "[exchange][property]") {
  const unsigned seed = GENERATE(1U, 2U, 3U, 4U);
  UnitMaker maker(seed, {{"ph"}, {"g"}, {""}});
  Trip before;
  before.header.format = "wordfast";
  before.header.source = Language("en-US");
  for (std::size_t number = 0; number < 60; ++number) {
    TranslationUnit unit;
    unit.attributes = {
        {"creationdate", "20000118T131835Z"}, {"creationid", "ANA"}, {"usagecount", "7"}};
    for (const char* const tag : {"en-US", "zh-CN"}) {
      Variant variant;
      variant.language = Language(tag);
      variant.text = "&tA; " + maker.text() + "\n\t&'92;𠀀";
      variant.tags = {{0, InlineTag::Role::alone, "ph", {}, "&amp;tA;"}};
      unit.variants.push_back(std::move(variant));
    }
    unit.variants[0].tag = unit.variants[1].tag = "";
    before.units.push_back(std::move(unit));
  }
  std::ostringstream out;
  const auto writer = wordfast_writer(out, {before.header, {}, "0.1.0"});
  for (const TranslationUnit& unit : before.units)
    writer->add(unit);
  CHECK(writer->finish().written == before.units.size());
  Trip after = read(out.str());
  CHECK(after.header.source == before.header.source);
  for (TranslationUnit& unit : after.units)
    for (Variant& variant : unit.variants)
      variant.tag.clear();  // Wordfast writes EN-US
  for (TranslationUnit& unit : before.units)
    for (Variant& variant : unit.variants)
      std::ranges::replace(variant.text, '\t', ' ');
  check_same(before, after);
}

}  // namespace hexapla::wordfast_test
