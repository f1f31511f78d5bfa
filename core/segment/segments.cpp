#include "segment/segments.hpp"

#include "segment/segmenter.hpp"

#include <algorithm>

namespace hexapla {
namespace {

std::vector<ByteRange> lines_of_block(std::string_view text) {
  std::vector<ByteRange> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (const ByteRange line = trimmed(text, {begin, end}); !line.empty())
      lines.push_back(line);
    begin = end + 1;
  }
  return lines;
}

/// The footnote marks inside `block`, from its start.
std::vector<ByteRange> marks_in(const Document& document, ByteRange block) {
  std::vector<ByteRange> marks;
  auto mark = std::ranges::lower_bound(document.marks, block.begin, {},
                                       [](const FootnoteMark& m) { return m.range.begin; });
  for (; mark != document.marks.end() && mark->range.end <= block.end; ++mark)
    marks.push_back({mark->range.begin - block.begin, mark->range.end - block.begin});
  return marks;
}

std::vector<ByteRange> cut_block(const Document& document, const Block& block,
                                 const Segmenter& segmenter) {
  const std::string_view text = block.range.of(document.text);
  switch (block.kind) {
    case BlockKind::furniture:
      return {};
    case BlockKind::signature:
      return lines_of_block(text);
    case BlockKind::paragraph:
    case BlockKind::footnote:
      return segmenter.cut(text, marks_in(document, block.range));
    default:
      return {{0, text.size()}};
  }
}

}  // namespace

SegmentedDocument segmented(Document document) {
  const Segmenter segmenter(document.language);
  std::vector<Segment> segments;
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    for (const ByteRange range : cut_block(document, block, segmenter))
      segments.push_back(
          {{block.range.begin + range.begin, block.range.begin + range.end}, i});
  }
  return {std::move(document), std::move(segments)};
}

}  // namespace hexapla
