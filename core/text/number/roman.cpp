#include "text/code_point.hpp"
#include "text/fold.hpp"
#include "text/number/reader.hpp"

#include <algorithm>
#include <array>

namespace hexapla {
namespace {

/// The value of Roman numerals in capitals up to XXXIX; 0 for anything else. Beyond, they
/// are rarer than abbreviations that look like them (CD, MD, LC).
unsigned roman_value(std::string_view letters) {
  constexpr std::array<std::string_view, 10> ones{"",  "I",  "II",  "III",  "IV",
                                                  "V", "VI", "VII", "VIII", "IX"};
  constexpr std::size_t most_tens = 3;
  unsigned tens = 0;
  while (letters.starts_with('X') && tens < most_tens) {
    letters.remove_prefix(1);
    ++tens;
  }
  const auto* const one = std::ranges::find(ones, letters);
  if (one == ones.end()) return 0;
  return tens * 10 + static_cast<unsigned>(one - ones.begin());
}

bool divides(const NumberText& text, std::size_t index) {
  const auto found = text.vocabulary.find_folded(text.word(index));
  return found && found->part == NumberPart::division;
}

/// A single I or V is a pronoun or a letter unless it numbers something: Part I.
bool is_numbered(const NumberText& text, std::size_t index) {
  return index > 0 && divides(text, index - 1);
}

/// Without the ending of XIXe, where what follows is counted so or no word looks like it.
std::string_view without_ending(const NumberText& text, std::size_t index) {
  const std::string_view letters = text.word(index);
  if (text.language != languages::fr) return letters;
  for (const std::string_view ending : {"ème", "e", "er"}) {
    if (!letters.ends_with(ending)) continue;
    const std::string_view numeral = letters.substr(0, letters.size() - ending.size());
    const bool counts =
        index + 1 < text.words.size() && folded(text.word(index + 1)).starts_with("siècle");
    if (roman_value(numeral) != 0 && (counts || numeral.size() > 2)) return numeral;
  }
  return letters;
}

}  // namespace

std::optional<NumberRead> read_roman(const NumberText& text, std::size_t first) {
  const std::string_view letters = without_ending(text, first);
  const bool ends = letters.size() != text.word(first).size();
  const unsigned value = roman_value(letters);
  if (value == 0 || (letters.size() == 1 && !ends && !is_numbered(text, first)))
    return std::nullopt;
  // UNAMI-II, II-A and I.V. are names and signs.
  const char32_t before = code_point_before(text.text, text.words[first].range.begin);
  const char32_t behind = code_point_at(text.text, text.words[first].range.end);
  if (before == U'-' || before == U'/' || behind == U'-' || behind == U'/')
    return std::nullopt;
  Number number;
  number.range = text.words[first].range;
  number.value = std::to_string(value);
  number.ordinal = true;
  return NumberRead{std::move(number), first + 1};
}

}  // namespace hexapla
