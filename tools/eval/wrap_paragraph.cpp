#include "wrap_paragraph.hpp"

#include "text/code_point.hpp"
#include "text/icu.hpp"
#include "text/utf8.hpp"

#include <algorithm>

#include <unicode/brkiter.h>
#include <unicode/utext.h>

namespace hexapla::eval {
namespace {

// Letters that stay before and after a hyphen, as typesetters have it.
constexpr std::size_t letters_before = 2;
constexpr std::size_t letters_after = 3;

bool is_vowel(char32_t letter) {
  constexpr std::u32string_view vowels = U"aeiouyáéíóúàèâêîôûëïüœаеиоуыэюяё";
  return vowels.find(lower_case(letter)) != std::u32string_view::npos;
}

bool is_mark(char32_t character) {
  constexpr std::u32string_view marks = U" ,.;:!?)»”’\"";
  return marks.find(character) != std::u32string_view::npos;
}

/// Where `word` may be broken, in bytes: before a consonant that is between vowels.
/// What has capitals, digits, hyphens or slashes inside is no word to break.
std::vector<std::size_t> hyphenation_points(std::string_view word) {
  std::vector<std::pair<char32_t, std::size_t>> letters;
  bool marks = false;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t begin = at;
    const char32_t letter = next_code_point(word, at);
    const bool cased = is_lower_case(letter) || (begin == 0 && is_upper_case(letter));
    marks = marks || is_mark(letter);
    if (!is_mark(letter) && (marks || !cased)) return {};
    if (!marks) letters.emplace_back(letter, begin);
  }
  std::vector<std::size_t> points;
  for (std::size_t i = letters_before; i + letters_after <= letters.size(); ++i)
    if (is_vowel(letters[i - 1].first) && !is_vowel(letters[i].first) &&
        is_vowel(letters[i + 1].first))
      points.push_back(letters[i].second);
  return points;
}

std::string_view without_end_space(std::string_view text) {
  return trimmed(text, {0, text.size()}).of(text);
}

}  // namespace

struct Wrapper::Breaks {
  std::unique_ptr<icu::BreakIterator> lines;

  /// The pieces of `paragraph` between which a line may end.
  [[nodiscard]] std::vector<std::string_view> pieces(std::string_view paragraph) const {
    icu_detail::Status status;
    const icu::LocalUTextPointer text(utext_openUTF8(
        nullptr, paragraph.data(), static_cast<std::int64_t>(paragraph.size()), status));
    lines->setText(text.getAlias(), status);
    status.require("break a paragraph into lines");
    std::vector<std::string_view> pieces;
    auto begin = static_cast<std::size_t>(lines->first());
    for (auto end = lines->next(); end != icu::BreakIterator::DONE; end = lines->next()) {
      pieces.push_back(paragraph.substr(begin, static_cast<std::size_t>(end) - begin));
      begin = static_cast<std::size_t>(end);
    }
    return pieces;
  }
};

Wrapper::Wrapper(Language language, std::size_t columns, bool hyphenate)
    : breaks_(std::make_unique<Breaks>()), columns_(columns), hyphenate_(hyphenate) {
  icu_detail::Status status;
  breaks_->lines.reset(icu::BreakIterator::createLineInstance(
      icu::Locale(std::string(language.tag()).c_str()), status));
  status.require("load the rules of line breaking");
}

Wrapper::~Wrapper() = default;
Wrapper::Wrapper(Wrapper&&) noexcept = default;
Wrapper& Wrapper::operator=(Wrapper&&) noexcept = default;

std::string_view Wrapper::first_piece(std::string_view paragraph) const {
  const std::vector<std::string_view> pieces = breaks_->pieces(paragraph);
  return pieces.empty() ? paragraph : without_end_space(pieces.front());
}

std::vector<std::string> Wrapper::lines_of(std::string_view paragraph, std::size_t indent,
                                           std::mt19937& random) const {
  std::vector<std::string> lines;
  std::string line;
  std::size_t used = indent;
  const auto close = [&] {
    lines.emplace_back(without_end_space(line));
    line.clear();
    used = 0;
  };
  for (const std::string_view piece : breaks_->pieces(paragraph)) {
    std::string_view rest = piece;
    if (used + display_width(without_end_space(rest)) > columns_ && !line.empty()) {
      std::vector<std::size_t> points;
      if (hyphenate_ && !line.ends_with('-')) points = hyphenation_points(rest);
      std::erase_if(points, [&](std::size_t point) {
        return used + display_width(rest.substr(0, point)) + 1 > columns_;
      });
      if (!points.empty()) {
        const std::size_t point = points[random() % points.size()];
        line.append(rest.substr(0, point)) += '-';
        rest.remove_prefix(point);
      }
      close();
    }
    line += rest;
    used += display_width(rest);
  }
  if (!line.empty()) close();
  return lines;
}

}  // namespace hexapla::eval
