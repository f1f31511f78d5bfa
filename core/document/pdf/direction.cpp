#include "document/pdf/direction.hpp"

#include "text/code_point.hpp"
#include "text/icu.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <string_view>

#include <unicode/ubidi.h>
#include <unicode/uchar.h>

namespace hexapla {
namespace {

using Characters = std::vector<PdfCharacter>;

bool is_left_to_right(char32_t code_point) {
  return u_charDirection(static_cast<UChar32>(code_point)) == U_LEFT_TO_RIGHT;
}

bool is_bracket(char32_t code_point) {
  constexpr std::u32string_view brackets = U"()[]{}<>«»‹›";
  return brackets.find(code_point) != std::u32string_view::npos;
}

char32_t turned(char32_t code_point) {
  return static_cast<char32_t>(u_charMirror(static_cast<UChar32>(code_point)));
}

/// The characters of one glyph.
struct Glyph {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<Glyph> glyphs_of(const Characters& line) {
  std::vector<Glyph> glyphs;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (i > 0 && line[i].in_glyph) {
      glyphs.back().end = i + 1;
    } else {
      glyphs.push_back({i, i + 1});
    }
  }
  return glyphs;
}

/// One UTF-16 unit for each glyph, enough for ICU to see its direction.
std::u16string directions_of(const Characters& line, const std::vector<Glyph>& glyphs) {
  constexpr char32_t beyond_utf16_units = 0x10000;
  std::u16string units;
  for (const Glyph& glyph : glyphs) {
    const char32_t code = line[glyph.begin].code;
    units += code < beyond_utf16_units ? static_cast<char16_t>(code) : u'A';
  }
  return units;
}

/// Where the Latin part of a word ends: with the hyphen or slash, too, at which an address
/// was broken off.
template <typename Place>
Place latin_end(Place begin, Place end) {
  const auto belongs = [](char16_t unit) {
    return is_left_to_right(unit) || is_digit(unit);
  };
  Place last = end;
  while (last != begin && !belongs(*std::prev(last)))
    --last;
  if (last != end && std::next(last) == end && (*last == u'-' || *last == u'/')) ++last;
  return last;
}

/// `A/75/574-S/2020/1083` and URLs read from left to right as a whole: ICU would take their
/// last numbers for others.
void join_latin_words(std::u16string& units) {
  const auto is_latin = [](char16_t unit) { return is_left_to_right(unit); };
  for (std::size_t begin = 0; begin < units.size();) {
    const std::size_t end = std::min(units.find(u' ', begin), units.size());
    const auto word = std::span(units).subspan(begin, end - begin);
    const bool other =
        std::ranges::any_of(word, [](char16_t unit) { return is_right_to_left(unit); });
    if (!other && std::ranges::any_of(word, is_latin)) {
      const auto first = std::ranges::find_if(
          word, [&](char16_t unit) { return is_latin(unit) || is_digit(unit); });
      std::fill(first, latin_end(first, word.end()), u'A');
    }
    begin = end + 1;
  }
}

/// `1 774` was set with a no-break space, or else its parts would stand the other way
/// round; poppler makes a plain one of it. Returns the places of such spaces.
std::vector<std::size_t> join_number_groups(std::u16string& units) {
  constexpr std::size_t group = 3;
  std::vector<std::size_t> borders;
  for (std::size_t at = 0; at < units.size();) {
    std::size_t end = at;
    while (end < units.size() && is_digit(units[end]))
      ++end;
    // What is behind a point is no group: 442.5 100 are two numbers.
    const bool fraction = at > 0 && (units[at - 1] == u'.' || units[at - 1] == u',');
    const bool first_group = end > at && end - at <= group && !fraction;
    at = std::max(end, at + 1);
    while (first_group && end < units.size() && units[end] == u' ') {
      std::size_t next = end + 1;
      while (next < units.size() && is_digit(units[next]))
        ++next;
      if (next - end - 1 != group) break;
      borders.push_back(end);
      units[end] = u'0';
      end = next;
      at = next;
    }
  }
  return borders;
}

constexpr char32_t no_break_space = 0xA0;

struct CloseBidi {
  void operator()(UBiDi* bidi) const noexcept { ubidi_close(bidi); }
};

/// For each place in logical order, the place that was seen.
std::vector<std::int32_t> logical_places(const std::u16string& units, bool right_to_left) {
  icu_detail::Status status;
  const auto length = static_cast<std::int32_t>(units.size());
  const std::unique_ptr<UBiDi, CloseBidi> bidi(ubidi_openSized(length, 0, status));
  status.require("make room to order a line");
  ubidi_setReorderingMode(bidi.get(), UBIDI_REORDER_INVERSE_LIKE_DIRECT);
  ubidi_setPara(bidi.get(), units.data(), length, right_to_left ? 1 : 0, nullptr, status);
  std::vector<std::int32_t> places(units.size());
  ubidi_getVisualMap(bidi.get(), places.data(), status);
  status.require("order a line");
  return places;
}

bool has_right_to_left(const Characters& line) {
  return std::ranges::any_of(
      line, [](const PdfCharacter& character) { return is_right_to_left(character.code); });
}

/// Where the label of a footnote is at the right end of `line`, where its text starts.
Characters::const_iterator label_at_start(const Characters& line) {
  constexpr std::ptrdiff_t longest_label = 3;
  auto label = line.end();
  while (label != line.begin() && std::prev(label)->set_off())
    --label;
  const auto signs = std::ranges::count_if(
      label, line.end(), [](const PdfCharacter& sign) { return !sign.is_bracket(); });
  return signs <= longest_label ? label : line.end();
}

/// The number of a label reads from left to right, its brackets from right to left: (12)
Characters label_in_order(Characters label) {
  std::ranges::reverse(label);
  const auto is_bracket = [](const PdfCharacter& sign) { return sign.is_bracket(); };
  const auto number = std::ranges::find_if_not(label, is_bracket);
  std::reverse(number, std::find_if(number, label.end(), is_bracket));
  return label;
}

/// Brackets in the opening direction before those in the closing one.
int matches(const Characters& line) {
  int open = 0;
  int matched = 0;
  for (const PdfCharacter& character : line) {
    if (character.code == U'(') ++open;
    if (character.code == U')' && open > 0) {
      --open;
      ++matched;
    }
  }
  return matched;
}

}  // namespace

bool is_right_to_left(char32_t code_point) {
  const UCharDirection direction = u_charDirection(static_cast<UChar32>(code_point));
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

bool is_right_to_left(std::span<const PdfPage> pages) {
  std::size_t right_to_left = 0;
  std::size_t left_to_right = 0;
  for (const PdfPage& page : pages)
    for (const PdfBox& box : page.boxes)
      for (const PdfCharacter& character : box.text) {
        if (is_right_to_left(character.code)) ++right_to_left;
        if (is_left_to_right(character.code)) ++left_to_right;
      }
  return right_to_left > left_to_right;
}

bool brackets_by_looks(std::span<const Characters> lines) {
  int balance = 0;
  for (const Characters& line : lines) {
    if (!has_right_to_left(line)) continue;
    Characters turned_line = line;
    turn_brackets(turned_line);
    balance += matches(turned_line) - matches(line);
  }
  return balance > 0;
}

namespace {

/// A line without Arabic, "3 November 2020" in a masthead, reads from left to right, unless
/// its punctuation shows that it is part of Arabic text.
bool is_all_latin(const Characters& line) {
  constexpr std::u32string_view closing = U".,;:،؛؟?!";
  const auto first = std::ranges::find_if_not(
      line, [](const PdfCharacter& sign) { return is_white_space(sign.code); });
  if (first == line.end() || closing.find(first->code) != std::u32string_view::npos)
    return false;
  const bool latin = std::ranges::any_of(
      line, [](const PdfCharacter& sign) { return is_left_to_right(sign.code); });
  const auto open = std::ranges::count(line, U'(', &PdfCharacter::code);
  return latin && !has_right_to_left(line) &&
         open == std::ranges::count(line, U')', &PdfCharacter::code) &&
         matches(line) == open;
}

}  // namespace

Characters in_logical_order(const Characters& line, bool right_to_left) {
  if (line.empty() || (!right_to_left && !has_right_to_left(line))) return line;
  if (right_to_left) {
    // A label beside a Latin word would be taken for a part of it.
    const auto label = label_at_start(line);
    if (label != line.begin() && label != line.end()) {
      Characters ordered = label_in_order({label, line.end()});
      std::ranges::move(in_logical_order({line.begin(), label}, right_to_left),
                        std::back_inserter(ordered));
      return ordered;
    }
  }
  if (is_all_latin(line)) return line;
  const std::vector<Glyph> glyphs = glyphs_of(line);
  std::u16string units = directions_of(line, glyphs);
  join_latin_words(units);
  const std::vector<std::size_t> no_break_spaces = join_number_groups(units);
  Characters ordered;
  ordered.reserve(line.size());
  for (const std::int32_t place : logical_places(units, right_to_left)) {
    const Glyph& glyph = glyphs[static_cast<std::size_t>(place)];
    for (std::size_t i = glyph.begin; i < glyph.end; ++i)
      ordered.push_back(line[i]);
    if (std::ranges::binary_search(no_break_spaces, static_cast<std::size_t>(place)))
      ordered.back().code = no_break_space;
  }
  return ordered;
}

void turn_brackets(Characters& line) {
  // Between two words of one direction a bracket has theirs; else that of the page.
  std::vector<bool> below_latin(line.size(), false);
  bool latin = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    below_latin[i] = latin;
    if (is_left_to_right(line[i].code)) latin = true;
    if (is_right_to_left(line[i].code)) latin = false;
  }
  latin = false;
  for (std::size_t i = line.size(); i-- > 0;) {
    if (is_bracket(line[i].code) && !(latin && below_latin[i]))
      line[i].code = turned(line[i].code);
    if (is_left_to_right(line[i].code)) latin = true;
    if (is_right_to_left(line[i].code)) latin = false;
  }
}

namespace {

constexpr char32_t tatweel = 0x640;
// Words that a sign is in the middle of: nobody mistypes one so often.
constexpr std::size_t fewest_words = 10;
// Of all places where that sign is: how many are inside of words.
constexpr double inside_share = .5;

bool is_arabic_letter(char32_t code_point) {
  return is_letter(code_point) && is_right_to_left(code_point);
}

/// A sign that no Arabic word has in its middle.
bool may_be_stroke(char32_t code_point) {
  return code_point == U':' || (code_point >= U'0' && code_point <= U'9') ||
         (code_point >= U'A' && code_point <= U'Z') ||
         (code_point >= U'a' && code_point <= U'z');
}

/// Whether the signs from `begin` to `end` are between two letters.
bool is_in_word(const PdfBox& box, std::size_t begin, std::size_t end) {
  return begin > 0 && end < box.text.size() && is_arabic_letter(box.text[begin - 1].code) &&
         is_arabic_letter(box.text[end].code);
}

/// Calls `found` with the begin and the end of each run of one sign that may be a stroke.
template <class Found>
void for_each_run(const PdfBox& box, Found found) {
  for (std::size_t begin = 0; begin < box.text.size();) {
    const char32_t sign = box.text[begin].code;
    std::size_t end = begin + 1;
    while (end < box.text.size() && box.text[end].code == sign)
      ++end;
    if (sign == tatweel || may_be_stroke(sign)) found(begin, end);
    begin = end;
  }
}

struct Uses {
  std::size_t inside = 0;
  std::size_t all = 0;
};

/// The signs that stand for strokes.
std::map<char32_t, bool> strokes_of(const std::vector<PdfPage>& pages) {
  std::map<char32_t, Uses> uses;
  for (const PdfPage& page : pages)
    for (const PdfBox& box : page.boxes)
      for_each_run(box, [&](std::size_t begin, std::size_t end) {
        Uses& sign = uses[box.text[begin].code];
        ++sign.all;
        if (is_in_word(box, begin, end)) ++sign.inside;
      });
  std::map<char32_t, bool> strokes;
  for (const auto& [sign, use] : uses)
    strokes[sign] = sign == tatweel || (use.inside >= fewest_words &&
                                        static_cast<double>(use.inside) >=
                                            inside_share * static_cast<double>(use.all));
  return strokes;
}

}  // namespace

void drop_kashidas(std::vector<PdfPage>& pages) {
  const std::map<char32_t, bool> strokes = strokes_of(pages);
  for (PdfPage& page : pages)
    for (PdfBox& box : page.boxes) {
      std::vector<std::pair<std::size_t, std::size_t>> runs;
      for_each_run(box, [&](std::size_t begin, std::size_t end) {
        const auto stroke = strokes.find(box.text[begin].code);
        if (stroke != strokes.end() && stroke->second && is_in_word(box, begin, end))
          runs.emplace_back(begin, end);
      });
      for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        const auto [begin, end] = *run;
        page.strokes.push_back({box.text[begin].begin, box.text[end - 1].end});
        box.text.erase(box.text.begin() + static_cast<std::ptrdiff_t>(begin),
                       box.text.begin() + static_cast<std::ptrdiff_t>(end));
      }
    }
}

}  // namespace hexapla
