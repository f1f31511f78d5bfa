#include "cli/concept_use.hpp"

#include "term/matcher.hpp"

#include <algorithm>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace hexapla::cli {
namespace {

using Segments = std::vector<std::uint32_t>;

/// What one language does with one concept.
struct Renderings {
  std::map<std::string, Segments> by_term;
  Segments unsaid;
};
using Use = std::map<Language, Renderings>;

struct Reader {
  TermMatcher matcher;
  TermFinder finder{matcher};
  Reader(const Termbase& termbase, Language language) : matcher(termbase, language) {}
};

std::uint32_t segment_at(const Cell& cell, ByteRange range) {
  for (const Piece& piece : cell.pieces)
    if (range.begin < piece.range.end) return piece.segment;
  return cell.pieces.empty() ? 0 : cell.pieces.back().segment;
}

class ConceptUse {
 public:
  explicit ConceptUse(const Termbase& termbase) : termbase_(termbase) {}

  void add(const Unit& row) {
    if (row.cells.size() < 2) return;
    std::set<std::uint32_t> meant;
    for (const TermHit& hit : longest_hits(hits_in(row.cells.front())))
      meant.insert(hit.concept_index);
    for (const Cell& cell : row.cells)
      add(cell, meant);
  }

  void write(std::ostream& out) const {
    std::vector<std::pair<std::size_t, std::uint32_t>> order;
    for (const auto& [concept_index, use] : uses_)
      order.emplace_back(unsaid(use), concept_index);
    std::ranges::stable_sort(
        order, [](const auto& one, const auto& other) { return one.first > other.first; });
    for (const auto& [times, concept_index] : order) {
      out << termbase_.concepts[concept_index].id << '\n';
      for (const auto& [language, renderings] : uses_.at(concept_index))
        write(out, language, renderings);
    }
  }

 private:
  std::vector<TermHit> hits_in(const Cell& cell) {
    auto reader = readers_.find(cell.language);
    if (reader == readers_.end())
      reader = readers_.try_emplace(cell.language, termbase_, cell.language).first;
    return reader->second.finder.find_all(cell.text, words_of(cell.text));
  }

  [[nodiscard]] bool has_term(std::uint32_t concept_index, Language language) const {
    return std::ranges::any_of(
        termbase_.concepts[concept_index].terms, [&](const Term& term) {
          return term.language.primary() == language.primary() && is_usable(term.status);
        });
  }

  void add(const Cell& cell, const std::set<std::uint32_t>& meant) {
    std::set<std::uint32_t> said;
    for (const TermHit& hit : hits_in(cell)) {
      if (!meant.contains(hit.concept_index)) continue;
      said.insert(hit.concept_index);
      const Term& term = termbase_.concepts[hit.concept_index].terms[hit.term_index];
      uses_[hit.concept_index][cell.language].by_term[term.text].push_back(
          segment_at(cell, hit.range));
    }
    for (const std::uint32_t concept_index : meant)
      if (!said.contains(concept_index) && has_term(concept_index, cell.language))
        uses_[concept_index][cell.language].unsaid.push_back(
            segment_at(cell, {0, cell.text.size()}));
  }

  static std::size_t unsaid(const Use& use) {
    std::size_t times = 0;
    for (const auto& [language, renderings] : use)
      times += renderings.unsaid.size();
    return times;
  }

  static void write(std::ostream& out, Language language, const Renderings& renderings) {
    std::vector<std::pair<std::string, Segments>> terms(renderings.by_term.begin(),
                                                        renderings.by_term.end());
    std::ranges::stable_sort(terms, [](const auto& one, const auto& other) {
      return one.second.size() > other.second.size();
    });
    if (!renderings.unsaid.empty())
      terms.emplace_back("(none of its terms)", renderings.unsaid);
    for (const auto& [term, segments] : terms) {
      out << "  " << language.tag() << "  " << segments.size() << " x " << term << "  in";
      for (const std::uint32_t segment : segments)
        out << ' ' << segment;
      out << '\n';
    }
  }

  const Termbase& termbase_;
  std::map<Language, Reader> readers_;
  std::map<std::uint32_t, Use> uses_;
};

}  // namespace

void write_concept_use(std::span<const Unit> rows, const Termbase& termbase,
                       std::ostream& out) {
  ConceptUse use(termbase);
  for (const Unit& row : rows)
    use.add(row);
  use.write(out);
}

}  // namespace hexapla::cli
