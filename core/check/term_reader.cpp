#include "check/term_reader.hpp"

#include <algorithm>

namespace hexapla {

std::vector<TermHit> TermReader::hits_in(const Cell& cell) {
  auto one = languages_.find(cell.language);
  if (one == languages_.end())
    one = languages_.try_emplace(cell.language, termbase_, cell.language).first;
  return one->second.finder.find_all(cell.text, words_of(cell.text));
}

bool TermReader::has_term(std::uint32_t concept_index, Language language) const {
  return std::ranges::any_of(
      termbase_.concepts[concept_index].terms, [&](const Term& term) {
        return term.language.primary() == language.primary() && is_usable(term.status);
      });
}

}  // namespace hexapla
