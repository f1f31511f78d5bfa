#pragma once

#include "align/evidence/embedding_evidence.hpp"
#include "align/evidence/label_evidence.hpp"
#include "align/evidence/length_model.hpp"
#include "align/evidence/lexical_evidence.hpp"
#include "align/evidence/line_evidence.hpp"
#include "align/evidence/name_evidence.hpp"
#include "align/evidence/sign_evidence.hpp"
#include "align/evidence/structure_model.hpp"
#include "align/lexicon/anchors.hpp"
#include "align/lexicon/lexicon.hpp"
#include "align/lexicon/tokens.hpp"
#include "align/model.hpp"

#include <span>
#include <vector>

namespace hexapla {

/// One way to see what the words of both sides have to do with each other: the texts
/// themselves, or a machine's translation of the source and the target.
struct WordView {
  WordView(const AlignmentSide& source_side, const AlignmentSide& target_side,
           const WordSources& sources, const LexiconSettings& settings,
           const LexicalWeights& trust);

  /// A part of both sides, under the numbers of the whole; `taught` is what is known of the
  /// words beside what the whole was given.
  WordView(const WordView& whole, const SegmentRun& source_run,
           const SegmentRun& target_run, std::span<const KnownPair> taught);

  Vocabulary vocabulary;
  TokenSide source;
  TokenSide target;
  KnownPairs given;
  KnownWords known;
  EvidenceKind kind = EvidenceKind::words;  ///< Or the translation.
  LexiconSettings lexicon_settings;
  LexicalWeights weights;
};

/// What is read off a pair of texts once. Refers to both sides.
struct TextPair {
  TextPair(const AlignmentSide& source_of_pair, const AlignmentSide& target_of_pair,
           const AlignSettings& settings, const ModelSettings& model);

  /// Views of a part of the texts, which are cut already.
  TextPair(const AlignmentSide& source_of_pair, const AlignmentSide& target_of_pair,
           std::vector<WordView> views_of_pair, const AlignSettings& settings);

  [[nodiscard]] const TokenSide& source() const { return views.front().source; }
  [[nodiscard]] const TokenSide& target() const { return views.front().target; }

  const AlignmentSide& source_side;
  const AlignmentSide& target_side;
  std::vector<WordView> views;
  RunLengths source_lengths;
  RunLengths target_lengths;
  double usual_ratio;  ///< Of target lengths to source lengths, in these languages.
  Anchors anchors;
  StructureModel structure;  ///< Before anything is learnt.
  ConceptEvidence concepts;
  ReferenceEvidence references;
  NameEvidence names;
  Meanings meanings;
  ContentEvidence content;
  LabelEvidence labels;         ///< Before anything is learnt.
  RecurringEvidence recurring;  ///< Likewise.
};

}  // namespace hexapla
