#include "report/words.hpp"

#include <algorithm>
#include <array>

namespace hexapla {
namespace {

struct LanguageName {
  Language language;
  std::string_view name;
};

/// Source: the language menu of www.un.org.
constexpr std::array native_names{
    LanguageName{languages::ar, "العربية"}, LanguageName{languages::en, "English"},
    LanguageName{languages::es, "Español"}, LanguageName{languages::fr, "Français"},
    LanguageName{languages::ru, "Русский"}, LanguageName{languages::zh, "中文"}};

}  // namespace

std::string native_name(Language language) {
  const auto* const found =
      std::ranges::find(native_names, language, &LanguageName::language);
  return std::string(found == native_names.end() ? language.tag() : found->name);
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
