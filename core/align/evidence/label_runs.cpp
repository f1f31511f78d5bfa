#include "align/evidence/label_runs.hpp"

#include "text/code_point.hpp"
#include "text/fold.hpp"
#include "text/number/list_label.hpp"
#include "text/number/number.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include <unicode/uchar.h>

namespace hexapla {
namespace {

/// A shorter run says nothing that its numbers don't say as words.
constexpr std::size_t shortest_run = 3;
/// Lists inside lists: so many may be open at once.
constexpr std::size_t most_open = 6;
/// A label more or less may have been joined to the segment before it.
constexpr std::uint32_t widest_step = 3;

/// What may be a label: (i) is the ninth letter or the Roman one.
struct Candidate {
  struct Reading {
    std::string style;  ///< Labels of one run are of one style.
    std::uint32_t value = 0;
  };
  std::vector<Reading> readings;
  ByteRange number;
  bool of_word = false;
};

ByteRange range_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::uint32_t value_of_digits(std::string_view text, std::size_t& at) {
  constexpr std::uint32_t too_large = 100'000;
  std::uint32_t value = 0;
  while (is_digit(code_point_at(text, at))) {
    const auto digit = u_charDigitValue(static_cast<UChar32>(next_code_point(text, at)));
    value = std::min(too_large, value * 10 + static_cast<std::uint32_t>(digit));
  }
  return value;
}

/// `12.`, `(a)`, `(三)`.
std::optional<Candidate> point_at(std::string_view text) {
  auto label = list_label_of(text);
  if (!label) return std::nullopt;
  std::size_t body = 0;
  const char32_t first = next_code_point(text, body);
  const bool bracketed = !is_letter(first) && !is_digit(first);
  if (!bracketed) body = 0;
  const char32_t letter = next_code_point(text, body);
  const bool single = !is_letter(code_point_at(text, body));
  const char kind = is_digit(letter) ? '1' : is_han(letter) ? 'h' : single ? 'a' : 'i';
  Candidate found{{}, label->range, false};
  for (const std::size_t place : label->places) {
    const bool second = !found.readings.empty();  // of a single letter: the Roman one
    found.readings.push_back(
        {{bracketed ? '(' : ' ', second ? 'i' : kind}, static_cast<std::uint32_t>(place)});
  }
  return found;
}

/// `12 And God said`, `[3]`, `7 - `: digits and whatever closes them.
std::optional<Candidate> bare_number_at(std::string_view text) {
  std::size_t at = 0;
  std::string style = "#";
  const char32_t first = code_point_at(text, 0);
  if (first == U'[' || first == U'【' || first == U'〔' || first == U'§')
    append_code_point(style, next_code_point(text, at));
  while (style.size() > 1 && is_white_space(code_point_at(text, at)))
    (void)next_code_point(text, at);
  if (!is_digit(code_point_at(text, at))) return std::nullopt;
  const std::uint32_t value = value_of_digits(text, at);
  const char32_t mark = code_point_at(text, at);
  if (mark == U']' || mark == U'】' || mark == U'〕' || mark == U'-' || mark == U'/' ||
      mark == U':' || mark == U'：' || mark == U'–' || mark == U'.' || mark == U'．')
    append_code_point(style, next_code_point(text, at));
  if (style.size() == 1 && !is_white_space(mark) && !is_han(mark)) return std::nullopt;
  // 3.5 and 10-12 are no labels.
  if (is_digit(code_point_at(text, at))) return std::nullopt;
  return Candidate{{{std::move(style), value}}, range_of(0, at), false};
}

std::uint32_t roman_value(std::string_view letters) {
  const auto of = [](char letter) -> std::uint32_t {
    switch (letter) {
      case 'I':
        return 1;
      case 'V':
        return 5;
      case 'X':
        return 10;
      case 'L':
        return 50;
      default:
        return 0;
    }
  };
  std::uint32_t value = 0;
  for (std::size_t at = 0; at < letters.size(); ++at) {
    const std::uint32_t here = of(letters[at]);
    if (here == 0) return 0;
    const bool before_greater = at + 1 < letters.size() && of(letters[at + 1]) > here;
    value = before_greater ? value - here : value + here;
  }
  return value;
}

/// `Article 5`, `Chapter 3 - A Letter`, `ANNEX II`, `Статья 5`, `المادة 5`.
std::optional<Candidate> numbered_word_at(std::string_view text) {
  constexpr std::size_t longest_word = 48;  // bytes
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size() && at < longest_word; end = at)
    if (const char32_t letter = next_code_point(text, at);
        !is_letter(letter) &&
        (u_charType(static_cast<UChar32>(letter)) != U_NON_SPACING_MARK))
      break;
  std::size_t at = end;
  while (is_white_space(code_point_at(text, at)))
    (void)next_code_point(text, at);
  if (end == 0 || at == end) return std::nullopt;
  const std::size_t number = at;
  std::uint32_t value = 0;
  if (is_digit(code_point_at(text, at))) {
    value = value_of_digits(text, at);
  } else {
    while (at < text.size() && text[at] >= 'A' && text[at] <= 'Z')
      ++at;
    value = roman_value(text.substr(number, at - number));
  }
  const char32_t next = code_point_at(text, at);
  if (value == 0 || is_letter(next) || is_digit(next)) return std::nullopt;
  return Candidate{{{folded(text.substr(0, end)), value}}, range_of(number, at), true};
}

/// 五, 十二, 一百零三: the value, and moves `at` past it.
std::uint32_t value_of_han(std::string_view text, std::size_t& at) {
  constexpr std::u32string_view digits = U"〇一二三四五六七八九";
  std::uint32_t value = 0;
  std::uint32_t part = 0;
  for (;; (void)next_code_point(text, at)) {
    const char32_t sign = code_point_at(text, at);
    const std::size_t digit = sign == 0 ? digits.npos : digits.find(sign);
    if (digit != digits.npos) {
      part = static_cast<std::uint32_t>(digit);
    } else if (sign == U'十' || sign == U'百') {
      value += std::max(1U, part) * (sign == U'十' ? 10 : 100);
      part = 0;
    } else if (sign != U'零') {
      return value + part;
    }
  }
}

/// `第五条`, `第12章`: ordinals of Chinese, by the word that they count.
std::optional<Candidate> han_ordinal_at(std::string_view text) {
  std::size_t at = 0;
  if (text.empty() || next_code_point(text, at) != U'第') return std::nullopt;
  const std::size_t number = at;
  const std::uint32_t value = is_digit(code_point_at(text, at)) ? value_of_digits(text, at)
                                                                : value_of_han(text, at);
  const char32_t counted = code_point_at(text, at);
  if (value == 0 || !is_han(counted)) return std::nullopt;
  std::string style = "第";
  append_code_point(style, counted);
  return Candidate{{{std::move(style), value}}, range_of(number, at), true};
}

/// `附件二`: two characters and a number.
std::uint32_t number_of_han_heading(std::string_view text) {
  std::size_t at = 0;
  for (int letter = 0; letter < 2; ++letter)
    if (at == text.size() || !is_han(next_code_point(text, at))) return 0;
  const std::uint32_t value = value_of_han(text, at);
  return at == text.size() ? value : 0;
}

std::optional<Candidate> candidate_of(std::string_view text) {
  if (auto found = point_at(text)) return found;
  if (auto found = bare_number_at(text)) return found;
  if (auto found = han_ordinal_at(text)) return found;
  return numbered_word_at(text);
}

/// Puts candidates into the runs that they continue.
class Runs {
 public:
  SegmentLabel placed(std::uint32_t segment, const Candidate& candidate) {
    for (std::uint32_t step = 1; step <= widest_step; ++step)
      for (const auto& [style, value] : candidate.readings)
        if (const auto run = continued(open_[style], value, step))
          return {segment, *run, value, candidate.number, candidate.of_word};
    const auto& first =
        std::ranges::min(candidate.readings, {}, &Candidate::Reading::value);
    auto& open = open_[first.style];
    if (open.size() == most_open) open.erase(open.begin());
    open.push_back({static_cast<std::uint32_t>(sizes_.size()), first.value});
    sizes_.push_back(1);
    return {segment, open.back().run, first.value, candidate.number, candidate.of_word};
  }

  [[nodiscard]] std::size_t size(std::uint32_t run) const { return sizes_[run]; }

 private:
  struct Open {
    std::uint32_t run = 0;
    std::uint32_t last = 0;
  };

  /// The innermost of the `open` runs that `value` continues; those inside it are done.
  std::optional<std::uint32_t> continued(std::vector<Open>& open, std::uint32_t value,
                                         std::uint32_t step) {
    for (std::size_t at = open.size(); at-- > 0;) {
      if (open[at].last + step != value) continue;
      open.resize(at + 1);
      open.back().last = value;
      ++sizes_[open.back().run];
      return open.back().run;
    }
    return std::nullopt;
  }

  std::map<std::string, std::vector<Open>> open_;  ///< By style, the innermost last.
  std::vector<std::size_t> sizes_;                 ///< By run.
};

}  // namespace

std::vector<SegmentLabel> labels_of(const AlignmentSide& side) {
  Runs runs;
  std::vector<SegmentLabel> labels;
  for (std::uint32_t segment = 0; segment < side.segments.size(); ++segment)
    if (const auto candidate = candidate_of(side.segments[segment]))
      labels.push_back(runs.placed(segment, *candidate));
  std::erase_if(labels, [&](const SegmentLabel& label) {
    return runs.size(label.run) < shortest_run;
  });
  return labels;
}

std::optional<std::uint32_t> heading_number(std::string_view text, Language language) {
  constexpr std::size_t longest_heading = 48;  // bytes
  if (text.empty() || text.size() > longest_heading || !is_letter(code_point_at(text, 0)))
    return std::nullopt;
  if (const auto numbered = numbered_word_at(text);
      numbered && numbered->number.end == text.size())
    return numbered->readings.front().value;
  if (const std::uint32_t value = number_of_han_heading(text); value != 0) return value;
  const auto numbers = numbers_in(text, language);
  if (numbers.size() != 1 || numbers.front().range.end != text.size() ||
      numbers.front().range.begin == 0)
    return std::nullopt;
  const std::string_view before = text.substr(0, numbers.front().range.begin);
  // A word, not a sentence.
  if (before.find(' ') < before.find_last_not_of(' ')) return std::nullopt;
  std::uint32_t value = 0;
  const std::string& digits = numbers.front().value;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

std::vector<std::string> texts_without_labels(const AlignmentSide& side) {
  std::vector<std::string> texts(side.segments.begin(), side.segments.end());
  for (const SegmentLabel& label : labels_of(side))
    texts[label.segment].erase(label.number.begin, label.number.end - label.number.begin);
  return texts;
}

}  // namespace hexapla
