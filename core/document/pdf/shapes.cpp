#include "document/pdf/shapes.hpp"

#include "document_data.hpp"
#include "text/code_point.hpp"
#include "text/icu.hpp"
#include "text/table.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

#include <unicode/normalizer2.h>

namespace hexapla {
namespace {

struct CodePoints {
  char32_t first;
  char32_t last;
};

/// Shapes that Unicode's compatibility decomposition takes apart.
constexpr std::array compatibility_shapes{
    CodePoints{0x2F00, 0x2FD5},  // Kangxi radicals
    CodePoints{0xFB00, 0xFB17},  // Latin and Armenian ligatures
    CodePoints{0xFB50, 0xFDFC},  // Arabic presentation forms A
    CodePoints{0xFE70, 0xFEFC},  // and B
};

std::string decomposed(char32_t shape) {
  icu_detail::Status status;
  const icu::Normalizer2* const rules = icu::Normalizer2::getNFKCInstance(status);
  status.require("load the NFKC data");
  icu::UnicodeString letters;
  std::string words;
  if (rules->getDecomposition(static_cast<UChar32>(shape), letters) == 0) {
    append_code_point(words, shape);
    return words;
  }
  // A vowel mark that is alone is carried by a space, which isn't in the text.
  if (letters.length() > 1 && letters[0] == u' ') letters.remove(0, 1);
  return nfc(letters.toUTF8String(words));
}

}  // namespace

PdfShapes::PdfShapes() {
  for (const auto& row : rows_of_table(embedded::radicals_tsv))
    radicals_.emplace(code_point_at(row.at(0), 0), row.at(1));
}

std::optional<std::string> PdfShapes::letters_of(char32_t code_point) const {
  const auto holds = [&](CodePoints range) {
    return code_point >= range.first && code_point <= range.last;
  };
  if (std::ranges::any_of(compatibility_shapes, holds)) return decomposed(code_point);
  constexpr CodePoints supplement{0x2E80, 0x2EF3};  // CJK radicals
  if (!holds(supplement)) return std::nullopt;
  const auto radical = radicals_.find(code_point);
  if (radical == radicals_.end()) return std::nullopt;
  return radical->second;
}

std::optional<char32_t> PdfShapes::letter_of(char32_t code_point) const {
  const auto letters = letters_of(code_point);
  if (!letters) return std::nullopt;
  std::size_t at = 0;
  const char32_t letter = next_code_point(*letters, at);
  if (at < letters->size()) return std::nullopt;
  return letter;
}

}  // namespace hexapla
