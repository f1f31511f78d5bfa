#include "document/structure/block_labels.hpp"

#include "text/code_point.hpp"
#include "text/state_codes.hpp"

#include <algorithm>

namespace hexapla {
namespace {

constexpr std::size_t shortest_list = 5;       // States
constexpr std::size_t widest_state_name = 70;  // columns
// Columns by which a quotation is set in, at least; a list's text often hangs by less.
constexpr std::size_t quotation_indent = 4;

/// A letter, or a small Roman number: "a.", "iv)", "б." Paragraphs have figures.
bool is_lettered(std::string_view label) {
  constexpr std::size_t most_letters = 4;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < label.size();) {
    const char32_t sign = next_code_point(label, at);
    if (is_digit(sign) || is_han(sign)) return false;
    if (is_letter(sign)) ++letters;
  }
  return letters > 0 && letters <= most_letters;
}

class Labeller {
 public:
  Labeller(std::string_view source, std::span<const Line> lines, const Layout& layout,
           const Patterns& patterns)
      : source_(source), lines_(lines), layout_(layout), patterns_(patterns) {}

  void label(LineGroup& group) const {
    const Line& first = lines_[group.lines.front()];
    const std::string_view words = first.range.of(source_);
    if (group.label.empty()) group.label = first.hint.label;
    if (group.lines.size() == 1 && name_single_line(group, words)) return;
    if (group.kind != BlockKind::paragraph) return;
    std::string item = patterns_.label(LineLook::item, words);
    if (!item.empty()) {
      group.kind = BlockKind::list_item;
      group.label = std::move(item);
      return;
    }
    if (is_lettered(group.label)) group.kind = BlockKind::list_item;
    if (group.label.empty()) group.label = patterns_.label(LineLook::numbered, words);
    if (group.label.empty() && is_set_in(group)) group.kind = BlockKind::quotation;
  }

 private:
  /// Annexes and headings; for a title of several lines nothing says where it ends.
  bool name_single_line(LineGroup& group, std::string_view words) const {
    if (patterns_.looks_like(LineLook::annex, words)) {
      group.kind = BlockKind::annex;
      return true;
    }
    std::string number = patterns_.label(LineLook::heading, words);
    if (number.empty()) return group.kind == BlockKind::heading;
    group.kind = BlockKind::heading;
    group.label = std::move(number);
    return true;
  }

  /// All its lines are: where only the first one is, or all but the first, it is an
  /// ordinary paragraph.
  [[nodiscard]] bool is_set_in(const LineGroup& group) const {
    if (group.lines.size() < 2 || !layout_.wrapped) return false;
    return std::ranges::all_of(group.lines, [&](std::uint32_t line) {
      return !lines_[line].hint.whole_block &&
             lines_[line].indent >= layout_.margin + quotation_indent;
    });
  }

  std::string_view source_;
  std::span<const Line> lines_;
  const Layout& layout_;
  const Patterns& patterns_;
};

}  // namespace

void label_blocks(std::span<LineGroup> groups, std::string_view source,
                  std::span<const Line> lines, const Layout& layout,
                  const Patterns& patterns) {
  const Labeller labeller(source, lines, layout, patterns);
  for (LineGroup& group : groups)
    if (group.kind == BlockKind::paragraph || group.kind == BlockKind::heading)
      labeller.label(group);
}

std::vector<bool> lists_of_states(std::string_view source, std::span<const Line> lines,
                                  std::span<const std::uint32_t> body) {
  std::vector<bool> listed(body.size(), false);
  for (std::size_t first = 0; first < body.size();) {
    std::size_t last = first;
    while (last < body.size() && lines[body[last]].width <= widest_state_name &&
           lines[body[last]].hint.kind != BlockKind::table &&
           state_code(lines[body[last]].range.of(source)))
      ++last;
    if (last - first >= shortest_list)
      std::fill(listed.begin() + static_cast<std::ptrdiff_t>(first),
                listed.begin() + static_cast<std::ptrdiff_t>(last), true);
    first = last + 1;
  }
  return listed;
}

}  // namespace hexapla
