#pragma once

#include "segment/abbreviations.hpp"
#include "text/language.hpp"
#include "text/utf8.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace hexapla {

/// Cuts running text into sentences by the rules of one language. Safe to share between
/// threads once made.
class Segmenter {
 public:
  explicit Segmenter(Language language);

  /// `footnote_marks`: where digits are known to be footnote marks, in order; others are
  /// taken for marks when they are glued to a closing quotation mark or a full stop.
  ///
  /// Shape:  ranges are in order, do not overlap, are never empty, and together cover
  ///         every non-blank byte of `paragraph`; the gaps are white space only.
  /// Units:  bytes from the start of `paragraph`, which is valid UTF-8.
  /// Source: the properties of UAX #29 as shipped in ICU, under our own rules: closing and
  ///         footnote marks stay with their sentence, a colon does not cut, abbreviations
  ///         are those of abbreviations.tsv.
  [[nodiscard]] std::vector<ByteRange> cut(
      std::string_view paragraph, std::span<const ByteRange> footnote_marks = {}) const;

 private:
  Language language_;
  Abbreviations abbreviations_;
};

}  // namespace hexapla
