#include "text/number/list_label.hpp"

#include "text/code_point.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <unicode/uchar.h>

namespace hexapla {
namespace {

constexpr std::size_t longest_body = 5;  // characters without brackets: xviii
constexpr std::string_view latin_labels = "abcdefghijklmnopqrstuvwxyz";
// Lists of the United Nations leave out ё, й, ъ, ы, ь in Russian and follow the abjad in
// Arabic.
constexpr std::u32string_view russian_labels = U"абвгдежзиклмнопрстуфхцчшщэюя";
constexpr std::u32string_view abjad = U"أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
constexpr std::u32string_view han = U"一二三四五六七八九十";

/// Up to xxxix, which no list of letters reaches.
std::size_t roman_label_value(std::string_view letters) {
  constexpr std::array<std::string_view, 10> ones{"",  "i",  "ii",  "iii",  "iv",
                                                  "v", "vi", "vii", "viii", "ix"};
  std::size_t tens = 0;
  while (letters.starts_with('x')) {
    letters.remove_prefix(1);
    ++tens;
  }
  const auto* const one = std::ranges::find(ones, letters);
  if (one == ones.end()) return 0;
  return tens * 10 + static_cast<std::size_t>(one - ones.begin());
}

std::vector<std::size_t> places_of_letters(std::u32string_view letters) {
  std::vector<std::size_t> places;
  const auto add = [&](std::u32string_view alphabet, char32_t letter) {
    const std::size_t at = alphabet.find(letter);
    if (at != std::u32string_view::npos) places.push_back(at + 1);
  };
  if (letters.size() == 1) {
    add(russian_labels, letters[0]);
    add(abjad, letters[0] == U'ا' ? U'أ' : letters[0]);
    add(han, letters[0]);
  }
  std::string ascii;
  for (const char32_t letter : letters)
    if (letter < 0x80) ascii += static_cast<char>(letter | 0x20U);  // the small letter
  if (ascii.size() != letters.size()) return places;
  if (ascii.size() == 1) places.push_back(latin_labels.find(ascii[0]) + 1);
  if (const std::size_t roman = roman_label_value(ascii); roman != 0)
    places.push_back(roman);
  return places;
}

/// 十一 and 二十.
std::vector<std::size_t> places_of_han(std::u32string_view numerals) {
  if (numerals.size() != 2) return {};
  const std::size_t first = han.find(numerals[0]);
  const std::size_t second = han.find(numerals[1]);
  if (first == han.npos || second == han.npos) return {};
  if (first == 9) return {11 + second};
  return second == 9 ? std::vector<std::size_t>{(first + 1) * 10}
                     : std::vector<std::size_t>{};
}

std::vector<std::size_t> places_of(std::u32string_view body) {
  if (body.empty()) return {};
  if (is_digit(body[0])) {
    std::size_t value = 0;
    for (const char32_t digit : body) {
      if (!is_digit(digit)) return {};
      value = value * 10 +
              static_cast<std::size_t>(u_charDigitValue(static_cast<UChar32>(digit)));
    }
    return {value};
  }
  auto places = places_of_letters(body);
  return places.empty() ? places_of_han(body) : places;
}

/// с) is typed for c) as often as for the eighteenth letter of Russian.
void add_lookalike(char32_t letter, std::vector<std::size_t>& places) {
  constexpr std::u32string_view cyrillic = U"асеорхуі";
  constexpr std::string_view latin = "aceopxyi";
  const std::size_t found = cyrillic.find(letter);
  if (found != std::u32string_view::npos)
    places.push_back(latin_labels.find(latin[found]) + 1);
}

/// Small letters of the three scripts that number points.
bool is_label_letter(char32_t letter) {
  const bool is_tatweel = letter == U'ـ';
  return (letter >= U'a' && letter <= U'z') || is_tatweel ||
         russian_labels.find(letter) != std::u32string_view::npos || letter == U'і' ||
         letter == U'ا' || abjad.find(letter) != std::u32string_view::npos;
}

bool is_bracket(char32_t mark) {
  return mark == U'(' || mark == U'（';
}

}  // namespace

std::optional<ListLabel> list_label_of(std::string_view text) {
  std::size_t at = 0;
  const bool bracketed = is_bracket(code_point_at(text, 0));
  if (bracketed) (void)next_code_point(text, at);
  std::u32string body;
  while (at < text.size() && body.size() <= longest_body) {
    const char32_t letter = code_point_at(text, at);
    if (!is_letter(letter) && !is_digit(letter)) break;
    body += next_code_point(text, at);
  }
  if (body.empty() || body.size() > longest_body || at >= text.size()) return std::nullopt;
  const char32_t mark = next_code_point(text, at);
  const bool closed = mark == U')' || mark == U'）';
  const bool stopped = !bracketed && (mark == U'.' || mark == U'、' || mark == U'．');
  // Behind 3.5 and U.S. goes on what is no label; A. is an initial as well.
  const char32_t next = code_point_at(text, at);
  const bool letters = !is_digit(body[0]);
  const bool spaced = is_white_space(next) || mark == U'、';
  if (!closed && (!stopped || !spaced || (letters && !is_han(body[0]))))
    return std::nullopt;
  if (next == 0) return std::nullopt;
  auto places = places_of(body);
  if (places.empty()) return std::nullopt;
  return ListLabel{{0, at}, std::move(places)};
}

namespace {

/// Reads a text letter by letter; what comes right before a closing bracket may be a label.
class CitedLabels {
 public:
  explicit CitedLabels(std::string_view text) : text_(text) {}

  std::vector<ListLabel> read() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t here = at;
      const char32_t letter = next_code_point(text_, at);
      if (is_label_letter(letter)) {
        if (body_.empty()) begin_ = here;
        if (letter != U'ـ') body_ += letter;
        continue;
      }
      if (letter == U')' || letter == U'）') close(here);
      if (is_bracket(letter)) ++open_;
      body_.clear();
    }
    return std::move(labels_);
  }

 private:
  void close(std::size_t end) {
    const bool is_own = !body_.empty() && is_bracket(code_point_before(text_, begin_));
    if (may_be_label(is_own)) {
      auto places = places_of_letters(body_);
      if (body_.size() == 1) add_lookalike(body_[0], places);
      if (!places.empty()) labels_.push_back({{begin_, end}, std::move(places)});
    }
    if (open_ > 0) --open_;
  }

  /// (b) and b), but not the end of State(s), nor of (1.8 m).
  [[nodiscard]] bool may_be_label(bool is_own) const {
    if (body_.empty() || body_.size() > longest_body) return false;
    std::size_t at = begin_;
    if (is_own) (void)previous_code_point(text_, at);
    const char32_t before = code_point_before(text_, at);
    if (is_own) return !is_letter(before) || is_han(before);
    return open_ == 0 && (before == 0 || is_white_space(before) || is_digit(before));
  }

  std::string_view text_;
  std::vector<ListLabel> labels_;
  std::u32string body_;
  std::size_t begin_ = 0;  ///< Of the body.
  std::size_t open_ = 0;   ///< Brackets.
};

}  // namespace

std::vector<ListLabel> cited_labels(std::string_view text) {
  // Few texts have any, and all are read.
  const bool has_bracket =
      text.find(')') != std::string_view::npos || text.find("）") != std::string_view::npos;
  return has_bracket ? CitedLabels(text).read() : std::vector<ListLabel>();
}

}  // namespace hexapla
