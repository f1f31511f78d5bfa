#include "check/across_versions.hpp"

#include "check/make_unit.hpp"

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

Termbase truce() {
  const auto term = [](Language language, const char* text) {
    return Term{language, text, TermStatus::preferred, "noun", "", ""};
  };
  return {{{"truce",
            "",
            {term(languages::zh, "停火"), term(languages::en, "ceasefire"),
             term(languages::es, "alto el fuego"), term(languages::fr, "cessez-le-feu")}}}};
}

AlignedUnit row_of(const std::string& spanish, const std::string& french) {
  AlignedUnit row;
  row.cells = {make_cell(languages::zh, {"双方同意停火。"}),
               make_cell(languages::en, {"The parties agreed on a ceasefire."}),
               make_cell(languages::es, {spanish}), make_cell(languages::fr, {french})};
  return row;
}

std::vector<Finding> weighed(const AlignedUnit& row) {
  const Termbase termbase = truce();
  AlignedUnit pair;
  pair.cells = {row.cells[0], row.cells[3]};
  std::vector<Finding> findings = check(std::vector<AlignedUnit>{pair}, termbase);
  weigh_by_other_versions(std::vector<AlignedUnit>{row}, termbase, languages::zh, findings);
  return findings;
}

}  // namespace

TEST_CASE("a term that all other languages keep is missed the more", "[check][across]") {
  const auto kept = weighed(row_of("Acordaron un alto el fuego.", "Ils sont d'accord."));
  const auto lost =
      weighed(row_of("Las partes se pusieron de acuerdo.", "Ils sont d'accord."));
  REQUIRE(rules_in(kept) == Rules{"term_missing"});
  REQUIRE(rules_in(lost) == Rules{"term_missing"});
  CHECK(kept[0].confidence > lost[0].confidence);
  CHECK(kept[0].message.ends_with("the other 2 languages have it"));
  CHECK_FALSE(lost[0].message.ends_with("have it"));
}

TEST_CASE("a term that every language has is no finding", "[check][across]") {
  CHECK(weighed(row_of("Un alto el fuego.", "Un cessez-le-feu est convenu.")).empty());
}

}  // namespace hexapla
