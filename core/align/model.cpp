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
#include <array>
#include <optional>

namespace hexapla {
namespace {

/// What is read off a pair of texts once.
struct TextPair {
  TextPair(const AlignmentSide& source_side, const AlignmentSide& target_side,
           std::uint32_t widest)
      : source(tokens_of(source_side, vocabulary)),
        target(tokens_of(target_side, vocabulary)),
        source_lengths(source.lengths, widest),
        target_lengths(target.lengths, widest),
        usual_ratio(usual_length(target_side.language) /
                    usual_length(source_side.language)),
        anchors(source, target),
        structure(source_side.places, target_side.places),
        concepts(source_side, target_side) {
    find_anchors(vocabulary, source, target);
  }

  Vocabulary vocabulary;
  TokenSide source;
  TokenSide target;
  RunLengths source_lengths;
  RunLengths target_lengths;
  double usual_ratio;  ///< Of target lengths to source lengths, in these languages.
  Anchors anchors;
  StructureModel structure;  ///< Before anything is learnt.
  ConceptEvidence concepts;
};

/// An alignment, and how well the model that led to it explains the texts.
struct Outcome {
  std::vector<Bead> beads;
  double log_likelihood = 0;  ///< Against that of texts that have nothing in common.
};

/// The passes over one pair of texts, and what they learn.
class Passes {
 public:
  Passes(const TextPair& texts, const AlignSettings& settings, const ModelSettings& model,
         double length_ratio)
      : settings_(settings),
        model_(model),
        texts_(texts),
        lengths_(texts.source_lengths, texts.target_lengths, length_ratio),
        prior_(shapes_up_to(settings.widest_bead)),
        structure_(texts.structure) {}

  using Search = std::optional<Band>(const CoarseKnowledge&);

  /// `stay` is RunOdds::stay while little is known.
  /// Returns: nothing when `search` finds no place to look at closely.
  std::optional<Outcome> run(Search& search, float stay) {
    RunOdds early = model_.runs;
    early.stay = stay;
    auto band =
        search({texts_.source, texts_.target, texts_.anchors, lengths_, prior_, early});
    if (!band) return std::nullopt;
    Lexicon lexicon =
        lexicon_of_identity(texts_.source, texts_.target, texts_.vocabulary.size());
    for (unsigned pass = 0; pass < settings_.passes; ++pass) {
      band = learn(scored(*band, lexicon, early));
      lexicon = trained_lexicon(texts_.source, texts_.target, texts_.vocabulary.size(),
                                likely_, model_.lexicon);
    }
    return outcome_of(scored(*band, lexicon, model_.runs));
  }

 private:
  /// One expectation: all parts of the model but the lexicon learn from the likely beads,
  /// which are kept for it.
  /// Returns: where the next pass need look.
  Band learn(const Lattice& lattice) {
    const auto posteriors = lattice.posteriors();
    likely_ = lattice.likely_beads(posteriors, model_.least_trained);
    prior_.learn(posteriors.shape_counts, model_.prior_weight);
    lengths_.learn(likely_);
    structure_.learn(likely_);
    return narrowed(lattice.band(), posteriors.borders, texts_.target.size());
  }

  [[nodiscard]] Lattice scored(const Band& band, const Lexicon& lexicon,
                               const RunOdds& runs) const {
    LexicalEvidence words(texts_.source, texts_.target, band, settings_.widest_bead);
    words.compute(lexicon, texts_.vocabulary, model_.lexical);
    const auto shapes = prior_.shapes();
    Lattice lattice(band, {shapes.begin(), shapes.end()}, texts_.source.size(),
                    texts_.target.size(), runs);
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
        texts_.concepts.log_bonus(bead.source, bead.target) +
        words.log_bonus(bead.source, bead.target));
  }

  [[nodiscard]] Outcome outcome_of(const Lattice& lattice) const {
    const auto posteriors = lattice.posteriors();
    return {decoded(lattice, posteriors), posteriors.log_likelihood};
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
  const TextPair& texts_;
  LengthModel lengths_;
  ShapePrior prior_;
  StructureModel structure_;
  std::vector<Bead> likely_;
};

bool is_sure(const Bead& bead) {
  constexpr double sure = 0.5;
  return !bead.source.empty() && !bead.target.empty() && bead.confidence >= sure;
}

/// The share of the segments that stand alone or in a doubtful bead.
double share_doubtful(std::span<const Bead> beads) {
  double all = 0;
  double doubtful = 0;
  for (const Bead& bead : beads) {
    const double segments = bead.source.size() + bead.target.size();
    all += segments;
    if (!is_sure(bead)) doubtful += segments;
  }
  return doubtful / all;
}

/// The share of the segments that stand alone, or in a doubtful bead, although others do so
/// at the same place on the other side, with which they could have been paired.
double share_facing(std::span<const Bead> beads) {
  double all = 0;
  double facing = 0;
  std::uint32_t sources = 0;
  std::uint32_t targets = 0;
  for (const Bead& bead : beads) {
    all += bead.source.size() + bead.target.size();
    if (is_sure(bead)) {
      facing += 2 * std::min(sources, targets);
      sources = targets = 0;
      continue;
    }
    sources += bead.source.size();
    targets += bead.target.size();
  }
  return (facing + 2 * std::min(sources, targets)) / all;
}

std::vector<Bead> all_empty(std::uint32_t source_size, std::uint32_t target_size) {
  std::vector<Bead> beads;
  for (std::uint32_t segment = 0; segment < source_size; ++segment)
    beads.push_back({{segment, segment + 1}, {0, 0}, 1});
  for (std::uint32_t segment = 0; segment < target_size; ++segment)
    beads.push_back({{source_size, source_size}, {segment, segment + 1}, 1});
  return beads;
}

/// Where both sides seem to lack what the other has, that may be so, or the words were not
/// known yet and leaving out looked cheaper than pairing. Then other beginnings are tried,
/// and what explains the texts best is right.
Outcome best_outcome(const TextPair& texts, const AlignSettings& settings,
                     const ModelSettings& model) {
  const double whole_ratio = texts.target_lengths.total() / texts.source_lengths.total();
  struct Attempt {
    Passes::Search* search;
    float stay;
    double ratio;
  };
  const std::array attempts{Attempt{band_near_diagonal, model.runs.stay, whole_ratio},
                            Attempt{band_near_diagonal, model.earliest_stay, whole_ratio},
                            Attempt{band_anywhere, model.runs.stay, whole_ratio},
                            Attempt{band_anywhere, model.runs.stay, texts.usual_ratio},
                            Attempt{band_anywhere, model.early_stay, texts.usual_ratio}};
  std::optional<Outcome> best;
  for (const Attempt& attempt : attempts) {
    auto outcome =
        Passes(texts, settings, model, attempt.ratio).run(*attempt.search, attempt.stay);
    if (!outcome) continue;
    if (!best || outcome->log_likelihood > best->log_likelihood) best = std::move(outcome);
    const double suspicion = attempt.stay < model.early_stay ? share_doubtful(best->beads)
                                                             : share_facing(best->beads);
    if (suspicion < model.suspicious_share) break;
  }
  if (best) return *std::move(best);
  return {all_empty(texts.source.size(), texts.target.size()), 0};
}

}  // namespace

std::vector<Bead> align_by(const AlignmentSide& source, const AlignmentSide& target,
                           const AlignSettings& settings, const ModelSettings& model) {
  if (source.segments.empty() || target.segments.empty())
    return all_empty(static_cast<std::uint32_t>(source.segments.size()),
                     static_cast<std::uint32_t>(target.segments.size()));
  AlignSettings possible = settings;
  possible.widest_bead = std::clamp(settings.widest_bead, 1U, widest_possible_bead);
  return best_outcome(TextPair(source, target, possible.widest_bead), possible, model)
      .beads;
}

}  // namespace hexapla
