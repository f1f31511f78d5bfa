#include "align/evidence/embedding_evidence.hpp"

#include "align/aligner.hpp"
#include "align/alignment_constraints.hpp"
#include "align/score.hpp"

#include <cmath>
#include <random>
#include <string>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

constexpr std::uint32_t dimension = 48;
constexpr std::uint32_t widest = 4;

/// Two sides whose words and lengths tell nothing, and what a model might make of them: the
/// target has the source's vectors, its every fourth segment joined with the next, and
/// noise.
struct Riddle {
  explicit Riddle(std::uint32_t beads, float noise) {
    std::mt19937 random(20061017);
    // Not std::normal_distribution, whose numbers differ by library.
    const auto drawn = [&] {
      float sum = 0;
      for (int draw = 0; draw < 12; ++draw)
        sum += static_cast<float>(random() % 1000) / 1000;
      return sum - 6;
    };
    for (std::uint32_t bead = 0; bead < beads; ++bead) {
      const std::uint32_t parts = bead % 4 == 3 ? 2 : 1;
      std::vector<float> sum(dimension);
      for (std::uint32_t part = 0; part < parts; ++part)
        for (std::uint32_t place = 0; place < dimension; ++place) {
          const float number = drawn();
          source.numbers.push_back(number);
          sum[place] += number;
        }
      for (const float number : sum)
        target.numbers.push_back(number + noise * drawn());
      const auto from = static_cast<std::uint32_t>(source_texts.size());
      for (std::uint32_t part = 0; part < parts; ++part)
        source_texts.emplace_back("停火停火停火停火停火停火");
      target_texts.emplace_back("A cease-fire is a cease-fire is a cease-fire");
      right.push_back({{from, from + parts}, {bead, bead + 1}, 1});
    }
    source.dimension = target.dimension = dimension;
  }

  [[nodiscard]] AlignmentSide source_side() const {
    AlignmentSide side{languages::zh, source_texts, {}};
    side.embeddings = source.rows();
    return side;
  }
  [[nodiscard]] AlignmentSide target_side() const {
    AlignmentSide side{languages::en, target_texts, {}};
    side.embeddings = target.rows();
    return side;
  }

  /// The share of the right beads that an alignment has found.
  [[nodiscard]] double found_in(const std::vector<Bead>& beads) const {
    double found = 0;
    for (const Bead& bead : right)
      for (const Bead& other : beads)
        if (other.source == bead.source && other.target == bead.target) ++found;
    return found / static_cast<double>(right.size());
  }

  Embeddings source;
  Embeddings target;
  std::vector<std::string_view> source_texts;
  std::vector<std::string_view> target_texts;
  std::vector<Bead> right;
};

double found(const Riddle& riddle, const AlignSettings& settings = {}) {
  return riddle.found_in(align(riddle.source_side(), riddle.target_side(), settings));
}

}  // namespace

TEST_CASE("vectors solve what neither words nor lengths can", "[align][embeddings]") {
  AlignSettings without;
  without.without.add(EvidenceKind::embeddings);
  const Riddle riddle(120, 0.5F);
  CHECK(found(riddle, without) < 0.5);
  CHECK(found(riddle) > 0.95);
}

TEST_CASE("the better the vectors, the better the alignment", "[align][embeddings]") {
  const double clear = found(Riddle(120, 0.5F));
  const double dim = found(Riddle(120, 1.8F));
  const double dark = found(Riddle(120, 12));
  CAPTURE(clear, dim, dark);
  CHECK(clear > dim);
  CHECK(dim > dark + 0.1);
}

TEST_CASE("right beads gain, wrong ones lose", "[align][embeddings]") {
  const Riddle riddle(120, 1);
  const Meanings meanings(riddle.source.rows(), riddle.target.rows(), widest);
  EmbeddingEvidence evidence(meanings);
  const auto check_all = [&] {
    float wrong = 0;
    for (const Bead& bead : riddle.right) {
      const float gain = evidence.log_bonus(bead.source, bead.target);
      CHECK(gain > 1);
      const auto& other = riddle.right[(bead.target.first + 7) % riddle.right.size()];
      CHECK(evidence.log_bonus(bead.source, other.target) < gain);
      wrong += evidence.log_bonus(bead.source, other.target);
    }
    CHECK(wrong < 0);
  };
  check_all();
  evidence.learn(riddle.right);
  check_all();
}

TEST_CASE("vectors that tell nothing lose their say", "[align][embeddings]") {
  Riddle riddle(400, 0);
  const Riddle other(401, 5);
  riddle.target.numbers.assign(other.target.numbers.begin() + dimension,
                               other.target.numbers.end());
  const Meanings meanings(riddle.source.rows(), riddle.target.rows(), widest);
  EmbeddingEvidence evidence(meanings);
  evidence.learn(riddle.right);
  for (const Bead& bead : riddle.right)
    CHECK(std::abs(evidence.log_bonus(bead.source, bead.target)) < 1);
}

TEST_CASE("what was prepared for a band is what is found without", "[align][embeddings]") {
  const Riddle riddle(40, 1);
  const Meanings meanings(riddle.source.rows(), riddle.target.rows(), widest);
  const EmbeddingEvidence unprepared(meanings);
  EmbeddingEvidence prepared(meanings);
  Band band;
  for (std::uint32_t row = 0; row <= riddle.source_texts.size(); ++row)
    band.rows.push_back({row < 12 ? 0 : row - 12, std::min(41U, row + 3)});
  band.settle(40);
  prepared.prepare(band);
  for (std::uint32_t source = 0; source + 3 < riddle.source_texts.size(); ++source)
    for (std::uint32_t target = 0; target + 3 < 40; target += 3)
      CHECK(prepared.log_bonus({source, source + 3}, {target, target + 2}) ==
            unprepared.log_bonus({source, source + 3}, {target, target + 2}));
}

TEST_CASE("a length that all vectors share, and what they share, change nothing",
          "[align][embeddings]") {
  Riddle riddle(120, 1);
  const double before = found(riddle);
  for (float& number : riddle.source.numbers)
    number *= 1000;
  CHECK(found(riddle) == before);
  // Many models' vectors all point the same way.
  for (std::size_t number = 0; number < riddle.target.numbers.size(); ++number)
    riddle.target.numbers[number] += number % dimension == 0 ? 20.0F : 0.0F;
  CHECK(found(riddle) > before - 0.05);
}

TEST_CASE("a single segment on a side, or blank ones, are no error",
          "[align][embeddings][edge]") {
  AlignmentSide source{languages::zh, {"停火"}, {}};
  AlignmentSide target{languages::en, {"Cease fire", ""}, {}};
  const std::vector<float> one{1, 2};
  const std::vector<float> two{2, 4, 0, 0};
  source.embeddings = {one, 2};
  target.embeddings = {two, 2};
  CHECK(tiles(align(source, target), 1, 2));
}

TEST_CASE("fixed beads of any width keep their vectors", "[align][embeddings]") {
  const Riddle riddle(60, 0.5F);
  AlignmentConstraints guidance;
  // Four right beads in one.
  guidance.fixed = {{{3, 8}, {3, 7}, 1}};
  const auto beads =
      align_guided(riddle.source_side(), riddle.target_side(), guidance, {}).beads;
  CHECK(riddle.found_in(beads) > found(riddle) - 4.5 / 60);
}

TEST_CASE("an explanation tells what embeddings said", "[align][embeddings]") {
  const Riddle riddle(40, 0.5F);
  AlignSettings settings;
  settings.explain = true;
  const auto aligned =
      align_guided(riddle.source_side(), riddle.target_side(), {}, settings);
  float said = 0;
  for (const Explanation& explanation : aligned.explanations)
    said += explanation.nats[static_cast<std::size_t>(EvidenceKind::embeddings)];
  CHECK(said > 40);
}

}  // namespace hexapla
