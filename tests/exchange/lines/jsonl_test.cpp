#include "exchange/lines/jsonl.hpp"

#include "exchange/made_up.hpp"
#include "files.hpp"
#include "report/findings_jsonl.hpp"

#include <sstream>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("a unit is one line of JSON in plain UTF-8", "[export]") {
  std::ostringstream out;
  CHECK(write_jsonl(out, made_up_units()) == Exported{4, 0, 0});
  CHECK(lines_in(out.str()).at(2) ==
        R"({"unit":2,"confidence":0.333333,"cells":{"en":{"text":"A & B <\"c\">",)"
        R"("segments":[2],"kinds":["paragraph"]},"fr":{"text":"A et B","segments":[2],)"
        R"("kinds":["paragraph"]}}})");
  CHECK_THAT(out.str(), Catch::Contains("مجلس الأمن"));
}

TEST_CASE("a row that languages dispute says how many agree", "[export]") {
  std::ostringstream out;
  write_jsonl(out, std::vector<AlignedUnit>{
                       {0, {made_up_cell(languages::es, "Sí.", 0)}, .75, 2. / 3}});
  CHECK_THAT(out.str(),
             Catch::StartsWith(R"({"unit":0,"confidence":0.75,"agreement":0.666667,)"));
}

TEST_CASE("a unit without any language is skipped", "[export][edge]") {
  std::ostringstream out;
  CHECK(write_jsonl(out, std::vector<AlignedUnit>(2)) == Exported{0, 2, 0});
  CHECK(out.str().empty());
}

TEST_CASE("control characters in a text do not break a line of JSON", "[export][edge]") {
  std::ostringstream out;
  write_jsonl(
      out, std::vector<AlignedUnit>{{0, {made_up_cell(languages::es, "a\n\x01 b", 0)}, 1}});
  CHECK(lines_in(out.str()).size() == 1);
  CHECK_THAT(out.str(), Catch::Contains(R"("a\n\u0001 b")"));
}

TEST_CASE("a finding is one line of JSON with its spots", "[export]") {
  const std::vector<Finding> findings{
      {Rule::number,
       Severity::error,
       2. / 3,
       {{languages::zh, 7, {12, 14}}},
       {{languages::ru, 8, {0, 4}}, {languages::ru, 9, {1, 2}}},
       "14 is missing",
       ""}};
  std::ostringstream out;
  write_findings_jsonl(out, findings);
  CHECK(
      out.str() ==
      R"({"rule":"number","dimension":"accuracy","severity":"error","confidence":0.666667,)"
      R"("source":[{"language":"zh","segment":7,"range":[12,14]}],)"
      R"("target":[{"language":"ru","segment":8,"range":[0,4]},)"
      R"({"language":"ru","segment":9,"range":[1,2]}],)"
      R"("message":"14 is missing","suggestion":""})"
      "\n");
}

}  // namespace hexapla
