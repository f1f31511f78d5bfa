#include "exchange/linked_sides.hpp"

namespace hexapla {

void add_side(TranslationUnit& unit, Language language,
              std::span<const std::string> sentences, const std::string& ids) {
  if (sentences.empty()) return;
  Variant variant;
  variant.language = language;
  for (const std::string& sentence : sentences) {
    if (!variant.text.empty() && !language.spaceless()) variant.text += ' ';
    variant.text += sentence;
  }
  variant.properties.push_back({"x-segments", ids});
  unit.variants.push_back(std::move(variant));
}

}  // namespace hexapla
