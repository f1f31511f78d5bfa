#pragma once

#include "align/multitext.hpp"
#include "corpus/decision.hpp"

#include <cstdint>
#include <span>

namespace hexapla {

/// A sentence becomes two: the second begins at byte `at` of its text. Both stay in the row
/// and in the beads of all pairs; all other rows stay as they are.
/// Errors: Fault::inconsistent when there is no such segment, or a part would be empty.
[[nodiscard]] Decision cut_sentence(const Multitext& multitext, std::uint32_t document,
                                    std::uint32_t segment, std::uint32_t at);

/// A sentence and the next become one; so do their rows and beads, in all pairs, where they
/// are in different ones. All other rows stay as they are.
/// Errors: Fault::inconsistent when they are in different paragraphs, or linked to places
///         that are apart.
[[nodiscard]] Decision unite_sentences(const Multitext& multitext, std::uint32_t document,
                                       std::uint32_t segment);

/// Gives `versions`, newer ones of documents that people have cut and united sentences of,
/// the borders that people made, wherever the sentences say the same as before: what was
/// decided about them then goes on to count. `machine` are the old documents as they came
/// in, `now` with their present borders.
void keep_borders(std::span<const SegmentedDocument> machine,
                  std::span<const SegmentedDocument> now,
                  std::span<SegmentedDocument> versions);

}  // namespace hexapla
