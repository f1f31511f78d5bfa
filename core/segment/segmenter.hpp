#pragma once

#include "segment/sentence_cutter.hpp"
#include "segment/sentence_words.hpp"
#include "text/language.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace hexapla {

/// Cuts by our own rules for one language. Digits that no one marked are taken for footnote
/// marks when they are glued to a closing quotation mark or a full stop.
///
/// Source: the properties of UAX #29 as shipped in ICU, under our own rules: closing and
///         footnote marks stay with their sentence, a colon does not cut, abbreviations
///         are those of abbreviations.tsv. See core/segment/README.md.
class Segmenter final : public SentenceCutter {
 public:
  explicit Segmenter(Language language);

  [[nodiscard]] std::vector<ByteRange> cut(
      std::string_view paragraph,
      std::span<const ByteRange> footnote_marks = {}) const override;

  [[nodiscard]] std::vector<BreakDecision> explain(
      std::string_view paragraph,
      std::span<const ByteRange> footnote_marks = {}) const override;

 private:
  bool spaceless_;
  SentenceWords words_;
};

}  // namespace hexapla
