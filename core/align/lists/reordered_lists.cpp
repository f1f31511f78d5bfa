#include "align/lists/reordered_lists.hpp"

#include "align/lists/entry_likeness.hpp"
#include "text/code_point.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace hexapla {
namespace {

/// Fewer lines are named in passing; more are a text of verses or of cells.
constexpr std::uint32_t shortest_list = 4;
constexpr std::uint32_t longest_list = 400;
constexpr std::size_t longest_entry = 120;  // code points
/// Versions of a list have about as many entries, and are at about the same place: so far
/// apart as a share of the text.
constexpr std::uint32_t most_times_as_long = 2;
constexpr double farthest = 0.25;
/// Two entries are versions of each other when they fit so well, and so much better than
/// either fits any other entry; nats.
constexpr double least_likeness = 1;
constexpr double least_list_advantage = 1.5;
constexpr double great_advantage = 4;
constexpr double surely = 0.9;
constexpr double probably = 0.7;
/// Of what has no partner because nothing speaks for any.
constexpr double kept_in_reordered = 0.5;

bool is_entry(std::string_view text) {
  while (!text.empty() && is_closing_mark(code_point_before(text, text.size()))) {
    std::size_t end = text.size();
    (void)previous_code_point(text, end);
    text = text.substr(0, end);
  }
  if (text.empty() || count_code_points(text) > longest_entry) return false;
  // What ends with a semicolon, a colon or a comma is a point of a list that keeps its
  // order, or a line of verse.
  constexpr std::u32string_view going_on = U";:,；：，、؛،";
  const char32_t last = code_point_before(text, text.size());
  return !is_terminal(last) && going_on.find(last) == std::u32string_view::npos;
}

/// Whether the segment is a block of its own, as far as one knows.
bool is_block(const AlignmentSide& side, std::uint32_t segment) {
  if (side.places.empty()) return true;
  const bool ends =
      segment + 1 == side.places.size() || side.places[segment + 1].begins_block;
  return ends && side.places[segment].begins_block;
}

bool alike(const AlignmentSide& side, std::uint32_t one, std::uint32_t other) {
  return side.places.empty() || side.places[one].kind == side.places[other].kind;
}

/// The runs of lines that may be lists.
std::vector<SegmentRun> runs_of_entries(const AlignmentSide& side) {
  std::vector<SegmentRun> runs;
  const auto size = static_cast<std::uint32_t>(side.segments.size());
  for (std::uint32_t first = 0; first < size;) {
    auto last = first;
    while (last < size && is_block(side, last) && is_entry(side.segments[last]) &&
           alike(side, first, last))
      ++last;
    if (last - first >= shortest_list && last - first <= longest_list)
      runs.push_back({first, last});
    first = std::max(first + 1, last);
  }
  return runs;
}

AlignmentSide texts_of_run(const AlignmentSide& side, const SegmentRun& run) {
  return {side.language,
          {side.segments.begin() + run.first, side.segments.begin() + run.last},
          {}};
}

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// Chooses, round by round, the entries that clearly belong to each other.
class Choice {
 public:
  explicit Choice(const EntryLikeness& likeness)
      : likeness_(likeness),
        source_taken_(likeness.size()),
        target_taken_(likeness.front().size()) {}

  std::vector<Bead> run() {
    while (take_clear_ones()) {
    }
    std::ranges::sort(beads_, {}, [](const Bead& bead) { return bead.source.first; });
    return std::move(beads_);
  }

 private:
  bool take_clear_ones() {
    const std::size_t before = beads_.size();
    for (std::uint32_t source = 0; source < source_taken_.size(); ++source) {
      if (source_taken_[source]) continue;
      const auto target = best_of(source);
      const double advantage = target ? advantage_of(source, *target) : 0;
      if (advantage < least_list_advantage) continue;
      source_taken_[source] = target_taken_[*target] = true;
      beads_.push_back({{source, source + 1},
                        {*target, *target + 1},
                        advantage >= great_advantage ? surely : probably});
    }
    return beads_.size() > before;
  }

  [[nodiscard]] std::optional<std::uint32_t> best_of(std::uint32_t source) const {
    std::optional<std::uint32_t> best;
    for (std::uint32_t target = 0; target < target_taken_.size(); ++target)
      if (!target_taken_[target] && likeness_[source][target] >= least_likeness &&
          (!best || likeness_[source][target] > likeness_[source][*best]))
        best = target;
    return best;
  }

  /// By how much the two fit better than either fits another that is left.
  [[nodiscard]] double advantage_of(std::uint32_t source, std::uint32_t target) const {
    double second = 0;
    for (std::uint32_t other = 0; other < target_taken_.size(); ++other)
      if (other != target && !target_taken_[other])
        second = std::max(second, likeness_[source][other]);
    for (std::uint32_t other = 0; other < source_taken_.size(); ++other)
      if (other != source && !source_taken_[other])
        second = std::max(second, likeness_[other][target]);
    return likeness_[source][target] - second;
  }

  const EntryLikeness& likeness_;
  std::vector<bool> source_taken_;
  std::vector<bool> target_taken_;
  std::vector<Bead> beads_;
};

bool cross(const Bead& one, const Bead& other) {
  return (one.source.first < other.source.first) != (one.target.first < other.target.first);
}

/// A longest series of beads in the order of both sides.
/// Source: patience sorting, as in Schensted (1961).
std::vector<Bead> longest_series(const std::vector<Bead>& beads) {
  std::vector<std::size_t> ends;  // by length: the bead with the least target
  std::vector<std::optional<std::size_t>> before(beads.size());
  for (std::size_t bead = 0; bead < beads.size(); ++bead) {
    const auto place =
        std::ranges::lower_bound(ends, beads[bead].target.first, {},
                                 [&](std::size_t end) { return beads[end].target.first; });
    if (place != ends.begin()) before[bead] = *(place - 1);
    if (place == ends.end())
      ends.push_back(bead);
    else
      *place = bead;
  }
  std::vector<Bead> series;
  for (auto bead = ends.empty() ? std::nullopt : std::optional(ends.back()); bead;
       bead = before[*bead])
    series.push_back(beads[*bead]);
  std::ranges::reverse(series);
  return series;
}

bool is_reordered(const std::vector<Bead>& beads, std::size_t entries) {
  constexpr std::size_t least_out_of_order = 2;
  constexpr std::size_t most_in_order = 8;  // times those out of order
  constexpr std::size_t paired = 3;         // one entry in so many, at least
  const std::size_t moved = beads.size() - longest_series(beads).size();
  return moved >= least_out_of_order && most_in_order * moved >= beads.size() &&
         paired * beads.size() >= entries;
}

/// What is reordered of two runs of lines; headings above and lines below are not.
struct Windows {
  SegmentRun source;
  SegmentRun target;
};

/// The entries of `window` without a partner.
std::uint32_t unpaired_in(const SegmentRun& window, const std::vector<Bead>& beads,
                          SegmentRun Bead::*side) {
  const auto paired = std::ranges::count_if(beads, [&](const Bead& bead) {
    return (bead.*side).first >= window.first && (bead.*side).last <= window.last;
  });
  return window.size() - static_cast<std::uint32_t>(paired);
}

/// `window` with neighbours that may face some of `partners` entries of the other side: as
/// many lines stay outside on either side, and what there is more is of the list.
SegmentRun widened(const SegmentRun& window, std::uint32_t size, std::uint32_t above,
                   std::uint32_t below, std::uint32_t partners) {
  const auto before = window.first - std::min(window.first, above);
  const auto after = size - window.last - std::min(size - window.last, below);
  return {window.first - std::min(before, partners),
          window.last + std::min(after, partners)};
}

Windows windows_of(const std::vector<Bead>& beads, std::uint32_t sources,
                   std::uint32_t targets) {
  Windows windows{{sources, 0}, {targets, 0}};
  for (const Bead& bead : beads) {
    if (std::ranges::none_of(beads, [&](const Bead& other) { return cross(bead, other); }))
      continue;
    windows.source.first = std::min(windows.source.first, bead.source.first);
    windows.source.last = std::max(windows.source.last, bead.source.last);
    windows.target.first = std::min(windows.target.first, bead.target.first);
    windows.target.last = std::max(windows.target.last, bead.target.last);
  }
  const auto lonely_sources = unpaired_in(windows.source, beads, &Bead::source);
  const auto lonely_targets = unpaired_in(windows.target, beads, &Bead::target);
  const auto [source, target] = windows;
  return {widened(source, sources, target.first, targets - target.last, lonely_targets),
          widened(target, targets, source.first, sources - source.last, lonely_sources)};
}

bool inside(const SegmentRun& run, const SegmentRun& window) {
  return run.first >= window.first && run.last <= window.last;
}

SegmentRun moved(const SegmentRun& run, std::uint32_t by) {
  return {run.first + by, run.last + by};
}

/// The list as it stands in its runs, with entries that have no partner.
ReorderedList list_of(const std::vector<Bead>& beads, const Windows& windows,
                      const SegmentRun& source, const SegmentRun& target) {
  ReorderedList list{
      moved(windows.source, source.first), moved(windows.target, target.first), {}};
  std::vector<bool> source_paired(source.size());
  std::vector<bool> target_paired(target.size());
  for (const Bead& bead : beads) {
    if (!inside(bead.source, windows.source) || !inside(bead.target, windows.target))
      continue;
    source_paired[bead.source.first] = target_paired[bead.target.first] = true;
    list.beads.push_back({moved(bead.source, source.first),
                          moved(bead.target, target.first), bead.confidence});
  }
  for (auto entry = list.source.first; entry < list.source.last; ++entry)
    if (!source_paired[entry - source.first])
      list.beads.push_back(
          {{entry, entry + 1}, {list.target.last, list.target.last}, kept_in_reordered});
  for (auto entry = list.target.first; entry < list.target.last; ++entry)
    if (!target_paired[entry - target.first])
      list.beads.push_back(
          {{list.source.last, list.source.last}, {entry, entry + 1}, kept_in_reordered});
  std::ranges::stable_sort(list.beads, {},
                           [](const Bead& bead) { return bead.source.first; });
  return list;
}

/// The list that two runs of lines are versions of, if they are, and in another order.
std::optional<ReorderedList> list_in(const AlignmentSide& source,
                                     const SegmentRun& source_run,
                                     const AlignmentSide& target,
                                     const SegmentRun& target_run,
                                     const WordSources& words) {
  const auto likeness = entry_likeness(texts_of_run(source, source_run),
                                       texts_of_run(target, target_run), words);
  const auto beads = Choice(likeness).run();
  if (!is_reordered(beads, std::min(source_run.size(), target_run.size())))
    return std::nullopt;
  const auto windows = windows_of(beads, source_run.size(), target_run.size());
  return list_of(beads, windows, source_run, target_run);
}

/// Where the middle of a run is in its text, 0 to 1.
double place_of(const SegmentRun& run, const AlignmentSide& side) {
  return (run.first + run.last) / 2.0 / static_cast<double>(side.segments.size());
}

}  // namespace

std::vector<ReorderedList> reordered_lists(const AlignmentSide& source,
                                           const AlignmentSide& target,
                                           const WordSources& words) {
  constexpr std::size_t most_tried = 3;  // runs of the target for one of the source
  std::vector<ReorderedList> lists;
  const auto targets = runs_of_entries(target);
  auto next = targets.begin();  // what is before faces nothing that follows
  for (const SegmentRun& run : runs_of_entries(source)) {
    std::size_t tried = 0;
    for (auto other = next; other != targets.end() && tried < most_tried; ++other) {
      if (std::abs(place_of(run, source) - place_of(*other, target)) > farthest ||
          run.size() > most_times_as_long * other->size() ||
          other->size() > most_times_as_long * run.size())
        continue;
      ++tried;
      auto list = list_in(source, run, target, *other, words);
      if (!list) continue;
      lists.push_back(*std::move(list));
      next = other + 1;
      break;
    }
  }
  return lists;
}

std::vector<Bead> in_one_order(const ReorderedList& list) {
  std::vector<Bead> pairs;
  for (const Bead& bead : list.beads)
    if (!bead.source.empty() && !bead.target.empty()) pairs.push_back(bead);
  std::vector<Bead> beads;
  auto source = list.source.first;
  auto target = list.target.first;
  const auto leave_alone = [&](std::uint32_t to_source, std::uint32_t to_target) {
    for (; source < to_source; ++source)
      beads.push_back({{source, source + 1}, {target, target}, kept_in_reordered});
    for (; target < to_target; ++target)
      beads.push_back({{source, source}, {target, target + 1}, kept_in_reordered});
  };
  for (const Bead& bead : longest_series(pairs)) {
    leave_alone(bead.source.first, bead.target.first);
    beads.push_back(bead);
    source = bead.source.last;
    target = bead.target.last;
  }
  leave_alone(list.source.last, list.target.last);
  return beads;
}

}  // namespace hexapla
