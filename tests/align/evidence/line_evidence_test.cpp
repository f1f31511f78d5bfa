#include "align/evidence/line_evidence.hpp"

#include <catch2/catch.hpp>

namespace hexapla::line_evidence_test {
namespace {

const AlignmentSide chinese{
    languages::zh, {"[编辑]", "历史", "[编辑]", "人口", "[编辑]", "经济"}, {}};
const AlignmentSide english{languages::en, {"History", "Population", "Economy"}, {}};

}  // namespace

TEST_CASE("lines of a kind may lack a partner sooner than others", "[align]") {
  const RecurringEvidence evidence(chinese, english);
  CHECK(evidence.log_bonus({0, 1}, {0, 0}) > 1);
  CHECK(evidence.log_bonus({0, 2}, {0, 1}) < -0.5F);
  CHECK(evidence.log_bonus({1, 2}, {0, 1}) == 0);
}

TEST_CASE("lines of a kind fare as the beads say that their like do", "[align]") {
  RecurringEvidence evidence(chinese, english);
  const float before = evidence.log_bonus({0, 1}, {0, 0});
  SECTION("alone") {
    evidence.learn(std::vector<Bead>{{{0, 1}, {0, 0}, 1}, {{2, 3}, {1, 1}, 1}});
    CHECK(evidence.log_bonus({4, 5}, {2, 2}) > before);
  }
  SECTION("paired") {
    evidence.learn(std::vector<Bead>{{{0, 1}, {0, 1}, 1}, {{2, 3}, {1, 2}, 1}});
    CHECK(evidence.log_bonus({4, 5}, {2, 2}) < before);
  }
}

TEST_CASE("headings of one numbering are a kind whatever their titles", "[align]") {
  const AlignmentSide source{
      languages::en, {"Chapter 1 - A Gift", "Chapter 2 - The Road", "Chapter 3"}, {}};
  const AlignmentSide target{languages::es, {"El regalo era grande."}, {}};
  CHECK(RecurringEvidence(source, target).log_bonus({1, 2}, {0, 0}) > 1);
}

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

}  // namespace hexapla::line_evidence_test
