#include "check/concept_use.hpp"

#include "check/term_reader.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace hexapla {
namespace {

using Segments = std::vector<std::uint32_t>;

std::uint32_t segment_at(const Cell& cell, ByteRange range) {
  for (const Piece& piece : cell.pieces)
    if (range.begin < piece.range.end) return piece.segment;
  return cell.pieces.empty() ? 0 : cell.pieces.back().segment;
}

class ConceptCounts {
 public:
  explicit ConceptCounts(const Termbase& termbase)
      : termbase_(termbase), reader_(termbase) {}

  void add(const AlignedUnit& row) {
    if (row.cells.size() < 2) return;
    std::set<std::uint32_t> meant;
    for (const TermHit& hit : longest_hits(reader_.hits_in(row.cells.front())))
      meant.insert(hit.concept_index);
    for (const Cell& cell : row.cells)
      add(cell, meant);
  }

  [[nodiscard]] std::vector<ConceptUse> result() const {
    std::vector<ConceptUse> uses;
    for (const auto& [concept_index, languages] : counts_) {
      ConceptUse use{concept_index, {}, 0};
      for (const auto& [language, by_term] : languages)
        use.languages.push_back(in_order(language, by_term));
      for (const LanguageUse& one : use.languages)
        if (one.renderings.back().term.empty())
          use.unsaid += one.renderings.back().segments.size();
      uses.push_back(std::move(use));
    }
    std::ranges::stable_sort(uses, std::ranges::greater(), &ConceptUse::unsaid);
    return uses;
  }

 private:
  using ByTerm = std::map<std::string, Segments>;  ///< "": none of them.

  void add(const Cell& cell, const std::set<std::uint32_t>& meant) {
    std::set<std::uint32_t> said;
    for (const TermHit& hit : reader_.hits_in(cell)) {
      if (!meant.contains(hit.concept_index)) continue;
      said.insert(hit.concept_index);
      const Term& term = termbase_.concepts[hit.concept_index].terms[hit.term_index];
      counts_[hit.concept_index][cell.language][term.text].push_back(
          segment_at(cell, hit.range));
    }
    for (const std::uint32_t concept_index : meant)
      if (!said.contains(concept_index) && reader_.has_term(concept_index, cell.language))
        counts_[concept_index][cell.language][""].push_back(
            segment_at(cell, {0, cell.text.size()}));
  }

  static LanguageUse in_order(Language language, const ByTerm& by_term) {
    LanguageUse use{language, {}};
    for (const auto& [term, segments] : by_term)
      use.renderings.push_back({term, segments});
    std::ranges::stable_sort(use.renderings,
                             [](const Rendering& one, const Rendering& other) {
                               if (one.term.empty() != other.term.empty())
                                 return other.term.empty();
                               return one.segments.size() > other.segments.size();
                             });
    return use;
  }

  const Termbase& termbase_;
  TermReader reader_;
  std::map<std::uint32_t, std::map<Language, ByTerm>> counts_;
};

}  // namespace

std::vector<ConceptUse> concept_use(std::span<const AlignedUnit> rows,
                                    const Termbase& termbase) {
  ConceptCounts counts(termbase);
  for (const AlignedUnit& row : rows)
    counts.add(row);
  return counts.result();
}

}  // namespace hexapla
