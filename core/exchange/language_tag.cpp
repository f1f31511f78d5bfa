#include "exchange/language_tag.hpp"

#include <algorithm>

namespace hexapla {
namespace {

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}
char upper(char letter) {
  return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
}

/// Letter cases as BCP 47 advises: zh-Hant-TW. Source: RFC 5646, 2.1.1.
std::string in_usual_case(std::string_view tag) {
  constexpr std::size_t script = 4;  // letters; a region has two
  constexpr std::size_t region = 2;
  std::string usual(tag);
  std::ranges::transform(usual, usual.begin(), lower);
  std::ranges::replace(usual, '_', '-');
  for (std::size_t begin = usual.find('-'); begin != std::string::npos;) {
    const std::size_t end = std::min(usual.find('-', begin + 1), usual.size());
    const std::size_t size = end - begin - 1;
    if (size == 1) break;  // what follows is an extension
    if (size == script) usual[begin + 1] = upper(usual[begin + 1]);
    if (size == region)
      std::transform(usual.begin() + static_cast<std::ptrdiff_t>(begin) + 1,
                     usual.begin() + static_cast<std::ptrdiff_t>(end),
                     usual.begin() + static_cast<std::ptrdiff_t>(begin) + 1, upper);
    begin = end < usual.size() ? end : std::string::npos;
  }
  return usual;
}

}  // namespace

Language language_tagged(std::string_view tag) {
  const std::string usual = in_usual_case(tag);
  if (const auto whole = Language::from(usual)) return *whole;
  const std::string_view first = std::string_view(usual).substr(0, usual.find('-'));
  return Language::from(first).value_or(Language());
}

Variant variant_tagged(std::string_view tag) {
  Variant variant;
  variant.language = language_tagged(tag);
  if (variant.language.tag() != tag) variant.tag = tag;
  return variant;
}

}  // namespace hexapla
