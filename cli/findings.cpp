#include "cli/findings.hpp"

#include "align/aligned_unit.hpp"
#include "check/across_versions.hpp"
#include "check/check.hpp"

#include <algorithm>
#include <iterator>

namespace hexapla::cli {

std::vector<Finding> findings_of(const Multitext& multitext, const Termbase& termbase,
                                 const Profile& profile) {
  std::vector<Finding> findings;
  for (const Bitext& bitext : multitext.pivot_bitexts())
    std::ranges::move(check(units_of_beads(multitext, bitext), termbase),
                      std::back_inserter(findings));
  if (!multitext.documents.empty())
    weigh_by_other_versions(units_of_rows(multitext), termbase,
                            multitext.documents.front().document.language, findings);
  return profile.applied(std::move(findings));
}

std::vector<Finding> findings_of(const AlignedLines& lines,
                                 const std::array<Language, 2>& languages,
                                 const Termbase& termbase, const Profile& profile) {
  constexpr std::size_t stretch = 16384;  // lines held as units at a time
  const Checker checker(termbase, languages[0], languages[1]);
  DocumentUse use;
  const auto each_stretch = [&](const auto& visit) {
    for (std::size_t first = 0; first < lines.size(); first += stretch)
      visit(lines.units(first, std::min(first + stretch, lines.size())));
  };
  each_stretch([&](const std::vector<AlignedUnit>& units) { checker.survey(units, use); });
  use.learn();
  std::vector<Finding> findings;
  each_stretch([&](const std::vector<AlignedUnit>& units) {
    std::ranges::move(profile.applied(checker.check(units, use)),
                      std::back_inserter(findings));
  });
  return findings;
}

}  // namespace hexapla::cli
