#include "text/words.hpp"

#include "text/code_point.hpp"
#include "text/dictionary_words.hpp"
#include "text/icu.hpp"

#include <array>
#include <cstdint>
#include <memory>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

namespace hexapla {
namespace {

enum class Class : std::uint8_t { none, letter, mark, digit, han, joiner, symbol };

Class class_from_icu(char32_t code_point) {
  if (is_han(code_point)) return Class::han;
  const auto icu_form = static_cast<UChar32>(code_point);
  if (u_isUWhiteSpace(icu_form) != 0) return Class::none;
  switch (u_charType(icu_form)) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_LETTER_NUMBER:
      return Class::letter;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return Class::mark;
    case U_DECIMAL_DIGIT_NUMBER:
      return Class::digit;
    case U_FORMAT_CHAR:
      return Class::joiner;
    case U_CONTROL_CHAR:
    case U_SURROGATE:
    case U_UNASSIGNED:
      return Class::none;
    default:
      return Class::symbol;
  }
}

/// Classes of the Basic Multilingual Plane, where all but a few characters of a text are.
class Classes {
 public:
  Classes() {
    for (char32_t code_point = 0; code_point < table_.size(); ++code_point)
      table_[code_point] = class_from_icu(code_point);
  }
  [[nodiscard]] Class of(char32_t code_point) const {
    return code_point < table_.size() ? table_[code_point] : class_from_icu(code_point);
  }

 private:
  std::array<Class, 0x10000> table_{};
};

const Classes& classes() {
  static const Classes made_once;
  return made_once;
}

/// The zero of the script that the decimal digit `code_point` belongs to.
char32_t zero_of(char32_t code_point) {
  const auto value = u_charDigitValue(static_cast<UChar32>(code_point));
  return code_point - static_cast<char32_t>(value);
}

/// Reads on through a word of letters, whose first character ends at `at`. A joiner (soft
/// hyphen, zero-width joiner) belongs to the word only when the word goes on after it.
std::size_t end_of_letters(const Classes& table, std::string_view text, std::size_t at) {
  for (std::size_t next = at; next < text.size();) {
    const Class found = table.of(next_code_point(text, next));
    if (found == Class::letter || found == Class::mark) {
      at = next;
    } else if (found != Class::joiner) {
      break;
    }
  }
  return at;
}

std::size_t end_of_digits(const Classes& table, std::string_view text, std::size_t at,
                          char32_t zero) {
  for (std::size_t next = at; next < text.size();) {
    const char32_t code_point = next_code_point(text, next);
    if (table.of(code_point) != Class::digit || zero_of(code_point) != zero) break;
    at = next;
  }
  return at;
}

/// Ends of words inside a run of Han characters, in bytes of the run.
std::vector<std::size_t> word_ends_in(std::string_view run) {
  icu_detail::Status status;
  thread_local const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createWordInstance(icu::Locale::getChinese(), status));
  const icu::LocalUTextPointer text(
      utext_openUTF8(nullptr, run.data(), static_cast<std::int64_t>(run.size()), status));
  breaks->setText(text.getAlias(), status);
  status.require("cut Chinese text into words");
  std::vector<std::size_t> ends;
  (void)breaks->first();
  for (auto end = breaks->next(); end != icu::BreakIterator::DONE; end = breaks->next())
    ends.push_back(static_cast<std::size_t>(end));
  return ends;
}

}  // namespace

std::vector<Word> words_of(std::string_view text) {
  constexpr std::size_t usual_bytes_a_word = 5;
  std::vector<Word> words;
  words.reserve(text.size() / usual_bytes_a_word + 1);
  words_of(text, words);
  return words;
}

void words_of(std::string_view text, std::vector<Word>& words) {
  const Classes& table = classes();
  words.clear();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t code_point = next_code_point(text, at);
    switch (table.of(code_point)) {
      case Class::letter:
      case Class::mark:
        at = end_of_letters(table, text, at);
        words.push_back({{begin, at}, WordKind::letters});
        break;
      case Class::digit:
        at = end_of_digits(table, text, at, zero_of(code_point));
        words.push_back({{begin, at}, WordKind::digits});
        break;
      case Class::han:
        words.push_back({{begin, at}, WordKind::han});
        break;
      case Class::symbol:
        words.push_back({{begin, at}, WordKind::punctuation});
        break;
      case Class::none:
      case Class::joiner:
        break;
    }
  }
}

std::vector<ByteRange> dictionary_words_of(std::string_view text) {
  const std::vector<Word> words = words_of(text);
  std::vector<ByteRange> result;
  for (std::size_t at = 0; at < words.size();) {
    if (words[at].kind != WordKind::han) {
      result.push_back(words[at++].range);
      continue;
    }
    ByteRange run = words[at].range;
    while (++at < words.size() && words[at].kind == WordKind::han &&
           words[at].range.begin == run.end)
      run.end = words[at].range.end;
    std::size_t begin = run.begin;
    for (const std::size_t end : word_ends_in(run.of(text))) {
      result.push_back({begin, run.begin + end});
      begin = run.begin + end;
    }
  }
  return result;
}

}  // namespace hexapla
