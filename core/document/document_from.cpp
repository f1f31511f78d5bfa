#include "document/find_blocks.hpp"
#include "document/footnote_marks.hpp"
#include "document/join_lines.hpp"
#include "document/lines.hpp"
#include "document/manuscript.hpp"
#include "document/text_builder.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <limits>

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
      : lines_(lines),
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
        builder_.append(line);
      } else {
        write_joined(group.kind, line, lines_[group.lines[i + 1]].range);
      }
    }
    document_.blocks.push_back({group.kind, {begin, builder_.text().size()}, group.label});
  }

  void finish() {
    document_.text = builder_.take_text();
    document_.origin = builder_.take_map();
    document_.marks = footnote_marks(document_);
  }

 private:
  void write_joined(BlockKind kind, ByteRange line, ByteRange next) {
    const ByteRange line_end{line.end, line.end + 1};
    if (kind == BlockKind::signature) {
      builder_.append(line);
      builder_.append_instead("\n", line_end);
      return;
    }
    const Join join = joiner_.between(line, next);
    if (join == Join::mend_hyphen) {
      const ByteRange hyphen = joiner_.hyphen_of(line);
      builder_.append({line.begin, hyphen.begin});
      document_.mended.push_back(hyphen);
      return;
    }
    builder_.append(line);
    if (join == Join::space) builder_.append_instead(" ", line_end);
  }

  std::span<const Line> lines_;
  Document& document_;
  LineJoiner joiner_;
  TextBuilder builder_;
};

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
  document.parts = manuscript.parts;
  document.left_out = manuscript.left_out;

  std::vector<LineGroup> groups = find_blocks(manuscript.text, manuscript.lines);
  std::ranges::stable_sort(groups, {},
                           [](const LineGroup& group) { return stream_of(group.kind); });
  Writer writer(manuscript.text, manuscript.lines, document);
  for (const LineGroup& group : groups)
    writer.write(group);
  writer.finish();
  document.origin = composed(document.origin, manuscript.origin);
  for (ByteRange& hyphen : document.mended)
    hyphen = manuscript.origin.hull_of(hyphen);
  return document;
}

}  // namespace hexapla
