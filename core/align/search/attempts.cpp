#include "align/search/attempts.hpp"

#include "align/search/coarse.hpp"
#include "align/search/doubtful.hpp"
#include "align/search/march.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <span>
#include <utility>

namespace hexapla {
namespace {

/// The share of the segments that are alone or in a doubtful bead.
double share_doubtful(std::span<const Bead> beads) {
  return share_of_segments(beads, [](const Bead& bead) { return is_sure(bead) ? 0. : 1.; });
}

/// The share of the segments that are alone, or in a doubtful bead, although others do so
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

/// True when most of a passage is.
bool is_doubtful(std::span<const Bead> beads, const Passage& passage) {
  constexpr double most = 0.5;
  std::vector<Bead> inside;
  std::ranges::copy_if(beads, std::back_inserter(inside), [&](const Bead& bead) {
    return bead.source.first >= passage.source.first &&
           bead.source.last <= passage.source.last &&
           bead.target.first >= passage.target.first &&
           bead.target.last <= passage.target.last;
  });
  return inside.empty() || share_doubtful(inside) > most;
}

/// Longer texts are only marched through: searched at once, they take too much memory.
bool can_be_searched_at_once(const TextPair& texts) {
  constexpr std::uint32_t most_at_once = 8000;  // segments on the longer side
  return std::max(texts.source().size(), texts.target().size()) <= most_at_once;
}

Outcome marched_outcome(const TextPair& texts, const Guides& guides,
                        const AlignSettings& settings, const ModelSettings& model) {
  Way way = way_through(texts, guides, settings, model);
  Outcome outcome = run_along(way, texts, guides, settings, model);
  // What the whole text has taught may have found the way after all.
  std::erase_if(way.lost, [&](const Passage& passage) {
    return !is_doubtful(outcome.beads, passage);
  });
  outcome.lost = std::move(way.lost);
  return outcome;
}

/// Of parallelism(): less is no reason to give up a way.
constexpr double hardly_better = 0.01;

bool lies_inside(const Bead& bead, std::span<const Passage> passages) {
  return std::ranges::any_of(passages, [&](const Passage& passage) {
    return bead.source.last > passage.source.first &&
           bead.source.first < passage.source.last;
  });
}

/// An outcome whose long doubtful passages have been searched once more, all round the
/// diagonal of each, by what the rest of the texts has taught; then all of the texts by
/// what that finds. Returns: nothing where that is hardly better.
std::optional<Outcome> searched_again(const Outcome& before, const TextPair& texts,
                                      const Guides& guides, const AlignSettings& settings,
                                      const ModelSettings& model) {
  constexpr std::size_t most_cells =
      1'000'000;  // of whole passages; 150 MB in the lattice at most
  Way way{before.beads, {}, {}, doubtful_passages(before.beads)};
  std::size_t cells = 0;
  std::erase_if(way.open, [&](const Passage& passage) {
    const std::size_t more = std::size_t{passage.source.size()} * passage.target.size();
    if (cells + more > most_cells) return true;
    cells += more;
    return false;
  });
  if (way.open.empty()) return std::nullopt;
  // What was learnt there may be wrong, or all that is known of its words.
  std::optional<Outcome> best;
  for (const bool believes : {false, true}) {
    way.likely.clear();
    std::ranges::copy_if(
        before.likely, std::back_inserter(way.likely),
        [&](const Bead& bead) { return believes || !lies_inside(bead, way.open); });
    const Outcome opened = run_along(way, texts, guides, settings, model);
    Outcome again =
        run_along({opened.beads, opened.likely}, texts, guides, settings, model);
    if (!best || parallelism(again.beads) > parallelism(best->beads))
      best = std::move(again);
  }
  if (parallelism(best->beads) <= parallelism(before.beads) + hardly_better)
    return std::nullopt;
  best->lost = before.lost;
  std::erase_if(best->lost,
                [&](const Passage& passage) { return !is_doubtful(best->beads, passage); });
  return best;
}

}  // namespace

std::array<SearchStart, 6> beginnings_of(const TextPair& texts,
                                         const ModelSettings& model) {
  const double whole_ratio = texts.target_lengths.total() / texts.source_lengths.total();
  return {SearchStart{band_near_diagonal, model.runs.stay, whole_ratio},
          SearchStart{band_near_diagonal, model.earliest_stay, whole_ratio},
          SearchStart{band_near_diagonal, model.early_stay, whole_ratio},
          SearchStart{band_anywhere, model.runs.stay, whole_ratio},
          SearchStart{band_anywhere, model.runs.stay, texts.usual_ratio},
          SearchStart{band_anywhere, model.early_stay, texts.usual_ratio}};
}

std::optional<Outcome> best_of(std::span<const SearchStart> beginnings,
                               const TextPair& texts, const Guides& guides,
                               const AlignSettings& settings, const ModelSettings& model,
                               const IsEnough& is_enough) {
  std::optional<Outcome> best;
  for (const SearchStart& beginning : beginnings) {
    auto outcome = run_passes(beginning, texts, guides, settings, model);
    if (!outcome) continue;
    if (!best || outcome->log_likelihood > best->log_likelihood) best = std::move(outcome);
    if (is_enough(*best, beginning)) break;
  }
  return best;
}

bool leaves_little_doubt(const Outcome& best, const SearchStart& beginning,
                         const ModelSettings& model) {
  const double suspicion = beginning.stay < model.early_stay ? share_doubtful(best.beads)
                                                             : share_facing(best.beads);
  return suspicion < model.suspicious_share;
}

Outcome first_outcome(const TextPair& texts, const Guides& guides,
                      const AlignSettings& settings, const ModelSettings& model) {
  if (can_be_searched_at_once(texts))
    if (auto outcome = best_of(beginnings_of(texts, model), texts, guides, settings, model,
                               [](const Outcome&, const SearchStart&) { return true; }))
      return *std::move(outcome);
  return marched_outcome(texts, guides, settings, model);
}

/// Where both sides seem to lack what the other has, that may be so, or the words were not
/// known yet and leaving out looked cheaper than pairing. Then other beginnings are tried,
/// and what explains the texts best is right.
std::optional<Outcome> searched_outcome(const TextPair& texts, const Guides& guides,
                                        const AlignSettings& settings,
                                        const ModelSettings& model) {
  const auto all = beginnings_of(texts, model);
  std::span<const SearchStart> beginnings = all;
  // A march finds its way round large gaps at a fraction of the cost.
  if (has_windows(texts)) beginnings = beginnings.first(near_beginnings);
  return best_of(beginnings, texts, guides, settings, model,
                 [&](const Outcome& best, const SearchStart& beginning) {
                   return leaves_little_doubt(best, beginning, model);
                 });
}

namespace {

/// The best of both ways to search.
Outcome best_way(const TextPair& texts, const Guides& guides, const AlignSettings& settings,
                 const ModelSettings& model) {
  std::optional<Outcome> at_once;
  if (can_be_searched_at_once(texts))
    at_once = searched_outcome(texts, guides, settings, model);
  // A text of one window has been seen as closely as can be.
  if (at_once && (!has_windows(texts) || share_doubtful(at_once->beads) < hardly_any))
    return *std::move(at_once);
  Outcome marched = marched_outcome(texts, guides, settings, model);
  // Likelihoods can't tell here: who learns a wrong way by heart explains it well.
  if (at_once && parallelism(at_once->beads) >= parallelism(marched.beads))
    return *std::move(at_once);
  return marched;
}

}  // namespace

Outcome best_outcome(const TextPair& texts, const Guides& guides,
                     const AlignSettings& settings, const ModelSettings& model) {
  constexpr int most_times = 3;
  Outcome best = best_way(texts, guides, settings, model);
  if (!has_windows(texts)) return best;  // it has been seen as closely as can be
  for (int time = 0; time < most_times; ++time) {
    auto again = searched_again(best, texts, guides, settings, model);
    if (!again) break;
    best = *std::move(again);
  }
  return best;
}

double doubt_of(const Way& before, const AlignmentSide& source, const AlignmentSide& target,
                const AlignSettings& settings) {
  if (!tiles(before.beads, static_cast<std::uint32_t>(source.segments.size()),
             static_cast<std::uint32_t>(target.segments.size())))
    return std::numeric_limits<double>::infinity();
  return settings.words.any() ? share_doubtful(before.beads) : 1;
}

}  // namespace hexapla
