#include "text/language/language_called.hpp"

#include "text/fold.hpp"
#include "text/icu.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace hexapla {
namespace {

using Names = std::map<std::string, Language, std::less<>>;

/// Varieties that tables name besides plain languages.
constexpr std::array varieties{"zh-Hans", "zh-Hant", "zh-CN", "zh-TW",  "pt-BR", "pt-PT",
                               "en-US",   "en-GB",   "es-ES", "es-419", "fr-FR", "fr-CA"};

/// Traditional characters, too: 英文 is what they call English.
constexpr std::array tongues{"ar", "en", "es", "fr", "ru", "zh", "zh-Hant"};

/// Names that ICU doesn't have: the spelling of the United Nations in Arabic, and what
/// Chinese is called by its speakers and in heads of tables.
constexpr std::array<std::pair<const char*, const char*>, 8> besides{
    {{"الإنكليزية", "en"},
     {"الانكليزية", "en"},
     {"الانجليزية", "en"},
     {"الاسبانية", "es"},
     {"汉语", "zh"},
     {"漢語", "zh"},
     {"简体中文", "zh-Hans"},
     {"繁體中文", "zh-Hant"}}};

std::string name_in(const icu::Locale& language, const char* tongue) {
  icu::UnicodeString name;
  language.getDisplayName(icu::Locale::createFromName(tongue), name);
  std::string utf8;
  name.toUTF8String(utf8);
  return folded(utf8);
}

void add_names(Names& names, const std::string& tag) {
  const auto language = Language::from(tag);
  if (!language) return;
  std::string id = tag;
  std::ranges::replace(id, '-', '_');
  const icu::Locale locale = icu::Locale::createFromName(id.c_str());
  for (const char* const tongue : tongues)
    names.emplace(name_in(locale, tongue), *language);
  names.emplace(name_in(locale, id.c_str()), *language);
}

Names all_names() {
  constexpr std::size_t short_tag = 2;  // languages that have one
  Names names;
  for (const Language language : languages::official)
    add_names(names, std::string(language.tag()));
  for (const char* const* tag = icu::Locale::getISOLanguages(); *tag != nullptr; ++tag)
    if (const std::string_view whole(*tag); whole.size() == short_tag)
      add_names(names, std::string(whole));
  for (const char* const variety : varieties)
    add_names(names, variety);
  for (const auto& [name, tag] : besides)
    names.emplace(folded(name), Language(tag));
  return names;
}

}  // namespace

std::optional<Language> language_called(std::string_view name) {
  static const Names names = all_names();
  constexpr std::size_t shortest =
      4;  // bytes; what ICU has no name for it calls by its tag
  if (name.size() < shortest) return std::nullopt;
  const auto found = names.find(folded(name));
  return found == names.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace hexapla
