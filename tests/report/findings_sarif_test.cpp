#include "report/findings_sarif.hpp"

#include <sstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace hexapla::findings_sarif_test {
namespace {

Finding finding_at(std::uint32_t segment) {
  Finding finding;
  finding.rule = Rule::number;
  finding.target = {Spot{languages::fr, segment, {0, 2}}};
  finding.message = "75 is \"76\" in the source";
  return finding;
}

std::string log_of(const std::vector<Finding>& findings) {
  std::ostringstream out;
  write_findings_sarif(
      out, findings,
      [](const Spot& spot) {
        return FilePlace{"a.fr", 0, spot.range};
      },
      "1.0");
  return out.str();
}

}  // namespace

TEST_CASE("a log that is written result by result is the one that is written at once",
          "[report]") {
  for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{3}}) {
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < count; ++i)
      findings.push_back(finding_at(static_cast<std::uint32_t>(i)));
    const std::string log = log_of(findings);
    CAPTURE(log);
    const auto parsed = nlohmann::ordered_json::parse(log);
    CHECK(parsed["runs"][0]["results"].size() == count);
    CHECK(parsed.dump(2) + '\n' == log);
  }
}

}  // namespace hexapla::findings_sarif_test
