#include "align/rows.hpp"

#include "align/documents/links_between.hpp"
#include "align/documents/triangulation.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

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

/// What most languages hold to be wrong.
class Disputes {
 public:
  Disputes(std::span<const Bitext> bitexts, std::span<const std::uint32_t> sizes,
           std::span<const ConfirmedBeads> confirmed)
      : links_(static_cast<std::uint32_t>(sizes.size())), confirmed_(confirmed) {
    for (const Bitext& bitext : bitexts)
      links_.set(bitext.source, bitext.target, certain(bitext.beads), sizes);
  }

  /// By bead of the bitext: the pair itself has one voice, each third language another.
  [[nodiscard]] std::vector<bool> outvoted(const Bitext& bitext) const {
    const auto paths = links_.paths(bitext.source, bitext.target);
    const Triangulation witnesses(paths, links_.paths(bitext.target, bitext.source));
    const auto voices = static_cast<double>(paths.size());
    std::vector<bool> result;
    for (const Bead& bead : bitext.beads) {
      const double agreed =
          paths.empty() ? 1 : witnesses.agreement(bead.source, bead.target);
      result.push_back(2 * (voices * agreed + bead.confidence) < voices + 1 &&
                       !is_confirmed(bitext, bead));
    }
    return result;
  }

 private:
  static std::vector<Bead> certain(std::vector<Bead> beads) {
    for (Bead& bead : beads)
      bead.confidence = 1;
    return beads;
  }

  [[nodiscard]] bool is_confirmed(const Bitext& bitext, const Bead& bead) const {
    return std::ranges::any_of(confirmed_, [&](const ConfirmedBeads& known) {
      return known.source == bitext.source && known.target == bitext.target &&
             std::ranges::any_of(known.beads, [&](const Bead& fixed) {
               return fixed.source == bead.source && fixed.target == bead.target;
             });
    });
  }

  LinksBetween links_;
  std::span<const ConfirmedBeads> confirmed_;
};

void join_beads(Groups& groups, const Bitext& bitext, const std::vector<bool>& outvoted) {
  for (std::size_t number = 0; number < bitext.beads.size(); ++number) {
    if (outvoted[number]) continue;
    const Bead& bead = bitext.beads[number];
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

/// Takes in what is in the holes of a group until no group has one.
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

/// The groups that a bead touches; more than one when its row was cut.
std::set<std::uint32_t> groups_of(const Bitext& bitext, const Bead& bead, Groups& groups) {
  std::set<std::uint32_t> touched;
  for (auto segment = bead.source.first; segment < bead.source.last; ++segment)
    touched.insert(groups.group_of(groups.node(bitext.source, segment)));
  for (auto segment = bead.target.first; segment < bead.target.last; ++segment)
    touched.insert(groups.group_of(groups.node(bitext.target, segment)));
  return touched;
}

/// What the bitexts say of rows that are settled.
class Verdicts {
 public:
  Verdicts(std::map<std::uint32_t, Row>& rows, Groups& groups)
      : rows_(rows), groups_(groups) {}

  void hear(const Bitext& bitext) {
    std::map<std::uint32_t, bool> agrees;  // by group: the pair joins it and nothing more
    for (const Bead& bead : bitext.beads) {
      const auto touched = groups_of(bitext, bead, groups_);
      for (const auto group : touched) {
        Row& row = rows_.at(group);
        if (bitext.source == 0) row.confidence = std::min(row.confidence, bead.confidence);
        const bool should_link =
            !row.runs[bitext.source].empty() && !row.runs[bitext.target].empty();
        const bool links = !bead.source.empty() && !bead.target.empty();
        auto& agreed = agrees.try_emplace(group, !should_link).first->second;
        if (touched.size() > 1) {
          cut_.insert(group);
        } else {
          agreed |= links;
        }
      }
    }
    for (const auto& [group, agreed] : agrees) {
      Count& count = counts_[group];
      ++count.all;
      if (agreed && !cut_.contains(group)) ++count.agreed;
    }
    cut_.clear();
  }

  void settle() {
    for (const auto& [group, count] : counts_)
      rows_.at(group).agreement = static_cast<double>(count.agreed) / count.all;
  }

 private:
  struct Count {
    std::uint32_t agreed = 0;
    std::uint32_t all = 0;
  };
  std::map<std::uint32_t, Row>& rows_;
  Groups& groups_;
  std::map<std::uint32_t, Count> counts_;
  std::set<std::uint32_t> cut_;  ///< By beads of the bitext that is heard.
};

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
                           std::span<const std::uint32_t> sizes,
                           std::span<const ConfirmedBeads> confirmed) {
  Groups groups(sizes);
  const Disputes disputes(bitexts, sizes, confirmed);
  for (const Bitext& bitext : bitexts)
    join_beads(groups, bitext, disputes.outvoted(bitext));
  auto rows = rows_without_holes(groups, sizes);
  Verdicts verdicts(rows, groups);
  for (const Bitext& bitext : bitexts)
    verdicts.hear(bitext);
  verdicts.settle();
  std::map<Position, Row> in_order;
  for (const auto& [group, row] : rows)
    in_order.emplace(position_of(row, rows, groups), row);
  std::vector<Row> result;
  for (const auto& [position, row] : in_order)
    result.push_back(row);
  return result;
}

}  // namespace hexapla
