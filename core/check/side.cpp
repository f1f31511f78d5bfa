#include "check/side.hpp"

#include "text/find_urls.hpp"
#include "text/code_point.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace hexapla {
namespace {

/// The 1 of the footnote "1 See https://…".
ByteRange label_of(const Cell& cell, const Piece& piece) {
  std::size_t end = piece.range.begin;
  for (std::size_t at = end; at < piece.range.end; end = at)
    if (!is_digit(next_code_point(cell.text, at))) break;
  return {piece.range.begin, end};
}

std::vector<ByteRange> marks_of(const Cell& cell) {
  std::vector<ByteRange> marks = cell.footnote_marks;
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

void sort_out_numbers(Side& side) {
  const auto times = clock_times_in(side.text, side.language());
  for (Number& number : numbers_in(side.text, side.language())) {
    const bool dated = std::ranges::any_of(side.dates, [&](const Date& date) {
      // A number that reads on past a date (2020 338) still starts in it.
      return number.range.begin >= date.range.begin && number.range.begin < date.range.end;
    });
    if (dated) continue;
    const bool timed = std::ranges::any_of(
        times, [&](ByteRange time) { return lies_in(number.range, time); });
    (timed ? side.clock_numbers : side.numbers).push_back(std::move(number));
  }
}

struct LanguageName {
  Language language;
  std::string_view name;
};
constexpr std::array language_names{
    LanguageName{languages::ar, "Arabic"},  LanguageName{languages::en, "English"},
    LanguageName{languages::es, "Spanish"}, LanguageName{languages::fr, "French"},
    LanguageName{languages::ru, "Russian"}, LanguageName{languages::zh, "Chinese"}};

}  // namespace

Side side_of(const Cell& cell, const TermMatcher& matcher) {
  Side side;
  side.cell = &cell;
  side.text = cell.text;
  side.urls = urls_in(cell.text);
  side.marks = marks_of(cell);
  blank(side.text, side.urls);
  blank(side.text, side.marks);
  side.dates = dates_in(side.text, cell.language);
  sort_out_numbers(side);
  side.all_hits = matcher.find_all(side.text);
  side.hits = longest_hits(side.all_hits);
  return side;
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

std::string_view english_name(Language language) {
  const auto* const found =
      std::ranges::find_if(language_names, [&](const LanguageName& one) {
        return one.language.primary() == language.primary();
      });
  return found == language_names.end() ? language.tag() : found->name;
}

std::string quoted(std::string_view text) {
  std::string result = "“";
  return result.append(text).append("”");
}

}  // namespace hexapla
