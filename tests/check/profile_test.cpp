#include "check/profile.hpp"

#include "text/error.hpp"

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

Finding finding_of(Rule rule, double confidence, Language language = languages::en) {
  Finding finding;
  finding.rule = rule;
  finding.confidence = confidence;
  finding.target = {{language, 0, {0, 1}}};
  return finding;
}

std::size_t kept(const Profile& profile, const Finding& finding) {
  return profile.applied({finding}).size();
}

}  // namespace

TEST_CASE("a rule can be switched off, for one language too", "[check][profile]") {
  Profile profile;
  profile.read("# for our reviewers\nnumber off\nname ar off  # transliterated\n", "p");
  CHECK(kept(profile, finding_of(Rule::number, 1)) == 0);
  CHECK(kept(profile, finding_of(Rule::name, 1, languages::ar)) == 0);
  CHECK(kept(profile, finding_of(Rule::name, 1)) == 1);
}

TEST_CASE("a later line counts more", "[check][profile]") {
  Profile profile;
  profile.read("number off\nnumber on", "p");
  CHECK(kept(profile, finding_of(Rule::number, 1)) == 1);
}

TEST_CASE("findings are weighed before they are measured", "[check][profile]") {
  Profile profile;
  profile.read("length weight=0.5 least=0.4 severity=note", "p");
  CHECK(kept(profile, finding_of(Rule::length, 0.7)) == 0);
  const auto findings = profile.applied({finding_of(Rule::length, 0.9)});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].confidence == Approx(0.45));
  CHECK(findings[0].severity == Severity::note);
}

TEST_CASE("the usual profile leaves out doubtful negations", "[check][profile]") {
  CHECK(kept(Profile::usual(), finding_of(Rule::negation, 0.1)) == 0);
  CHECK(kept(Profile::everything(), finding_of(Rule::negation, 0.4)) == 1);
}

TEST_CASE("what a profile cannot mean is refused with its line",
          "[check][profile][error]") {
  const auto text =
      GENERATE(as<std::string>(), "\nnumbers off", "\nnumber maybe", "\nnumber least=2",
               "\nnumber least=", "\nnumber weight=-1", "\nnumber severity=bad");
  CAPTURE(text);
  Profile profile;
  CHECK_THROWS_WITH(profile.read(text, "my.profile"), Catch::StartsWith("my.profile:2: "));
}

}  // namespace hexapla
