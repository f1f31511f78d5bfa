#include "check/make_unit.hpp"
#include "text/symbols.hpp"

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("symbols of every series are recognised in every script", "[check][symbol]") {
  CHECK(symbols("见 A/75/574-S/2020/1083。") == Texts{"A/75/574-S/2020/1083"});
  CHECK(symbols("(A/C.3/60/L.55/Rev.1),") == Texts{"A/C.3/60/L.55/Rev.1"});
  CHECK(symbols("الوثيقة CCPR/C/GC/36 و E/CN.4/2003/8/Add.2.") ==
        Texts{"CCPR/C/GC/36", "E/CN.4/2003/8/Add.2"});
  CHECK(symbols("резолюция S/RES/2532(2020)") ==
        Texts{"S/RES/2532"});  // its year is a number
}

TEST_CASE("other slashes are no symbols", "[check][symbol][edge]") {
  CHECK(symbols("and/or, km/h, 24/7, EU/EEA, 3/4, /, A/").empty());
  CHECK(symbols("").empty());
}

TEST_CASE("a symbol has to be the same to the letter", "[check][symbol]") {
  const auto findings =
      findings_for(languages::zh, "见 A/RES/73/3 号文件", languages::fr, "Voir A/RES/73/8");
  REQUIRE(rules_in(findings) == Rules{"symbol"});
  CHECK(findings[0].severity == Severity::error);
  CHECK(findings[0].suggestion == "A/RES/73/3");
  CHECK(findings[0].target == std::vector<Spot>{{languages::fr, 0, {5, 15}}});
  CHECK(rules_for(languages::ru, "См. A/RES/73/3.", languages::es,
                  "Véase la resolución.") == Rules{"symbol"});
  CHECK(rules_for(languages::ru, "См. A/RES/73/3.", languages::es, "Véase A/RES/73/3.") ==
        Rules{});
}

}  // namespace hexapla
