#include "document/lines.hpp"
#include "document/manuscript.hpp"
#include "document/structure/find_blocks.hpp"
#include "document/structure/footnote_marks.hpp"
#include "document/structure/join_lines.hpp"
#include "document/structure/leaders.hpp"
#include "document/structure/text_builder.hpp"
#include "text/code_point.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace hexapla {
namespace {

/// The order of a document's text: the body, the footnotes, the furniture.
int stream_of(BlockKind kind) {
  if (kind == BlockKind::footnote) return 1;
  return kind == BlockKind::furniture ? 2 : 0;
}

class Writer {
 public:
  Writer(std::string_view source, std::span<const Line> lines, Document& document)
      : source_(source),
        lines_(lines),
        document_(document),
        joiner_(source, document.language),
        builder_(source) {}

  void write(const LineGroup& group) {
    if (!builder_.text().empty())
      builder_.append_instead("\n", {lines_[group.lines.front()].range.begin,
                                     lines_[group.lines.front()].range.begin});
    const std::size_t begin = builder_.text().size();
    for (std::size_t i = 0; i < group.lines.size(); ++i) {
      const ByteRange line = lines_[group.lines[i]].range;
      if (i + 1 == group.lines.size()) {
        write_last(line);
      } else {
        write_joined(group.kind, line, lines_[group.lines[i + 1]]);
      }
    }
    document_.blocks.push_back({group.kind,
                                {begin, builder_.text().size()},
                                group.label,
                                lines_[group.lines.front()].hint.cell});
  }

  void finish() {
    document_.text = builder_.take_text();
    document_.origin = builder_.take_map();
    document_.marks = footnote_marks(document_);
  }

 private:
  /// Of a line of contents, the title and the page number: the points between are a space.
  void write_last(ByteRange line) {
    const auto leader = leader_in(line.of(source_));
    if (!leader) return builder_.append(line);
    const ByteRange points{line.begin + leader->begin, line.begin + leader->end};
    builder_.append({line.begin, points.begin});
    builder_.append_instead(" ", points);
    builder_.append({points.end, line.end});
  }

  /// An author's line break is no wrap: it breaks no word and no URL.
  [[nodiscard]] Join at_line_break(ByteRange line, ByteRange next) const {
    const char32_t last = code_point_before(source_, line.end);
    const bool han = is_han(last) || is_han(code_point_at(source_, next.begin));
    const Join join = joiner_.between(line, next);
    if (han && join != Join::mend_hyphen) return join;
    return last == U'-' ? Join::nothing : Join::space;
  }

  void write_joined(BlockKind kind, ByteRange line, const Line& next) {
    const ByteRange line_end{line.end, line.end + 1};
    if (kind == BlockKind::signature) {
      builder_.append(line);
      builder_.append_instead("\n", line_end);
      return;
    }
    const Join join = next.hint.continues ? at_line_break(line, next.range)
                                          : joiner_.between(line, next.range);
    if (join == Join::mend_hyphen) {
      const ByteRange hyphen = joiner_.hyphen_of(line);
      builder_.append({line.begin, hyphen.begin});
      document_.mended.push_back(hyphen);
      return;
    }
    builder_.append(line);
    if (join == Join::space) builder_.append_instead(" ", line_end);
  }

  std::string_view source_;
  std::span<const Line> lines_;
  Document& document_;
  LineJoiner joiner_;
  TextBuilder builder_;
};

/// Readers number the tables as they end, or of each part; a document does as they begin.
void number_tables(std::vector<Block>& blocks) {
  std::map<std::uint32_t, std::uint32_t> numbers;
  for (Block& block : blocks)
    if (block.cell)
      block.cell->table =
          numbers.emplace(block.cell->table, static_cast<std::uint32_t>(numbers.size() + 1))
              .first->second;
}

/// The marks of `manuscript` where they are in the body of `document`, whose map still
/// leads to the manuscript's text.
std::vector<FootnoteMark> carried_marks(const Manuscript& manuscript,
                                        const Document& document) {
  std::vector<SourceMap::Run> runs(document.origin.runs().begin(),
                                   document.origin.runs().end());
  std::ranges::stable_sort(runs, {}, &SourceMap::Run::source_begin);
  const auto place_of = [&](std::size_t source) -> std::optional<std::size_t> {
    const auto after =
        std::ranges::upper_bound(runs, source, {}, &SourceMap::Run::source_begin);
    if (after == runs.begin()) return std::nullopt;
    const SourceMap::Run& run = *std::prev(after);
    const std::size_t offset = source - run.source_begin;
    if (!run.copied || offset >= run.source_size) return std::nullopt;
    return run.text_begin + offset;
  };
  std::vector<FootnoteMark> marks;
  for (const FootnoteMark& mark : manuscript.marks) {
    const auto first = place_of(mark.range.begin);
    const auto last = place_of(mark.range.end - 1);
    if (!first || !last) continue;
    const auto block = std::ranges::upper_bound(
        document.blocks, *last, {},
        [](const Block& candidate) { return candidate.range.end; });
    if (block != document.blocks.end() && stream_of(block->kind) == 0 &&
        *first >= block->range.begin)
      marks.push_back({{*first, *last + 1}, mark.label});
  }
  std::ranges::sort(marks, {}, [](const FootnoteMark& mark) { return mark.range.begin; });
  return marks;
}

}  // namespace

Document document_from(const Manuscript& manuscript, std::string_view name,
                       Language language) {
  if (manuscript.lines.empty())
    throw Error(Fault::malformed, {std::string(name), 0}, "there is no text in it");
  Document document;
  document.name = name;
  document.language = language;
  document.source_size = manuscript.source_size;
  document.format = manuscript.format;
  document.encoding = manuscript.encoding;
  document.encoding_certain = manuscript.encoding_certain;
  document.parts = manuscript.parts;
  document.left_out = manuscript.left_out;
  document.markup = manuscript.markup;

  std::vector<LineGroup> groups = find_blocks(manuscript.text, manuscript.lines);
  std::ranges::stable_sort(groups, {},
                           [](const LineGroup& group) { return stream_of(group.kind); });
  Writer writer(manuscript.text, manuscript.lines, document);
  for (const LineGroup& group : groups)
    writer.write(group);
  writer.finish();
  number_tables(document.blocks);
  if (!manuscript.marks.empty()) document.marks = carried_marks(manuscript, document);
  document.origin = composed(document.origin, manuscript.origin);
  for (ByteRange& hyphen : document.mended)
    hyphen = manuscript.origin.hull_of(hyphen);
  return document;
}

}  // namespace hexapla
