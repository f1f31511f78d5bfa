#include "check/rules/terms/concept_reader.hpp"

#include "check/rules/terms/term_use.hpp"
#include "check/word_root.hpp"
#include "text/words.hpp"

#include <utility>

namespace hexapla {
namespace {

ReadConcept::Said read_term(const Term& term) {
  ReadConcept::Said said{&term, Spelling(term.text), {}, false};
  std::size_t words = 0;
  for (const Word& word : words_of(term.text)) {
    if (word.kind == WordKind::punctuation) continue;
    ++words;
    if (std::string root = word_root(word.range.of(term.text)); !root.empty())
      said.roots.push_back(std::move(root));
  }
  said.is_word = words == 1;
  return said;
}

}  // namespace

const ReadConcept& ConceptReader::read(std::uint32_t concept_index) {
  const auto [place, is_new] = read_.try_emplace(concept_index);
  ReadConcept& read = place->second;
  if (!is_new) return read;
  const Concept& entry = termbase_.concepts[concept_index];
  for (const Term& term : entry.terms)
    if (term.language.primary() == language_.primary())
      read.terms.push_back(read_term(term));
  read.best = best_term(entry, language_);
  return read;
}

void ConceptReader::make_room() {
  constexpr std::size_t most = 20'000;  // concepts; some 10 MB
  if (read_.size() > most) read_.clear();
}

}  // namespace hexapla
