#include "term/lint.hpp"

#include "term/read_termbase.hpp"

#include <string>
#include <tuple>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

using Found = std::vector<std::tuple<LintRule, std::size_t, std::string>>;

/// Rule, line and term of what is wrong in a table with these rows.
Found found_in(const std::string& rows) {
  const SurveyedTermbase survey = survey_termbase(
      "concept,language,term,status,full_form,case_sensitive\n" + rows, "t.csv", {});
  CHECK(survey.issues.empty());
  Found found;
  for (const LintIssue& issue : lint(survey.termbase))
    found.emplace_back(issue.rule, issue.line, issue.term);
  return found;
}

}  // namespace

TEST_CASE("a sound termbase has nothing to lint", "[term]") {
  CHECK(found_in("c1,en,United Nations Children's Fund,,,\n"
                 "c1,en,UNICEF,admitted,United Nations Children's Fund,\n"
                 "c1,en,Unicef Fund,forbidden,,\n"
                 "c1,zh,联合国儿童基金会,,,\n"
                 "c1,ru,Детский фонд ООН (ЮНИСЕФ),,,\n"
                 "c1,ar,منظمة الأمم المتحدة للطفولة,,,\n"
                 "c2,ja,カタカナと漢字,,,\n")
            .empty());
}

TEST_CASE("lint tells each rule that a termbase breaks, with the line", "[term]") {
  const auto [rows, expected] = GENERATE(table<std::string, Found>({
      {"c1,en,peace,,,\nc1,en,Peace,admitted,,\n",
       {{LintRule::duplicate_term, 3, "Peace"}}},
      {"c1,en,WHO,,,yes\nc1,en,who,forbidden,,yes\n", {}},
      {"c1,en,peace,,,\nc1,en,concord,,,\n", {{LintRule::two_preferred, 3, "concord"}}},
      {"c1,en,peace,,,\nc1,fr,paix,admitted,,\n", {{LintRule::no_preferred, 3, "paix"}}},
      {"c1,en,truce,,,\nc2,en,truce,,,\n", {{LintRule::shared_term, 3, "truce"}}},
      {"c1,en,truce,,,\nc2,en,armistice,,,\nc2,en,Truce,forbidden,,\n",
       {{LintRule::contrary_status, 4, "Truce"}}},
      {"c1,ru,Мoсква,,,\n", {{LintRule::mixed_scripts, 2, "Мoсква"}}},  // Latin o
      {"c1,en,cease\u200Bfire,,,\n",
       {{LintRule::invisible_character, 2, "cease\u200Bfire"}}},
      {"c1,ar,\u200Fالسلام,,,\n", {{LintRule::invisible_character, 2, "\u200Fالسلام"}}},
      {"c1,en,UN,,United Nation,\n", {{LintRule::lost_full_form, 2, "UN"}}},
  }));
  CAPTURE(rows);
  CHECK(found_in(rows) == expected);
}

}  // namespace hexapla
