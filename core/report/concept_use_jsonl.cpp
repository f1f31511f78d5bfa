#include "report/concept_use_jsonl.hpp"

#include "format/json.hpp"

#include <ostream>

namespace hexapla {

void write_concept_use_jsonl(std::ostream& out, std::span<const ConceptUse> uses,
                             const Termbase& termbase) {
  for (const ConceptUse& use : uses) {
    Json languages = Json::object();
    for (const auto& [language, renderings] : use.languages) {
      Json list = Json::array();
      for (const auto& [term, segments] : renderings)
        list.push_back(
            {{"term", term.empty() ? Json(nullptr) : Json(term)}, {"segments", segments}});
      languages[std::string(language.tag())] = std::move(list);
    }
    const Json line{{"concept", termbase.concepts[use.concept_index].id},
                    {"unsaid", use.unsaid},
                    {"languages", std::move(languages)}};
    out << line.dump() << '\n';
  }
}

}  // namespace hexapla
