#include "align/batch.hpp"

#include "align/guides.hpp"
#include "align/in_parallel.hpp"
#include "align/model.hpp"
#include "align/passes.hpp"
#include "align/shared_lexicon.hpp"

#include <algorithm>
#include <memory>
#include <numeric>

namespace hexapla {
namespace {

/// A pair while it is worked on; `texts` is empty when a side has no segments.
struct Work {
  std::unique_ptr<TextPair> texts;
  std::vector<Bead> beads;
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

}  // namespace

std::vector<std::vector<Bead>> align_batch(std::span<const BatchPair> pairs,
                                           const AlignSettings& settings,
                                           unsigned threads) {
  const ModelSettings model;
  std::vector<Work> works(pairs.size());
  in_parallel(pairs.size(), threads, [&](std::size_t number) {
    const auto& [source, target] = pairs[number];
    Work& work = works[number];
    work.beads = unpaired(static_cast<std::uint32_t>(source.segments.size()),
                          static_cast<std::uint32_t>(target.segments.size()));
    if (source.segments.empty() || target.segments.empty()) return;
    work.texts = std::make_unique<TextPair>(source, target, settings, model);
    work.beads = best_outcome(*work.texts, Guides(), settings, model).beads;
  });
  SharedLexicon shared;
  for (const std::size_t number : order_of_texts(pairs))
    if (const Work& work = works[number]; work.texts)
      shared.add(work.texts->views.front(), work.beads);
  if (shared.texts() > 1) {
    shared.train(model.lexicon);
    AlignSettings again = settings;
    again.passes = std::min(settings.passes, 1U);
    in_parallel(works.size(), threads, [&](std::size_t number) {
      Work& work = works[number];
      if (!work.texts) return;
      shared.teach(work.texts->views.front());
      work.beads = best_outcome(*work.texts, Guides(), again, model).beads;
    });
  }
  std::vector<std::vector<Bead>> result;
  for (Work& work : works)
    result.push_back(std::move(work.beads));
  return result;
}

}  // namespace hexapla
