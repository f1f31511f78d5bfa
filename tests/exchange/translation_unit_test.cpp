#include "exchange/translation_unit.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("a unit's variant is found by its language, or by its nearest kin", "[memory]") {
  TranslationUnit unit;
  unit.variants.push_back({Language("zh-Hant"), "", "安全理事會", {}, {}, {}, {}});
  unit.variants.push_back({languages::en, "", "Security Council", {}, {}, {}, {}});
  REQUIRE(variant_in(unit, languages::zh) != nullptr);
  CHECK(variant_in(unit, languages::zh)->text == "安全理事會");
  unit.variants.push_back({languages::zh, "", "安全理事会", {}, {}, {}, {}});
  CHECK(variant_in(unit, languages::zh)->text == "安全理事会");
  CHECK(variant_in(unit, languages::ru) == nullptr);
}

}  // namespace hexapla
