#pragma once

#include "align/aligned_unit.hpp"
#include "term/termbase.hpp"
#include "text/language.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace hexapla {

/// One way to say a concept in one language, and where it stands.
struct Rendering {
  std::string term;  ///< As the termbase has it; empty for none of its terms.
  std::vector<std::uint32_t> segments;  ///< Of its version, a place each, in their order.
};

/// By which terms one language says a concept: the most usual first, none of them last.
struct LanguageUse {
  Language language;
  std::vector<Rendering> renderings;
};

/// How the versions of a document say one concept.
struct ConceptUse {
  std::uint32_t concept_index = 0;     ///< Into Termbase::concepts.
  std::vector<LanguageUse> languages;  ///< By their tags; those that say it or should.
  std::size_t unsaid = 0;  ///< Places, in all languages, where none of its terms stands.
};

/// For each concept that the first language of some row says: what all languages make of
/// it. Shape: those most often left unsaid come first, then in the order of the termbase.
[[nodiscard]] std::vector<ConceptUse> concept_use(std::span<const AlignedUnit> rows,
                                                  const Termbase& termbase);

}  // namespace hexapla
