#include "text/simplified.hpp"

#include "text/code_point.hpp"
#include "text/fold.hpp"
#include "text/icu.hpp"

#include <array>
#include <memory>

#include <unicode/translit.h>
#include <unicode/unistr.h>

namespace hexapla {
namespace {

constexpr char32_t first_unified = 0x4E00;
constexpr char32_t last_unified = 0x9FFF;
using SimplifiedForms = std::array<char16_t, last_unified - first_unified + 1>;

SimplifiedForms table_from_icu() {
  icu_detail::Status status;
  const std::unique_ptr<icu::Transliterator> transform(icu::Transliterator::createInstance(
      "Traditional-Simplified", UTRANS_FORWARD, status));
  status.require("load the transform Traditional-Simplified");
  SimplifiedForms table{};
  for (char32_t at = 0; at < table.size(); ++at) {
    const auto traditional = static_cast<char16_t>(first_unified + at);
    icu::UnicodeString text(traditional);
    transform->transliterate(text);
    table[at] = text.length() == 1 ? text.charAt(0) : traditional;
  }
  return table;
}

}  // namespace

char32_t simplified(char32_t code_point) {
  if (code_point < first_unified || code_point > last_unified) return code_point;
  static const SimplifiedForms made_once = table_from_icu();
  return made_once[code_point - first_unified];
}

std::string simplified_form(std::string_view character) {
  const std::string form = folded(character);
  const char32_t traditional = code_point_at(form, 0);
  const char32_t simple = simplified(traditional);
  if (simple == traditional) return form;
  std::string simplified;
  append_code_point(simplified, simple);
  return simplified;
}

}  // namespace hexapla
