#include "check/document_use.hpp"

#include "check/latin_names.hpp"

namespace hexapla {

std::set<std::uint32_t> renderings_of(const Side& target, std::uint32_t concept_index) {
  std::set<std::uint32_t> terms;
  for (const TermHit& hit : target.hits)
    if (hit.concept_index == concept_index) terms.insert(hit.term_index);
  return terms;
}

DocumentUse::DocumentUse(std::span<const Pair> pairs) {
  for (const Pair& pair : pairs) {
    std::set<std::uint32_t> concepts;
    for (const TermHit& hit : pair.source.hits) {
      concepts.insert(hit.concept_index);
      said_.emplace(hit.concept_index, hit.term_index);
    }
    for (const std::uint32_t concept_index : concepts)
      for (const std::uint32_t term : renderings_of(pair.target, concept_index))
        ++uses_[{concept_index, term}];
    if (!is_latin(pair.source.language()) || !is_latin(pair.target.language())) continue;
    const auto source_names = latin_names_in(pair.source.text);
    const auto target_names = latin_names_in(pair.target.text);
    std::set<std::string> known;
    for (const LatinName& name : source_names)
      known.insert(name.key);
    for (const LatinName& name : target_names)
      if (known.contains(name.key)) kept_.insert(name.key);
  }
}

std::size_t DocumentUse::times(std::uint32_t concept_index,
                               std::uint32_t term_index) const {
  const auto found = uses_.find({concept_index, term_index});
  return found == uses_.end() ? 0 : found->second;
}

}  // namespace hexapla
