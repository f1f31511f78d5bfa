#pragma once

#include "document/document.hpp"
#include "segment/sentence_cutter.hpp"
#include "text/utf8.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace hexapla {

/// One sentence, or one line of a masthead or signature. Owns nothing.
struct Segment {
  ByteRange range;          ///< In Document::text; never blank.
  std::uint32_t block = 0;  ///< Index into Document::blocks.

  friend bool operator==(const Segment&, const Segment&) = default;
};

struct SegmentedDocument {
  Document document;
  std::vector<Segment> segments;

  /// The view lives as long as the document.
  [[nodiscard]] std::string_view text_of(const Segment& segment) const {
    return segment.range.of(document.text);
  }
  [[nodiscard]] const Block& block_of(const Segment& segment) const {
    return document.blocks[segment.block];
  }
};

/// By our own rules for the document's language.
///
/// Shape: in order; every non-blank byte of every block but the furniture is in one
///        segment.
[[nodiscard]] SegmentedDocument segmented(Document document);

/// By the rules of `cutter`. Errors: those of `cutter`.
[[nodiscard]] SegmentedDocument segmented(Document document, const SentenceCutter& cutter);

/// Why the segments of a document end where they do: a decision for each end, and for each
/// place where a sentence might have ended, in order. `at` is in Document::text.
[[nodiscard]] std::vector<BreakDecision> explained(const Document& document,
                                                   const SentenceCutter& cutter);

}  // namespace hexapla
