#include "workbench/join_works.hpp"

#include "folder.hpp"

#include <map>

#include <catch2/catch.hpp>

namespace hexapla::join_works_test {
namespace {

using Texts = std::vector<std::pair<std::string, std::string>>;  ///< By tag.

TranslationUnit unit_of(const Texts& texts) {
  TranslationUnit unit;
  for (const auto& [tag, text] : texts) {
    unit.variants.emplace_back();
    unit.variants.back().language = Language(tag);
    unit.variants.back().text = text;
  }
  return unit;
}

std::int64_t add(Store& store, const std::string& name,
                 const std::vector<TranslationUnit>& units) {
  MemoryWriter writer = store.add_memory({name, "", ""}, {});
  for (const TranslationUnit& unit : units)
    writer.add(unit);
  return writer.finish();
}

struct Joined {
  std::vector<TranslationUnit> units;
  std::vector<AmbiguousText> ambiguous;
  JoinCounts counts;
};

Joined joined(const std::vector<TranslationUnit>& first,
              const std::vector<TranslationUnit>& second) {
  const Folder folder;
  Store store = Store::create(folder.path("a.hexapla"), "test");
  const std::int64_t one = add(store, "one", first);
  const std::int64_t two = add(store, "two", second);
  Joined joined;
  joined.counts = join_works(
      store, {one, two, Language("en")},
      [&](const TranslationUnit& unit) { joined.units.push_back(unit); },
      [&](const AmbiguousText& text) { joined.ambiguous.push_back(text); });
  return joined;
}

const TranslationUnit council = unit_of({{"en", "Security Council"}, {"fr", "Conseil"}});
const TranslationUnit soviet = unit_of({{"ru", "Совет"}, {"en", " Security  Council "}});

}  // namespace

TEST_CASE("two memories are joined where they say the same in the shared language",
          "[workbench]") {
  TranslationUnit sure = council;
  sure.id = "c7";
  sure.confidence = .9;
  sure.state = UnitState::reviewed;
  TranslationUnit doubtful = soviet;
  doubtful.confidence = .4;
  doubtful.state = UnitState::draft;
  const Joined result = joined(
      {sure, sure, unit_of({{"en", "veto"}, {"fr", "veto"}}), unit_of({{"fr", "seul"}})},
      {unit_of({{"en", "Charter"}, {"ru", "Устав"}}), doubtful});
  REQUIRE(result.units.size() == 1);
  const TranslationUnit& unit = result.units[0];
  CHECK(unit.id == "c7");
  CHECK(unit.confidence == .4);
  CHECK(unit.state == UnitState::draft);
  REQUIRE(unit.variants.size() == 3);
  CHECK(unit.variants[0].text == "Security Council");
  CHECK(unit.variants[1].text == "Conseil");
  CHECK(unit.variants[2].text == "Совет");
  CHECK(result.counts.joined == 1);
  CHECK(result.counts.first_alone == 1);
  CHECK(result.counts.second_alone == 1);
}

TEST_CASE("a text of several renderings is told, and joined with none", "[workbench]") {
  const TranslationUnit other = unit_of({{"en", "Security Council"}, {"fr", "le Conseil"}});
  const Joined result = joined({council, other, council}, {soviet});
  CHECK(result.units.empty());
  CHECK(result.counts.ambiguous == 1);
  REQUIRE(result.ambiguous.size() == 1);
  CHECK(result.ambiguous[0].text == "Security Council");
  CHECK(result.ambiguous[0].first.size() == 2);
  CHECK(result.ambiguous[0].second.size() == 1);
}

TEST_CASE("two memories that contradict each other in a third language are not joined",
          "[workbench]") {
  const auto second = [](const std::string& french) {
    return unit_of({{"en", "Security Council"}, {"fr", french}, {"es", "Consejo"}});
  };
  CHECK(joined({council}, {second("Le Conseil")}).counts.ambiguous == 1);
  const Joined agreed = joined({council}, {second("Conseil")});
  REQUIRE(agreed.units.size() == 1);
  CHECK(agreed.units[0].variants.size() == 3);
}

}  // namespace hexapla::join_works_test
