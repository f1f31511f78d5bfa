#include "document/structure/find_blocks.hpp"

#include "document/structure/block_labels.hpp"
#include "document/structure/front_matter.hpp"
#include "document/structure/layout.hpp"
#include "document/structure/line_facts.hpp"
#include "document/structure/page_parts.hpp"
#include "document/structure/paragraph_breaks.hpp"
#include "document/structure/patterns.hpp"
#include "document/structure/signature_block.hpp"
#include "text/code_point.hpp"

#include <algorithm>

namespace hexapla {
namespace {

/// What a numbered paragraph begins with: "15. Urges", "[15. Urges", "13.15 The"; budgets
/// number their paragraphs by section.
struct ParagraphNumber {
  unsigned section = 0;  ///< 0 where the document counts through.
  unsigned number = 0;   ///< 0 for other lines.
};

/// The number at the start of `words`, of which it is taken; 0 where there is none.
unsigned take_number(std::string_view& words) {
  constexpr std::size_t most_digits = 3;
  unsigned number = 0;
  std::size_t at = 0;
  for (; at < words.size() && words[at] >= '0' && words[at] <= '9'; ++at) {
    if (at == most_digits) return 0;
    number = 10 * number + static_cast<unsigned>(words[at] - '0');
  }
  words.remove_prefix(at);
  return number;
}

ParagraphNumber paragraph_number(std::string_view words) {
  constexpr std::u32string_view opening = U"“‘\"'«„([";
  if (words.starts_with('[')) words.remove_prefix(1);
  ParagraphNumber found{0, take_number(words)};
  if (found.number == 0 || !words.starts_with('.')) return {};
  words.remove_prefix(1);
  if (const unsigned number = take_number(words)) found = {found.number, number};
  if (words.empty()) return {};
  std::size_t at = 0;
  char32_t first = next_code_point(words, at);
  if (!is_white_space(first) && !is_han(first)) return {};
  bool figures = false;  // 13.13 5 October
  while (at < words.size() && (is_white_space(first) || is_digit(first) ||
                               opening.find(first) != std::u32string_view::npos)) {
    figures = figures || is_digit(first);
    first = next_code_point(words, at);
  }
  const bool starts = is_letter(first) && (figures || !is_lower_case(first));
  return starts ? found : ParagraphNumber{};
}

/// Whether `words`, an entry of a table of contents, have a number: "IV.", "2)", "一、".
bool is_numbered_entry(std::string_view words) {
  constexpr std::size_t longest_number = 4;  // characters
  constexpr std::u32string_view marks = U".)、-";
  std::size_t at = 0;
  for (std::size_t size = 0; size <= longest_number && at < words.size(); ++size) {
    const char32_t sign = next_code_point(words, at);
    if (is_white_space(sign)) return false;
    if (size > 0 && marks.find(sign) != std::u32string_view::npos) return true;
  }
  return false;
}

/// Paragraphs and headings: whatever the lines of `body` are that have no other kind.
class Paragraphs {
 public:
  Paragraphs(std::string_view source, std::span<const Line> lines,
             std::span<const LineFacts> facts, const Layout& layout)
      : source_(source),
        lines_(lines),
        facts_(facts),
        layout_(layout),
        breaks_(lines, facts, layout) {}

  void add(std::uint32_t line) {
    const ParagraphNumber number = paragraph_number(lines_[line].range.of(source_));
    if (groups.empty() || groups.back().kind == BlockKind::state || is_next(line, number) ||
        starts_block(line)) {
      if (number.number > 0) last_number_ = number;
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
  /// Paragraph 15 begins with its line, across whatever page, once 14 has ended.
  [[nodiscard]] bool is_next(std::uint32_t line, ParagraphNumber number) const {
    if (number.number == 0 || number.section != last_number_.section ||
        number.number != last_number_.number + 1 || lines_[line].hint.continues)
      return false;
    const LineFacts& end = facts_[groups.back().lines.back()];
    // No text goes on with 13.17 below 13.16 by chance.
    return number.section > 0 || end.ended || end.clause_ended;
  }

  [[nodiscard]] bool starts_block(std::uint32_t line) const {
    if (facts_[line].leader && is_numbered_entry(lines_[line].range.of(source_)))
      return true;
    const LineGroup& last = groups.back();
    return breaks_.starts_paragraph({last.lines.front(), last.lines.back(), 0}, line,
                                    facts_[line].labelled);
  }

  std::string_view source_;
  std::span<const Line> lines_;
  std::span<const LineFacts> facts_;
  const Layout& layout_;
  ParagraphBreaks breaks_;
  ParagraphNumber last_number_;  ///< Of the last numbered paragraph.
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
  Paragraphs paragraphs(source, lines, facts, layout);
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
