#include "check/finding_score.hpp"

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

Finding number_at(std::uint32_t segment, ByteRange range, double confidence) {
  Finding finding;
  finding.rule = Rule::number;
  finding.confidence = confidence;
  finding.target = {{languages::en, segment, range}};
  return finding;
}

}  // namespace

TEST_CASE("recall, precision and average precision are counted for each rule",
          "[check][score]") {
  const std::vector<PlantedError> planted{
      {0, Rule::number, {4, 7}}, {1, Rule::number, {0, 3}}, {2, Rule::date, {0, 3}}};
  const std::vector<Finding> findings{
      number_at(0, {4, 7}, 0.5),     // right, second
      number_at(9, {0, 2}, 0.9),     // where nothing was planted: first
      number_at(0, {20, 22}, 0.1)};  // the right segment, another place
  const auto scores = score_findings(planted, findings);
  REQUIRE(scores.size() == 2);
  const RuleScore& number = scores.at(Rule::number);
  CHECK(number.recall() == 0.5);
  CHECK(number.precision() == 0.5);
  CHECK(number.average_precision == 0.25);
  CHECK(number.findings == 3);
  CHECK(scores.at(Rule::date).recall() == 0);
}

TEST_CASE("an error that is found twice counts once", "[check][score]") {
  const std::vector<PlantedError> planted{{0, Rule::number, {4, 7}}};
  const auto scores = score_findings(
      planted, std::vector<Finding>{number_at(0, {4, 7}, 1), number_at(0, {4, 7}, 1)});
  CHECK(scores.at(Rule::number).found == 1);
  CHECK(scores.at(Rule::number).average_precision == 1);
}

TEST_CASE("without findings and errors nothing is divided by nothing",
          "[check][score][edge]") {
  CHECK(score_findings({}, {}).empty());
  const std::vector<PlantedError> planted{{0, Rule::number, {4, 7}}};
  CHECK(score_findings(planted, {}).at(Rule::number).recall() == 0);
}

}  // namespace hexapla
