#include "export/line_writers.hpp"
#include "export/tmx.hpp"
#include "export/xliff.hpp"
#include "memory/awkward_tmx.hpp"
#include "memory/awkward_xliff.hpp"
#include "memory/made_units.hpp"
#include "memory/read_jsonl.hpp"
#include "memory/read_tmx.hpp"
#include "memory/read_xliff.hpp"

#include <functional>
#include <sstream>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

struct Trip {
  MemoryHeader header;
  std::vector<MemoryUnit> units;
};

using Read = std::unique_ptr<UnitReader> (*)(std::istream& in, std::string_view name);
using Write = std::unique_ptr<UnitWriter> (*)(std::ostream& out,
                                              UnitWriterSettings settings);

Trip read_all(const std::string& bytes, Read read) {
  std::istringstream in(bytes);
  const auto reader = read(in, "trip");
  Trip trip{reader->header(), {}};
  for (MemoryUnit unit; reader->next(unit);)
    trip.units.push_back(unit);
  return trip;
}

std::string written(const Trip& trip, Write write) {
  std::ostringstream out;
  const auto writer = write(out, {trip.header, {}, "0.1.0"});
  for (const MemoryUnit& unit : trip.units)
    writer->add(unit);
  const Exported exported = writer->finish();
  CHECK(exported.written == trip.units.size());
  CHECK(exported.marked_characters == 0);
  return out.str();
}

Trip made_tmx(unsigned seed) {
  UnitMaker maker(seed, {{"bpt", "ept", "ph", "it", "ut"},
                         {"hi"},
                         {"", "&lt;b&gt;", "a<sub>b<hi>c</hi></sub>", "{1} &amp; 停"}});
  Trip trip;
  trip.header.format = "tmx 1.4";
  for (std::size_t number = 0; number < 60; ++number) {
    MemoryUnit unit;
    if (maker.below(2) == 0) unit.id = "u" + std::to_string(number);
    unit.attributes = maker.values({"creationdate", "usagecount", "o-tmf"});
    unit.properties = maker.values({"x-domain", "p q"});
    if (maker.below(3) == 0) unit.notes = {maker.text(), "n"};
    constexpr std::array<std::string_view, 4> tags{"en", "fr", "zh", "ar"};
    for (std::size_t count = 1 + maker.below(4); count > 0; --count) {
      Variant variant;
      variant.language = Language(tags.at(maker.below(tags.size())));
      variant.attributes = maker.values({"changeid"});
      variant.properties = maker.values({"x-segments"});
      maker.fill(variant);
      unit.variants.push_back(std::move(variant));
    }
    trip.units.push_back(std::move(unit));
  }
  return trip;
}

Trip made_xliff(unsigned seed, const std::string& version) {
  const bool is_1 = version.starts_with('1');
  UnitMaker maker(seed, is_1 ? MadeTags{{"bpt", "ept", "ph", "it", "x"},
                                        {"g", "mrk"},
                                        {"", "&lt;b&gt;", "a<sub>b</sub>"}}
                             : MadeTags{{"sc", "ec", "ph", "cp"}, {"pc", "mrk"}, {""}});
  Trip trip;
  trip.header.format = "xliff " + version;
  trip.header.source = languages::en;
  if (is_1) {
    trip.header.properties = {
        {"xml:file",
         R"(<file original="a &amp; b" source-language="en" datatype="x" target-language="ru"/>)"}};
  } else {
    trip.header.attributes = {{"srcLang", "en"}, {"trgLang", "ru"}};
    trip.header.properties = {{"xml:file", R"(<file id="f&amp;1"/>)"}};
  }
  for (std::size_t number = 0; number < 60; ++number) {
    MemoryUnit unit;
    unit.id = "u" + std::to_string(number);
    unit.attributes = maker.values({"name", is_1 ? "approved" : "segment/state"});
    if (maker.below(3) == 0)
      unit.properties = {{"xml:note", R"(<note from="a">&lt;b</note>)"}};
    if (maker.below(3) == 0) unit.notes = {maker.text(), "n"};
    for (std::size_t side = 0; side < 1 + maker.below(2); ++side) {
      Variant variant;
      variant.language = side == 0 ? languages::en : languages::ru;
      variant.attributes = maker.values({is_1 ? "state" : "xml:space"});
      maker.fill(variant);
      unit.variants.push_back(std::move(variant));
    }
    trip.units.push_back(std::move(unit));
  }
  return trip;
}

/// Units are told apart one by one, so that a failure names one.
void check_same(const Trip& before, const Trip& after) {
  REQUIRE(after.units.size() == before.units.size());
  for (std::size_t number = 0; number < before.units.size(); ++number) {
    CAPTURE(number);
    REQUIRE(after.units[number].variants.size() == before.units[number].variants.size());
    for (std::size_t at = 0; at < before.units[number].variants.size(); ++at) {
      const Variant& one = before.units[number].variants[at];
      const Variant& other = after.units[number].variants[at];
      CHECK(other.text == one.text);
      CHECK(other.tags == one.tags);
    }
    REQUIRE(after.units[number] == before.units[number]);
  }
}

}  // namespace

TEST_CASE("units made at random come back from TMX as they were", "[export][property]") {
  const unsigned seed = GENERATE(1U, 2U, 3U, 4U, 5U);
  const Trip before = made_tmx(seed);
  const std::string bytes = written(before, tmx_writer);
  const Trip after = read_all(bytes, read_tmx);
  check_same(before, after);
  CHECK(written(after, tmx_writer) == bytes);
}

TEST_CASE("units made at random come back from XLIFF as they were", "[export][property]") {
  const unsigned seed = GENERATE(1U, 2U, 3U, 4U, 5U);
  const std::string version = GENERATE("1.2", "2.1");
  CAPTURE(version);
  const Trip before = made_xliff(seed, version);
  const Write write = version == "1.2" ? xliff_1_writer : xliff_2_writer;
  const std::string bytes = written(before, write);
  const Trip after = read_all(bytes, read_xliff);
  check_same(before, after);
  CHECK(written(after, write) == bytes);
}

TEST_CASE("units made at random come back from our JSON lines as they were",
          "[export][property]") {
  Trip before = made_tmx(GENERATE(6U, 7U));
  // An object holds a language once: variants of one language stand together.
  for (MemoryUnit& unit : before.units)
    std::ranges::stable_sort(unit.variants, {}, &Variant::language);
  std::ostringstream out;
  const auto writer = jsonl_writer(out);
  for (const MemoryUnit& unit : before.units)
    writer->add(unit);
  CHECK(writer->finish().written == before.units.size());
  check_same(before, read_all(out.str(), read_jsonl));
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
    const Trip after = read_all(bytes, read_xliff);
    check_same(before, after);
    CHECK(after.header.attributes == before.header.attributes);
    CHECK(written(after, write) == bytes);
  }
}

TEST_CASE("tags of one format become those of another, and texts stay", "[export]") {
  Trip trip = made_tmx(9);
  for (MemoryUnit& unit : trip.units)
    unit.variants.resize(2, unit.variants.front());
  const Write write = GENERATE(xliff_1_writer, xliff_2_writer);
  const Trip after = read_all(written(trip, write), read_xliff);
  REQUIRE(after.units.size() == trip.units.size());
  for (std::size_t number = 0; number < trip.units.size(); ++number)
    for (const std::size_t side : {0U, 1U}) {
      const Variant& before = trip.units[number].variants[side];
      const Variant& there = after.units[number].variants[side];
      CHECK(there.text == before.text);
      CHECK(there.tags.size() == before.tags.size());
    }
  const Trip back = read_all(written(after, tmx_writer), read_tmx);
  for (std::size_t number = 0; number < trip.units.size(); ++number)
    CHECK(back.units[number].variants[0].text == trip.units[number].variants[0].text);
}

}  // namespace hexapla
