#pragma once

#include "align/aligner.hpp"
#include "text/utf8.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// The number of a paragraph, an article, a verse or a point of a list, at the start of a
/// segment: `12.`, `(a)`, `iv)`, `（三）`, `Article 5`, `第五条`, `12 And God said`.
struct SegmentLabel {
  std::uint32_t segment = 0;
  std::uint32_t run = 0;    ///< Labels of one run count up; another list has another run.
  std::uint32_t value = 0;  ///< The third letter is 3.
  ByteRange number;         ///< Of the segment's text: what the label is without its word.
  bool of_word = false;     ///< It numbers a word: `Article 5`.
};

/// The labels of one side. A number at the start of a segment is a label only as part of a
/// run: what is alone may be a year, or a count of things.
/// Shape: in the order of the segments, at most one a segment.
/// Cost:  linear; of each segment only the beginning is looked at.
[[nodiscard]] std::vector<SegmentLabel> labels_of(const AlignmentSide& side);

/// The number of a heading that is a word and its number: `Annex II`, `附件二`,
/// `المرفق الثاني`.
[[nodiscard]] std::optional<std::uint32_t> heading_number(std::string_view text,
                                                          Language language);

/// The segments of `side` without the numbers of their labels.
[[nodiscard]] std::vector<std::string> texts_without_labels(const AlignmentSide& side);

}  // namespace hexapla
