#include "report/words.hpp"

#include "text/language/language_names.hpp"

#include <algorithm>

namespace hexapla {

std::string native_name(Language language) {
  const LanguageNames* const names = names_of(language);
  return std::string(names == nullptr ? language.tag() : names->own);
}

std::string spoken(std::string_view name) {
  std::string words(name);
  std::ranges::replace(words, '_', ' ');
  return words;
}

std::string counted(std::size_t count, std::string_view word) {
  return std::to_string(count) + ' ' + std::string(word) + (count == 1 ? "" : "s");
}

}  // namespace hexapla
