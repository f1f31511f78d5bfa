#include "align/evidence/label_evidence.hpp"

#include "align/aligner.hpp"

#include <catch2/catch.hpp>

namespace hexapla::label_evidence_test {
namespace {

const AlignmentSide english{languages::en,
                            {"(a) The budget;", "(b) The staff;", "(c) The premises;",
                             "(d) The archives;", "(e) The library;"},
                            {}};
/// A point was put in as the third.
const AlignmentSide french{languages::fr,
                           {"a) Le budget ;", "b) Le personnel ;", "c) Le mobilier ;",
                            "d) Les locaux ;", "e) Les archives ;", "f) La bibliothèque ;"},
                           {}};

}  // namespace

TEST_CASE("the same letter is a little likelier before anything is known", "[align]") {
  const LabelEvidence evidence(english, french);
  const float same = evidence.log_bonus({3, 4}, {3, 4});
  const float next = evidence.log_bonus({3, 4}, {4, 5});
  CHECK(same > next);
  CHECK(same < next + 2);
}

TEST_CASE("the beads around a label tell what faces it", "[align]") {
  LabelEvidence evidence(english, french);
  evidence.learn(std::vector<Bead>{
      {{0, 1}, {0, 1}, 1}, {{1, 2}, {1, 2}, 1}, {{2, 3}, {3, 4}, 1}, {{4, 5}, {5, 6}, 1}});
  CHECK(evidence.log_bonus({3, 4}, {4, 5}) > evidence.log_bonus({3, 4}, {3, 4}));
  CHECK(evidence.log_bonus({0, 1}, {0, 1}) > evidence.log_bonus({0, 1}, {1, 2}));
}

TEST_CASE("a bead doesn't confirm itself", "[align][edge]") {
  LabelEvidence evidence(english, french);
  const float before = evidence.log_bonus({2, 3}, {5, 6});
  evidence.learn(std::vector<Bead>{{{2, 3}, {5, 6}, 1}});
  CHECK(evidence.log_bonus({2, 3}, {5, 6}) <= before + 0.5F);
}

TEST_CASE("a point faces a point rather than the text around", "[align]") {
  const AlignmentSide source{
      languages::en, {"Requests him:", "1. To go;", "2. To report;", "3. To return."}, {}};
  const AlignmentSide target{
      languages::ru, {"просит его:", "1. пойти;", "2. доложить;", "3. вернуться."}, {}};
  const LabelEvidence evidence(source, target);
  CHECK(evidence.log_bonus({1, 2}, {1, 2}) > evidence.log_bonus({1, 2}, {0, 1}) + 1);
  CHECK(evidence.log_bonus({0, 1}, {0, 1}) > evidence.log_bonus({0, 1}, {1, 2}) + 1);
  CHECK(evidence.log_bonus({0, 2}, {0, 1}) < evidence.log_bonus({0, 2}, {0, 2}));
}

TEST_CASE("where one version has no numbers they say nothing", "[align][edge]") {
  const AlignmentSide plain{languages::fr, {"Le budget", "Le personnel"}, {}};
  CHECK(LabelEvidence(english, plain).log_bonus({0, 1}, {0, 1}) == 0);
  CHECK(LabelEvidence(plain, english).log_bonus({0, 2}, {0, 2}) == 0);
}

TEST_CASE("the number of an annex says which one it is", "[align]") {
  const AlignmentSide source{
      languages::en, {"Annex I", "Guidelines", "Annex II", "Terms of reference"}, {}};
  const AlignmentSide target{languages::zh, {"附件二", "职权范围"}, {}};
  const LabelEvidence evidence(source, target);
  CHECK(evidence.log_bonus({2, 3}, {0, 1}) > 1);
  CHECK(evidence.log_bonus({0, 1}, {0, 1}) < -2);
  CHECK(evidence.log_bonus({1, 2}, {1, 2}) == 0);
}

TEST_CASE("where the letters begin to differ, those before count as much as those after",
          "[align][edge]") {
  const AlignmentSide longer{
      languages::fr,
      {"a) Le budget ;", "b) Le personnel ;", "c) Les locaux ;", "d) Le mobilier ;",
       "e) Les archives ;", "f) La bibliothèque ;"},
      {}};
  LabelEvidence evidence(english, longer);
  evidence.learn(std::vector<Bead>{
      {{0, 1}, {0, 1}, 1}, {{1, 2}, {1, 2}, 1}, {{3, 4}, {4, 5}, 1}, {{4, 5}, {5, 6}, 1}});
  CHECK(evidence.log_bonus({2, 3}, {2, 3}) > evidence.log_bonus({2, 3}, {3, 4}));
}

}  // namespace hexapla::label_evidence_test
