#include "document/find_blocks.hpp"

#include "document/head_matter.hpp"
#include "document/layout.hpp"
#include "document/patterns.hpp"
#include "document/signature_block.hpp"
#include "text/code_point.hpp"

#include <algorithm>

namespace hexapla {
namespace {

/// Splits off what is not the body: page furniture, and the footnotes below their rule.
class PageParts {
 public:
  PageParts(std::string_view source, std::span<const Line> lines, const Patterns& patterns)
      : source_(source), lines_(lines), patterns_(patterns) {
    for (std::uint32_t i = 0; i < lines.size(); ++i)
      sort(i);
  }

  std::vector<LineGroup> groups;
  std::vector<std::uint32_t> body;

 private:
  void sort(std::uint32_t line) {
    const std::string_view words = lines_[line].range.of(source_);
    const bool rule = patterns_.looks_like(LineLook::rule, words);
    if (lines_[line].starts_page) in_footnotes_ = false;
    if (rule || patterns_.looks_like(LineLook::furniture, words)) {
      groups.push_back({BlockKind::furniture, {line}, {}});
      in_footnotes_ = rule && line + 1 < lines_.size() &&
                      !patterns_.footnote_label(lines_[line + 1].range.of(source_)).empty();
      last_indent_ = in_footnotes_ ? lines_[line + 1].indent : 0;
    } else if (in_footnotes_) {
      add_to_footnotes(line, words);
    } else {
      body.push_back(line);
    }
  }

  void add_to_footnotes(std::uint32_t line, std::string_view words) {
    const bool starts = lines_[line].indent >= last_indent_;
    const std::string label = starts ? patterns_.footnote_label(words) : std::string();
    if (label.empty()) {
      groups.back().lines.push_back(line);
    } else {
      groups.push_back({BlockKind::footnote, {line}, label});
    }
  }

  std::string_view source_;
  std::span<const Line> lines_;
  const Patterns& patterns_;
  bool in_footnotes_ = false;
  std::size_t last_indent_ = 0;
};

bool ends_sentence(std::string_view source, const Line& line) {
  std::size_t end = line.range.end;
  while (end > line.range.begin) {
    const char32_t last = previous_code_point(source, end);
    if (is_terminal(last) || last == U':' || last == U'：') return true;
    if (!is_closing_mark(last) && !is_digit(last) && !is_white_space(last)) return false;
  }
  return false;
}

/// Paragraphs and headings: whatever the lines of `body` are that have no other kind.
class Paragraphs {
 public:
  Paragraphs(std::string_view source, std::span<const Line> lines, const Layout& layout)
      : source_(source), lines_(lines), layout_(layout) {}

  void add(std::uint32_t line) {
    if (groups.empty() || starts_block(groups.back().lines.back(), line)) {
      close();
      groups.push_back({BlockKind::paragraph, {line}, {}});
    } else {
      groups.back().lines.push_back(line);
    }
  }

  /// To be called before other blocks, and at the end.
  void close() {
    if (groups.empty() || groups.back().kind != BlockKind::paragraph) return;
    const LineGroup& last = groups.back();
    const Line& line = lines_[last.lines.front()];
    const bool heading = last.lines.size() == 1 && layout_.indented && line.indent == 0 &&
                         layout_.wrapped && line.width * 2 < layout_.width &&
                         !ends_sentence(source_, line);
    if (heading) groups.back().kind = BlockKind::heading;
  }

  std::vector<LineGroup> groups;

 private:
  [[nodiscard]] bool starts_block(std::uint32_t previous, std::uint32_t line) const {
    const Line& before = lines_[previous];
    const Line& now = lines_[line];
    if (!layout_.wrapped) return true;
    if (layout_.indented && now.indent > 0) return true;
    // Across a page break or footnotes, blank lines say nothing.
    const bool neighbours = previous + 1 == line && !now.starts_page;
    const bool gap = neighbours && now.blank_lines_before > layout_.usual_blank_lines;
    const bool ended = ends_sentence(source_, before);
    if (gap && (!layout_.indented || ended)) return true;
    return ended && slack(source_, before, now, layout_.width) >= 0 &&
           (layout_.indented || layout_.usual_blank_lines == 1);
  }

  std::string_view source_;
  std::span<const Line> lines_;
  const Layout& layout_;
};

}  // namespace

std::vector<LineGroup> find_blocks(std::string_view source, std::span<const Line> lines) {
  const Patterns patterns;
  const Layout layout = layout_of(lines);
  PageParts parts(source, lines, patterns);
  std::vector<LineGroup> groups = std::move(parts.groups);

  HeadMatter head = head_matter(source, lines, parts.body, layout, patterns);
  std::ranges::move(head.groups, std::back_inserter(groups));
  const std::span<const std::uint32_t> rest = std::span(parts.body).subspan(head.size);

  const SignatureLines signature = signature_block(source, lines, rest, patterns);
  Paragraphs paragraphs(source, lines, layout);
  for (const std::uint32_t line : rest.first(signature.first))
    paragraphs.add(line);
  paragraphs.close();
  if (!signature.empty()) {
    const auto signed_lines = rest.subspan(signature.first, signature.size());
    paragraphs.groups.push_back(
        {BlockKind::signature, {signed_lines.begin(), signed_lines.end()}, {}});
    for (const std::uint32_t line : rest.subspan(signature.last))
      paragraphs.add(line);
    paragraphs.close();
  }
  std::ranges::move(paragraphs.groups, std::back_inserter(groups));
  std::ranges::sort(groups, {}, [](const LineGroup& group) { return group.lines.front(); });
  return groups;
}

}  // namespace hexapla
