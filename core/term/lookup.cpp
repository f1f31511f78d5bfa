#include "term/lookup.hpp"

#include "text/fold.hpp"

#include <algorithm>
#include <string>

namespace hexapla {
namespace {

/// How well a term fits; smaller is better.
enum class Fit { whole, start, inside, none };

Fit fit_of(std::string_view term, std::string_view words) {
  const std::size_t at = term.find(words);
  if (at == std::string_view::npos) return Fit::none;
  if (term.size() == words.size()) return Fit::whole;
  return at == 0 ? Fit::start : Fit::inside;
}

}  // namespace

std::vector<LookupHit> look_up(const Termbase& termbase, std::string_view words,
                               std::optional<Language> language) {
  struct Fitting {
    LookupHit hit;
    Fit fit = Fit::none;
  };
  const std::string key = folded(words);
  std::vector<Fitting> found;
  for (std::size_t index = 0; index < termbase.concepts.size(); ++index) {
    const Concept& entry = termbase.concepts[index];
    Fitting best{{index, 0}, entry.id == words ? Fit::whole : Fit::none};
    for (std::size_t at = 0; at < entry.terms.size(); ++at) {
      const Term& term = entry.terms[at];
      if (language && term.language.primary() != language->primary()) continue;
      const Fit fit = fit_of(folded(term.text), key);
      if (fit < best.fit) best = {{index, at}, fit};
    }
    if (best.fit != Fit::none) found.push_back(best);
  }
  std::ranges::stable_sort(found, {}, &Fitting::fit);
  std::vector<LookupHit> hits;
  for (const Fitting& fitting : found)
    hits.push_back(fitting.hit);
  return hits;
}

}  // namespace hexapla
