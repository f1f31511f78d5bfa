#include "align/evidence/sign_evidence.hpp"

#include <catch2/catch.hpp>

namespace hexapla::sign_evidence_test {
namespace {

const AlignmentSide chinese{languages::zh,
                            {"大会第75/1号决议", "联合国", "文件A/75/574-S/2020/1083",
                             "见https://undocs.org/A/75/574。"},
                            {}};
const AlignmentSide english{
    languages::en,
    {"General Assembly resolution 75/1", "Document A/75/574-S/2020/1083", "United Nations",
     "See https://undocs.org/A/75/574."},
    {}};

}  // namespace

TEST_CASE("a document symbol speaks for the segment that has it too", "[align]") {
  const ReferenceEvidence evidence(chinese, english);
  CHECK(evidence.log_bonus({2, 3}, {1, 2}) > 1);
  CHECK(evidence.log_bonus({2, 3}, {0, 1}) < -3);
  CHECK(evidence.log_bonus({2, 3}, {0, 1}) < evidence.log_bonus({2, 3}, {0, 2}));
}

TEST_CASE("a web address speaks for the segment that has it too", "[align]") {
  const ReferenceEvidence evidence(chinese, english);
  CHECK(evidence.log_bonus({3, 4}, {3, 4}) > 0.5F);
  CHECK(evidence.log_bonus({3, 4}, {2, 3}) < -0.5F);
}

TEST_CASE("a line that is nothing but a symbol has no partner without it", "[align]") {
  const AlignmentSide source{
      languages::zh, {"联合国", "（A/75/574）", "A/75/574和S/2020/1083"}, {}};
  const AlignmentSide target{languages::en, {"United Nations", "A/75/574"}, {}};
  const ReferenceEvidence evidence(source, target);
  CHECK(evidence.log_bonus({1, 2}, {0, 1}) < evidence.log_bonus({2, 3}, {0, 1}) - 4);
  CHECK(evidence.log_bonus({0, 1}, {1, 2}) < -8);
  CHECK(evidence.log_bonus({1, 2}, {1, 2}) > 0);
}

TEST_CASE("segments without references have nothing to say", "[align]") {
  const ReferenceEvidence evidence(chinese, english);
  CHECK(evidence.log_bonus({1, 2}, {2, 3}) == 0);
  const AlignmentSide plain{languages::en, {"United Nations"}, {}};
  CHECK(ReferenceEvidence(plain, plain).log_bonus({0, 1}, {0, 1}) == 0);
}

}  // namespace hexapla::sign_evidence_test
