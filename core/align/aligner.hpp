#pragma once

#include "align/bead.hpp"
#include "align/evidence/embeddings.hpp"
#include "align/evidence/evidence.hpp"
#include "text/language.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hexapla {

/// Where a segment is in its document, as evidence for the alignment.
struct SegmentPlace {
  std::uint8_t kind = 0;      ///< Of its block; any numbers that both sides mean alike.
  bool begins_block = false;  ///< It is the first of its paragraph, title or line.
};

/// One side of what is to be aligned: text that is already cut into segments.
/// The views must live as long as the call.
struct AlignmentSide {
  Language language;
  std::vector<std::string_view> segments;
  std::vector<SegmentPlace> places;  ///< One a segment, or none: nothing is known.
  /// What each segment speaks of, as numbers that both sides mean alike (the concepts of a
  /// termbase); one list a segment, or none.
  std::vector<std::vector<std::uint32_t>> concepts = {};
  /// Of the source only: what a machine made of each segment in the target's language, or
  /// nothing.
  std::vector<std::string_view> translation = {};
  /// What a neural model made of each segment, in the same space on both sides; one row a
  /// segment, or none.
  VectorRows embeddings = {};
};

class WordBook;
class PriorLexicon;

/// What is known of the words of two languages before their texts are read. All of it is in
/// the order of the sides and lives as long as the call.
struct WordSources {
  const WordBook* dictionary = nullptr;
  std::vector<const PriorLexicon*> lexicons = {};

  [[nodiscard]] bool any() const noexcept { return dictionary || !lexicons.empty(); }
};

struct AlignSettings {
  std::uint32_t widest_bead = 4;  ///< Most segments on one side of a bead, 1 to 12.
  std::uint32_t passes = 3;       ///< Rounds of self-training of the lexicon.
  WordSources words = {};
  EvidenceSet without = {};  ///< Kinds of evidence that are not asked.
  bool explain = false;      ///< See GuidedAlignment::explanations.
  bool judge = false;        ///< Whether the texts belong together; see belonging().
};

/// The best alignment of two texts in the same order.
/// Shape:  beads tile both sides and never cross; confidence is the bead's posterior.
/// Cost:   linear in time and memory for texts of like order.
/// Source: core/align/README.md names the model and its papers.
[[nodiscard]] std::vector<Bead> align(const AlignmentSide& source,
                                      const AlignmentSide& target,
                                      const AlignSettings& settings = {});

}  // namespace hexapla
