#include "workbench/drift.hpp"

#include "check/make_unit.hpp"

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

WorkInfo work_of(const std::string& symbol, const std::string& date) {
  WorkInfo work;
  work.symbol = symbol;
  work.date = date;
  work.languages = {languages::en, languages::fr};
  return work;
}

/// Two terms of one concept, as French has said it over the years.
Termbase climate() {
  return nouns_of(
      {"climate: en climate change | fr changement climatique | fr ~évolution "
       "du climat"});
}

DriftCounter counted(const std::vector<std::pair<std::string, std::string>>& said,
                     DriftCounter::Bodies bodies = DriftCounter::Bodies::together) {
  DriftCounter counter(bodies);
  for (const auto& [year, french] : said) {
    const std::vector<AlignedUnit> rows{make_unit(
        languages::en, "It spoke of climate change.", languages::fr, "Il parle " + french)};
    counter.add(work_of(year < "2010" ? "A/RES/1" : "E/CN.4/1999/1", year + "-03-01"), rows,
                climate());
  }
  return counter;
}

}  // namespace

TEST_CASE("the body of a document is what its symbol begins with", "[workbench]") {
  CHECK(body_of("A/75/574-S/2020/1083") == "A");
  CHECK(body_of("S/RES/1325") == "S/RES");
  CHECK(body_of("E/CN.4/Sub.2/1999/1") == "E/CN.4");
  CHECK(body_of("CCPR/C/GC/36") == "CCPR/C/GC");
  CHECK(body_of("").empty());
}

TEST_CASE("a term that gives way to another is told with its year", "[workbench]") {
  std::vector<std::pair<std::string, std::string>> said;
  for (int year = 2000; year < 2020; ++year)
    said.emplace_back(std::to_string(year), year < 2012 ? "de l’évolution du climat."
                                                        : "du changement climatique.");
  const auto drifts = counted(said).result();
  REQUIRE(drifts.size() == 2);
  CHECK(drifts[0].language == languages::en);
  CHECK(changes_in(drifts[0]).empty());
  const Drift& french = drifts[1];
  CHECK(french.label == "climate change");
  CHECK(french.years.at("2003").at("évolution du climat") == 1);
  const auto changes = changes_in(french);
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].year == "2012");
  CHECK(changes[0].from == "évolution du climat");
  CHECK(changes[0].to == "changement climatique");
  CHECK(changes[0].before == 12);
  CHECK(changes[0].after == 8);
  CHECK(changes[0].certainty > .999);
}

TEST_CASE("terms that take turns are no change, nor are a few places", "[workbench]") {
  std::vector<std::pair<std::string, std::string>> turns;
  for (int year = 2000; year < 2020; ++year)
    turns.emplace_back(std::to_string(year), year % 2 == 0 ? "de l’évolution du climat."
                                                           : "du changement climatique.");
  CHECK(changes_in(counted(turns).result()[1]).empty());
  CHECK(changes_in(counted({{"2000", "de l’évolution du climat."},
                            {"2001", "du changement climatique."}})
                       .result()[1])
            .empty());
}

TEST_CASE("bodies are told apart where that is asked for; what is not said is counted",
          "[workbench]") {
  const auto drifts =
      counted({{"2001", "d’autre chose."}, {"2015", "du changement climatique."}},
              DriftCounter::Bodies::apart)
          .result();
  REQUIRE(drifts.size() == 4);
  CHECK(drifts[2].body == "A/RES");
  CHECK(drifts[2].years.at("2001").at("") == 1);
  CHECK(drifts[3].body == "E/CN.4");
}

}  // namespace hexapla
