#include "align/search/passes.hpp"

#include "align/band.hpp"
#include "align/evidence/shape.hpp"
#include "align/search/coarse.hpp"
#include "align/search/lattice.hpp"
#include "align/search/whole_copies.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

namespace hexapla {
namespace {

/// What the words of one view say, or those of one kind of evidence.
struct ScoredView {
  EvidenceKind kind;
  LexicalEvidence words;
};

/// The passes over one pair of texts, and what they learn.
class Passes {
 public:
  Passes(const TextPair& texts, const Guides& guides, const AlignSettings& settings,
         const ModelSettings& model, double length_ratio)
      : guides_(guides),
        settings_(settings),
        model_(model),
        texts_(texts),
        lengths_(texts.source_lengths, texts.target_lengths, length_ratio),
        prior_(shapes_up_to(settings.widest_bead)),
        structure_(texts.structure),
        meanings_(texts.meanings),
        labels_(texts.labels),
        recurring_(texts.recurring) {}

  /// `stay` is GapModel::stay while little is known.
  /// Returns: nothing when `search` finds no place to look at closely.
  std::optional<Outcome> run(CoarseSearchFunction& search, float stay) {
    GapModel early = model_.runs;
    early.stay = stay;
    auto band =
        search({texts_.source(), texts_.target(), texts_.anchors, lengths_, prior_, early});
    if (!band) return std::nullopt;
    band = guides_.fixed.admitted(*std::move(band), texts_.target().size());
    meanings_.prepare(*band);
    std::vector<Lexicon> lexicons;
    for (const WordView& view : texts_.views)
      lexicons.push_back(
          untrained_lexicon(view.source, view.target, view.vocabulary.size(), view.known));
    const bool is_long =
        std::min(texts_.source().size(), texts_.target().size()) >= long_side;
    const unsigned passes =
        is_long && settings_.passes > 2 ? settings_.passes - 1 : settings_.passes;
    for (unsigned pass = 0; pass < passes; ++pass) {
      band = learn(scored(*band, lexicons, early));
      for (std::size_t view = 0; view < lexicons.size(); ++view)
        lexicons[view] = trained(texts_.views[view]);
    }
    return last_pass(*band, std::move(lexicons));
  }

  Outcome follow(const Way& way) {
    const Band band = guides_.fixed.admitted(
        corridor_of(way, texts_.source().size(), texts_.target().size()),
        texts_.target().size());
    std::ranges::copy_if(way.likely, std::back_inserter(likely_), [&](const Bead& bead) {
      return bead.confidence >= model_.least_trained;
    });
    prior_.learn(shape_counts_of(way.beads, prior_.shapes()), model_.prior_weight);
    lengths_.learn(likely_);
    structure_.learn(likely_);
    meanings_.prepare(band);
    meanings_.learn(likely_);
    std::vector<Lexicon> lexicons;
    for (const WordView& view : texts_.views)
      lexicons.push_back(trained(view));
    return last_pass(band, std::move(lexicons));
  }

 private:
  [[nodiscard]] Outcome last_pass(const Band& band, std::vector<Lexicon> lexicons) const {
    Outcome outcome = outcome_of(scored(band, lexicons, model_.runs));
    if (settings_.explain) outcome.explanations = explained(outcome.beads, band, lexicons);
    outcome.lexicons = std::move(lexicons);
    return outcome;
  }

  /// One expectation: all parts of the model but the lexicon learn from the likely beads,
  /// which are kept for it.
  /// Returns: where the next pass need look.
  Band learn(const Lattice& lattice) {
    const auto posteriors = lattice.posteriors();
    likely_ = lattice.likely_beads(posteriors, model_.least_trained);
    prior_.learn(posteriors.shape_counts, model_.prior_weight);
    lengths_.learn(likely_);
    structure_.learn(likely_);
    meanings_.learn(likely_);
    labels_.learn(likely_);
    recurring_.learn(likely_);
    const auto targets = texts_.target().size();
    return guides_.fixed.admitted(narrowed(lattice.band(), posteriors.borders, targets),
                                  targets);
  }

  [[nodiscard]] Lexicon trained(const WordView& view) const {
    return trained_lexicon(view.source, view.target, view.known, likely_,
                           view.lexicon_settings);
  }

  [[nodiscard]] Lattice scored(const Band& band, std::span<const Lexicon> lexicons,
                               const GapModel& runs) const {
    std::vector<ScoredView> heard;
    for (std::size_t number = 0; number < lexicons.size(); ++number) {
      const WordView& view = texts_.views[number];
      heard.push_back({view.kind, heard_in(view, band, lexicons[number], view.weights)});
    }
    const auto shapes = prior_.shapes();
    Lattice lattice(band, {shapes.begin(), shapes.end()}, texts_.source().size(),
                    texts_.target().size(), runs);
    lattice.fill(
        [&](const Bead& bead, std::size_t shape) { return score(bead, shape, heard); });
    lattice.discount_divisible();
    return lattice;
  }

  [[nodiscard]] LexicalEvidence heard_in(const WordView& view, const Band& band,
                                         const Lexicon& lexicon,
                                         const LexicalWeights& weights) const {
    LexicalEvidence words(view.source, view.target, band, settings_.widest_bead);
    words.compute(lexicon, view.vocabulary, weights);
    return words;
  }

  /// Hears words, anchors and marks apart, which is slower and of no use otherwise.
  [[nodiscard]] std::vector<Explanation> explained(
      std::span<const Bead> beads, const Band& band,
      std::span<const Lexicon> lexicons) const {
    std::vector<ScoredView> heard;
    for (std::size_t number = 0; number < lexicons.size(); ++number) {
      const WordView& view = texts_.views[number];
      if (view.kind == EvidenceKind::words) {
        for (const EvidenceKind kind :
             {EvidenceKind::words, EvidenceKind::anchors, EvidenceKind::marks})
          heard.push_back(
              {kind, heard_in(view, band, lexicons[number], view.weights.only(kind))});
      } else {
        heard.push_back({view.kind, heard_in(view, band, lexicons[number], view.weights)});
      }
    }
    std::vector<Explanation> explanations;
    for (const Bead& bead : beads) {
      Explanation& explanation =
          explanations.emplace_back(Explanation{bead.source, bead.target, {}});
      const Shape shape{bead.source.size(), bead.target.size()};
      const auto number = static_cast<std::size_t>(
          std::ranges::find(prior_.shapes(), shape) - prior_.shapes().begin());
      ask_all(bead, number, heard, [&](EvidenceKind kind, double nats) {
        explanation.nats[static_cast<std::size_t>(kind)] += static_cast<float>(nats);
      });
    }
    return explanations;
  }

  [[nodiscard]] float score(const Bead& bead, std::size_t shape,
                            std::span<const ScoredView> heard) const {
    if (!guides_.fixed.allow(bead.source, bead.target)) return impossible;
    double sum = 0;
    ask_all(bead, shape, heard, [&](EvidenceKind, double nats) { sum += nats; });
    return static_cast<float>(sum);
  }

  /// Calls tell(kind, nats) for all that is known of a bead.
  template <class Tell>
  void ask_all(const Bead& bead, std::size_t shape, std::span<const ScoredView> heard,
               const Tell& tell) const {
    const auto& [source, target, confidence] = bead;
    const auto asked = [&](EvidenceKind kind) { return !settings_.without.has(kind); };
    if (asked(EvidenceKind::shapes))
      tell(EvidenceKind::shapes, prior_.log_probability(shape));
    if (guides_.prior && asked(EvidenceKind::witnesses))
      tell(EvidenceKind::witnesses, guides_.prior(source, target));
    if (asked(EvidenceKind::labels))
      tell(EvidenceKind::labels, recurring_.log_bonus(source, target));
    if (source.empty() || target.empty()) return;
    if (asked(EvidenceKind::labels))
      tell(EvidenceKind::labels,
           labels_.log_bonus(source, target) + texts_.content.log_bonus(source, target));
    if (asked(EvidenceKind::lengths))
      tell(EvidenceKind::lengths,
           model_.length_weight * lengths_.log_bonus(source, target));
    if (asked(EvidenceKind::structure))
      tell(EvidenceKind::structure, structure_.log_bonus(source, target));
    if (asked(EvidenceKind::concepts))
      tell(EvidenceKind::concepts, texts_.concepts.log_bonus(source, target));
    if (asked(EvidenceKind::references))
      tell(EvidenceKind::references, texts_.references.log_bonus(source, target));
    if (asked(EvidenceKind::names))
      tell(EvidenceKind::names, texts_.names.log_bonus(source, target));
    if (asked(EvidenceKind::embeddings))
      tell(EvidenceKind::embeddings,
           model_.embedding_weight * meanings_.log_bonus(source, target));
    for (const ScoredView& words : heard)
      tell(words.kind, words.words.log_bonus(source, target));
  }

  [[nodiscard]] float temper() const {
    if (texts_.views.size() > 1) return model_.translation_temper;
    return settings_.words.any() ? model_.dictionary_temper : model_.temper;
  }

  /// Decodes by what the evidence says, then tells how sure that is with less trust in it.
  [[nodiscard]] Outcome outcome_of(Lattice lattice) const {
    const auto claimed = lattice.posteriors();
    auto likely = lattice.likely_beads(claimed, least_likely);
    lattice.temper(temper());
    auto beads = decoded(lattice, claimed, lattice.posteriors());
    leave_out_whole_copies(
        beads, texts_.source_side.segments, texts_.target_side.segments,
        [&](const Bead& bead) {
          return guides_.fixed.allow(bead.source, bead.target) &&
                 lattice.band().holds(bead.source.first, bead.target.first) &&
                 lattice.band().holds(bead.source.last, bead.target.last);
        });
    return {std::move(beads), std::move(likely), {}, claimed.log_likelihood, {}};
  }

  [[nodiscard]] std::vector<Bead> decoded(const Lattice& lattice,
                                          const Lattice::Posteriors& claimed,
                                          const Lattice::Posteriors& trusted) const {
    const auto shapes = lattice.shapes();
    return lattice.best_path(
        [&](std::size_t bead, std::size_t shape) {
          const bool empty = shapes[shape].source == 0 || shapes[shape].target == 0;
          return static_cast<float>(empty ? model_.empty_gain : 1) * claimed.beads[bead];
        },
        trusted.beads);
  }

  const Guides& guides_;
  const AlignSettings& settings_;
  const ModelSettings& model_;
  const TextPair& texts_;
  LengthModel lengths_;
  ShapePrior prior_;
  StructureModel structure_;
  EmbeddingEvidence meanings_;
  LabelEvidence labels_;
  RecurringEvidence recurring_;
  std::vector<Bead> likely_;
};

}  // namespace

std::optional<Outcome> run_passes(const SearchStart& beginning, const TextPair& texts,
                                  const Guides& guides, const AlignSettings& settings,
                                  const ModelSettings& model) {
  return Passes(texts, guides, settings, model, beginning.ratio)
      .run(*beginning.search, beginning.stay);
}

Outcome run_along(const Way& way, const TextPair& texts, const Guides& guides,
                  const AlignSettings& settings, const ModelSettings& model) {
  const double ratio = texts.target_lengths.total() / texts.source_lengths.total();
  return Passes(texts, guides, settings, model, ratio).follow(way);
}

}  // namespace hexapla
