#include "document/structure/find_blocks.hpp"

#include "document/structure/block_labels.hpp"
#include "document/structure/front_matter.hpp"
#include "document/structure/layout.hpp"
#include "document/structure/line_facts.hpp"
#include "document/structure/page_parts.hpp"
#include "document/structure/paragraph_breaks.hpp"
#include "document/structure/patterns.hpp"
#include "document/structure/signature_block.hpp"

#include <algorithm>

namespace hexapla {
namespace {

/// Paragraphs and headings: whatever the lines of `body` are that have no other kind.
class Paragraphs {
 public:
  Paragraphs(std::span<const Line> lines, std::span<const LineFacts> facts,
             const Layout& layout)
      : lines_(lines), facts_(facts), layout_(layout), breaks_(lines, facts, layout) {}

  void add(std::uint32_t line) {
    if (groups.empty() || groups.back().kind == BlockKind::state || starts_block(line)) {
      close();
      const BlockKind kind = lines_[line].hint.kind.value_or(BlockKind::paragraph);
      groups.push_back({kind, {line}, {}});
    } else {
      groups.back().lines.push_back(line);
    }
  }

  /// To be called before other blocks, and at the end.
  void close() {
    if (groups.empty() || groups.back().kind != BlockKind::paragraph) return;
    const LineGroup& last = groups.back();
    const Line& line = lines_[last.lines.front()];
    const bool heading = last.lines.size() == 1 && !line.hint.whole_block &&
                         layout_.indented && line.indent == layout_.margin &&
                         layout_.wrapped && line.width * 2 < layout_.width &&
                         !facts_[last.lines.front()].ended;
    if (heading) groups.back().kind = BlockKind::heading;
  }

  std::vector<LineGroup> groups;

 private:
  [[nodiscard]] bool starts_block(std::uint32_t line) const {
    const LineGroup& last = groups.back();
    return breaks_.starts_paragraph({last.lines.front(), last.lines.back(), 0}, line,
                                    facts_[line].labelled);
  }

  std::span<const Line> lines_;
  std::span<const LineFacts> facts_;
  const Layout& layout_;
  ParagraphBreaks breaks_;
};

}  // namespace

std::vector<LineGroup> find_blocks(std::string_view source, std::span<const Line> lines) {
  const Patterns patterns;
  PageParts parts = page_parts(source, lines, patterns);
  const std::vector<LineFacts> facts = facts_of(source, lines);
  const Layout layout = layout_of(source, lines, facts, parts.body);
  std::vector<LineGroup> groups = std::move(parts.groups);

  FrontMatter head = front_matter(source, lines, facts, parts.body, layout, patterns);
  std::ranges::move(head.groups, std::back_inserter(groups));
  const std::span<const std::uint32_t> rest = std::span(parts.body).subspan(head.size);

  const SignatureLines signature = signature_block(source, lines, rest, patterns);
  const std::vector<bool> states = lists_of_states(source, lines, rest);
  Paragraphs paragraphs(lines, facts, layout);
  for (std::size_t i = 0; i < rest.size(); ++i) {
    if (i == signature.first && !signature.empty()) {
      paragraphs.close();
      const auto signed_lines = rest.subspan(signature.first, signature.size());
      paragraphs.groups.push_back(
          {BlockKind::signature, {signed_lines.begin(), signed_lines.end()}, {}});
      i = signature.last - 1;
    } else if (states[i]) {
      paragraphs.close();
      paragraphs.groups.push_back({BlockKind::state, {rest[i]}, {}});
    } else {
      paragraphs.add(rest[i]);
    }
  }
  paragraphs.close();
  label_blocks(paragraphs.groups, source, lines, layout, patterns);
  std::ranges::move(paragraphs.groups, std::back_inserter(groups));
  std::ranges::sort(groups, {}, [](const LineGroup& group) { return group.lines.front(); });
  return groups;
}

}  // namespace hexapla
