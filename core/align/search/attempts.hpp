#pragma once

#include "align/search/guides.hpp"
#include "align/search/passes.hpp"
#include "align/search/text_pair.hpp"

#include <array>
#include <functional>
#include <optional>
#include <span>

namespace hexapla {

inline constexpr std::size_t near_beginnings = 3;

/// Ways to begin, in the order of their cost. Where words tell little at first, leaving out
/// everything can look as good as pairing, so that one isn't enough.
/// The first `near_beginnings` look near the diagonal only.
[[nodiscard]] std::array<SearchStart, 6> beginnings_of(const TextPair& texts,
                                                       const ModelSettings& model);

/// True when the best outcome so far needs no other beginning after this one.
using IsEnough = std::function<bool(const Outcome& best, const SearchStart& beginning)>;

/// Tries beginnings in order and keeps the outcome that explains the texts best.
/// Returns: nothing when none finds a place to look at closely.
[[nodiscard]] std::optional<Outcome> best_of(std::span<const SearchStart> beginnings,
                                             const TextPair& texts, const Guides& guides,
                                             const AlignSettings& settings,
                                             const ModelSettings& model,
                                             const IsEnough& is_enough);

/// True when little of the best outcome is doubtful, so that another beginning would find
/// nothing else.
[[nodiscard]] bool leaves_little_doubt(const Outcome& best, const SearchStart& beginning,
                                       const ModelSettings& model);

/// The first attempt that finds anything at all: good enough to learn words from.
[[nodiscard]] Outcome first_outcome(const TextPair& texts, const Guides& guides,
                                    const AlignSettings& settings,
                                    const ModelSettings& model);

/// The best of several attempts to align two texts that can be searched at once.
/// Returns: nothing when they are too long for that.
[[nodiscard]] std::optional<Outcome> searched_outcome(const TextPair& texts,
                                                      const Guides& guides,
                                                      const AlignSettings& settings,
                                                      const ModelSettings& model);

/// The best of several attempts to align two texts of any length. Texts longer than a
/// window of which too much is doubtful are marched through; see way_through().
[[nodiscard]] Outcome best_outcome(const TextPair& texts, const Guides& guides,
                                   const AlignSettings& settings,
                                   const ModelSettings& model);

/// Segments in doubt, as a share, beyond which a way is not to be relied on.
inline constexpr double hardly_any = 0.1;

/// The share of the segments of which it is doubtful where they belong by a way that was
/// found before; infinite when it isn't one of these texts. Without words that were known
/// beforehand a way is less right than it is sure, so all of it is doubtful then.
[[nodiscard]] double doubt_of(const Way& before, const AlignmentSide& source,
                              const AlignmentSide& target, const AlignSettings& settings);

}  // namespace hexapla
