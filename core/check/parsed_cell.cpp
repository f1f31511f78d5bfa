#include "check/parsed_cell.hpp"

#include "text/code_point.hpp"
#include "text/find_urls.hpp"
#include "text/language/language_names.hpp"
#include "text/symbol.hpp"

#include <algorithm>
#include <utility>

namespace hexapla {
namespace {

bool is_superscript(char32_t code_point) {
  return code_point == U'¹' || code_point == U'²' || code_point == U'³' ||
         (code_point >= U'⁰' && code_point <= U'⁹');
}

/// What may be squared or cubed: m, km, cm and their kin.
bool is_unit_letter(char32_t letter) {
  return letter == U'm' || letter == U'м' || letter == U'م' || letter == U'米';
}

/// The 1 of the footnote "1 See https://…".
ByteRange label_of(const Cell& cell, const Piece& piece) {
  std::size_t end = piece.range.begin;
  for (std::size_t at = end; at < piece.range.end; end = at)
    if (!is_digit(next_code_point(cell.text, at))) break;
  return {piece.range.begin, end};
}

char32_t letter_behind(std::string_view text, std::size_t at) {
  (void)next_code_point(text, at);
  return code_point_at(text, at);
}

/// Marks that the text shows itself: 见报告。¹, [12]. Not the 2 of 5 m².
std::vector<ByteRange> visible_marks(std::string_view text) {
  std::vector<ByteRange> marks;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t mark = next_code_point(text, at);
    if (!is_superscript(mark)) continue;
    while (is_superscript(code_point_at(text, at)))
      (void)next_code_point(text, at);
    const char32_t before = code_point_before(text, begin);
    if (!is_digit(before) && !is_unit_letter(before)) marks.push_back({begin, at});
  }
  return marks;
}

std::vector<ByteRange> marks_of(const Cell& cell) {
  std::vector<ByteRange> marks = cell.footnote_marks;
  if (marks.empty()) marks = visible_marks(cell.text);
  for (const Piece& piece : cell.pieces) {
    if (piece.kind != BlockKind::footnote) continue;
    const ByteRange label = label_of(cell, piece);
    if (!label.empty()) marks.push_back(label);
  }
  std::ranges::sort(marks, {}, &ByteRange::begin);
  return marks;
}

void blank(std::string& text, const std::vector<ByteRange>& ranges) {
  for (const ByteRange range : ranges)
    text.replace(range.begin, range.size(), range.size(), ' ');
}

bool lies_in(ByteRange inner, ByteRange outer) {
  return inner.begin >= outer.begin && inner.end <= outer.end;
}

bool is_spaced_letter(char32_t letter) {
  return is_letter(letter) && !is_han(letter);
}

/// The 2019 of 2019冠状病毒病 and of "coronavirus disease 2019", which is COVID-19's name.
bool names_the_coronavirus(std::string_view text, ByteRange number) {
  constexpr std::array<std::string_view, 4> behind{"冠状病毒", "新型冠状病毒", "新冠",
                                                   "-nCoV"};
  constexpr std::array<std::string_view, 8> before{
      "coronavirus disease ",   "coronavirus ",        "oronavirus disease of ",
      "maladie à coronavirus ", "por coronavirus de ", "por coronavirus ",
      "فيروس كورونا لعام ",     "مرض فيروس كورونا "};
  const std::string_view rest = text.substr(number.end);
  const std::string_view start = text.substr(0, number.begin);
  return number.of(text) == "2019" &&
         (std::ranges::any_of(behind, [&](auto name) { return rest.starts_with(name); }) ||
          std::ranges::any_of(before, [&](auto name) { return start.ends_with(name); }));
}

/// Four figures that may be a year: the 1990 of mid-1990s, the 2015 of post-2015.
bool is_year_figures(std::string_view value) {
  constexpr std::size_t of_year = 4;
  return value.size() == of_year && (value.starts_with("19") || value.starts_with("20"));
}

/// The mid of mid-1990s, the post of post-2015.
bool follows_time_prefix(std::string_view before) {
  constexpr std::array<std::string_view, 6> prefixes{"mid", "pre",   "post",
                                                     "pos", "early", "late"};
  return std::ranges::any_of(prefixes, [&](std::string_view prefix) {
    return before.ends_with(prefix) &&
           !is_letter(code_point_before(before, before.size() - prefix.size()));
  });
}

/// The 19 of COVID-19, the 229 of 229E, and digits in a term that has letters as well.
bool is_part_of_name(const ParsedCell& side, const Number& number) {
  if (number.in_words) return false;
  const std::string_view text = side.text;
  if (names_the_coronavirus(text, number.range)) return true;
  constexpr std::string_view round_the_clock = "24/7";
  for (const std::size_t back : {std::size_t{0}, round_the_clock.size() - 1})
    if (number.range.begin >= back &&
        text.substr(number.range.begin - back).starts_with(round_the_clock))
      return true;
  std::size_t before = number.range.begin;
  const char32_t mark = before == 0 ? U'\0' : previous_code_point(text, before);
  const bool hyphen = mark == U'-' || mark == U'\u2010' || mark == U'\u2011';
  if (hyphen && is_spaced_letter(code_point_before(text, before)) &&
      !(is_year_figures(number.value) && follows_time_prefix(text.substr(0, before))))
    return true;
  std::size_t behind = number.range.end;
  if (!number.ordinal && is_upper_case(code_point_at(text, behind))) return true;
  const char32_t next = behind < text.size() ? next_code_point(text, behind) : U'\0';
  if (next == U'-' && is_lower_case(code_point_at(text, behind)) &&
      is_upper_case(letter_behind(text, behind)))
    return true;  // 2019-nCoV
  return std::ranges::any_of(side.hits, [&](const TermHit& hit) {
    return lies_in(number.range, hit.range) && hit.range.size() > number.range.size() + 1;
  });
}

void sort_out_numbers(ParsedCell& side) {
  side.clock_times = clock_times_in(side.text, side.words, side.language());
  for (Number& number : numbers_in(side.text, side.words, side.language())) {
    const bool dated = std::ranges::any_of(side.dates, [&](const Date& date) {
      // A number that reads on past a date (2020 338) still starts in it.
      return number.range.begin >= date.range.begin && number.range.begin < date.range.end;
    });
    if (dated) continue;
    const bool timed = std::ranges::any_of(side.clock_times, [&](const ClockTime& time) {
      return lies_in(number.range, time.range);
    });
    const bool named = is_part_of_name(side, number);
    (timed   ? side.clock_numbers
     : named ? side.name_numbers
             : side.numbers)
        .push_back(std::move(number));
  }
}

}  // namespace

ParsedCell surveyed(const Cell& cell, TermFinder& finder) {
  ParsedCell side;
  side.cell = &cell;
  side.text = cell.text;
  side.urls = addresses_in(cell.text);
  side.marks = marks_of(cell);
  blank(side.text, side.urls);
  side.symbols = symbols_in(side.text);
  blank(side.text, side.symbols);
  blank(side.text, side.marks);
  const std::size_t begin = trimmed(side.text, {0, side.text.size()}).begin;
  side.label = list_label_of(std::string_view(side.text).substr(begin));
  if (side.label) {
    side.label->range = {side.label->range.begin + begin, side.label->range.end + begin};
    blank(side.text, {side.label->range});
  }
  side.words = words_of(side.text);
  side.all_hits = finder.find_all(side.text, side.words);
  side.hits = longest_hits(side.all_hits);
  return side;
}

ParsedCell fully_read(ParsedCell side) {
  const Language language = side.language();
  side.dates = dates_in(side.text, side.words, language);
  side.months = bare_months_in(side.text, side.words, language, side.dates);
  for (const Date& date : side.dates)
    if (!date.day && !date.year) side.months.push_back(date);
  side.weekdays = weekdays_in(side.text, side.words, language);
  sort_out_numbers(side);
  return side;
}

std::size_t count_letters(const ParsedCell& side) {
  constexpr std::size_t letters_of_character = 3;  // what a Chinese character says
  std::size_t letters = 0;
  for (const Word& word : side.words) {
    if (word.kind == WordKind::han) letters += letters_of_character;
    if (word.kind == WordKind::letters)
      letters += count_code_points(word.range.of(side.text));
  }
  return letters;
}

std::vector<Spot> spots_of(const Cell& cell, ByteRange range) {
  std::vector<Spot> spots;
  for (const Piece& piece : cell.pieces) {
    const std::size_t begin = std::max(range.begin, piece.range.begin);
    const std::size_t end = std::min(range.end, piece.range.end);
    if (begin >= end) continue;
    const std::size_t start = piece.range.begin;
    spots.push_back({cell.language, piece.segment, {begin - start, end - start}});
  }
  return spots;
}

std::vector<Spot> spots_of(const Cell& cell, const std::vector<ByteRange>& ranges) {
  std::vector<Spot> spots;
  for (const ByteRange range : ranges)
    for (const Spot& spot : spots_of(cell, range))
      spots.push_back(spot);
  return spots;
}

std::vector<Spot> whole(const Cell& cell) {
  return spots_of(cell, ByteRange{0, cell.text.size()});
}

std::string_view english_name(const Language& language) {
  const LanguageNames* const names = names_of(language);
  return names == nullptr ? language.tag() : names->english;
}

std::string in_quotes(std::string_view text) {
  std::string result = "“";
  return result.append(text).append("”");
}

}  // namespace hexapla
