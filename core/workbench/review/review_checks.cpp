#include "align/aligned_unit.hpp"
#include "check/across_versions.hpp"
#include "check/check.hpp"
#include "workbench/review/reviewed_work.hpp"
#include "workbench/workbench.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace hexapla {
namespace {

/// The rows of a work that were touched, as a work of their own beads.
Multitext touched_part(const Multitext& whole, const std::vector<bool>& touched) {
  Multitext part;
  part.documents = whole.documents;
  for (std::size_t row = 0; row < whole.rows.size(); ++row)
    if (touched[row]) part.rows.push_back(whole.rows[row]);
  const auto is_inside = [&](std::uint32_t document, const SegmentRun& run) {
    return std::ranges::any_of(part.rows, [&](const Row& row) {
      const SegmentRun& held = row.runs[document];
      return !run.empty() && held.first <= run.first && run.last <= held.last;
    });
  };
  for (const Bitext& bitext : whole.pivot_bitexts()) {
    Bitext& kept = part.bitexts.emplace_back(Bitext{bitext.source, bitext.target, {}});
    for (const Bead& bead : bitext.beads)
      if (is_inside(bitext.source, bead.source) || is_inside(bitext.target, bead.target))
        kept.beads.push_back(bead);
  }
  return part;
}

}  // namespace

std::vector<Finding> ReviewChecks::whole(const Multitext& multitext) const {
  return hexapla::findings_of(multitext, termbase_);
}

std::vector<Finding> ReviewChecks::after(const DecidedWork& now,
                                         const std::vector<bool>& touched) const {
  const Multitext& multitext = now.multitext;
  if (!leaves_rest(multitext)) return whole(multitext);
  std::map<Language, std::set<std::uint32_t>> segments;  // that are touched
  for (std::size_t row = 0; row < multitext.rows.size(); ++row)
    for (std::size_t document = 0; touched[row] && document < multitext.documents.size();
         ++document) {
      const SegmentRun& run = multitext.rows[row].runs[document];
      auto& of_language = segments[multitext.documents[document].document.language];
      for (auto at = run.first; at < run.last; ++at)
        of_language.insert(at);
    }
  const auto is_touched = [&](const Finding& finding) {
    const Spot& spot = finding.target.front();
    return segments[spot.language].contains(spot.segment);
  };
  std::vector<Finding> findings = now.findings;
  std::erase_if(findings, is_touched);
  std::ranges::move(hexapla::findings_of(touched_part(multitext, touched), termbase_),
                    std::back_inserter(findings));
  return findings;
}

Recheck recheck_after(const ReviewedWork& before, const ReviewChecks& checks,
                      std::optional<DecidedWork>* kept) {
  return [&before, &checks, kept](DecidedWork& now) {
    std::vector<bool> touched(now.ids.size());
    for (std::size_t row = 0; row < now.ids.size(); ++row)
      touched[row] = !before.said(now.ids[row], ReviewedWork::texts_mark_of(now, row));
    now.findings = checks.after(now, touched);
    std::vector<Finding> findings = now.findings;
    if (kept != nullptr) *kept = std::move(now);
    return findings;
  };
}

}  // namespace hexapla
