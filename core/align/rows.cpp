#include "align/rows.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace hexapla {
namespace {

/// The segments of all documents as one line of nodes, in groups that only ever grow.
class Groups {
 public:
  explicit Groups(std::span<const std::uint32_t> sizes) {
    for (const auto size : sizes)
      starts_.push_back(starts_.back() + size);
    parents_.resize(starts_.back());
    std::iota(parents_.begin(), parents_.end(), 0U);
  }

  [[nodiscard]] std::uint32_t node(std::uint32_t document, std::uint32_t segment) const {
    return starts_[document] + segment;
  }

  [[nodiscard]] std::uint32_t group_of(std::uint32_t node) {
    while (parents_[node] != node)
      node = parents_[node] = parents_[parents_[node]];
    return node;
  }

  /// Returns: whether the two were in different groups before.
  bool join(std::uint32_t one, std::uint32_t other) {
    one = group_of(one);
    other = group_of(other);
    if (one == other) return false;
    parents_[std::max(one, other)] = std::min(one, other);
    return true;
  }

  void join_run(std::uint32_t document, const SegmentRun& run) {
    for (std::uint32_t segment = run.first + 1; segment < run.last; ++segment)
      join(node(document, run.first), node(document, segment));
  }

 private:
  std::vector<std::uint32_t> starts_{0};
  std::vector<std::uint32_t> parents_;
};

void join_beads(Groups& groups, const Bitext& bitext) {
  for (const Bead& bead : bitext.beads) {
    groups.join_run(bitext.source, bead.source);
    groups.join_run(bitext.target, bead.target);
    if (!bead.source.empty() && !bead.target.empty())
      groups.join(groups.node(bitext.source, bead.source.first),
                  groups.node(bitext.target, bead.target.first));
  }
}

/// Rows of the groups as they are now: the hull of each group in each document.
std::map<std::uint32_t, Row> hulls(Groups& groups, std::span<const std::uint32_t> sizes) {
  std::map<std::uint32_t, Row> rows;
  for (std::uint32_t document = 0; document < sizes.size(); ++document) {
    for (std::uint32_t segment = 0; segment < sizes[document]; ++segment) {
      Row& row = rows[groups.group_of(groups.node(document, segment))];
      row.runs.resize(sizes.size());
      SegmentRun& run = row.runs[document];
      if (run.empty()) run.first = segment;
      run.last = segment + 1;
    }
  }
  return rows;
}

/// Takes in what stands in the holes of a group until no group has one.
std::map<std::uint32_t, Row> rows_without_holes(Groups& groups,
                                                std::span<const std::uint32_t> sizes) {
  for (;;) {
    auto rows = hulls(groups, sizes);
    bool grown = false;
    for (const auto& [group, row] : rows)
      for (std::uint32_t document = 0; document < sizes.size(); ++document)
        for (auto segment = row.runs[document].first; segment < row.runs[document].last;
             ++segment)
          grown |= groups.join(group, groups.node(document, segment));
    if (!grown) return rows;
  }
}

void lower_confidences(std::map<std::uint32_t, Row>& rows, Groups& groups,
                       const Bitext& bitext) {
  for (const Bead& bead : bitext.beads) {
    const auto node = bead.source.empty() ? groups.node(bitext.target, bead.target.first)
                                          : groups.node(bitext.source, bead.source.first);
    Row& row = rows[groups.group_of(node)];
    row.confidence = std::min(row.confidence, bead.confidence);
  }
}

/// Where a row stands among the others.
struct Position {
  std::uint32_t pivot = 0;  ///< End of the pivot's text up to here.
  std::uint32_t document = 0;
  std::uint32_t segment = 0;

  friend auto operator<=>(const Position&, const Position&) = default;
};

/// A row that the pivot lacks follows what precedes it in the first document that has it.
Position position_of(const Row& row, const std::map<std::uint32_t, Row>& rows,
                     Groups& groups) {
  const auto first =
      std::ranges::find_if(row.runs, [](const SegmentRun& run) { return !run.empty(); });
  const auto document = static_cast<std::uint32_t>(first - row.runs.begin());
  if (document == 0) return {first->last, document, first->first};
  for (auto before = first->first; before > 0; --before) {
    const Row& earlier = rows.at(groups.group_of(groups.node(document, before - 1)));
    if (!earlier.runs.front().empty())
      return {earlier.runs.front().last, document, first->first};
  }
  return {0, document, first->first};
}

}  // namespace

std::vector<Row> rows_from(std::span<const Bitext> bitexts,
                           std::span<const std::uint32_t> sizes) {
  Groups groups(sizes);
  for (const Bitext& bitext : bitexts)
    join_beads(groups, bitext);
  auto rows = rows_without_holes(groups, sizes);
  for (const Bitext& bitext : bitexts)
    lower_confidences(rows, groups, bitext);
  std::map<Position, Row> in_order;
  for (const auto& [group, row] : rows)
    in_order.emplace(position_of(row, rows, groups), row);
  std::vector<Row> result;
  for (const auto& [position, row] : in_order)
    result.push_back(row);
  return result;
}

}  // namespace hexapla
