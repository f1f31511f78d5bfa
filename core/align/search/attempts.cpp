#include "align/search/attempts.hpp"

#include "align/search/coarse.hpp"
#include "align/search/learn_from_part.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace hexapla {
namespace {

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

/// Where both sides seem to lack what the other has, that may be so, or the words were not
/// known yet and leaving out looked cheaper than pairing. Then other beginnings are tried,
/// and what explains the texts best is right.
std::optional<Outcome> best_attempt(const TextPair& texts, const Guides& guides,
                                    const AlignSettings& settings,
                                    const ModelSettings& model) {
  std::optional<Outcome> best;
  for (const SearchStart& beginning : beginnings_of(texts, model)) {
    auto outcome = run_passes(beginning, texts, guides, settings, model);
    if (!outcome) continue;
    if (!best || outcome->log_likelihood > best->log_likelihood) best = std::move(outcome);
    const double suspicion = beginning.stay < model.early_stay ? share_doubtful(best->beads)
                                                               : share_facing(best->beads);
    if (suspicion < model.suspicious_share) break;
  }
  return best;
}

}  // namespace

Outcome nothing_paired(const TextPair& texts) {
  const auto beads = unpaired(texts.source().size(), texts.target().size());
  return {beads, beads, {}, 0};
}

Outcome first_outcome(const TextPair& texts, const Guides& guides,
                      const AlignSettings& settings, const ModelSettings& model) {
  for (const SearchStart& beginning : beginnings_of(texts, model))
    if (auto outcome = run_passes(beginning, texts, guides, settings, model))
      return *std::move(outcome);
  return nothing_paired(texts);
}

std::optional<Outcome> best_outcome(TextPair& texts, const Guides& guides,
                                    const AlignSettings& settings,
                                    const ModelSettings& model) {
  auto best = best_attempt(texts, guides, settings, model);
  if (!best && learn_from_part(texts, settings, model))
    best = best_attempt(texts, guides, settings, model);
  return best;
}

}  // namespace hexapla
