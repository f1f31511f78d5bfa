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

bool has_sentences(BlockKind kind) {
  return kind == BlockKind::paragraph || kind == BlockKind::list_item ||
         kind == BlockKind::quotation || kind == BlockKind::table ||
         kind == BlockKind::footnote;
}

std::vector<ByteRange> cut_block(const Document& document, const Block& block,
                                 const SentenceCutter& cutter) {
  const std::string_view text = block.range.of(document.text);
  if (block.kind == BlockKind::furniture) return {};
  if (block.kind == BlockKind::signature) return lines_of_block(text);
  if (has_sentences(block.kind)) return cutter.cut(text, marks_in(document, block.range));
  return {{0, text.size()}};
}

/// As `cut_block`: `at` is in the block.
std::vector<BreakDecision> explained_block(const Document& document, const Block& block,
                                           const SentenceCutter& cutter) {
  const std::string_view text = block.range.of(document.text);
  if (block.kind == BlockKind::furniture) return {};
  std::vector<BreakDecision> decisions;
  if (block.kind == BlockKind::signature) {
    for (const ByteRange line : lines_of_block(text))
      decisions.push_back({line.end, true, "end of a line of a signature"});
    return decisions;
  }
  if (has_sentences(block.kind))
    decisions = cutter.explain(text, marks_in(document, block.range));
  decisions.push_back(
      {text.size(), true, std::string("end of the ").append(name_of(block.kind))});
  return decisions;
}

}  // namespace

SegmentedDocument segmented(Document document) {
  const Segmenter own_rules(document.language);
  return segmented(std::move(document), own_rules);
}

SegmentedDocument segmented(Document document, const SentenceCutter& cutter) {
  std::vector<Segment> segments;
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    for (const ByteRange range : cut_block(document, block, cutter))
      segments.push_back(
          {{block.range.begin + range.begin, block.range.begin + range.end}, i});
  }
  return {std::move(document), std::move(segments)};
}

std::vector<BreakDecision> explained(const Document& document,
                                     const SentenceCutter& cutter) {
  std::vector<BreakDecision> decisions;
  for (const Block& block : document.blocks)
    for (BreakDecision& decision : explained_block(document, block, cutter)) {
      decision.at += block.range.begin;
      decisions.push_back(std::move(decision));
    }
  return decisions;
}

}  // namespace hexapla
