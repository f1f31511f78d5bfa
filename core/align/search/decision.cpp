#include "align/search/decision.hpp"

#include "align/search/whole_copies.hpp"

#include <algorithm>

namespace hexapla {
namespace {

/// Copied for witnesses to come, a work of six versions keeps some 30 MB of this size.
constexpr std::size_t most_kept_cells = 20'000;

std::vector<Bead> decoded(const Lattice& lattice, const ModelSettings& model,
                          const Lattice::Posteriors& claimed,
                          const Lattice::Posteriors& trusted) {
  std::vector<float> worths;
  for (const Shape& shape : lattice.shapes())
    worths.push_back(
        shape.source == 0 || shape.target == 0 ? static_cast<float>(model.empty_gain) : 1);
  return lattice.best_path(worths, claimed, trusted.beads);
}

}  // namespace

Outcome decoded_outcome(Lattice lattice, const Lattice::Posteriors& posteriors,
                        float temper, const DecisionContext& context) {
  const auto& [guides, source, target, model] = context;
  Outcome outcome;
  outcome.log_likelihood = posteriors.log_likelihood;
  outcome.likely = lattice.likely_beads(posteriors, least_likely);
  lattice.temper(temper);
  outcome.beads = decoded(lattice, model, posteriors, lattice.posteriors());
  leave_out_whole_copies(outcome.beads, source.segments, target.segments,
                         [&lattice, &fixed = guides.fixed](const Bead& bead) {
                           return fixed.allow(bead.source, bead.target) &&
                                  lattice.band().holds(bead.source.first,
                                                       bead.target.first) &&
                                  lattice.band().holds(bead.source.last, bead.target.last);
                         });
  return outcome;
}

std::shared_ptr<const HeardEvidence> worth_keeping(const Lattice& lattice, float temper,
                                                   const Guides& guides) {
  if (guides.prior || lattice.band().cells() > most_kept_cells) return nullptr;
  return std::make_shared<const HeardEvidence>(HeardEvidence{lattice, temper});
}

Outcome decided_with_witnesses(const HeardEvidence& heard, const DecisionContext& context) {
  Lattice lattice = heard.lattice;
  lattice.add([&](const Lattice::BeadRow& row, std::span<float> scores) {
    const Shape& shape = lattice.shapes()[row.shape];
    const SegmentRun run{row.source, row.source + shape.source};
    auto first = row.first;
    for (float& score : scores) {
      score += context.guides.prior(run, {first, first + shape.target});
      ++first;
    }
  });
  lattice.discount_divisible();
  const auto posteriors = lattice.posteriors();
  return decoded_outcome(std::move(lattice), posteriors, heard.temper, context);
}

}  // namespace hexapla
