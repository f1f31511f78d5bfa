#include "segment/segmenter.hpp"

#include "text/code_point.hpp"

#include <algorithm>

namespace hexapla {
namespace {

constexpr std::size_t longest_mark = 2;  // digits of a footnote mark
constexpr std::size_t longest_list_number =
    4;  // bytes before the full stop of "12." or "iv."

/// Ends a sentence without white space after it.
bool is_wide_terminal(char32_t code_point) {
  return code_point == U'。' || code_point == U'！' || code_point == U'？' ||
         code_point == 0xFF61;
}

bool is_opening_mark(char32_t code_point) {
  constexpr std::u32string_view marks = U"“‘«„([{（【「『《〈\"'¿¡—–-•·";
  return marks.find(code_point) != std::u32string_view::npos;
}

/// Goes on with the sentence: a comma after a closing mark, and its kin.
bool continues_sentence(char32_t code_point) {
  constexpr std::u32string_view marks = U",;:，、；：،؛";
  return marks.find(code_point) != std::u32string_view::npos;
}

/// Walks over one paragraph and decides, at each mark that can end a sentence, where the
/// sentence then ends and whether it does.
class Cutter {
 public:
  Cutter(std::string_view text, std::span<const ByteRange> marks, Language language,
         const Abbreviations& abbreviations)
      : text_(text), marks_(marks), language_(language), abbreviations_(abbreviations) {}

  std::vector<ByteRange> cut() {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t terminal = at;
      const char32_t mark = next_code_point(text_, at);
      if (!is_end(mark)) continue;
      const std::size_t end = end_of_sentence(at);
      if (ends_here(mark, terminal, end)) {
        add({begin, end});
        begin = end;
      }
      at = end;
    }
    add({begin, text_.size()});
    return std::move(sentences_);
  }

 private:
  static bool is_end(char32_t mark) {
    return mark < 0x80 ? mark == U'.' || mark == U'!' || mark == U'?' : is_terminal(mark);
  }

  void add(ByteRange range) {
    range = trimmed(text_, range);
    if (!range.empty()) sentences_.push_back(range);
  }

  /// Past further terminals, closing marks and a footnote mark, in whatever order.
  [[nodiscard]] std::size_t end_of_sentence(std::size_t at) const {
    for (;;) {
      const std::size_t before = at;
      at = past_closing(at);
      at = past_footnote_mark(at);
      if (at == before) return at;
    }
  }

  [[nodiscard]] std::size_t past_closing(std::size_t at) const {
    while (at < text_.size()) {
      std::size_t next = at;
      char32_t mark = next_code_point(text_, next);
      // French sets a no-break space before ».
      if (is_white_space(mark) && code_point_at(text_, next) == U'»')
        mark = next_code_point(text_, next);
      const bool straight = mark == U'"' || mark == U'\'';
      // A straight quotation mark closes only when nothing is glued to it.
      const bool closes = straight ? !starts_word(next) : is_closing_mark(mark);
      if (!closes && !is_end(mark)) return at;
      at = next;
    }
    return at;
  }

  [[nodiscard]] bool starts_word(std::size_t at) const {
    const char32_t next = code_point_at(text_, at);
    return is_letter(next) || is_digit(next);
  }

  [[nodiscard]] std::size_t past_footnote_mark(std::size_t at) const {
    const auto known =
        std::ranges::find_if(marks_, [&](ByteRange mark) { return mark.begin == at; });
    if (known != marks_.end()) return known->end;
    std::size_t end = at;
    while (end < text_.size() && text_[end] >= '0' && text_[end] <= '9')
      ++end;
    if (end == at || end - at > longest_mark) return at;
    const char32_t after = code_point_at(text_, end);
    if (after != 0 && !is_white_space(after) && !is_end(after)) return at;
    std::size_t before = at;
    const char32_t mark = previous_code_point(text_, before);
    const bool after_quotation = is_closing_mark(mark);
    const bool after_word = mark < 0x80 && is_letter(code_point_before(text_, before));
    return after_quotation || after_word ? end : at;
  }

  [[nodiscard]] bool ends_here(char32_t mark, std::size_t terminal, std::size_t end) const {
    if (end == text_.size()) return true;
    const char32_t after = code_point_at(text_, end);
    if (continues_sentence(after)) return false;
    if (is_wide_terminal(mark)) return true;
    const bool closed = is_closing_mark(code_point_before(text_, end));
    if (mark == U'…' && language_.spaceless()) return closed;
    if (!is_white_space(after) && !(language_.spaceless() && is_han(after) && closed))
      return false;
    const char32_t first = first_letter_after(end);
    if (is_lower_case(first) || continues_sentence(first)) return false;
    return mark != U'.' || full_stop_ends(terminal, end, first);
  }

  /// The first character of the next sentence that is no opening mark.
  [[nodiscard]] char32_t first_letter_after(std::size_t at) const {
    while (at < text_.size()) {
      const char32_t next = next_code_point(text_, at);
      if (!is_white_space(next) && !is_opening_mark(next)) return next;
    }
    return 0;
  }

  [[nodiscard]] bool full_stop_ends(std::size_t terminal, std::size_t end,
                                    char32_t next_letter) const {
    if (is_list_number(terminal)) return false;
    // A closing mark after the full stop ends more than an abbreviation.
    if (end != terminal + 1) return true;
    switch (abbreviations_.find(word_before(terminal))) {
      case AbbreviationEnd::no_abbreviation:
        return true;
      case AbbreviationEnd::never:
        return false;
      case AbbreviationEnd::may:
        return is_upper_case(next_letter);
    }
    return true;
  }

  [[nodiscard]] bool is_list_number(std::size_t terminal) const {
    const std::string_view before = text_.substr(0, terminal);
    return terminal <= longest_list_number &&
           std::ranges::none_of(before,
                                [](char byte) { return byte == ' ' || byte == '.'; }) &&
           (before.empty() || is_digit(code_point_at(before, 0)) || before.size() == 1);
  }

  [[nodiscard]] std::string_view word_before(std::size_t end) const {
    std::size_t begin = end;
    for (std::size_t at = end; at > 0; begin = at) {
      const char32_t letter = previous_code_point(text_, at);
      const bool elision = letter == U'’';  // l’art.
      if (is_white_space(letter) || elision || (is_opening_mark(letter) && letter != U'-'))
        break;
    }
    return text_.substr(begin, end - begin);
  }

  std::string_view text_;
  std::span<const ByteRange> marks_;
  Language language_;
  const Abbreviations& abbreviations_;
  std::vector<ByteRange> sentences_;
};

}  // namespace

Segmenter::Segmenter(Language language) : language_(language), abbreviations_(language) {}

std::vector<ByteRange> Segmenter::cut(std::string_view paragraph,
                                      std::span<const ByteRange> footnote_marks) const {
  return Cutter(paragraph, footnote_marks, language_, abbreviations_).cut();
}

}  // namespace hexapla
