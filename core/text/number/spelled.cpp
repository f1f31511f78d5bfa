#include "text/fold.hpp"
#include "text/number/reader.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace hexapla {
namespace {

constexpr std::string_view arabic_and = "و";

std::uint64_t power_of_ten(std::uint64_t exponent) {
  std::uint64_t power = 1;
  for (; exponent > 0; --exponent)
    power *= 10;
  return power;
}

/// The place of the last digit that is not zero: 100 for 300, 1 for 305.
std::uint64_t lowest_place(std::uint64_t value) {
  std::uint64_t place = 1;
  while (value % (place * 10) == 0)
    place *= 10;
  return place;
}

/// The value of the words read so far.
struct Sum {
  std::uint64_t closed = 0;  ///< What was multiplied by a thousand or more.
  std::uint64_t open = 0;
  std::uint64_t least_scale = ~std::uint64_t{0};
  bool ordinal = false;
  bool only_bound = true;
  bool half = false;  ///< And a half of what was said last.
  std::uint64_t last_scale = 1;
  bool multiplied = false;  ///< The last word was a multiplier: "and" may follow.

  [[nodiscard]] bool empty() const { return closed == 0 && open == 0; }
  [[nodiscard]] std::string value() const {
    const std::uint64_t whole = closed + open;
    if (!half) return std::to_string(whole);
    return last_scale == 1 ? std::to_string(whole) + ".5"
                           : std::to_string(whole + last_scale / 2);
  }
};

/// A word as part of a number, with what is special about its place.
struct Step {
  NumberWord word;
  bool joined_by_and = false;  ///< Arabic و or a link word is before it.
};

/// Whether `value` can be said after `open`, and what it then adds.
std::optional<std::uint64_t> added(std::uint64_t open, const Step& step,
                                   Language language) {
  const std::uint64_t value = step.word.value;
  // Ten first ones are ten and first: only French has seventeen and on in two words.
  constexpr std::uint64_t seven = 7;
  const bool ten_and_ones = open % 100 == 10 && value < 10;
  if (ten_and_ones && language.primary() != "ar" &&
      !(language.primary() == "fr" && value >= seven))
    return std::nullopt;
  if (open == 0 || value < lowest_place(open)) return value;
  if (language.primary() == "fr") {
    const std::uint64_t rest = open % 100;
    if ((rest == 60 || rest == 80) && value >= 10 && value < 20) return value;
    constexpr std::uint64_t four_twenties = 76;  // quatre-vingt: 4 is there already
    if (rest == 4 && value == 20) return four_twenties;
  }
  if (language.primary() == "ar" && open % 10 != 0 && open % 100 < 10) {
    // Units come before tens: خمسة عشر, خمسة وعشرون.
    const bool tens = value % 10 == 0 && value < 100;
    if (tens && (value == 10 || step.joined_by_and)) return value;
  }
  return std::nullopt;
}

bool add(Sum& sum, const Step& step, Language language) {
  const auto more = added(sum.open, step, language);
  if (!more) return false;
  if (sum.open == 0 && *more >= sum.least_scale) return false;
  sum.open += *more;
  // مليونين ونصف: the dual of a multiplier, whose half is that of one.
  constexpr std::uint64_t two_thousand = 2000;
  if (language.primary() == "ar" && step.word.value >= two_thousand)
    sum.last_scale = step.word.value / 2;
  sum.ordinal = sum.ordinal || step.word.part == NumberPart::ordinal;
  sum.only_bound = sum.only_bound && step.word.part == NumberPart::bound;
  sum.multiplied = false;
  return true;
}

/// Mil millones, тысяча миллионов: the larger multiplier counts what is before it.
bool multiply_all(Sum& sum, const NumberWord& word, std::uint64_t power) {
  constexpr std::uint64_t thousand = 1000;
  constexpr std::uint64_t largest_factor = 1'000'000;
  const bool scales =
      word.part == NumberPart::scale || word.part == NumberPart::scale_alone;
  const std::uint64_t all = sum.closed + sum.open;
  if (!scales || sum.least_scale != thousand || power <= thousand || all >= largest_factor)
    return false;
  sum.closed = all * power;
  sum.open = 0;
  sum.least_scale = power;
  sum.last_scale = power;
  sum.multiplied = true;
  return true;
}

bool multiply(Sum& sum, const NumberWord& word) {
  const bool alone =
      word.part == NumberPart::times_alone || word.part == NumberPart::scale_alone;
  if (sum.open == 0 && sum.closed != 0 && sum.multiplied)
    return multiply_all(sum, word, power_of_ten(word.value));
  if (sum.open == 0 && !alone) return false;
  const bool scales =
      word.part == NumberPart::scale || word.part == NumberPart::scale_alone;
  const std::uint64_t power = power_of_ten(word.value);
  const std::uint64_t factor = sum.open == 0 ? 1 : sum.open;
  constexpr std::uint64_t largest_group = 1'000'000;
  if (factor >= largest_group) return false;
  if (power >= sum.least_scale) return multiply_all(sum, word, power);
  if (!scales && factor >= 10) return false;
  sum.only_bound = false;
  sum.multiplied = true;
  if (scales) {
    sum.closed += factor * power + (sum.half ? power / 2 : 0);
    sum.half = false;
    sum.least_scale = power;
    sum.last_scale = power;
    sum.open = 0;
  } else {
    sum.open = factor * power;
  }
  return true;
}

bool take(Sum& sum, const Step& step, Language language) {
  // The ten of التاسع عشر, nineteenth, is no ordinal itself.
  const bool of_teen = language.primary() == "ar" && step.word.value == 10;
  if (sum.ordinal && step.word.part != NumberPart::ordinal && !of_teen) return false;
  const bool may_follow_half =
      step.word.part == NumberPart::scale || step.word.part == NumberPart::scale_alone;
  if (sum.half && !may_follow_half) return false;
  switch (step.word.part) {
    case NumberPart::one_and_half: {
      if (!sum.empty()) return false;
      sum.open = 1;
      sum.half = true;
      sum.only_bound = false;
      return true;
    }
    case NumberPart::add:
    case NumberPart::bound:
    case NumberPart::ordinal:
      return add(sum, step, language);
    case NumberPart::times:
    case NumberPart::times_alone:
    case NumberPart::scale:
    case NumberPart::scale_alone:
      return multiply(sum, step.word);
    default:
      return false;
  }
}

/// An Arabic number after "and", a preposition or the article: وخمسة, لعشر, السنوات
/// الأربع.
std::optional<Step> step_behind_prefixes(const NumberText& text, std::string word) {
  constexpr std::array<std::string_view, 4> prefixes{"ب", "ل", "ال", "لل"};
  const bool joined = word.starts_with(arabic_and);
  if (joined) {
    word.erase(0, arabic_and.size());
    if (const auto found = text.vocabulary.find(word)) return Step{*found, true};
  }
  for (const std::string_view prefix : prefixes) {
    if (!word.starts_with(prefix)) continue;
    const auto found = text.vocabulary.find(word.substr(prefix.size()));
    if (found && found->part == NumberPart::add) return Step{*found, joined};
  }
  return std::nullopt;
}

/// The number that a Russian compound counts with: десятилетний, двадцатипятипроцентный.
std::optional<Step> step_in_compound(const NumberText& text, std::string_view word) {
  for (const std::string& noun : text.vocabulary.compounds()) {
    const std::size_t at = word.find(noun);
    if (at == std::string_view::npos || at == 0) continue;
    const std::string_view numeral = word.substr(0, at);
    if (const auto found = text.vocabulary.find(numeral)) {
      if (found->part == NumberPart::add) return Step{*found};
      continue;
    }
    // Tens before ones: двадцати|пяти.
    for (std::size_t cut = 2; cut + 2 <= numeral.size(); cut += 2) {
      const auto tens = text.vocabulary.find(numeral.substr(0, cut));
      const auto ones = text.vocabulary.find(numeral.substr(cut));
      if (tens && ones && tens->part == NumberPart::add && ones->part == NumberPart::add &&
          tens->value >= 20 && ones->value < 10)
        return Step{{NumberPart::add, tens->value + ones->value}};
    }
  }
  return std::nullopt;
}

/// The word at `index` as part of a number.
std::optional<Step> step_at(const NumberText& text, std::size_t index) {
  if (!text.vocabulary.may_begin(text.word(index))) return std::nullopt;
  std::string word = folded(text.word(index));
  if (const auto found = text.vocabulary.find(word)) return Step{*found};
  if (!text.vocabulary.compounds().empty()) return step_in_compound(text, word);
  if (text.language.primary() != "ar") return std::nullopt;
  return step_behind_prefixes(text, std::move(word));
}

bool is_hyphen(std::string_view word) {
  return word == "-" || word == "\u2010" || word == "\u2011";
}

/// The word after `index` that may carry a number on: after a hyphen or a link word, too.
std::optional<std::size_t> next_part(const NumberText& text, std::size_t index,
                                     const Sum& sum) {
  std::size_t next = index + 1;
  if (next >= text.words.size()) return std::nullopt;
  if (is_hyphen(text.word(next)) && text.gap_after(index).empty()) {
    ++next;
  } else if (const auto found = step_at(text, next);
             found && found->word.part == NumberPart::link) {
    // "two hundred and five" and "vingt et un" are numbers, "ten and five" is two.
    const bool tens = sum.open != 0 && lowest_place(sum.open) >= 10;
    const bool joins = text.language == languages::en ? sum.multiplied : tens;
    if (!joins) return std::nullopt;
    ++next;
  }
  if (next >= text.words.size() || text.words[next].kind != WordKind::letters)
    return std::nullopt;
  return next;
}

bool is_never_a_number(const NumberText& text, std::size_t index) {
  return index > 0 &&
         text.vocabulary.no_number(folded(text.word(index - 1)), folded(text.word(index)));
}

/// Half of them, نصف السكان; medio is also a middle, so it is none by itself.
NumberRead half_of_something(const NumberText& text, std::size_t first) {
  if (text.language != languages::en && text.language != languages::ar)
    return {std::nullopt, first + 1};
  Number number;
  number.range = text.words[first].range;
  number.value = fraction_value(1, 2);
  number.in_words = true;
  number.fraction = true;
  return {std::move(number), first + 1};
}

/// Half a million, medio millón, un demi-million, نصف مليون.
std::optional<NumberRead> read_half(const NumberText& text, std::size_t first) {
  constexpr std::size_t farthest = 2;  // words: the article or the hyphen between
  for (std::size_t next = first + 1;
       next < std::min(first + 1 + farthest, text.words.size()); ++next) {
    const auto step = step_at(text, next);
    const bool scales = step && (step->word.part == NumberPart::scale ||
                                 step->word.part == NumberPart::scale_alone);
    if (scales) {
      Number number;
      number.range = {text.words[first].range.begin, text.words[next].range.end};
      number.value = std::to_string(power_of_ten(step->word.value) / 2);
      number.in_words = true;
      return NumberRead{std::move(number), next + 1, step->word.value};
    }
    const bool passes =
        is_hyphen(text.word(next)) || (step && step->word.part == NumberPart::bound);
    if (!passes) return std::nullopt;
  }
  return std::nullopt;
}

/// Two and a half, un million et demi.
void add_half(const NumberText& text, Sum& sum, std::size_t& last) {
  const std::size_t words = text.vocabulary.and_half(text, last + 1);
  if (words == 0 || sum.half || sum.ordinal) return;
  sum.half = true;
  last += words;
}

/// سنة ونصف, a year and a half, and ساعتين ونصف, two hours and a half: the noun itself says
/// one or two.
std::optional<NumberRead> read_counted_by_noun(const NumberText& text, std::size_t first) {
  if (text.language.primary() != "ar") return std::nullopt;
  const std::size_t words = text.vocabulary.and_half(text, first + 1);
  if (words == 0) return std::nullopt;
  const std::string_view noun = text.word(first);
  const bool dual = noun.ends_with("ين") || noun.ends_with("ان");
  Number number;
  number.range = {text.words[first].range.begin, text.words[first + words].range.end};
  number.value = dual ? "2.5" : "1.5";
  number.in_words = true;
  return NumberRead{std::move(number), first + 1 + words};
}

/// أول عشر are the first ten; the eleventh would be حادي عشر.
bool is_first_of_ten(const NumberText& text, std::size_t last, const Step& next) {
  constexpr std::uint64_t ten = 10;
  if (text.language.primary() != "ar" || next.word.value != ten) return false;
  const std::string word = folded(text.word(last));
  return word.ends_with("اول") || word.ends_with("اولي");
}

/// What else a lone Arabic multiplier may say: مليونا امرأة are two million.
std::string dual_value(const NumberText& text, std::string_view word, const Sum& sum) {
  const bool dual = word.ends_with("ونا") || word == "ألفا";
  if (text.language.primary() != "ar" || !dual || sum.open != 0) return "";
  return std::to_string(2 * sum.closed);
}

}  // namespace

NumberRead read_spelled(const NumberText& text, std::size_t first) {
  auto step = step_at(text, first);
  if (step && step->word.part == NumberPart::half)
    return read_half(text, first).value_or(half_of_something(text, first));
  if (!step)  // and so no share either
    return read_counted_by_noun(text, first).value_or(NumberRead{std::nullopt, first + 1});
  if (auto fraction = read_fraction(text, first)) return *fraction;
  Sum sum;
  if (is_never_a_number(text, first) || !take(sum, *step, text.language))
    return {std::nullopt, first + 1};
  std::size_t last = first;
  add_half(text, sum, last);
  for (auto next = next_part(text, last, sum); next; next = next_part(text, last, sum)) {
    auto further = step_at(text, *next);
    if (further && is_first_of_ten(text, last, *further)) break;
    if (!further || !take(sum, *further, text.language)) break;
    last = *next;
    add_half(text, sum, last);
  }
  if (sum.empty()) return {std::nullopt, last + 1};
  Number number;
  number.range = {text.words[first].range.begin, text.words[last].range.end};
  number.value = sum.value();
  if (!sum.half && sum.last_scale == 1 && !sum.ordinal)
    number.value = with_half(text, std::move(number.value), 0, last);
  // An article is a number only where a half follows: un an et demi.
  const bool is_article = sum.only_bound && !sum.half;
  if (is_article && number.value.find('.') == std::string::npos)
    return {std::nullopt, last + 1};
  if (last == first) number.other_value = dual_value(text, text.word(first), sum);
  number.in_words = true;
  number.ordinal = sum.ordinal;
  std::size_t zeros = 0;
  if (sum.open == 0 && sum.last_scale > 1)
    zeros = std::to_string(sum.last_scale).size() - 1;
  return {std::move(number), last + 1, zeros};
}

}  // namespace hexapla
