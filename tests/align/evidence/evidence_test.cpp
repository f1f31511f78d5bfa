#include "align/evidence/evidence.hpp"

#include "align/aligner.hpp"
#include "align/alignment_constraints.hpp"
#include "align/made_texts.hpp"

#include <numeric>

#include <catch2/catch.hpp>

namespace hexapla::evidence_test {
namespace {

const std::vector<std::string_view> chinese{"安全理事会第1244（1999）号决议。",
                                            "338名平民伤亡，其中57人死亡。",
                                            "文件A/75/574。", "“停火！”他说。"};
const std::vector<std::string_view> english{
    "Security Council resolution 1244 (1999).", "338 civilian casualties, of whom 57 died.",
    "Document A/75/574.", "“Cease fire!”, he said."};

GuidedAlignment explained(const EvidenceSet& without) {
  AlignSettings settings;
  settings.explain = true;
  settings.without = without;
  return align_guided({languages::zh, chinese, {}}, {languages::en, english, {}}, {},
                      settings);
}

float said(const Explanation& explanation, EvidenceKind kind) {
  return explanation.nats[static_cast<std::size_t>(kind)];
}

}  // namespace

TEST_CASE("kinds of evidence are known by their names", "[align]") {
  for (std::size_t number = 0; number < evidence_kinds; ++number) {
    const auto kind = static_cast<EvidenceKind>(number);
    CHECK(evidence_named(name_of(kind)) == kind);
  }
  CHECK(!evidence_named("hunches"));
}

TEST_CASE("an explanation tells what each kind said of each bead", "[align]") {
  const GuidedAlignment aligned = explained({});
  REQUIRE(aligned.explanations.size() == aligned.beads.size());
  REQUIRE(aligned.beads[1].target == SegmentRun{1, 2});
  CHECK(said(aligned.explanations[1], EvidenceKind::anchors) > 2);
  CHECK(said(aligned.explanations[2], EvidenceKind::references) > 0);
  CHECK(said(aligned.explanations[1], EvidenceKind::references) == 0);
  CHECK(said(aligned.explanations[3], EvidenceKind::marks) > 0);
  CHECK(said(aligned.explanations[0], EvidenceKind::translation) == 0);
}

TEST_CASE("nothing is explained unless asked", "[align]") {
  CHECK(align_guided({languages::zh, chinese, {}}, {languages::en, english, {}}, {}, {})
            .explanations.empty());
}

TEST_CASE("a kind that is left out says nothing", "[align]") {
  const auto kind =
      GENERATE(EvidenceKind::shapes, EvidenceKind::lengths, EvidenceKind::words,
               EvidenceKind::anchors, EvidenceKind::marks, EvidenceKind::references);
  const auto sum_of = [&](const GuidedAlignment& aligned) {
    return std::accumulate(aligned.explanations.begin(), aligned.explanations.end(), 0.0F,
                           [&](float sum, const Explanation& explanation) {
                             return sum + std::abs(said(explanation, kind));
                           });
  };
  CAPTURE(name_of(kind));
  CHECK(sum_of(explained({})) > 0);
  EvidenceSet without;
  without.add(kind);
  const GuidedAlignment aligned = explained(without);
  CHECK(tiles(aligned.beads, 4, 4));
  CHECK(sum_of(aligned) == 0);
}

}  // namespace hexapla::evidence_test
