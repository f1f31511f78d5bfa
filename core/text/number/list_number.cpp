#include "text/number/list_number.hpp"

#include "text/code_point.hpp"

#include <algorithm>
#include <array>

namespace hexapla {
namespace {

constexpr std::u32string_view latin = U"abcdefghijklmnopqrstuvwxyz";
constexpr std::u32string_view russian = U"абвгдежзиклмнопрстуфхцчшщыэюя";
constexpr std::u32string_view arabic_alphabet = U"أبتثجحخدذرزسشصضطظعغفقكلمنهوي";
constexpr std::u32string_view arabic_abjad = U"أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
constexpr std::u32string_view heavenly_stems = U"甲乙丙丁戊己庚辛壬癸";
constexpr std::u32string_view earthly_branches = U"子丑寅卯辰巳午未申酉戌亥";
constexpr std::u32string_view circled_han = U"㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉";
constexpr std::u32string_view circled =
    U"①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿";
constexpr std::u32string_view bracketed = U"⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇";
constexpr std::u32string_view stopped = U"⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛";
constexpr char32_t devanagari_zero = U'०';
constexpr char32_t full_width_zero = U'０';
constexpr std::u32string_view han_digits = U"〇一二三四五六七八九";
constexpr std::int32_t last_roman = 3999;
constexpr std::int32_t last_han = 99;  // beyond, digit by digit
constexpr std::int32_t last_lettered = 780;

std::string in_capitals(std::string text) {
  for (char& letter : text)
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  return text;
}

/// a to z, then aa, bb, cc, as word processors count.
std::string lettered(std::u32string_view letters, std::int32_t number) {
  if (number < 1 || number > last_lettered) return std::to_string(number);
  const std::size_t index = static_cast<std::size_t>(number) - 1;
  std::string text;
  for (std::size_t i = 0; i <= index / letters.size(); ++i)
    append_code_point(text, letters[index % letters.size()]);
  return text;
}

/// a to z, then aa, ab, ac, as browsers count.
std::string alphabetic(std::int32_t number) {
  std::string text;
  for (; number > 0; number = (number - 1) / 26)
    text.insert(text.begin(), static_cast<char>('a' + (number - 1) % 26));
  return text;
}

std::string roman(std::int32_t number) {
  constexpr std::array<std::pair<std::int32_t, std::string_view>, 13> steps{{{1000, "m"},
                                                                             {900, "cm"},
                                                                             {500, "d"},
                                                                             {400, "cd"},
                                                                             {100, "c"},
                                                                             {90, "xc"},
                                                                             {50, "l"},
                                                                             {40, "xl"},
                                                                             {10, "x"},
                                                                             {9, "ix"},
                                                                             {5, "v"},
                                                                             {4, "iv"},
                                                                             {1, "i"}}};
  if (number < 1 || number > last_roman) return std::to_string(number);
  std::string text;
  for (const auto& [value, letters] : steps)
    for (; number >= value; number -= value)
      text += letters;
  return text;
}

std::string han_by_digit(std::int32_t number) {
  std::string text;
  for (const char digit : std::to_string(std::max(number, 0)))
    append_code_point(text, han_digits[static_cast<std::size_t>(digit - '0')]);
  return text;
}

/// 十二, 二十
std::string han_counted(std::int32_t number) {
  if (number < 1 || number > last_han) return han_by_digit(number);
  const auto tens = static_cast<std::size_t>(number / 10);
  const auto ones = static_cast<std::size_t>(number % 10);
  std::string text;
  if (tens > 1) append_code_point(text, han_digits[tens]);
  if (tens > 0) append_code_point(text, U'十');
  if (ones > 0) append_code_point(text, han_digits[ones]);
  return text;
}

/// The `number`th of `signs`, or its digits.
std::string one_of(std::u32string_view signs, std::int32_t number) {
  if (number < 1 || static_cast<std::size_t>(number) > signs.size())
    return std::to_string(number);
  std::string text;
  append_code_point(text, signs[static_cast<std::size_t>(number) - 1]);
  return text;
}

std::string in_digits_from(char32_t zero, std::int32_t number) {
  std::string text;
  for (const char digit : std::to_string(std::max(number, 0)))
    append_code_point(text, zero + static_cast<char32_t>(digit - '0'));
  return text;
}

/// *, †, ‡, §, then each twice.
std::string footnote_sign(std::int32_t number) {
  constexpr std::u32string_view signs = U"*†‡§";
  constexpr std::int32_t last = 40;  // ten times each
  return number > last ? std::to_string(number) : lettered(signs, number);
}

std::string russian_letter(std::int32_t number) {
  return lettered(russian, number);
}

std::string russian_capital(std::int32_t number) {
  std::string text;
  const std::string lower = russian_letter(number);
  constexpr char32_t to_capital = U'а' - U'А';
  for (std::size_t at = 0; at < lower.size();) {
    const char32_t letter = next_code_point(lower, at);
    append_code_point(text, letter >= U'а' ? letter - to_capital : letter);
  }
  return text;
}

struct Format {
  std::string_view name;
  std::string (*print)(std::int32_t);
};
constexpr std::array formats{
    Format{"lowerLetter", [](std::int32_t n) { return lettered(latin, n); }},
    Format{"upperLetter", [](std::int32_t n) { return in_capitals(lettered(latin, n)); }},
    Format{"lowerRoman", roman},
    Format{"upperRoman", [](std::int32_t n) { return in_capitals(roman(n)); }},
    Format{"decimalZero",
           [](std::int32_t n) {
             return std::string(n >= 0 && n < 10 ? "0" : "").append(std::to_string(n));
           }},
    Format{"russianLower", russian_letter},
    Format{"russianUpper", russian_capital},
    Format{"arabicAlpha", [](std::int32_t n) { return lettered(arabic_alphabet, n); }},
    Format{"arabicAbjad", [](std::int32_t n) { return lettered(arabic_abjad, n); }},
    Format{"chineseCounting", han_counted},
    Format{"chineseCountingThousand", han_counted},
    Format{"taiwaneseCounting", han_counted},
    Format{"taiwaneseCountingThousand", han_counted},
    Format{"japaneseCounting", han_counted},
    Format{"ideographDigital", han_by_digit},
    Format{"taiwaneseDigital", han_by_digit},
    Format{"japaneseDigitalTenThousand", han_by_digit},
    Format{"ideographTraditional",
           [](std::int32_t n) { return one_of(heavenly_stems, n); }},
    Format{"ideographZodiac", [](std::int32_t n) { return one_of(earthly_branches, n); }},
    Format{"ideographEnclosedCircle",
           [](std::int32_t n) { return one_of(circled_han, n); }},
    Format{"decimalEnclosedCircle", [](std::int32_t n) { return one_of(circled, n); }},
    Format{"decimalEnclosedCircleChinese",
           [](std::int32_t n) { return one_of(circled, n); }},
    Format{"decimalEnclosedParen", [](std::int32_t n) { return one_of(bracketed, n); }},
    Format{"decimalEnclosedFullstop", [](std::int32_t n) { return one_of(stopped, n); }},
    Format{"decimalFullWidth",
           [](std::int32_t n) { return in_digits_from(full_width_zero, n); }},
    Format{"decimalFullWidth2",
           [](std::int32_t n) { return in_digits_from(full_width_zero, n); }},
    Format{"hindiNumbers",
           [](std::int32_t n) { return in_digits_from(devanagari_zero, n); }},
    Format{"numberInDash", [](std::int32_t n) { return "- " + std::to_string(n) + " -"; }},
    Format{"chicago", footnote_sign},
    Format{"none", [](std::int32_t) { return std::string(); }},
    Format{"a", alphabetic},
    Format{"A", [](std::int32_t n) { return in_capitals(alphabetic(n)); }},
    Format{"i", roman},
    Format{"I", [](std::int32_t n) { return in_capitals(roman(n)); }},
};

}  // namespace

std::string list_number(std::string_view format, std::int32_t number) {
  const auto* const found = std::ranges::find(formats, format, &Format::name);
  std::string text = found == formats.end() ? std::to_string(number) : found->print(number);
  return text.empty() && format != "none" ? std::to_string(number) : text;
}

}  // namespace hexapla
