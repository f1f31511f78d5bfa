#pragma once

#include "exchange/made_units.hpp"
#include "exchange/unit_reader.hpp"
#include "exchange/unit_writer.hpp"

#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {

/// What goes out and comes back.
struct Trip {
  MemoryHeader header;
  std::vector<TranslationUnit> units;
};

using Read = std::unique_ptr<UnitReader> (*)(std::istream& in, std::string_view name);
using Write = std::unique_ptr<UnitWriter> (*)(std::ostream& out,
                                              UnitWriterSettings settings);

inline Trip read_all(const std::string& bytes, Read read,
                     const std::string& name = "trip") {
  std::istringstream in(bytes);
  const auto reader = read(in, name);
  Trip trip{reader->header(), {}};
  for (TranslationUnit unit; reader->next(unit);)
    trip.units.push_back(unit);
  return trip;
}

inline std::string written(const Trip& trip, Write write) {
  std::ostringstream out;
  const bool is_xliff = trip.header.format.starts_with("xliff");
  const bool is_made = is_xliff && trip.header.properties.empty();
  const std::vector<Language> languages =
      is_made ? std::vector{languages::en, languages::ru} : std::vector<Language>();
  const auto writer = write(out, {trip.header, languages, "0.1.0"});
  for (const TranslationUnit& unit : trip.units)
    writer->add(unit);
  const Exported exported = writer->finish();
  CHECK(exported.written == trip.units.size());
  CHECK(exported.marked_characters == 0);
  return out.str();
}

inline Trip made_tmx(unsigned seed) {
  UnitMaker maker(seed, {{"bpt", "ept", "ph", "it", "ut"},
                         {"hi"},
                         {"", "&lt;b&gt;", "a<sub>b<hi>c</hi></sub>", "{1} &amp; 停"}});
  Trip trip;
  trip.header.format = "tmx 1.4";
  for (std::size_t number = 0; number < 60; ++number) {
    TranslationUnit unit;
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

inline Trip made_xliff(unsigned seed, const std::string& version) {
  const bool is_1 = version.starts_with('1');
  UnitMaker maker(seed, is_1 ? MadeTags{{"bpt", "ept", "ph", "it", "x"},
                                        {"g", "mrk"},
                                        {"", "&lt;b&gt;", "a<sub>b</sub>"}}
                             : MadeTags{{"sc", "ec", "ph", "cp"}, {"pc", "mrk"}, {""}});
  Trip trip;
  trip.header.format = "xliff " + version;
  trip.header.source = languages::en;
  for (std::size_t number = 0; number < 60; ++number) {
    TranslationUnit unit;
    unit.id = "u" + std::to_string(number);
    if (maker.below(3) == 0) unit.notes = {maker.text(), "n"};
    for (std::size_t side = 0; side < 1 + maker.below(2); ++side) {
      Variant variant;
      variant.language = side == 0 ? languages::en : languages::ru;
      maker.fill(variant);
      if (side == 0 || !variant.text.empty()) unit.variants.push_back(std::move(variant));
    }
    constexpr std::array states{UnitState::unknown, UnitState::draft, UnitState::translated,
                                UnitState::reviewed, UnitState::final};
    if (unit.variants.size() > 1) unit.state = states.at(maker.below(states.size()));
    trip.units.push_back(std::move(unit));
  }
  return trip;
}

/// What every format of two languages keeps.
inline void check_same_texts(const Trip& before, const Trip& after) {
  REQUIRE(after.units.size() == before.units.size());
  for (std::size_t number = 0; number < before.units.size(); ++number) {
    CAPTURE(number);
    const TranslationUnit& one = before.units[number];
    const TranslationUnit& other = after.units[number];
    CHECK(other.id == one.id);
    CHECK(other.state == one.state);
    CHECK(other.notes == one.notes);
    REQUIRE(other.variants.size() == one.variants.size());
    for (std::size_t at = 0; at < one.variants.size(); ++at) {
      CHECK(other.variants[at].text == one.variants[at].text);
      CHECK(other.variants[at].tags == one.variants[at].tags);
    }
  }
}

/// Units are told apart one by one, so that a failure names one.
inline void check_same(const Trip& before, const Trip& after) {
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

/// What `read` makes of what `write` makes of `before`, and that is written as the same
/// bytes again.
inline Trip there_and_back(const Trip& before, Write write, Read read) {
  const std::string bytes = written(before, write);
  Trip after = read_all(bytes, read);
  CHECK(written(after, write) == bytes);
  return after;
}

}  // namespace hexapla
