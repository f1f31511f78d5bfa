#include "document/footnote_marks.hpp"

#include "text/code_point.hpp"

#include <algorithm>
#include <optional>

namespace hexapla {
namespace {

constexpr std::size_t longest_label = 2;  // digits; a longer number is a number

struct Digits {
  std::string label;  ///< In ASCII.
  std::size_t end = 0;
  bool superscript = false;
};

std::optional<char> superscript_digit(char32_t code_point) {
  switch (code_point) {
    case U'¹':
      return '1';
    case U'²':
      return '2';
    case U'³':
      return '3';
    default:
      break;
  }
  if (code_point == 0x2070 || (code_point >= 0x2074 && code_point <= 0x2079))
    return static_cast<char>('0' + static_cast<char>(code_point - 0x2070));
  return std::nullopt;
}

/// False for most bytes, which spares a closer look: neither a digit nor the first byte of
/// a superscript one.
bool may_begin_mark(char byte) {
  return (byte >= '0' && byte <= '9') || byte == '\xC2' || byte == '\xE2';
}

Digits digits_at(std::string_view text, std::size_t at) {
  Digits digits{{}, at, superscript_digit(code_point_at(text, at)).has_value()};
  while (at < text.size()) {
    const char32_t next = next_code_point(text, at);
    const auto raised = superscript_digit(next);
    const bool plain = next >= U'0' && next <= U'9';
    if (digits.superscript ? !raised : !plain) break;
    digits.label += digits.superscript ? *raised : static_cast<char>(next);
    digits.end = at;
  }
  return digits;
}

/// A sentence's end that is no decimal point or thousands separator, or a letter.
bool ends_words(std::string_view text, std::size_t at) {
  const char32_t before = code_point_before(text, at);
  if (is_letter(before)) return true;
  if (!is_terminal(before) && before != U',' && before != U'，' && before != U'،')
    return false;
  std::size_t mark = at;
  (void)previous_code_point(text, mark);
  return !is_digit(code_point_before(text, mark));
}

/// What follows a mark is not part of a number or a word.
bool nothing_glued_after(std::string_view text, std::size_t at) {
  const char32_t after = code_point_at(text, at);
  if (is_digit(after) || (is_letter(after) && !is_han(after)) || after == U'%')
    return false;
  std::size_t next = at;
  if (after == U'.' || after == U',') {
    (void)next_code_point(text, next);
    return !is_digit(code_point_at(text, next));
  }
  return after != U'/' && after != U'-';
}

class MarkFinder {
 public:
  explicit MarkFinder(const Document& document) : text_(document.text) {
    for (const Block& block : document.blocks)
      if (block.kind == BlockKind::footnote) expected_.push_back(block.label);
  }

  std::vector<FootnoteMark> marks;

  void search(ByteRange block) {
    if (expected_.empty()) return;
    for (std::size_t at = block.begin; at < block.end;) {
      if (!may_begin_mark(text_[at])) {
        ++at;
        continue;
      }
      const Digits digits = digits_at(text_, at);
      if (digits.label.empty()) {
        (void)next_code_point(text_, at);
        continue;
      }
      if (at > block.begin && is_mark(digits, at)) {
        marks.push_back({{at, digits.end}, digits.label});
        next_ = std::min(marks.size(), expected_.size());
      }
      at = digits.end;
    }
  }

 private:
  [[nodiscard]] bool is_mark(const Digits& digits, std::size_t at) const {
    if (digits.label.size() > longest_label || digits.label.front() == '0') return false;
    if (digits.superscript) return true;
    if (!nothing_glued_after(text_, digits.end)) return false;
    const char32_t before = code_point_before(text_, at);
    if (is_closing_mark(before) && before != U'\'') return true;
    // Less certain (。10 月 17 日): only where this very label is due.
    return ends_words(text_, at) && next_ < expected_.size() &&
           expected_[next_] == digits.label;
  }

  std::string_view text_;
  std::vector<std::string> expected_;
  std::size_t next_ = 0;  ///< The first label whose mark has not been met.
};

}  // namespace

std::vector<FootnoteMark> footnote_marks(const Document& document) {
  MarkFinder finder(document);
  for (const Block& block : document.blocks)
    if (block.kind != BlockKind::footnote && block.kind != BlockKind::furniture)
      finder.search(block.range);
  return std::move(finder.marks);
}

}  // namespace hexapla
