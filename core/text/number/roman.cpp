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
  const auto found = text.vocabulary.find(folded(text.word(index)));
  return found && found->part == NumberPart::division;
}

/// A single I or V is a pronoun or a letter unless it numbers something: Part I.
bool is_numbered(const NumberText& text, std::size_t index) {
  return index > 0 && divides(text, index - 1);
}

}  // namespace

std::optional<NumberRead> read_roman(const NumberText& text, std::size_t first) {
  const std::string_view letters = text.word(first);
  const unsigned value = roman_value(letters);
  if (value == 0 || (letters.size() == 1 && !is_numbered(text, first))) return std::nullopt;
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
