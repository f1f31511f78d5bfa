#include "segment/write_srx.hpp"

#include "omegat.hpp"
#include "segment/own_srx.hpp"
#include "segment/read_srx.hpp"
#include "text/error.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

/// Without the lines of rules, which only a file has.
Srx without_lines(Srx rules) {
  for (SrxRuleSet& set : rules.rule_sets)
    for (SrxRule& rule : set.rules)
      rule.line = 0;
  for (SrxMap& map : rules.maps)
    map.line = 0;
  return rules;
}

const Srx sample{
    false, true, {{"Chinese", {{true, "[。？！]<&", "", 0}}}}, {{"zh.*", "Chinese", 0}}};

}  // namespace

TEST_CASE("SRX is written as the schema has it", "[segment][srx]") {
  CHECK(write_srx(sample) == R"(<?xml version="1.0" encoding="UTF-8"?>
<srx xmlns="http://www.lisa.org/srx20" version="2.0">
  <header segmentsubflows="yes" cascade="no"/>
  <body>
    <languagerules>
      <languagerule languagerulename="Chinese">
        <rule break="yes">
          <beforebreak>[。？！]&lt;&amp;</beforebreak>
        </rule>
      </languagerule>
    </languagerules>
    <maprules>
      <languagemap languagepattern="zh.*" languagerulename="Chinese"/>
    </maprules>
  </body>
</srx>
)");
}

TEST_CASE("SRX that was written is read back as it was", "[segment][srx]") {
  for (const Srx& rules : {sample, own_srx()}) {
    const ReadSrx read = read_srx(write_srx(rules), "rules.srx");
    CHECK(read.warnings.empty());
    CHECK(without_lines(read.rules) == rules);
  }
}

TEST_CASE("our own rules fit the schema of SRX 2.0", "[segment][srx]") {
  const std::string schema = omegat_file("schemas/srx20.xsd");
  if (schema.empty() || std::system("xmllint --version 2> /dev/null") != 0) {
    WARN("OmegaT or xmllint isn't installed");
    return;
  }
  const auto folder = std::filesystem::temp_directory_path();
  std::string xsd = (folder / "srx-XXXXXX").string();
  std::string srx = xsd;
  close(mkstemp(xsd.data()));
  close(mkstemp(srx.data()));
  std::ofstream(xsd, std::ios::binary) << schema;
  std::ofstream(srx, std::ios::binary) << write_srx(own_srx());
  const std::string command =
      "xmllint --nonet --noout --schema " + xsd + " " + srx + " 2> /dev/null";
  CHECK(std::system(command.c_str()) == 0);
  std::filesystem::remove(xsd);
  std::filesystem::remove(srx);
}

TEST_CASE("what the schema can't hold is not written", "[segment][srx][error]") {
  Srx rules = sample;
  rules.maps.front().rule_set = "Mandarin";
  CHECK_THROWS_WITH(write_srx(rules),
                    "segmentation rules: no rule set is called “Mandarin”");
  rules = sample;
  rules.rule_sets.front().rules.clear();
  CHECK_THROWS_WITH(write_srx(rules),
                    "segmentation rules: the rule set “Chinese” has no rules");
  rules = sample;
  rules.rule_sets.front().rules.front().before = "\x01";
  CHECK_THROWS_AS(write_srx(rules), Error);
  CHECK_THROWS_AS(write_srx(Srx{}), Error);
}

}  // namespace hexapla
