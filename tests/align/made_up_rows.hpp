#pragma once

#include "align/aligned_unit.hpp"

#include <string>
#include <vector>

namespace hexapla {

/// A cell of one segment.
inline Cell made_up_cell(Language language, const std::string& text,
                         std::uint32_t segment) {
  return {language, text, {{segment, {0, text.size()}, BlockKind::paragraph}}, {}};
}

/// Cells of one segment, which has that number in all of them.
inline std::vector<Cell> made_up_cells(std::uint32_t segment,
                                       const std::vector<Language>& languages,
                                       const std::vector<std::string>& texts) {
  std::vector<Cell> cells;
  for (std::size_t at = 0; at < texts.size(); ++at)
    cells.push_back(made_up_cell(languages.at(at), texts[at], segment));
  return cells;
}

/// Two units in all six languages, one in two of them, one in Arabic alone.
inline std::vector<AlignedUnit> made_up_units() {
  using namespace languages;
  const std::vector<Language> all{zh, ar, en, es, fr, ru};
  return {
      {0,
       made_up_cells(0, all,
                     {"安全理事会", "مجلس الأمن", "Security Council",
                      "Consejo de Seguridad", "Conseil de sécurité", "Совет Безопасности"}),
       1},
      {1,
       made_up_cells(
           1, all,
           {"第七十五年", "السنة الخامسة والسبعون", "Seventy-fifth year",
            "Septuagésimo quinto año", "Soixante-quinzième année", "Семьдесят пятый год"}),
       .875},
      {2, made_up_cells(2, {en, fr}, {"A & B <\"c\">", "A et B"}), 1. / 3},
      {3, made_up_cells(2, {ar}, {"توقيع"}), .25}};
}

}  // namespace hexapla
