#include "exchange/translation_unit.hpp"

#include "exchange/shared_names.hpp"

#include <algorithm>

namespace hexapla {

bool answers(Language given, Language asked) noexcept {
  const std::string_view one = given.tag();
  const std::string_view other = asked.tag();
  const auto is_form_of = [](std::string_view form, std::string_view plain) {
    return form.starts_with(plain) && form.size() > plain.size() &&
           form[plain.size()] == '-';
  };
  return one == other || is_form_of(one, other) || is_form_of(other, one);
}

std::vector<const Variant*> variants_in(const TranslationUnit& unit,
                                        std::span<const Language> languages) {
  std::vector<const Variant*> found(languages.size(), nullptr);
  const auto take = [&](auto fits) {
    for (std::size_t at = 0; at < languages.size(); ++at) {
      if (found[at] != nullptr) continue;
      for (const Variant& variant : unit.variants)
        if (fits(variant.language, languages[at]) &&
            std::ranges::find(found, &variant) == found.end()) {
          found[at] = &variant;
          break;
        }
    }
  };
  take([](Language given, Language asked) { return given == asked; });
  take(answers);
  return found;
}

const Variant* variant_in(const TranslationUnit& unit, Language language) {
  return variants_in(unit, std::span(&language, 1)).front();
}

bool is_obsolete(const TranslationUnit& unit) {
  return value_of(unit.attributes, "obsolete") != nullptr ||
         value_of(unit.properties, "x-obsolete") != nullptr;
}

}  // namespace hexapla
