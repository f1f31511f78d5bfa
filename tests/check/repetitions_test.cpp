#include "check/repetitions.hpp"

#include "check/make_unit.hpp"

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

std::vector<Finding> found_in(
    const std::vector<std::pair<std::string, std::string>>& lines) {
  std::vector<AlignedUnit> units;
  for (std::uint32_t at = 0; at < lines.size(); ++at) {
    AlignedUnit unit;
    unit.cells = {make_cell(languages::zh, {lines[at].first}, at),
                  make_cell(languages::en, {lines[at].second}, at)};
    units.push_back(unit);
  }
  Repetitions repetitions;
  repetitions.add(units);
  return repetitions.findings();
}

}  // namespace

TEST_CASE("one source with two targets is one finding at the rarer one",
          "[check][repetition]") {
  const auto findings = found_in({{"审议该项目的报告。", "Consideration of the report."},
                                  {"审议该项目的报告。", "Consideration of the report"},
                                  {"其他事项。", "Other matters."},
                                  {"审议该项目的报告。", "Discussion of the topic."},
                                  {"审议该项目的报告。", "CONSIDERATION OF THE REPORT."}});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].target == std::vector<Spot>{{languages::en, 3, {0, 24}}});
  CHECK(findings[0].suggestion == "Consideration of the report.");
  CHECK(findings[0].severity == Severity::warning);
}

TEST_CASE("one target for two sources is a note: they may mean the same",
          "[check][repetition]") {
  const std::string target = "The Committee decided to recommend the adoption of the text.";
  const auto findings =
      found_in({{"委员会决定建议通过案文。", target}, {"委员会决定不采取行动。", target}});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == Severity::note);
  const auto shorter = found_in(
      {{"通过议程。", "It was so decided."}, {"就这样决定。", "It was so decided."}});
  REQUIRE(shorter.size() == 1);
  CHECK(shorter[0].confidence < findings[0].confidence);
}

TEST_CASE("what stands once, or is a lone word, is no repetition", "[check][repetition]") {
  CHECK(found_in({{"是。", "Yes."}, {"是。", "It is."}, {"会议开始。", "It began."}})
            .empty());
}

}  // namespace hexapla
