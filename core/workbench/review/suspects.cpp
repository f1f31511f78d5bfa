#include "workbench/review/reviewed_work.hpp"

#include <algorithm>

namespace hexapla {

void ReviewedWork::index_contradictions() {
  contradictions_.clear();
  const Multitext& multitext = work_.multitext;
  for (const Bitext& bitext : multitext.bitexts) {
    if (bitext.source == 0) continue;  // rows are made of these
    for (const Bead& bead : bitext.beads) {
      if (bead.source.empty() || bead.target.empty()) continue;
      const auto [first, last] = std::minmax({row_of(bitext.source, bead.source.first),
                                              row_of(bitext.source, bead.source.last - 1),
                                              row_of(bitext.target, bead.target.first),
                                              row_of(bitext.target, bead.target.last - 1)});
      if (first == last) continue;
      for (std::size_t row = first; row <= last; ++row) {
        auto& votes = contradictions_[row];
        votes.resize(multitext.documents.size());
        ++votes[bitext.source];
        ++votes[bitext.target];
      }
    }
  }
}

std::vector<Finding> ReviewedWork::plain_findings() const {
  std::vector<Finding> findings;
  for (const NamedFinding& named : findings_)
    findings.push_back(named.finding);
  return findings;
}

std::optional<std::uint32_t> ReviewedWork::suspect_of(std::size_t row) const {
  if (doubts_of(row).empty()) return std::nullopt;
  if (const auto found = contradictions_.find(row); found != contradictions_.end()) {
    const auto& votes = found->second;
    return static_cast<std::uint32_t>(std::ranges::max_element(votes) - votes.begin());
  }
  const auto& runs = work_.multitext.rows[row].runs;
  const auto empty = std::ranges::find_if(runs, &SegmentRun::empty);
  if (empty != runs.end()) return static_cast<std::uint32_t>(empty - runs.begin());
  std::optional<std::uint32_t> least_sure;
  double least = 1;
  for (const Bitext& bitext : work_.multitext.pivot_bitexts()) {
    const SegmentRun& run = runs[bitext.target];
    const auto bead = std::ranges::partition_point(
        bitext.beads, [&](const Bead& one) { return one.target.last <= run.first; });
    if (bead == bitext.beads.end() || bead->confidence >= least) continue;
    least = bead->confidence;
    least_sure = bitext.target;
  }
  return least_sure;
}

}  // namespace hexapla
