#include "align/batch.hpp"

#include "align/lists/folded_pair.hpp"
#include "align/model.hpp"
#include "align/parallel_for.hpp"
#include "align/search/attempts.hpp"
#include "align/shared_lexicon.hpp"

#include <algorithm>
#include <limits>
#include <memory>
#include <numeric>

namespace hexapla {
namespace {

/// In a batch of so many segments each text of fewer teaches itself too little to be worth
/// the time: all of them will teach it more.
constexpr std::size_t large_batch = 20000;
constexpr std::size_t short_side = 60;
constexpr unsigned short_iterations = 4;  ///< Of its own training after that.

/// A pair while it is worked on; `folded` and `texts` are empty when a side has no
/// segments.
struct Work {
  std::unique_ptr<FoldedPair> folded;
  std::unique_ptr<TextPair> texts;
  std::vector<Bead> beads;        ///< Of the folded sides, as long as there are any.
  std::size_t shared_number = 0;  ///< Of the text in the lexicon of all.
  /// Of the first look, before a lexicon of all texts knows this one by heart.
  double log_likelihood = 0;
  std::vector<Passage> lost;  ///< See BelongingScore.
};

/// The numbers of the pairs in the order of their texts, whatever order they came in.
std::vector<std::size_t> order_of_texts(std::span<const BatchPair> pairs) {
  std::vector<std::size_t> order(pairs.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, [&](std::size_t one, std::size_t other) {
    const auto& [source, target] = pairs[one];
    const auto& [other_source, other_target] = pairs[other];
    return std::tie(source.segments, target.segments) <
           std::tie(other_source.segments, other_target.segments);
  });
  return order;
}

std::size_t segments_in(std::span<const BatchPair> pairs) {
  std::size_t segments = 0;
  for (const auto& [source, target] : pairs)
    segments += source.segments.size() + target.segments.size();
  return segments;
}

bool is_short(const BatchPair& pair) {
  return std::min(pair.source.segments.size(), pair.target.segments.size()) < short_side;
}

/// A first look at a pair, good enough for all of them to learn from.
void look_at(Work& work, const BatchPair& pair, const AlignSettings& settings,
             const ModelSettings& model) {
  const auto& [source, target] = pair;
  work.beads = unpaired(static_cast<std::uint32_t>(source.segments.size()),
                        static_cast<std::uint32_t>(target.segments.size()));
  if (source.segments.empty() || target.segments.empty()) return;
  static const AlignmentConstraints nothing_said;
  work.folded = std::make_unique<FoldedPair>(source, target, nothing_said, settings);
  work.texts = std::make_unique<TextPair>(work.folded->source(), work.folded->target(),
                                          settings, model);
  Outcome outcome = first_outcome(*work.texts, work.folded->guides(), settings, model);
  work.beads = std::move(outcome.beads);
  work.log_likelihood = outcome.log_likelihood;
}

/// What all texts teach. Translations have words of their own, which were tried and taught
/// nothing.
SharedLexicon lexicon_of(std::span<const BatchPair> pairs, std::span<Work> works,
                         const ModelSettings& model) {
  SharedLexicon lexicon;
  for (const std::size_t number : order_of_texts(pairs)) {
    Work& work = works[number];
    if (!work.texts) continue;
    WordView& view = work.texts->views.front();
    work.shared_number = lexicon.add(view, work.beads);
    view.vocabulary = view.vocabulary.without_keys();  // the lexicon has them all
  }
  if (lexicon.texts() > 1) lexicon.train(model.lexicon);
  return lexicon;
}

/// With what all texts have taught. The first search sees all of a short text.
void look_again(Work& work, bool is_short_one, const AlignSettings& settings,
                const ModelSettings& model) {
  if (is_short_one) {
    work.texts->views.front().lexicon_settings.iterations = short_iterations;
    Outcome outcome = first_outcome(*work.texts, work.folded->guides(), settings, model);
    work.beads = std::move(outcome.beads);
    // Among so many texts one isn't known by heart, and its first look taught it nothing.
    work.log_likelihood = outcome.log_likelihood;
  } else {
    Outcome outcome = best_outcome(*work.texts, work.folded->guides(), settings, model);
    work.beads = std::move(outcome.beads);
    work.lost = std::move(outcome.lost);
  }
}

void unfold(Work& work) {
  work.folded->unfold(work.beads);
  for (Passage& passage : work.lost)
    passage = {work.folded->unfolded_source(passage.source),
               work.folded->unfolded_target(passage.target)};
}

/// `shared` is what all texts of a large batch have taught, if this is a short one of them,
/// which knows hardly any word by itself.
std::optional<BelongingScore> judged(const Work& work, const BatchPair& pair,
                                     const PriorLexicon* shared,
                                     const AlignSettings& settings,
                                     const ModelSettings& model) {
  if (!settings.judge) return std::nullopt;
  const FoundAlignment found{work.beads, work.log_likelihood};
  if (is_clear(pair.source, pair.target, work.log_likelihood))
    return belonging(pair.source, pair.target, found, settings, model);
  if (shared != nullptr) {
    AlignSettings taught = settings;
    taught.passes = std::min(settings.passes, 1U);
    taught.words.lexicons.push_back(shared);
    ModelSettings quick = model;
    quick.lexicon.iterations = short_iterations;  // as in order
    return belonging(pair.source, pair.target, found, taught, quick);
  }
  // What was good enough to learn from isn't always the best that the texts allow.
  return belonging(pair.source, pair.target, settings, model);
}

}  // namespace

void align_batch(std::span<const BatchPair> pairs, const AlignSettings& settings,
                 unsigned threads, const FinishedPair& finished) {
  const ModelSettings model;
  std::vector<Work> works(pairs.size());
  const bool is_large = segments_in(pairs) >= large_batch;
  parallel_for(pairs.size(), threads, [&](std::size_t number) {
    AlignSettings quick = settings;
    quick.passes = std::min(settings.passes, is_large && is_short(pairs[number]) ? 0U : 2U);
    look_at(works[number], pairs[number], quick, model);
  });
  const SharedLexicon shared = lexicon_of(pairs, works, model);
  const bool alone = shared.texts() < 2;
  AlignSettings again = settings;
  if (!alone) again.passes = std::min(settings.passes, 1U);
  parallel_for(works.size(), threads, [&](std::size_t number) {
    Work& work = works[number];
    const bool is_short_one = is_large && is_short(pairs[number]);
    if (work.texts) {
      if (!alone) shared.teach(work.texts->views.front(), work.shared_number);
      look_again(work, is_short_one, again, model);
      unfold(work);
    }
    auto belongs =
        judged(work, pairs[number], is_short_one && !alone ? &shared.lexicon() : nullptr,
               settings, model);
    if (belongs) belongs->lost = std::move(work.lost);
    finished(number, {std::move(work.beads), belongs});
    work = {};
  });
}

std::vector<std::vector<Bead>> align_batch(std::span<const BatchPair> pairs,
                                           const AlignSettings& settings,
                                           unsigned threads) {
  std::vector<std::vector<Bead>> result(pairs.size());
  align_batch(pairs, settings, threads, [&](std::size_t number, const AlignedPair& pair) {
    result[number] = pair.beads;
  });
  return result;
}

PriorLexicon lexicon_of(std::span<const BatchPair> pairs,
                        std::span<const std::vector<Bead>> beads) {
  const ModelSettings model;
  SharedLexicon shared;
  for (const std::size_t number : order_of_texts(pairs)) {
    const auto& [source, target] = pairs[number];
    if (source.segments.empty() || target.segments.empty()) continue;
    (void)shared.add(WordView(source, target, {}, model.lexicon, model.lexical),
                     beads[number]);
  }
  // It is trained once and used often: no haste.
  LexiconSettings thorough = model.lexicon;
  thorough.long_from = std::numeric_limits<std::uint32_t>::max();
  shared.train(thorough);
  return shared.lexicon();
}

}  // namespace hexapla
