#pragma once

#include "text/language.hpp"

#include <array>
#include <string_view>

namespace hexapla {

struct LanguageNames {
  Language language;
  std::string_view english;
  std::string_view own;  ///< Source: the language menu of www.un.org.
};

inline constexpr std::array official_names{
    LanguageNames{languages::ar, "Arabic", "العربية"},
    LanguageNames{languages::en, "English", "English"},
    LanguageNames{languages::es, "Spanish", "Español"},
    LanguageNames{languages::fr, "French", "Français"},
    LanguageNames{languages::ru, "Russian", "Русский"},
    LanguageNames{languages::zh, "Chinese", "中文"}};

/// The names of the official language that `language` is a variety of; nullptr: of none.
[[nodiscard]] constexpr const LanguageNames* names_of(const Language& language) {
  for (const LanguageNames& names : official_names)
    if (names.language.primary() == language.primary()) return &names;
  return nullptr;
}

}  // namespace hexapla
