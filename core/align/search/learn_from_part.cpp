#include "align/search/learn_from_part.hpp"

#include "align/search/attempts.hpp"
#include "align/shared_lexicon.hpp"

#include <algorithm>

namespace hexapla {
namespace {

/// Short enough to be searched closely everywhere, long enough to teach the usual words.
constexpr std::size_t part_size = 1200;
/// See parallelism(). By chance, lengths alone pair more than other texts have in common.
constexpr double least_common = 0.5;

template <class Items>
void keep(Items& items, bool at_end) {
  if (items.size() <= part_size) return;
  if (at_end) items.erase(items.begin(), items.end() - part_size);
  items.resize(part_size);
}

AlignmentSide part_of(AlignmentSide side, bool at_end) {
  const std::size_t rows = side.embeddings.size();
  if (rows > part_size)
    side.embeddings = side.embeddings.part(at_end ? rows - part_size : 0, part_size);
  keep(side.segments, at_end);
  keep(side.places, at_end);
  keep(side.concepts, at_end);
  keep(side.translation, at_end);
  return side;
}

}  // namespace

bool learn_from_part(TextPair& texts, const AlignSettings& settings,
                     const ModelSettings& model) {
  if (std::max(texts.source().size(), texts.target().size()) <= part_size) return false;
  AlignSettings quiet = settings;
  quiet.explain = false;
  for (const bool at_end : {false, true}) {
    const AlignmentSide source = part_of(texts.source_side, at_end);
    const AlignmentSide target = part_of(texts.target_side, at_end);
    TextPair part(source, target, quiet, model);
    const auto outcome = best_outcome(part, {}, quiet, model);
    if (!outcome || parallelism(outcome->beads) < least_common) continue;
    SharedLexicon lexicon;
    lexicon.add(part.views.front(), outcome->beads);
    lexicon.train(model.lexicon);
    WordView& view = texts.views.front();
    lexicon.teach(view);
    if (!settings.without.has(EvidenceKind::anchors))
      texts.anchors = Anchors(view.source, view.target, view.known);
    return true;
  }
  return false;
}

}  // namespace hexapla
