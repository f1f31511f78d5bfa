#include "align/model.hpp"

#include "align/band.hpp"
#include "align/coarse.hpp"
#include "align/concept_evidence.hpp"
#include "align/lattice.hpp"
#include "align/length_model.hpp"
#include "align/shape.hpp"
#include "align/structure_model.hpp"
#include "align/tokens.hpp"

#include <algorithm>

namespace hexapla {
namespace {

/// Everything about one pair of texts that the passes share.
class Passes {
 public:
  Passes(const AlignmentSide& source, const AlignmentSide& target,
         const AlignSettings& settings, const ModelSettings& model)
      : settings_(settings),
        model_(model),
        source_(tokens_of(source, vocabulary_)),
        target_(tokens_of(target, vocabulary_)),
        source_lengths_(source_.lengths, settings.widest_bead),
        target_lengths_(target_.lengths, settings.widest_bead),
        lengths_(source_lengths_, target_lengths_),
        prior_(shapes_up_to(settings.widest_bead)),
        structure_(source.places, target.places),
        concepts_(source, target) {}

  std::vector<Bead> run() {
    find_anchors(vocabulary_, source_, target_);
    Band band = coarse_band(source_, target_, lengths_, prior_);
    Lexicon lexicon = lexicon_of_identity(source_, target_, vocabulary_.size());
    for (unsigned pass = 0; pass < settings_.passes; ++pass) {
      band = learn(band, lexicon);
      lexicon =
          trained_lexicon(source_, target_, vocabulary_.size(), likely_, model_.lexicon);
    }
    const Lattice lattice = scored(band, lexicon);
    return decoded(lattice, lattice.posteriors());
  }

 private:
  /// One expectation: all parts of the model but the lexicon learn from the likely beads,
  /// which are kept for it.
  /// Returns: where the next pass need look.
  Band learn(const Band& band, const Lexicon& lexicon) {
    const Lattice lattice = scored(band, lexicon);
    const auto posteriors = lattice.posteriors();
    likely_ = lattice.likely_beads(posteriors, model_.least_trained);
    prior_.learn(posteriors.shape_counts, model_.prior_weight);
    lengths_.learn(likely_);
    structure_.learn(likely_);
    return narrowed(band, posteriors.borders, target_.size());
  }

  [[nodiscard]] Lattice scored(const Band& band, const Lexicon& lexicon) const {
    LexicalEvidence words(source_, target_, band, settings_.widest_bead);
    words.compute(lexicon, vocabulary_, model_.lexical);
    const auto shapes = prior_.shapes();
    Lattice lattice(band, {shapes.begin(), shapes.end()}, source_.size(), target_.size());
    lattice.fill(
        [&](const Bead& bead, std::size_t shape) { return score(bead, shape, words); });
    return lattice;
  }

  [[nodiscard]] float score(const Bead& bead, std::size_t shape,
                            const LexicalEvidence& words) const {
    const double prior = prior_.log_probability(shape);
    if (bead.source.empty() || bead.target.empty()) return static_cast<float>(prior);
    return static_cast<float>(
        prior + model_.length_weight * lengths_.log_bonus(bead.source, bead.target) +
        structure_.log_bonus(bead.source, bead.target) +
        concepts_.log_bonus(bead.source, bead.target) +
        words.log_bonus(bead.source, bead.target));
  }

  [[nodiscard]] std::vector<Bead> decoded(const Lattice& lattice,
                                          const Lattice::Posteriors& posteriors) const {
    const auto shapes = lattice.shapes();
    return lattice.best_path(
        [&](std::size_t bead, std::size_t shape) {
          const bool empty = shapes[shape].source == 0 || shapes[shape].target == 0;
          return static_cast<float>(empty ? model_.empty_gain : 1) * posteriors.beads[bead];
        },
        posteriors.beads);
  }

  const AlignSettings& settings_;
  const ModelSettings& model_;
  Vocabulary vocabulary_;
  TokenSide source_;
  TokenSide target_;
  RunLengths source_lengths_;
  RunLengths target_lengths_;
  LengthModel lengths_;
  ShapePrior prior_;
  StructureModel structure_;
  ConceptEvidence concepts_;
  std::vector<Bead> likely_;
};

std::vector<Bead> all_empty(std::uint32_t source_size, std::uint32_t target_size) {
  std::vector<Bead> beads;
  for (std::uint32_t segment = 0; segment < source_size; ++segment)
    beads.push_back({{segment, segment + 1}, {0, 0}, 1});
  for (std::uint32_t segment = 0; segment < target_size; ++segment)
    beads.push_back({{source_size, source_size}, {segment, segment + 1}, 1});
  return beads;
}

}  // namespace

std::vector<Bead> align_by(const AlignmentSide& source, const AlignmentSide& target,
                           const AlignSettings& settings, const ModelSettings& model) {
  if (source.segments.empty() || target.segments.empty())
    return all_empty(static_cast<std::uint32_t>(source.segments.size()),
                     static_cast<std::uint32_t>(target.segments.size()));
  // Wider beads are never right, and a lattice numbers its shapes in a byte.
  constexpr std::uint32_t widest_possible = 12;
  AlignSettings possible = settings;
  possible.widest_bead = std::clamp(settings.widest_bead, 1U, widest_possible);
  return Passes(source, target, possible, model).run();
}

}  // namespace hexapla
