#include "align/search/passes.hpp"

#include "align/band.hpp"
#include "align/borders/crossing_evidence.hpp"
#include "align/borders/sharing_evidence.hpp"
#include "align/evidence/shape.hpp"
#include "align/search/coarse.hpp"
#include "align/search/lattice.hpp"
#include "align/search/row_bonus.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

namespace hexapla {
namespace {

/// Share of paired segments below which it is chance that they are.
constexpr double least_paired = 0.02;

/// Share of segments in sure beads; see Passes::is_enough.
constexpr double surely_enough = 0.8;

/// What the words of one view say, or those of one kind of evidence.
struct ScoredView {
  EvidenceKind kind;
  LexicalEvidence words;
};

/// Where the sides of a view repeat themselves.
struct RepeatedView {
  Repetition source;
  Repetition target;
};

std::vector<RepeatedView> repeated_in(std::span<const WordView> views) {
  std::vector<RepeatedView> repeated;
  for (const WordView& view : views)
    repeated.push_back({{view.source, view.vocabulary}, {view.target, view.vocabulary}});
  return repeated;
}

/// The passes over one pair of texts, and what they learn.
class Passes {
 public:
  Passes(const TextPair& texts, const Guides& guides, const AlignSettings& settings,
         const ModelSettings& model, double length_ratio)
      : guides_(guides),
        settings_(settings),
        model_(model),
        texts_(texts),
        repeated_(repeated_in(texts.views)),
        lengths_(texts.source_lengths, texts.target_lengths, length_ratio),
        prior_(shapes_up_to(settings.widest_bead)),
        structure_(texts.structure),
        meanings_(texts.meanings),
        labels_(texts.labels),
        recurring_(texts.recurring),
        has_labels_(!labels_.is_silent()),
        has_recurring_(!recurring_.is_silent()) {}

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
      Lattice lattice = scored(*band, lexicons, early);
      auto heard = worth_keeping(lattice, temper(), guides_);
      lattice.discount_divisible();
      const auto posteriors = lattice.posteriors();
      band = learn(lattice, posteriors);
      // Who has found next to nothing learns nothing, and would find no more again.
      if (share_paired() < least_paired)
        return decoded_outcome(std::move(lattice), posteriors, temper(), context());
      if (pass > 0 && is_enough(early))
        return finished(std::move(lattice), posteriors, std::move(heard),
                        std::move(lexicons));
      for (std::size_t view = 0; view < lexicons.size(); ++view)
        lexicons[view] = trained(texts_.views[view]);
      hear_objections(lexicons);
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
    labels_.learn(likely_);
    recurring_.learn(likely_);
    std::vector<Lexicon> lexicons;
    for (const WordView& view : texts_.views)
      lexicons.push_back(trained(view));
    hear_objections(lexicons);
    return last_pass(band, std::move(lexicons));
  }

 private:
  [[nodiscard]] Outcome last_pass(const Band& band, std::vector<Lexicon> lexicons) const {
    Lattice lattice = scored(band, lexicons, model_.runs);
    auto heard = worth_keeping(lattice, temper(), guides_);
    lattice.discount_divisible();
    const auto posteriors = lattice.posteriors();
    return finished(std::move(lattice), posteriors, std::move(heard), std::move(lexicons));
  }

  [[nodiscard]] Outcome finished(Lattice lattice, const Lattice::Posteriors& posteriors,
                                 std::shared_ptr<const HeardEvidence> heard,
                                 std::vector<Lexicon> lexicons) const {
    const Band band = settings_.explain ? lattice.band() : Band();
    Outcome outcome = decoded_outcome(std::move(lattice), posteriors, temper(), context());
    if (settings_.explain) outcome.explanations = explained(outcome.beads, band, lexicons);
    outcome.lexicons = std::move(lexicons);
    outcome.heard = std::move(heard);
    return outcome;
  }

  [[nodiscard]] DecisionContext context() const {
    return {guides_, texts_.source_side, texts_.target_side, model_};
  }

  /// True when words were known beforehand, and what the texts have taught once leaves so
  /// little doubt that to teach more would change nothing.
  [[nodiscard]] bool is_enough(const GapModel& runs) const {
    return settings_.words.any() && runs.stay == model_.runs.stay &&
           share_sure() >= surely_enough;
  }

  /// One expectation: all parts of the model but the lexicon learn from the likely beads,
  /// which are kept for it.
  /// Returns: where the next pass need look.
  Band learn(const Lattice& lattice, const Lattice::Posteriors& posteriors) {
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

  /// Of the segments of the shorter side, how many are expected to have a partner.
  [[nodiscard]] double share_paired() const {
    double sources = 0;
    double targets = 0;
    for (const Bead& bead : likely_) {
      if (bead.source.empty() || bead.target.empty()) continue;
      sources += bead.source.size() * bead.confidence;
      targets += bead.target.size() * bead.confidence;
    }
    return std::max(sources / texts_.source().size(), targets / texts_.target().size());
  }

  /// Of all segments, how many are expected to be in a bead that is sure.
  [[nodiscard]] double share_sure() const {
    constexpr double sure = 0.9;
    double segments = 0;
    for (const Bead& bead : likely_)
      if (bead.confidence >= sure) segments += bead.source.size() + bead.target.size();
    return segments / (texts_.source().size() + texts_.target().size());
  }

  [[nodiscard]] Lexicon trained(const WordView& view) const {
    return trained_lexicon(view.source, view.target, view.known, likely_,
                           view.lexicon_settings);
  }

  /// Hears what words say against borders and beads that seem likely.
  void hear_objections(std::span<const Lexicon> lexicons) {
    if (settings_.without.has(EvidenceKind::words)) return;
    const WordView& view = texts_.views.front();
    const SidesAndWords sides{
        view.source,
        view.target,
        {lexicons.front().target_by_source, view.vocabulary, view.weights},
        {lexicons.front().source_by_target, view.vocabulary, view.weights}};
    crossing_ = CrossingEvidence(sides, likely_);
    sharing_ = SharingEvidence(sides, likely_);
  }

  /// Takes what is said against neighbouring beads of one shape, the first of which begins
  /// with target segment `first`, and adds what borders inside them say for them.
  void object(const Shape& shape, const SegmentRun& source, std::uint32_t first,
              std::span<float> scores) const {
    const auto take = [&](std::uint32_t target, float nats) {
      if (target >= first && target - first < scores.size()) scores[target - first] -= nats;
    };
    for (const auto& doubt : crossing_.before(source.last))
      if (doubt.target >= shape.target) take(doubt.target - shape.target, doubt.against);
    if (shape == Shape{2, 2})
      for (const auto& doubt : crossing_.before(source.first + 1))
        if (doubt.target > 0) take(doubt.target - 1, -doubt.overlap);
    for (const auto& [from, to, nats] : sharing_.from(source.first))
      if (from == source && to.size() == shape.target) take(to.first, nats);
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
    lattice.fill([&](const Lattice::BeadRow& row, std::span<float> scores) {
      add_scores(row, heard, scores);
    });
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
      const auto tell = [&](EvidenceKind kind, double nats) {
        explanation.nats[static_cast<std::size_t>(kind)] += static_cast<float>(nats);
      };
      const Shape shape{bead.source.size(), bead.target.size()};
      const auto number = static_cast<std::size_t>(
          std::ranges::find(prior_.shapes(), shape) - prior_.shapes().begin());
      ask_all_but_words(shape, number, [&](EvidenceKind kind, const auto& bonus) {
        tell(kind, bonus(bead.source, bead.target));
      });
      float objections = 0;
      object(shape, bead.source, bead.target.first, {&objections, 1});
      if (objections != 0) tell(EvidenceKind::words, objections);
      if (shape.source == 0 || shape.target == 0) continue;
      for (const ScoredView& words : heard)
        tell(words.kind, words.words.log_bonus(bead.source, bead.target));
    }
    return explanations;
  }

  void add_scores(const Lattice::BeadRow& row, std::span<const ScoredView> heard,
                  std::span<float> scores) const {
    const Shape& shape = prior_.shapes()[row.shape];
    const SegmentRun source{row.source, row.source + shape.source};
    ask_all_but_words(shape, row.shape, [&](EvidenceKind, const auto& bonus) {
      if constexpr (requires { bonus.add(source, shape.target, row.first, scores); }) {
        bonus.add(source, shape.target, row.first, scores);
        return;
      }
      auto target = row.first;
      for (float& score : scores) {
        score += static_cast<float>(bonus(source, {target, target + shape.target}));
        ++target;
      }
    });
    object(shape, source, row.first, scores);
    if (shape.source == 0 || shape.target == 0) return;
    for (std::size_t view = 0; view < heard.size(); ++view) {
      const auto& [sources, targets] = repeated_[view];
      heard[view].words.add_bonuses(source, shape.target, row.first, scores);
      heard[view].words.discount_repetition(source, shape.target, row.first, sources,
                                            targets, scores);
    }
  }

  template <class Evidence>
  static auto bonus_by(const Evidence& evidence) {
    return [&evidence](const SegmentRun& source, const SegmentRun& target) {
      return evidence.log_bonus(source, target);
    };
  }

  /// Calls tell(kind, bonus) for each kind of evidence that has anything to say of beads of
  /// a shape; bonus(source, target) is what it says of one, in nats.
  template <class Tell>
  void ask_all_but_words(const Shape& shape, std::size_t number, const Tell& tell) const {
    const auto ask = [&](EvidenceKind kind, const auto& bonus) {
      if (!settings_.without.has(kind)) tell(kind, bonus);
    };
    using Run = const SegmentRun&;
    if (!guides_.fixed.allow_all())
      tell(EvidenceKind::shapes, [&](Run source, Run target) {
        return guides_.fixed.allow(source, target) ? 0.0F : impossible;
      });
    ask(EvidenceKind::shapes,
        [log = prior_.log_probability(number)](Run, Run) { return log; });
    if (guides_.prior) ask(EvidenceKind::witnesses, guides_.prior);
    if (has_recurring_) ask(EvidenceKind::labels, RecurringBonus{recurring_});
    if (shape.source == 0 || shape.target == 0) return;
    if (has_labels_) ask(EvidenceKind::labels, bonus_by(labels_));
    if (!texts_.content.is_silent()) ask(EvidenceKind::labels, bonus_by(texts_.content));
    ask(EvidenceKind::lengths, LengthBonus{lengths_, model_.length_weight});
    if (!structure_.is_silent()) ask(EvidenceKind::structure, bonus_by(structure_));
    if (!texts_.concepts.is_silent())
      ask(EvidenceKind::concepts, bonus_by(texts_.concepts));
    if (!texts_.references.is_silent())
      ask(EvidenceKind::references, bonus_by(texts_.references));
    if (!texts_.names.is_silent()) ask(EvidenceKind::names, bonus_by(texts_.names));
    if (!texts_.meanings.empty())
      ask(EvidenceKind::embeddings, [&](Run source, Run target) {
        return model_.embedding_weight * meanings_.log_bonus(source, target);
      });
  }

  [[nodiscard]] float temper() const {
    if (texts_.views.size() > 1) return model_.translation_temper;
    return settings_.words.any() ? model_.dictionary_temper : model_.temper;
  }

  const Guides& guides_;
  const AlignSettings& settings_;
  const ModelSettings& model_;
  const TextPair& texts_;
  std::vector<RepeatedView> repeated_;  ///< By TextPair::views.
  LengthModel lengths_;
  ShapePrior prior_;
  StructureModel structure_;
  EmbeddingEvidence meanings_;
  LabelEvidence labels_;
  RecurringEvidence recurring_;
  CrossingEvidence crossing_;
  SharingEvidence sharing_;
  bool has_labels_;
  bool has_recurring_;
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
