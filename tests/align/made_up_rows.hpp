#pragma once

#include "align/aligned_unit.hpp"

#include <string>
#include <utility>
#include <vector>

namespace hexapla {

/// A cell of one segment.
inline Cell made_up_cell(Language language, const std::string& text,
                         std::uint32_t segment) {
  return {language, text, {{segment, {0, text.size()}, BlockKind::paragraph}}, {}};
}

/// Two units in all six languages, one in two of them, one in Arabic alone.
inline std::vector<AlignedUnit> made_up_units() {
  using namespace languages;
  return {
      {0,
       {made_up_cell(zh, "安全理事会", 0), made_up_cell(ar, "مجلس الأمن", 0),
        made_up_cell(en, "Security Council", 0),
        made_up_cell(es, "Consejo de Seguridad", 0),
        made_up_cell(fr, "Conseil de sécurité", 0),
        made_up_cell(ru, "Совет Безопасности", 0)},
       1},
      {1,
       {made_up_cell(zh, "第七十五年", 1), made_up_cell(ar, "السنة الخامسة والسبعون", 1),
        made_up_cell(en, "Seventy-fifth year", 1),
        made_up_cell(es, "Septuagésimo quinto año", 1),
        made_up_cell(fr, "Soixante-quinzième année", 1),
        made_up_cell(ru, "Семьдесят пятый год", 1)},
       .875},
      {2, {made_up_cell(en, "A & B <\"c\">", 2), made_up_cell(fr, "A et B", 2)}, 1. / 3},
      {3, {made_up_cell(ar, "توقيع", 2)}, .25}};
}

}  // namespace hexapla
