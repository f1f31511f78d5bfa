#include "text/number/number.hpp"

#include "text/number/reader.hpp"

#include <algorithm>

namespace hexapla {

std::string shifted(std::string value, std::size_t zeros) {
  const std::size_t point = std::min(value.find('.'), value.size());
  std::string fraction = value.substr(std::min(point + 1, value.size()));
  value.resize(point);
  if (fraction.size() < zeros) fraction.append(zeros - fraction.size(), '0');
  value.append(fraction, 0, zeros);
  fraction.erase(0, zeros);
  value.erase(0, std::min(value.find_first_not_of('0'), value.size()));
  while (!fraction.empty() && fraction.back() == '0')
    fraction.pop_back();
  if (value.empty()) value.assign(1, '0');
  if (!fraction.empty()) value.append(1, '.').append(fraction);
  return value;
}

std::vector<Number> numbers_in(std::string_view text, Language language) {
  return numbers_in(text, words_of(text), language);
}

std::vector<Number> numbers_in(std::string_view text, std::span<const Word> words,
                               Language language) {
  const NumberText source{text, words, language, NumberWords::of(language)};
  std::vector<Number> numbers;
  const bool has_decades = text.find("世纪") != std::string_view::npos;
  for (std::size_t at = 0; at < words.size();) {
    NumberRead read{std::nullopt, at + 1};
    if (has_decades)
      if (auto decade = read_decade(source, at)) {
        numbers.push_back(std::move(*decade->number));
        at = decade->next;
        continue;
      }
    switch (words[at].kind) {
      case WordKind::digits:
        read = read_digits(source, at);
        break;
      case WordKind::letters:
        read = read_spelled(source, at);
        break;
      case WordKind::han:
        read = read_han(source, at);
        break;
      case WordKind::punctuation:
        break;
    }
    if (read.number) numbers.push_back(std::move(*read.number));
    at = read.next;
  }
  return numbers;
}

}  // namespace hexapla
