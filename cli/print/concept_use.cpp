#include "cli/print/concept_use.hpp"

#include <ostream>

namespace hexapla::cli {
namespace {

void write(std::ostream& out, Language language, const Rendering& rendering) {
  out << "  " << language.tag() << "  " << rendering.segments.size() << " x "
      << (rendering.term.empty() ? "(none of its terms)" : rendering.term) << "  in";
  for (const std::uint32_t segment : rendering.segments)
    out << ' ' << segment;
  out << '\n';
}

}  // namespace

void write_concept_use_text(std::ostream& out, std::span<const ConceptUse> uses,
                            const Termbase& termbase) {
  for (const ConceptUse& use : uses) {
    out << termbase.concepts[use.concept_index].id << '\n';
    for (const LanguageUse& one : use.languages)
      for (const Rendering& rendering : one.renderings)
        write(out, one.language, rendering);
  }
}

}  // namespace hexapla::cli
