#include "document/structure/footnote_marks.hpp"

#include "text/code_point.hpp"
#include "text/symbol.hpp"

#include <algorithm>
#include <optional>

namespace hexapla {
namespace {

constexpr std::size_t longest_mark_label =
    3;  // figures or asterisks; a longer number is a number
// Letters of a word that may carry a mark; shorter ones are units and formulas: m2, CO2.
constexpr std::size_t shortest_word = 3;
constexpr std::size_t shortest_in_capitals = 4;  // G20, PM10, but UNICEF3

/// What may be a mark, by its form alone.
struct Sign {
  enum class Form : std::uint8_t { plain, raised, square, round, asterisk };
  std::string label;  ///< In ASCII.
  std::size_t end = 0;
  Form form = Form::plain;
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

/// False for most bytes, which spares a closer look: neither a digit, a bracket, an
/// asterisk nor the first byte of a superscript digit or a full-width bracket.
bool may_begin_sign(char byte) {
  return (byte >= '0' && byte <= '9') || byte == '[' || byte == '(' || byte == '*' ||
         byte == '\xC2' || byte == '\xE2' || byte == '\xEF';
}

/// The run of characters from `at` on that `figure_of` makes something of.
template <typename FigureOf>
Sign run_at(std::string_view text, std::size_t at, Sign::Form form, FigureOf figure_of) {
  Sign sign{{}, at, form};
  while (at < text.size()) {
    const std::optional<char> figure = figure_of(next_code_point(text, at));
    if (!figure) break;
    sign.label += *figure;
    sign.end = at;
  }
  return sign;
}

std::optional<char> plain_digit(char32_t character) {
  if (character < U'0' || character > U'9') return std::nullopt;
  return static_cast<char>(character);
}

std::optional<char> asterisk(char32_t character) {
  return character == U'*' ? std::optional('*') : std::nullopt;
}

/// "[1]", "(1)", "（1）"
Sign bracketed_at(std::string_view text, std::size_t at) {
  const char32_t opening = next_code_point(text, at);
  const bool square = opening == U'[';
  Sign sign =
      run_at(text, at, square ? Sign::Form::square : Sign::Form::round, plain_digit);
  if (sign.label.empty()) return {};
  const char32_t closing = next_code_point(text, sign.end);
  const bool closed = square ? closing == U']' : closing == U')' || closing == U'）';
  return closed ? sign : Sign();
}

Sign sign_at(std::string_view text, std::size_t at) {
  const char32_t first = code_point_at(text, at);
  if (first == U'[' || first == U'(' || first == U'（') return bracketed_at(text, at);
  if (first == U'*') return run_at(text, at, Sign::Form::asterisk, asterisk);
  if (superscript_digit(first))
    return run_at(text, at, Sign::Form::raised, superscript_digit);
  return run_at(text, at, Sign::Form::plain, plain_digit);
}

/// A word long enough to carry a mark ends at `at`.
bool word_ends(std::string_view text, std::size_t at) {
  const char32_t last = code_point_before(text, at);
  if (is_han(last)) return true;
  std::size_t letters = 0;
  for (std::size_t place = at; place > 0; ++letters)
    if (!is_letter(previous_code_point(text, place))) break;
  return letters >= (is_upper_case(last) ? shortest_in_capitals : shortest_word);
}

/// What a sentence may go on with follows `at`: nothing, or white space and no small
/// letter or figure. (In "art.3 of" the sentence hasn't ended.)
bool sentence_starts(std::string_view text, std::size_t at, std::size_t block_end) {
  if (at >= block_end || is_han(code_point_at(text, at))) return true;
  const std::size_t begin = at;
  while (at < block_end && is_white_space(code_point_at(text, at)))
    (void)next_code_point(text, at);
  const char32_t next = code_point_at(text, at);
  return at >= block_end || (at > begin && !is_lower_case(next) && !is_digit(next));
}

/// The sentence's end before `at` is no decimal point or thousands separator.
bool mark_ends_words(std::string_view text, std::size_t at) {
  const char32_t before = code_point_before(text, at);
  if (!is_terminal(before) && before != U',' && before != U'，' && before != U'،')
    return false;
  (void)previous_code_point(text, at);
  return !is_digit(code_point_before(text, at));
}

/// A closing mark is before the one that ends at `at`: ”.
bool closing_mark_before(std::string_view text, std::size_t at) {
  (void)previous_code_point(text, at);
  const char32_t before = code_point_before(text, at);
  return is_closing_mark(before) && before != U'\'';
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
    const std::vector<ByteRange> symbols = symbols_in(block.of(text_));
    auto symbol = symbols.begin();
    for (std::size_t at = block.begin; at < block.end;) {
      if (!may_begin_sign(text_[at])) {
        ++at;
        continue;
      }
      while (symbol != symbols.end() && block.begin + symbol->end <= at)
        ++symbol;
      if (symbol != symbols.end() && block.begin + symbol->begin <= at) {
        at = block.begin + symbol->end;  // A/75/L.1 holds no mark
        continue;
      }
      const Sign sign = sign_at(text_, at);
      if (sign.label.empty()) {
        (void)next_code_point(text_, at);
        continue;
      }
      if (at > block.begin && is_mark(sign, at, block.end)) add(sign, at);
      at = sign.end;
    }
  }

 private:
  void add(const Sign& sign, std::size_t at) {
    marks.push_back({{at, sign.end}, sign.label});
    const auto due = expected_.begin() + static_cast<std::ptrdiff_t>(next_);
    const auto found = std::find(due, expected_.end(), sign.label);
    if (found != expected_.end())
      next_ = static_cast<std::size_t>(found - expected_.begin()) + 1;
  }

  [[nodiscard]] bool is_due(const std::string& label) const {
    return next_ < expected_.size() && expected_[next_] == label;
  }

  [[nodiscard]] bool is_expected(const std::string& label) const {
    return std::ranges::find(expected_, label) != expected_.end();
  }

  [[nodiscard]] bool is_mark(const Sign& sign, std::size_t at,
                             std::size_t block_end) const {
    if (sign.label.size() > longest_mark_label || sign.label.front() == '0') return false;
    const char32_t before = code_point_before(text_, at);
    const bool glued = !is_white_space(before);
    switch (sign.form) {
      case Sign::Form::raised:  // but not m², km³
        return !is_letter(before) || word_ends(text_, at);
      case Sign::Form::square:
        return is_expected(sign.label);
      case Sign::Form::round:
        return is_due(sign.label) && nothing_glued_after(text_, sign.end);
      case Sign::Form::asterisk:
        return glued && is_expected(sign.label);
      case Sign::Form::plain:
        return is_plain_mark(sign, at, block_end);
    }
    return false;
  }

  [[nodiscard]] bool is_plain_mark(const Sign& sign, std::size_t at,
                                   std::size_t block_end) const {
    if (!nothing_glued_after(text_, sign.end)) return false;
    const char32_t before = code_point_before(text_, at);
    if (is_closing_mark(before) && before != U'\'')
      return sign.label.size() < longest_mark_label || is_expected(sign.label);
    if (mark_ends_words(text_, at) && closing_mark_before(text_, at))
      return is_expected(sign.label);
    // Less certain (。10 月 17 日): only where this very label is due.
    if (!is_due(sign.label)) return false;
    if (is_han(before)) return !is_han(code_point_at(text_, sign.end));  // not 第1段
    if (is_letter(before)) return word_ends(text_, at);
    return mark_ends_words(text_, at) &&
           (before != U'.' || sentence_starts(text_, sign.end, block_end));
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
