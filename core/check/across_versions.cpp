#include "check/across_versions.hpp"

#include "check/parsed_cell.hpp"
#include "check/term_reader.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

namespace hexapla {
namespace {

constexpr std::size_t least_keepers = 2;  // beside the pivot

/// Where a missing term is reported: target language, then its first spot in the source.
using MissingPlace = std::tuple<Language, std::uint32_t, std::size_t>;

class Rows {
 public:
  Rows(const Termbase& termbase, Language pivot, std::vector<Finding>& findings)
      : reader_(termbase), pivot_(pivot) {
    for (Finding& finding : findings) {
      if (finding.rule != Rule::term_missing || finding.source.empty()) continue;
      const Spot& spot = finding.source.front();
      missing_[{finding.target.front().language, spot.segment, spot.range.begin}] =
          &finding;
    }
  }

  void read(const AlignedUnit& row) {
    const auto source = std::ranges::find(row.cells, pivot_, &Cell::language);
    if (missing_.empty() || source == row.cells.end() ||
        row.cells.size() < least_keepers + 2)
      return;
    std::map<Language, std::set<std::uint32_t>> said;
    for (const Cell& cell : row.cells)
      if (cell.language != pivot_)
        for (const TermHit& hit : reader_.hits_in(cell))
          said[cell.language].insert(hit.concept_index);
    for (const TermHit& hit : longest_hits(reader_.hits_in(*source)))
      weigh(row, *source, hit, said);
  }

 private:
  void weigh(const AlignedUnit& row, const Cell& source, const TermHit& hit,
             const std::map<Language, std::set<std::uint32_t>>& said) {
    std::vector<Language> lacking;
    std::size_t keepers = 0;
    for (const Cell& cell : row.cells) {
      if (cell.language == pivot_ || !reader_.has_term(hit.concept_index, cell.language))
        continue;
      const auto concepts = said.find(cell.language);
      const bool keeps =
          concepts != said.end() && concepts->second.contains(hit.concept_index);
      if (keeps) ++keepers;
      if (!keeps) lacking.push_back(cell.language);
    }
    if (lacking.size() != 1 || keepers < least_keepers) return;
    for (const Spot& spot : spots_of(source, hit.range)) {
      const auto found = missing_.find({lacking.front(), spot.segment, spot.range.begin});
      if (found != missing_.end()) raise(*found->second, keepers, row.confidence);
    }
  }

  /// Each language that keeps the term doubles the odds that this one lost it.
  static void raise(Finding& finding, std::size_t keepers, double certainty_of_row) {
    constexpr double most = 0.98;
    const double before = std::min(finding.confidence, most);
    double odds = before / (1 - before);
    for (std::size_t keeper = 0; keeper < keepers; ++keeper)
      odds *= 2;
    finding.confidence = std::max(finding.confidence, certainty_of_row * odds / (1 + odds));
    finding.severity = severity_for(finding.confidence);
    finding.message += "; the other " + std::to_string(keepers) + " languages have it";
  }

  TermReader reader_;
  Language pivot_;
  std::map<MissingPlace, Finding*> missing_;
};

}  // namespace

void weigh_by_other_versions(std::span<const AlignedUnit> rows, const Termbase& termbase,
                             Language pivot, std::vector<Finding>& findings) {
  Rows reading(termbase, pivot, findings);
  for (const AlignedUnit& row : rows)
    reading.read(row);
}

}  // namespace hexapla
