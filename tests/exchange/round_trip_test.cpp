#include "exchange/awkward_tmx.hpp"
#include "exchange/awkward_xliff.hpp"
#include "exchange/lines/line_writers.hpp"
#include "exchange/lines/read_jsonl.hpp"
#include "exchange/po/write_po.hpp"
#include "exchange/shared_names.hpp"
#include "exchange/tmx/read_tmx.hpp"
#include "exchange/tmx/write_tmx.hpp"
#include "exchange/trip.hpp"
#include "exchange/xliff/read_xliff.hpp"
#include "exchange/xliff/write_xliff.hpp"

#include <functional>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("units made at random come back from TMX as they were", "[export][property]") {
  const unsigned seed = GENERATE(1U, 2U, 3U, 4U, 5U);
  const Trip before = made_tmx(seed);
  check_same(before, there_and_back(before, tmx_writer, read_tmx));
}

TEST_CASE("units made at random come back from XLIFF with texts, tags and states",
          "[export][property]") {
  const unsigned seed = GENERATE(1U, 2U, 3U, 4U, 5U);
  const std::string version = GENERATE("1.2", "2.1");
  CAPTURE(version);
  const Trip before = made_xliff(seed, version);
  const Write write = version == "1.2" ? xliff_1_writer : xliff_2_writer;
  check_same_texts(before, there_and_back(before, write, read_xliff));
}

TEST_CASE("units made at random come back from our JSON lines as they were",
          "[export][property]") {
  Trip before = made_tmx(GENERATE(6U, 7U));
  // An object holds a language once: variants of one language stand together.
  for (TranslationUnit& unit : before.units)
    std::ranges::stable_sort(unit.variants, {}, &Variant::language);
  std::ostringstream out;
  const auto writer = jsonl_writer(out);
  for (const TranslationUnit& unit : before.units)
    writer->add(unit);
  CHECK(writer->finish().written == before.units.size());
  check_same(before, read_all(out.str(), read_jsonl));
}

TEST_CASE("the lines of a PO header end with escapes, not with line ends", "[export]") {
  Trip trip;
  CHECK_THAT(written(trip, po_writer),
             Catch::Contains("\"Content-Type: text/plain; charset=UTF-8\\n\"\n"));
}

TEST_CASE("awkward memories keep everything on their way through TMX", "[export]") {
  for (const AwkwardFile& file : awkward_tmx()) {
    CAPTURE(file.what);
    const Trip before = read_all(file.bytes, read_tmx);
    const std::string bytes = written(before, tmx_writer);
    const Trip after = read_all(bytes, read_tmx);
    check_same(before, after);
    CHECK(after.header.notes == before.header.notes);
    CHECK(after.header.properties == before.header.properties);
    CHECK(written(after, tmx_writer) == bytes);
  }
}

TEST_CASE("awkward XLIFF files keep everything on their way", "[export]") {
  for (const AwkwardFile& file : awkward_xliff()) {
    CAPTURE(file.what);
    const Trip before = read_all(file.bytes, read_xliff);
    const Write write =
        before.header.format.starts_with("xliff 1") ? xliff_1_writer : xliff_2_writer;
    const std::string bytes = written(before, write);
    const bool is_utf8 = file.what.find("UTF-16") == std::string::npos &&
                         file.what.find("Latin") == std::string::npos;
    if (is_utf8) CHECK((bytes == file.bytes));
    const Trip after = read_all(bytes, read_xliff);
    check_same(before, after);
    CHECK(after.header.attributes == before.header.attributes);
  }
}

TEST_CASE("ids that repeat in a memory are told apart in XLIFF, which has each once",
          "[export]") {
  Trip trip = made_tmx(3);
  for (TranslationUnit& unit : trip.units)
    unit.id = "A/75/574";
  const Write write = GENERATE(xliff_1_writer, xliff_2_writer);
  const Trip after = read_all(written(trip, write), read_xliff);
  std::set<std::string> ids;
  for (const TranslationUnit& unit : after.units)
    ids.insert(unit.id);
  CHECK(ids.size() == trip.units.size());
  const TranslationUnit& last = after.units.back();
  const std::string* name = value_of(last.attributes, "resname");
  if (name == nullptr) name = value_of(last.attributes, "name");
  REQUIRE(name != nullptr);
  CHECK(*name == "A/75/574");
}

TEST_CASE("tags of one format become those of another, and texts stay", "[export]") {
  Trip trip = made_tmx(9);
  for (TranslationUnit& unit : trip.units) {
    unit.variants.resize(2, unit.variants.front());
    unit.variants[0].language = languages::en;  // XLIFF has a language once
    unit.variants[1].language = languages::fr;
  }
  const Write write = GENERATE(xliff_1_writer, xliff_2_writer);
  std::ostringstream out;
  const auto writer = write(out, {trip.header, {languages::en, languages::fr}, "0.1.0"});
  for (const TranslationUnit& unit : trip.units)
    writer->add(unit);
  CHECK(writer->finish().written == trip.units.size());
  const Trip after = read_all(out.str(), read_xliff);
  REQUIRE(after.units.size() == trip.units.size());
  for (std::size_t number = 0; number < trip.units.size(); ++number)
    for (const std::size_t side : {0U, 1U}) {
      const Variant& before = trip.units[number].variants[side];
      if (side >= after.units[number].variants.size()) {
        CHECK(before.text.empty());  // nothing was said, and nothing is
        continue;
      }
      const Variant& there = after.units[number].variants[side];
      CHECK(there.text == before.text);
      CHECK(there.tags.size() == before.tags.size());
    }
  const Trip back = read_all(written(after, tmx_writer), read_tmx);
  for (std::size_t number = 0; number < trip.units.size(); ++number)
    CHECK(back.units[number].variants[0].text == trip.units[number].variants[0].text);
}

}  // namespace hexapla
