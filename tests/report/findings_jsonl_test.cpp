#include "report/findings_jsonl.hpp"

#include <sstream>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("a finding is one line of JSON with its spots", "[report]") {
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
