#include "align/evidence/content_evidence.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("a line of nothing faces its like or nobody", "[align]") {
  const AlignmentSide source{
      languages::ru, {"Совет принял резолюцию.", "* * *", "Всё."}, {}};
  const AlignmentSide target{languages::zh, {"安理会通过了决议。", "", "——", "完毕。"}, {}};
  const ContentEvidence evidence(source, target);
  CHECK(evidence.log_bonus({0, 1}, {0, 1}) == 0);
  CHECK(evidence.log_bonus({1, 2}, {2, 3}) == 0);
  CHECK(evidence.log_bonus({0, 1}, {0, 2}) < -5);
  CHECK(evidence.log_bonus({0, 2}, {0, 1}) < -5);
  CHECK(evidence.log_bonus({2, 3}, {2, 3}) < -5);
  CHECK(evidence.log_bonus({2, 3}, {1, 4}) < evidence.log_bonus({2, 3}, {2, 4}));
}

}  // namespace hexapla
