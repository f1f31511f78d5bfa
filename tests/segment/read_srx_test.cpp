#include "segment/read_srx.hpp"

#include "errors.hpp"
#include "omegat.hpp"
#include "srx_samples.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

std::string refusal(Fault fault, const std::string& bytes) {
  return error_of(fault, [&] { (void)read_srx(bytes, "rules.srx"); });
}

}  // namespace

TEST_CASE("SRX is read with its rules in order, each with its line", "[segment][srx]") {
  const ReadSrx read =
      read_srx(srx_with("<rule break=\"no\"><beforebreak>Mr\\.</beforebreak>"
                        "<afterbreak>\\s</afterbreak></rule>\n"
                        "<rule><beforebreak>&lt;\\.</beforebreak></rule>"),
               "rules.srx");
  CHECK(read.warnings.empty());
  CHECK(read.rules ==
        Srx{true,
            true,
            {{"English", {{false, "Mr\\.", "\\s", 4}, {true, "<\\.", "", 5}}}},
            {{"EN.*", "English", 6}}});
}

TEST_CASE("SRX that lacks what the schema asks for is read, and it is said",
          "[segment][srx]") {
  const ReadSrx read = read_srx(
      "<srx version=\"1.5\"><header/><body><languagerules>"
      "<languagerule languagerulename=\"Any\"><rule break=\"oui\"><beforebreak>。"
      "</beforebreak></rule><rule/></languagerule></languagerules></body></srx>",
      "rules.srx");
  CHECK(read.rules.cascade);
  REQUIRE(read.rules.rule_sets.size() == 1);
  CHECK(read.rules.rule_sets.front().rules.size() == 1);
  std::vector<std::string> words;
  for (const SrxWarning& warning : read.warnings)
    words.push_back(warning.words);
  CHECK(words == std::vector<std::string>{
                     "version “1.5” is read as 2.0",
                     "the header doesn't say whether maps cascade: taken as yes",
                     "break=“oui” is read as yes",
                     "a rule without beforebreak and afterbreak is left out"});
}

TEST_CASE("SRX 1.0 is read with its DOCTYPE, and its first map that fits is the only one",
          "[segment][srx]") {
  const ReadSrx read = read_srx(
      "<!DOCTYPE srx PUBLIC \"-//SRX//DTD SRX//EN\" \"srx.dtd\">\n"
      "<srx version=\"1.0\"><header segmentsubflows=\"yes\"/><body><languagerules>"
      "<languagerule languagerulename=\"Any\"><rule "
      "break=\"yes\"><beforebreak>\\.</beforebreak>"
      "<afterbreak>\\s</afterbreak></rule></languagerule></languagerules><maprules>"
      "<maprule maprulename=\"First\"><languagemap languagepattern=\".*\" "
      "languagerulename=\"Any\"/></maprule><maprule maprulename=\"Second\"><languagemap "
      "languagepattern=\"EN.*\" "
      "languagerulename=\"Any\"/></maprule></maprules></body></srx>",
      "rules.srx");
  CHECK(read.rules ==
        Srx{false, true, {{"Any", {{true, "\\.", "\\s", 2}}}}, {{".*", "Any", 2}}});
  REQUIRE(read.warnings.size() == 1);
  CHECK(read.warnings.front().words ==
        "of several maprules only the first is used, as there is none to choose it");
}

TEST_CASE("OmegaT's own rules are read whole", "[segment][srx]") {
  const std::string bytes = omegat_rules();
  if (bytes.empty()) {
    WARN("OmegaT isn't installed");
    return;
  }
  const ReadSrx read = read_srx(bytes, "defaultRules.srx");
  CHECK(read.warnings.size() == 1);
  CHECK(read.rules.rule_sets.size() > 10);
  CHECK(read.rules.maps.size() == 16);
}

TEST_CASE("what is no SRX is refused with its place and a way out",
          "[segment][srx][error]") {
  CHECK(refusal(Fault::malformed,
                "<!DOCTYPE srx [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><srx/>") ==
        "rules.srx:1: a DOCTYPE that declares entities is not supported; remove it");
  CHECK(refusal(Fault::malformed, "\n<tmx/>") ==
        "rules.srx:2: the first element is “tmx”; segmentation rules start with srx");
  CHECK(refusal(Fault::malformed, srx_with("")) == "rules.srx: holds no rule");
  CHECK(refusal(Fault::malformed, "<srx version=\"2.0\"><body>")
            .starts_with("rules.srx:1: not well-formed XML"));
  std::string deep = "<srx version=\"2.0\">";
  for (int i = 0; i < 100; ++i)
    deep += "<body>";
  CHECK(refusal(Fault::malformed, deep) == "rules.srx:1: elements are nested too deeply");
  CHECK(refusal(Fault::unsupported,
                srx_with("<rule><beforebreak>" + std::string(20'000, 'a') +
                         "</beforebreak></rule>")) ==
        "rules.srx:4: a pattern of more than 16 KiB");
}

}  // namespace hexapla
