#include "align/alignment_constraints.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla::alignment_constraints_test {
namespace {

using Sentences = std::vector<std::string_view>;

struct SentencePair {
  std::string_view english;
  std::string_view french;
};
constexpr std::array sentence_pairs{
    SentencePair{"The Security Council met on 14 July 2006.",
                 "Le Conseil de sécurité s’est réuni le 14 juillet 2006."},
    SentencePair{"It heard the Secretary-General.", "Il a entendu le Secrétaire général."},
    SentencePair{"He spoke of 338 civilians.", "Celui-ci a parlé de 338 civils."},
    SentencePair{"The members thanked him.", "Les membres l’ont remercié."},
    SentencePair{"The meeting rose at 6 p.m.", "La séance est levée à 18 heures."},
    SentencePair{"The next meeting is on 20 July 2006.",
                 "La prochaine séance aura lieu le 20 juillet 2006."}};

Sentences sentences_in(std::string_view SentencePair::*language) {
  Sentences sentences;
  for (const SentencePair& pair : sentence_pairs)
    sentences.push_back(pair.*language);
  return sentences;
}

const AlignmentSide english{languages::en, sentences_in(&SentencePair::english), {}, {}};
const AlignmentSide french{languages::fr, sentences_in(&SentencePair::french), {}, {}};

std::vector<Bead> guided(const AlignmentConstraints& guidance) {
  const auto aligned = align_guided(english, french, guidance, {});
  REQUIRE(tiles(aligned.beads, 6, 6));
  return aligned.beads;
}

bool has(const std::vector<Bead>& beads, const SegmentRun& source, const SegmentRun& target,
         double confidence) {
  return std::ranges::find(beads, Bead{source, target, confidence}) != beads.end();
}

}  // namespace

TEST_CASE("without guidance the alignment is that of align()", "[align]") {
  CHECK(guided({}) == align(english, french));
}

TEST_CASE("a fixed bead is kept however unlikely it is", "[align]") {
  CHECK(has(guided({{}, {{{0, 1}, {4, 5}}}}), {0, 1}, {4, 5}, 1));
  CHECK(has(guided({{}, {{{5, 6}, {0, 1}}}}), {5, 6}, {0, 1}, 1));
}

TEST_CASE("a fixed bead may be wider than any that is searched for", "[align]") {
  const auto beads = guided({{}, {{{0, 5}, {1, 2}}}});
  CHECK(has(beads, {0, 5}, {1, 2}, 1));
}

TEST_CASE("a segment fixed to have no partner has none", "[align]") {
  const auto beads = guided({{}, {{{2, 3}, {}}, {{}, {2, 3}}}});
  for (const Bead& bead : beads) {
    if (bead.source == SegmentRun{2, 3}) CHECK(bead.target.empty());
    if (bead.target == SegmentRun{2, 3}) CHECK(bead.source.empty());
  }
}

TEST_CASE("fixing what was found already changes nothing", "[align]") {
  const auto before = guided({});
  for (const Bead& fixed : before) {
    auto after = guided({{}, {fixed}});
    REQUIRE(after.size() == before.size());
    for (std::size_t bead = 0; bead < after.size(); ++bead) {
      CHECK(after[bead].source == before[bead].source);
      CHECK(after[bead].target == before[bead].target);
    }
  }
}

TEST_CASE("an prior moves what the texts leave open", "[align]") {
  AlignmentConstraints guidance;
  guidance.prior = [](const SegmentRun& source, const SegmentRun& target) {
    return source == SegmentRun{1, 3} && target == SegmentRun{1, 3} ? 60.0F : 0.0F;
  };
  const auto beads = guided(guidance);
  CHECK(std::ranges::any_of(beads, [](const Bead& bead) {
    return bead.source == SegmentRun{1, 3} && bead.target == SegmentRun{1, 3};
  }));
}

TEST_CASE("likely beads hold those of the alignment that are likely", "[align]") {
  const auto aligned = align_guided(english, french, {}, {});
  for (const Bead& bead : aligned.beads)
    if (bead.confidence >= least_likely)
      CHECK(std::ranges::any_of(aligned.likely, [&](const Bead& other) {
        return other.source == bead.source && other.target == bead.target;
      }));
}

TEST_CASE("where an alignment before was sure, only its neighbourhood is searched",
          "[align]") {
  FoundBefore before;
  for (std::uint32_t segment = 0; segment < 6; ++segment)
    before.beads.push_back({{segment, segment + 1}, {segment, segment + 1}, 0.98});
  before.likely = before.beads;
  AlignmentConstraints guidance;
  guidance.before = &before;
  const auto beads = guided(guidance);
  REQUIRE(beads.size() == 6);
  for (std::uint32_t segment = 0; segment < 6; ++segment)
    CHECK(beads[segment].target == SegmentRun{segment, segment + 1});
}

TEST_CASE("an alignment before that was in doubt, or of other texts, says nothing",
          "[align][edge]") {
  FoundBefore before;
  AlignmentConstraints guidance;
  guidance.before = &before;
  const auto from_scratch = guided({});
  CHECK(guided(guidance) == from_scratch);
  for (std::uint32_t segment = 0; segment < 6; ++segment)
    before.beads.push_back({{segment, segment + 1}, {segment, segment + 1}, 0.2});
  CHECK(guided(guidance) == from_scratch);
  before.beads.assign(1, {{0, 9}, {0, 9}, 1});
  CHECK(guided(guidance) == from_scratch);
}

}  // namespace hexapla::alignment_constraints_test
