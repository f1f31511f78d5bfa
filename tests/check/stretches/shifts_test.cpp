#include "check/make_unit.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

/// Sentences that have few words in common, each with a figure of its own.
std::vector<std::pair<std::string, std::string>> sentences() {
  const std::vector<std::pair<std::string, std::string>> words{
      {"peace", "paix"},         {"water", "eau"},      {"war", "guerre"},
      {"school", "école"},       {"women", "femmes"},   {"children", "enfants"},
      {"budget", "budget"},      {"climate", "climat"}, {"forest", "forêt"},
      {"hunger", "faim"},        {"health", "santé"},   {"trade", "commerce"},
      {"treaty", "traité"},      {"weapons", "armes"},  {"refugees", "réfugiés"},
      {"elections", "élections"}};
  std::vector<std::pair<std::string, std::string>> result;
  for (std::size_t round = 0; round < 6; ++round)
    for (std::size_t at = 0; at < words.size(); ++at) {
      const auto& one = words[at];
      const auto& other = words[(at + 3 + round) % words.size()];
      const std::string figure = std::to_string(100 + round * 16 + at);
      result.emplace_back("The report on " + one.first + " and " + other.first + " has " +
                              figure + " pages.",
                          "Le rapport sur " + one.second + " et " + other.second +
                              " compte " + figure + " pages.");
    }
  return result;
}

}  // namespace

TEST_CASE("a stretch that is one line out of step is one finding", "[check][shifted]") {
  auto pairs = sentences();
  std::vector<AlignedUnit> units;
  for (std::uint32_t at = 0; at < pairs.size(); ++at) {
    // From 40 to 60 the target of the line before.
    const bool shifted = at >= 40 && at < 60;
    AlignedUnit unit;
    unit.cells = {make_cell(languages::en, {pairs[at].first}, at),
                  make_cell(languages::fr, {pairs[shifted ? at - 1 : at].second}, at)};
    units.push_back(unit);
  }
  const auto findings = check(units, {});
  CHECK(std::ranges::count(findings, Rule::shifted, &Finding::rule) == 1);
  CHECK(findings.size() <= 3);
}

TEST_CASE("wrong figures side by side are no shift", "[check][shifted]") {
  auto pairs = sentences();
  std::vector<AlignedUnit> units;
  for (std::uint32_t at = 0; at < pairs.size(); ++at) {
    std::string target = pairs[at].second;
    if (at >= 40 && at < 45) target.replace(target.find("compte 1") + 7, 1, "7");
    AlignedUnit unit;
    unit.cells = {make_cell(languages::en, {pairs[at].first}, at),
                  make_cell(languages::fr, {target}, at)};
    units.push_back(unit);
  }
  const auto findings = check(units, {});
  CHECK(std::ranges::count(findings, Rule::number, &Finding::rule) == 5);
  CHECK(std::ranges::count(findings, Rule::shifted, &Finding::rule) == 0);
}

TEST_CASE("a text that is out of step from end to end shows by its figures",
          "[check][shifted]") {
  const int by = GENERATE(1, 2, -1);
  CAPTURE(by);
  const auto pairs = sentences();
  const auto count = static_cast<int>(pairs.size());
  std::vector<AlignedUnit> units;
  for (int at = 0; at < count; ++at) {
    const int other = at - by;
    if (other < 0 || other >= count) continue;
    const auto number = static_cast<std::uint32_t>(at);
    AlignedUnit unit;
    unit.cells = {
        make_cell(languages::en, {pairs[static_cast<std::size_t>(at)].first}, number),
        make_cell(languages::fr, {pairs[static_cast<std::size_t>(other)].second}, number)};
    units.push_back(unit);
  }
  const auto findings = check(units, {});
  REQUIRE(std::ranges::count(findings, Rule::shifted, &Finding::rule) == 1);
  CHECK(findings[0].severity == Severity::error);
  CHECK(findings.size() <= 4);
}

}  // namespace hexapla
