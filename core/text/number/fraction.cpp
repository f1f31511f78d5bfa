#include "text/code_point.hpp"
#include "text/fold.hpp"
#include "text/number/reader.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace hexapla {
namespace {

struct Sign {
  std::string_view sign;
  unsigned share;
  unsigned whole;
};
constexpr std::array signs{
    Sign{"½", 1, 2}, Sign{"¼", 1, 4}, Sign{"¾", 3, 4}, Sign{"⅓", 1, 3}, Sign{"⅔", 2, 3},
    Sign{"⅕", 1, 5}, Sign{"⅖", 2, 5}, Sign{"⅗", 3, 5}, Sign{"⅘", 4, 5}, Sign{"⅛", 1, 8},
    Sign{"⅜", 3, 8}, Sign{"⅝", 5, 8}, Sign{"⅞", 7, 8}};

std::optional<NumberWord> word_at(const NumberText& text, std::size_t index) {
  if (index >= text.words.size() || text.words[index].kind != WordKind::letters)
    return std::nullopt;
  return text.vocabulary.find_folded(text.word(index));
}

NumberRead fraction(const NumberText& text, std::size_t first, std::size_t last,
                    std::uint64_t share, std::uint64_t whole) {
  Number number;
  number.range = {text.words[first].range.begin, text.words[last].range.end};
  number.value = fraction_value(share, whole);
  number.in_words = true;
  number.fraction = true;
  return {std::move(number), last + 1};
}

/// After a hyphen, too: one-third.
std::size_t next_word(const NumberText& text, std::size_t index) {
  const std::size_t next = index + 1;
  const bool hyphen = next < text.words.size() && text.gap_after(index).empty() &&
                      (text.word(next) == "-" || text.word(next) == "‑");
  return hyphen ? next + 1 : next;
}

/// "a third of", "un cinquième des": without "of" it is a third one.
bool is_of_something(const NumberText& text, std::size_t next) {
  constexpr std::array<std::string_view, 6> of{"of", "de", "des", "du", "d", "del"};
  return next < text.words.size() &&
         std::ranges::find(of, folded(text.word(next))) != of.end();
}

/// Le quart de la population, du tiers des membres: the article says one.
bool is_the_one_part(const NumberText& text, std::size_t index) {
  constexpr std::array<std::string_view, 4> articles{"le", "du", "au", "ce"};
  return text.language == languages::fr && index > 0 &&
         std::ranges::find(articles, folded(text.word(index - 1))) != articles.end() &&
         is_of_something(text, index + 1);
}

bool names_a_part(const NumberWord& word, std::uint64_t share) {
  constexpr std::uint64_t least_ordinal = 3;  // "the two firsts" are no halves
  return word.part == NumberPart::part ||
         (word.part == NumberPart::ordinal && share > 1 && word.value >= least_ordinal);
}

/// Terceras partes: an ordinal and the noun that makes it a share.
std::optional<NumberRead> read_ordinal_parts(const NumberText& text, std::size_t first,
                                             std::size_t at, std::uint64_t share) {
  const auto ordinal = word_at(text, at);
  const auto noun = word_at(text, at + 1);
  if (!ordinal || ordinal->part != NumberPart::ordinal || ordinal->value < 2 || !noun ||
      noun->part != NumberPart::share_noun)
    return std::nullopt;
  return fraction(text, first, at + 1, share, ordinal->value);
}

/// The plural by which "two thirds" differs from "two third parties".
bool is_plural_ordinal(const NumberText& text, std::size_t index) {
  const std::string word = folded(text.word(index));
  if (text.language == languages::fr || text.language == languages::en)
    return word.ends_with('s');
  if (text.language == languages::ru) return word.ends_with("ых");
  return false;
}

}  // namespace

std::string fraction_value(std::uint64_t share, std::uint64_t whole) {
  const std::uint64_t common = std::gcd(share, whole);
  share /= common;
  whole /= common;
  constexpr std::uint64_t thousandths = 1000;
  if (thousandths % whole != 0) return std::to_string(share) + '/' + std::to_string(whole);
  std::string digits = std::to_string(share * (thousandths / whole));
  constexpr std::size_t places = 3;
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  digits.insert(digits.size() - places, 1, '.');
  return shifted(std::move(digits), 0);
}

std::optional<std::pair<unsigned, unsigned>> vulgar_fraction(std::string_view word) {
  const auto* const found = std::ranges::find(signs, word, &Sign::sign);
  if (found == signs.end()) return std::nullopt;
  return std::pair(found->share, found->whole);
}

std::optional<NumberRead> read_fraction(const NumberText& text, std::size_t first) {
  if (const auto sign = vulgar_fraction(text.word(first)))
    return fraction(text, first, first, sign->first, sign->second);
  const auto word = word_at(text, first);
  if (!word) return std::nullopt;
  if (word->part == NumberPart::part_alone)
    return fraction(text, first, first, 1, word->value);
  if (word->part == NumberPart::part_twice)
    return fraction(text, first, first, 2, word->value);
  if (word->part == NumberPart::part && is_the_one_part(text, first))
    return fraction(text, first, first, 1, word->value);
  if (word->part == NumberPart::ordinal) return read_ordinal_parts(text, first, first, 1);
  if (word->part != NumberPart::add && word->part != NumberPart::bound) return std::nullopt;
  const std::size_t at = next_word(text, first);
  if (auto parts = read_ordinal_parts(text, first, at, word->value)) return parts;
  const auto named = word_at(text, at);
  if (!named || word->value >= named->value) return std::nullopt;
  if (named->part == NumberPart::part_alone && word->value == 1)
    return fraction(text, first, at, 1, named->value);
  if (!names_a_part(*named, word->value)) {
    // One third, a fifth of: the ordinal itself in the singular.
    const bool singular = named->part == NumberPart::ordinal && named->value > 2 &&
                          word->value == 1 && text.language != languages::es &&
                          (word->part == NumberPart::add || is_of_something(text, at + 1));
    if (!singular || (text.language == languages::fr && !is_of_something(text, at + 1)))
      return std::nullopt;
  } else if (named->part == NumberPart::ordinal && !is_plural_ordinal(text, at)) {
    return std::nullopt;
  }
  return fraction(text, first, at, word->value, named->value);
}

namespace {

/// 个, 年, 小时: what is between a Chinese number and 半.
std::size_t behind_counter(const NumberText& text, std::size_t next) {
  constexpr std::array<std::string_view, 6> counters{"个", "年", "天", "小时", "倍", "周"};
  const std::string_view rest = text.text.substr(text.words[next].range.begin);
  for (const std::string_view counter : counters)
    if (rest.starts_with(counter)) return next + count_code_points(counter);
  return next;
}

std::string plus_half(std::string value, std::size_t zeros) {
  if (value.find('.') != std::string::npos) return value;
  if (zeros == 0) return value + ".5";
  // The half of the multiplier: 2 million and a half.
  if (value.size() <= zeros) return value;
  const std::string head = value.substr(0, value.size() - zeros);
  return shifted(head + ".5", zeros);
}

}  // namespace

std::string with_half(const NumberText& text, std::string value, std::size_t zeros,
                      std::size_t& last) {
  const std::size_t next = last + 1;
  if (next >= text.words.size()) return value;
  if (const auto sign = vulgar_fraction(text.word(next)); sign && zeros == 0) {
    if (value.find('.') != std::string::npos) return value;
    const std::string share = fraction_value(sign->first, sign->second);
    if (!share.starts_with("0.")) return value;
    last = next;
    return value + share.substr(1);
  }
  if (text.language.primary() == "zh") {
    const std::size_t at = behind_counter(text, next);
    const bool half = at > next && at < text.words.size() && text.word(at) == "半" &&
                      text.gap_after(at - 1).empty();
    if (!half) return value;
    // 两个半小时: what is counted follows; 一年半: it is inside.
    if (text.word(next) == "个") last = at;
    return plus_half(std::move(value), zeros);
  }
  if (const std::size_t words = text.vocabulary.and_half(text, next)) {
    last += words;
    return plus_half(std::move(value), zeros);
  }
  const auto part = word_at(text, next);
  const bool scales =
      part && (part->part == NumberPart::scale || part->part == NumberPart::scale_alone);
  const bool noun = zeros == 0 && !scales && text.words[next].kind == WordKind::letters &&
                    text.vocabulary.and_half(text, next + 1) != 0;
  return noun ? plus_half(std::move(value), 0) : value;
}

}  // namespace hexapla
