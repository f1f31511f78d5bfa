#include "exchange/translation_unit.hpp"

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

TranslationUnit unit_in(std::vector<std::string> tags) {
  TranslationUnit unit;
  for (const std::string& tag : tags) {
    unit.variants.emplace_back();
    unit.variants.back().language = Language(tag);
    unit.variants.back().text = tag;
  }
  return unit;
}

/// What stands for each language, by its own tag; "-" for nothing.
std::vector<std::string> found(const std::vector<std::string>& given,
                               const std::vector<std::string>& asked) {
  const TranslationUnit unit = unit_in(given);
  std::vector<Language> languages;
  for (const std::string& tag : asked)
    languages.emplace_back(tag);
  std::vector<std::string> texts;
  for (const Variant* const variant : variants_in(unit, languages))
    texts.push_back(variant == nullptr ? "-" : variant->text);
  return texts;
}

using Tags = std::vector<std::string>;

}  // namespace

TEST_CASE("a cell is filled by the asked language, a form of it, or its plain ancestor",
          "[exchange]") {
  CHECK(found({"en", "zh-Hant", "zh"}, {"zh"}) == Tags{"zh"});
  CHECK(found({"en", "zh-Hant"}, {"zh"}) == Tags{"zh-Hant"});
  CHECK(found({"en", "es"}, {"es-419"}) == Tags{"es"});
  CHECK(found({"en"}, {"ru"}) == Tags{"-"});
}

TEST_CASE("a cell is never filled by a sibling, nor by a language whose tag begins alike",
          "[exchange]") {
  CHECK(found({"en", "zh-Hans"}, {"zh-TW", "en"}) == Tags{"-", "en"});
  CHECK(found({"pt-BR"}, {"pt-PT"}) == Tags{"-"});
  CHECK(found({"fil"}, {"fi"}) == Tags{"-"});
}

TEST_CASE("no text fills two cells", "[exchange]") {
  CHECK(found({"zh"}, {"zh-TW", "zh"}) == Tags{"-", "zh"});
  CHECK(found({"es"}, {"es-419", "es-ES"}) == Tags{"es", "-"});
  CHECK(found({"zh-Hans", "zh-TW"}, {"zh-Hans", "zh"}) == Tags{"zh-Hans", "zh-TW"});
}

}  // namespace hexapla
