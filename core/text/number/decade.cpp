#include "text/number/reader.hpp"

#include <charconv>

namespace hexapla {
namespace {

/// The word after `phrase`, whose characters are words from `index` on; nothing when it
/// does not be there.
std::optional<std::size_t> behind(const NumberText& text, std::size_t index,
                                  std::string_view phrase) {
  if (index >= text.words.size()) return std::nullopt;
  if (!text.text.substr(text.words[index].range.begin).starts_with(phrase))
    return std::nullopt;
  return index + count_code_points(phrase);
}

std::optional<unsigned> small_number(const NumberRead& read, unsigned largest) {
  if (!read.number) return std::nullopt;
  const std::string& value = read.number->value;
  unsigned number = 0;
  const auto [end, error] =
      std::from_chars(value.data(), value.data() + value.size(), number);
  const bool whole = error == std::errc() && end == value.data() + value.size();
  return whole && number <= largest ? std::optional(number) : std::nullopt;
}

NumberRead read_part(const NumberText& text, std::size_t first) {
  if (first >= text.words.size()) return {std::nullopt, first + 1};
  return text.words[first].kind == WordKind::digits ? read_digits(text, first)
                                                    : read_han(text, first);
}

}  // namespace

std::optional<NumberRead> read_decade(const NumberText& text, std::size_t first) {
  constexpr unsigned latest_century = 21;
  constexpr unsigned latest_decade = 90;
  const NumberRead century = read_part(text, first);
  const auto which = small_number(century, latest_century);
  if (!which || *which == 0) return std::nullopt;
  auto at_decade = behind(text, century.next, "世纪");
  if (!at_decade) at_decade = behind(text, century.next, "世紀");
  if (!at_decade) return std::nullopt;
  NumberRead decade = read_part(text, *at_decade);
  const auto tens = small_number(decade, latest_decade);
  const auto next = behind(text, decade.next, "年代");
  if (!tens || *tens % 10 != 0 || !next) return std::nullopt;
  Number number = *decade.number;
  number.value = std::to_string((*which - 1) * 100 + *tens);
  number.range = {text.words[first].range.begin, text.words[*next - 1].range.end};
  return NumberRead{std::move(number), *next};
}

}  // namespace hexapla
