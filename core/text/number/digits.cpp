#include "text/code_point.hpp"
#include "text/number/reader.hpp"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>

namespace hexapla {
namespace {

constexpr std::size_t group_size = 3;  // digits between two grouping marks

/// Which marks may be inside a number of one language.
struct Habits {
  std::string_view language;
  std::u32string_view grouping;
  std::u32string_view decimal;
};

// No-break spaces group everywhere. Sources: the editorial manuals of the United Nations;
// plain spaces and commas because extracted and older texts have them. In Latin America a
// point before fewer than three digits is the decimal one.
constexpr std::u32string_view fixed_spaces = U"\u00A0\u202F\u2009";
constexpr std::array habits{Habits{"ar", U" ,\u066C", U",.\u066B"},
                            Habits{"en", U",", U"."},
                            Habits{"es", U" .", U",."},
                            Habits{"fr", U" ", U",."},
                            Habits{"ru", U" ", U",."},
                            Habits{"zh", U" ,，", U"."}};
constexpr Habits other_habits{"", U",.", U",."};

const Habits& habits_of(Language language) {
  const auto* const found =
      std::ranges::find(habits, language.primary(), &Habits::language);
  return found == habits.end() ? other_habits : *found;
}

std::string ascii_digits(std::string_view digits) {
  std::string ascii;
  for (std::size_t at = 0; at < digits.size();)
    ascii += static_cast<char>(
        '0' + u_charDigitValue(static_cast<UChar32>(next_code_point(digits, at))));
  return ascii;
}

/// Digits after one mark after the digits `index`.
struct Continued {
  char32_t mark = 0;
  std::size_t index = 0;  ///< Of the further digits among the words; 0 when there are none.
};

Continued continued(const NumberText& text, std::size_t index) {
  std::size_t at = text.words[index].range.end;
  const char32_t mark = code_point_at(text.text, at);
  if (mark == 0) return {};
  (void)next_code_point(text.text, at);
  for (std::size_t next = index + 1; next < std::min(index + 3, text.words.size()); ++next)
    if (text.words[next].kind == WordKind::digits && text.words[next].range.begin == at)
      return {mark, next};
  return {};
}

bool is_one_of(std::u32string_view marks, char32_t mark) {
  return marks.find(mark) != std::u32string_view::npos;
}

bool groups(const Habits& habit, char32_t mark) {
  return is_one_of(habit.grouping, mark) || is_one_of(fixed_spaces, mark);
}

/// The 2 of 1.2.3: after a mark after a digit.
bool continues_others(const NumberText& text, std::size_t first, char32_t mark) {
  std::size_t at = text.words[first].range.begin;
  if (at == 0 || previous_code_point(text.text, at) != mark) return false;
  return is_digit(code_point_before(text.text, at));
}

/// What digits with their groups and their fraction say.
struct Figures {
  std::string value;
  std::string other_value;  ///< See Number.
};

/// The groups of 800 331 649 1, which Arabic text has in the order of its script, from the
/// word `first` to `last`, as 1649331800.
std::string in_reverse(const NumberText& text, std::size_t first, std::size_t last) {
  std::string value;
  for (std::size_t index = last + 1; index-- > first;)
    if (text.words[index].kind == WordKind::digits) value += ascii_digits(text.word(index));
  return value;
}

/// Arabic text separates groups by spaces, and where they are in reversed order, the
/// group of one or two digits is the last one.
bool ends_reversed(const NumberText& text, std::size_t last, const Continued& next,
                   char32_t used) {
  if (text.language.primary() != "ar" || next.index == 0) return false;
  if (text.word(last).size() == 1 || !is_white_space(next.mark)) return false;
  if (used != 0 && used != next.mark) return false;
  return ascii_digits(text.word(next.index)).size() < group_size &&
         ascii_digits(text.word(next.index)) != "0" &&
         continued(text, next.index).index == 0;
}

/// The plain value of digits, their groups and their fraction; `last` becomes the last
/// word.
Figures value_of_digits(const NumberText& text, std::size_t first, std::size_t& last) {
  const Habits& habit = habits_of(text.language);
  std::string value = ascii_digits(text.word(first));
  const bool may_group = value.size() <= group_size && value != "0";
  last = first;
  char32_t used = 0;
  for (Continued next = continued(text, last); may_group && next.index != 0;
       next = continued(text, last)) {
    const std::string group = ascii_digits(text.word(next.index));
    if (!groups(habit, next.mark) || group.size() != group_size) break;
    if (used != 0 && next.mark != used) break;
    used = next.mark;
    value += group;
    last = next.index;
  }
  const Continued fraction = continued(text, last);
  if (ascii_digits(text.word(first)).size() == group_size &&
      ends_reversed(text, last, fraction, used)) {
    last = fraction.index;
    return {in_reverse(text, first, last), ""};
  }
  std::string other;
  if (text.language.primary() == "ar" && is_white_space(used)) {
    other = in_reverse(text, first, last);
    // No number begins with zeros: 000 100 is a hundred thousand.
    if (value.starts_with('0') && !other.starts_with('0')) std::swap(value, other);
    if (value.starts_with('0') || other.starts_with('0')) other.clear();
  }
  if (fraction.index == 0 || fraction.mark == used ||
      !is_one_of(habit.decimal, fraction.mark))
    return {value, other};
  // 1.2.3 and 17.10.2020 are no fractions.
  const Continued more = continued(text, fraction.index);
  if (more.index != 0 && more.mark == fraction.mark) return {value, other};
  if (continues_others(text, first, fraction.mark)) return {value, other};
  last = fraction.index;
  return {value + '.' + ascii_digits(text.word(fraction.index)), ""};
}

bool is_space(std::string_view gap) {
  std::size_t at = 0;
  return gap.empty() || (is_white_space(next_code_point(gap, at)) && at == gap.size());
}

/// The 十 of 2022-2031 十年期 counts no years, and a decade is ten of few.
bool may_be_times_ten(const NumberText& text, const std::string& value) {
  constexpr std::size_t most_digits = 2;
  return text.language.primary() != "zh" && value.size() <= most_digits;
}

/// The 兆 of 兆瓦, a prefix to a unit; the ألف of 217 ألف (د-3), the letter of a
/// resolution.
bool is_no_multiplier(const NumberText& text, std::size_t index) {
  const std::string_view behind = text.text.substr(text.words[index].range.end);
  if (text.word(index) == "兆") {
    constexpr std::array<std::string_view, 8> units{"瓦", "赫", "字节", "比特",
                                                    "位", "帕", "焦",   "伏"};
    return std::ranges::any_of(
        units, [&](std::string_view unit) { return behind.starts_with(unit); });
  }
  return text.language == languages::ar && behind.starts_with(" (د");
}

/// Multipliers: `5 million`, `2 mil millones`, `1 500 多万`. Adds their powers of ten to
/// `zeros`.
std::string multiplied(const NumberText& text, std::string value, std::size_t& last,
                       std::size_t& zeros) {
  for (;;) {
    std::size_t next = last + 1;
    // 多 and 余, "and more", may be before a Han multiplier.
    if (next + 1 < text.words.size() &&
        (text.word(next) == "多" || text.word(next) == "余" || text.word(next) == "+"))
      ++next;
    if (next >= text.words.size() || !is_space(text.gap_after(next - 1))) return value;
    const auto found = text.vocabulary.find_folded(text.word(next));
    if (!found || is_no_multiplier(text, next)) return value;
    switch (found->part) {
      case NumberPart::times:
      case NumberPart::times_alone:
      case NumberPart::scale:
      case NumberPart::scale_alone:
        break;
      default:
        return value;
    }
    if (found->value == 1 && !may_be_times_ten(text, value)) return value;
    value = shifted(std::move(value), static_cast<std::size_t>(found->value));
    zeros += static_cast<std::size_t>(found->value);
    last = next;
  }
}

/// The rest of 3 亿 5 000 万, added to the 3 亿.
std::string with_lesser_part(const NumberText& text, std::string value, std::size_t zeros,
                             std::size_t& last) {
  const std::size_t next = last + 1;
  if (text.language.primary() != "zh" || next >= text.words.size() ||
      text.words[next].kind != WordKind::digits || !is_space(text.gap_after(last)))
    return value;
  std::size_t end = next;
  std::size_t lesser = 0;
  const std::string digits = value_of_digits(text, next, end).value;
  const std::string part = multiplied(text, shifted(digits, 0), end, lesser);
  if (lesser == 0 || part.size() > zeros || part.find('.') != std::string::npos ||
      value.find('.') != std::string::npos)
    return value;
  value.replace(value.size() - part.size(), part.size(), part);
  last = end;
  return value;
}

bool has_ordinal_suffix(const NumberText& text, std::size_t& last) {
  std::size_t next = last + 1;
  if (next >= text.words.size() || !text.gap_after(last).empty()) return false;
  const bool joined =
      text.word(next) == "-" || text.word(next) == "." || text.word(next) == "º";
  if (joined && next + 1 < text.words.size() && text.gap_after(next).empty()) ++next;
  const auto found = text.vocabulary.find_folded(text.word(next));
  if (!found || found->part != NumberPart::suffix) return false;
  last = next;
  return true;
}

/// The 19 of 19 世纪, for which other languages write XIX.
bool counts_centuries(const NumberText& text, std::size_t last) {
  const std::size_t next = last + 1;
  return next < text.words.size() &&
         text.text.substr(text.words[next].range.begin).starts_with("世纪");
}

/// The point of .08, which some write for 0.08; in Arabic an "and" may be glued to it.
bool starts_with_point(const NumberText& text, std::size_t first) {
  std::size_t at = text.words[first].range.begin;
  if (at == 0 || text.text[at - 1] != '.') return false;
  --at;
  char32_t before = code_point_before(text.text, at);
  if (before == U'و') {
    (void)previous_code_point(text.text, at);
    before = code_point_before(text.text, at);
  }
  return before == 0 || is_white_space(before) || before == U'(' || before == U'（';
}

bool has_ordinal_mark(const NumberText& text, std::size_t first) {
  if (first == 0) return false;
  const auto found = text.vocabulary.find(text.word(first - 1));
  return found && found->part == NumberPart::ordinal_mark;
}

/// `Pro2`, `x64`: digits glued to a Latin, Greek or Cyrillic letter are part of a name.
bool belongs_to_name(const NumberText& text, std::size_t first) {
  constexpr char32_t first_after_cyrillic = 0x0530;
  const char32_t before = code_point_before(text.text, text.words[first].range.begin);
  return is_letter(before) && before < first_after_cyrillic;
}

}  // namespace

NumberRead read_digits(const NumberText& text, std::size_t first) {
  if (belongs_to_name(text, first)) return {std::nullopt, first + 1};
  if (auto phone = read_phone(text, first)) return *phone;
  std::size_t last = first;
  std::size_t zeros = 0;
  Number number;
  Figures figures = value_of_digits(text, first, last);
  const bool point = starts_with_point(text, first) && first == last;
  if (point) figures.value.insert(0, "0.");
  number.value = with_half(text, shifted(figures.value, 0), 0, last);
  number.value = multiplied(text, std::move(number.value), last, zeros);
  if (zeros > 0) {
    number.value = with_half(text, std::move(number.value), zeros, last);
    number.value = with_lesser_part(text, std::move(number.value), zeros, last);
  } else {
    number.other_value = std::move(figures.other_value);
  }
  number.ordinal = has_ordinal_mark(text, first) || has_ordinal_suffix(text, last) ||
                   counts_centuries(text, last);
  number.range = {text.words[first].range.begin - (point ? 1 : 0),
                  text.words[last].range.end};
  return {std::move(number), last + 1, zeros};
}

}  // namespace hexapla
