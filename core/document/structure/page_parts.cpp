#include "document/structure/page_parts.hpp"

#include "document/structure/running_heads.hpp"
#include "text/code_point.hpp"

#include <charconv>

namespace hexapla {
namespace {

/// The number that a footnote's label is; 0 for asterisks and letters.
unsigned number_of(std::string_view label) {
  unsigned number = 0;
  (void)std::from_chars(label.data(), label.data() + label.size(), number);
  return number;
}

class Sorter {
 public:
  Sorter(std::string_view source, std::span<const Line> lines, const Patterns& patterns)
      : source_(source), lines_(lines), patterns_(patterns) {
    looks_.reserve(lines.size());
    for (const Line& line : lines)
      looks_.push_back(look_of(line));
    furniture_ = furniture_of(source, lines, looks_);
  }

  PageParts sorted() {
    for (std::uint32_t i = 0; i < lines_.size(); ++i)
      sort(i);
    return std::move(parts_);
  }

 private:
  [[nodiscard]] std::string_view words(std::uint32_t line) const {
    return lines_[line].range.of(source_);
  }

  [[nodiscard]] PageLook look_of(const Line& line) const {
    if (line.hint.kind || line.hint.whole_block) return PageLook::text;
    const std::string_view words = line.range.of(source_);
    if (line.page > 0 && counts_other_pages(words, line.page)) return PageLook::text;
    const bool in_words = is_letter(code_point_at(words, 0));  // as most lines are
    if (!in_words && patterns_.looks_like(LineLook::rule, words)) return PageLook::rule;
    return patterns_.looks_like(LineLook::furniture, words) ? PageLook::mark
                                                            : PageLook::text;
  }

  /// "79/209" on page 7 of 10 is a resolution, not the page's mark, and so is "2025/27" on
  /// a page of 27. Where pages are known.
  [[nodiscard]] bool counts_other_pages(std::string_view words, std::uint32_t page) const {
    const std::size_t stroke = words.find('/');
    if (stroke == std::string_view::npos) return false;
    std::uint32_t number = 0;
    std::uint32_t count = 0;
    const char* const end = words.data() + words.size();
    const auto first = std::from_chars(words.data(), words.data() + stroke, number);
    const auto second = std::from_chars(words.data() + stroke + 1, end, count);
    if (first.ptr != words.data() + stroke || second.ptr != end) return false;
    return number > count || (number != page && count != lines_.back().page);
  }

  /// What the format itself says is no body (DOCX, HTML).
  bool sort_by_hint(std::uint32_t line) {
    const LineHint& hint = lines_[line].hint;
    if (hint.kind != BlockKind::footnote && hint.kind != BlockKind::furniture) return false;
    const bool goes_on = (hint.continues || hint.wrapped) && !parts_.groups.empty() &&
                         parts_.groups.back().kind == *hint.kind &&
                         parts_.groups.back().lines.back() + 1 == line;
    if (goes_on) {
      parts_.groups.back().lines.push_back(line);
    } else {
      parts_.groups.push_back({*hint.kind, {line}, hint.label});
    }
    in_footnotes_ = false;
    return true;
  }

  void sort(std::uint32_t line) {
    if (sort_by_hint(line)) return;
    if (lines_[line].starts_page) in_footnotes_ = false;
    if (looks_[line] == PageLook::rule) {
      parts_.groups.push_back({BlockKind::furniture, {line}, {}});
      start_footnotes(line);
    } else if (furniture_[line]) {
      parts_.groups.push_back({BlockKind::furniture, {line}, {}});
      in_footnotes_ = false;
    } else if (in_footnotes_) {
      add_to_footnotes(line);
    } else {
      parts_.body.push_back(line);
    }
  }

  void start_footnotes(std::uint32_t rule) {
    in_footnotes_ = rule + 1 < lines_.size() && !furniture_[rule + 1] &&
                    !lines_[rule + 1].starts_page && !label_of(rule + 1).empty();
    if (in_footnotes_) note_indent_ = lines_[rule + 1].indent;
    first_note_ = true;
  }

  /// A label may be in a line of its own.
  [[nodiscard]] std::string label_of(std::uint32_t line) const {
    std::string label = patterns_.footnote_label(words(line));
    if (!label.empty()) return label;
    const bool more = line + 1 < lines_.size() && !furniture_[line + 1];
    return more ? patterns_.lone_footnote_label(words(line)) : std::string();
  }

  void add_to_footnotes(std::uint32_t line) {
    const std::string label = lines_[line].indent >= note_indent_ ? label_of(line) : "";
    const unsigned number = number_of(label);
    // "12 May 2020" at a line's start is no footnote 12, unless 11 is above.
    const bool due =
        first_note_ || number == 0 || number == last_number_ + 1 || number == 1;
    if (label.empty() || !due) {
      parts_.groups.back().lines.push_back(line);
      return;
    }
    parts_.groups.push_back({BlockKind::footnote, {line}, label});
    first_note_ = false;
    if (number != 0) last_number_ = number;
  }

  std::string_view source_;
  std::span<const Line> lines_;
  const Patterns& patterns_;
  std::vector<PageLook> looks_;
  std::vector<bool> furniture_;
  PageParts parts_;
  bool in_footnotes_ = false;
  bool first_note_ = false;  ///< None has been read since the rule.
  std::size_t note_indent_ = 0;
  unsigned last_number_ = 0;
};

}  // namespace

PageParts page_parts(std::string_view source, std::span<const Line> lines,
                     const Patterns& patterns) {
  return Sorter(source, lines, patterns).sorted();
}

}  // namespace hexapla
