#include "corpus/row_edits.hpp"

#include "align/rows.hpp"
#include "corpus/tables/apply_decisions.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace hexapla {
namespace {

using Runs = RowEdits::Runs;

[[noreturn]] void refuse_rows(const std::string& why) {
  throw Error(Fault::inconsistent, {"decision", 0}, why);
}

SegmentRun shared(const SegmentRun& run, const SegmentRun& with) {
  const std::uint32_t first = std::max(run.first, with.first);
  const std::uint32_t last = std::min(run.last, with.last);
  return first < last ? SegmentRun{first, last} : SegmentRun{first, first};
}

bool is_blank(const Runs& runs) {
  return std::ranges::all_of(runs, &SegmentRun::empty);
}

bool same_runs(const Runs& runs, const Runs& others) {
  return std::ranges::equal(runs, others, [](const SegmentRun& run, const SegmentRun& as) {
    return run == as || (run.empty() && as.empty());
  });
}

/// The rows of a work by their runs, those that shall be among them.
using RowList = std::vector<Runs>;

RowList runs_of(const std::vector<Row>& rows) {
  RowList list;
  for (const Row& row : rows)
    list.push_back(row.runs);
  return list;
}

std::vector<std::uint32_t> sizes_of(const Multitext& multitext) {
  std::vector<std::uint32_t> sizes;
  for (const SegmentedDocument& version : multitext.documents)
    sizes.push_back(static_cast<std::uint32_t>(version.segments.size()));
  return sizes;
}

/// By document and segment, the row that holds it.
std::vector<std::vector<std::size_t>> rows_by_segment(
    const RowList& rows, std::span<const std::uint32_t> sizes) {
  std::vector<std::vector<std::size_t>> by_segment;
  for (std::size_t document = 0; document < sizes.size(); ++document) {
    auto& of_document = by_segment.emplace_back(sizes[document], rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row)
      for (auto at = rows[row][document].first; at < rows[row][document].last; ++at)
        of_document[at] = row;
  }
  return by_segment;
}

/// Replaces the beads that touch some of the rows: each of these rows becomes a bead of
/// each pair, and what is left of a bead in another row a bead of its own.
class BeadsForRows {
 public:
  BeadsForRows(const Multitext& multitext, RowList rows)
      : multitext_(multitext),
        rows_(std::move(rows)),
        row_of_(rows_by_segment(rows_, sizes_of(multitext))),
        made_(rows_.size(), false) {}

  void make(std::size_t row) { made_[row] = true; }
  [[nodiscard]] bool makes(std::size_t row) const { return made_[row]; }
  [[nodiscard]] const RowList& rows() const { return rows_; }

  [[nodiscard]] Decision decision() const {
    Decision decision;
    decision.kind = DecisionKind::replace;
    for (const Bitext& bitext : multitext_.bitexts) {
      BeadsBetween before{language_of(bitext.source), language_of(bitext.target), {}};
      BeadsBetween after = before;
      replace(bitext, before.beads, after.beads);
      if (before.beads.empty()) continue;
      decision.beads.push_back(std::move(before));
      decision.after.push_back(std::move(after));
    }
    return decision;
  }

 private:
  [[nodiscard]] Language language_of(std::uint32_t document) const {
    return multitext_.documents[document].document.language;
  }

  /// In the order of the rows that a bead touches.
  [[nodiscard]] std::vector<std::size_t> rows_touched(const Bitext& bitext,
                                                      const Bead& bead) const {
    std::vector<std::size_t> touched;
    for (auto at = bead.source.first; at < bead.source.last; ++at)
      touched.push_back(row_of_[bitext.source][at]);
    for (auto at = bead.target.first; at < bead.target.last; ++at)
      touched.push_back(row_of_[bitext.target][at]);
    std::ranges::sort(touched);
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    return touched;
  }

  void replace(const Bitext& bitext, std::vector<Bead>& before,
               std::vector<Bead>& after) const {
    for (const Bead& bead : bitext.beads) {
      const std::vector<std::size_t> touched = rows_touched(bitext, bead);
      if (std::ranges::none_of(touched, [&](std::size_t row) { return made_[row]; }))
        continue;
      before.push_back(bead);
      for (const std::size_t row : touched)
        if (!made_[row])
          add({shared(bead.source, rows_[row][bitext.source]),
               shared(bead.target, rows_[row][bitext.target]), 1},
              after);
    }
    for (std::size_t row = 0; row < rows_.size(); ++row)
      if (made_[row]) add({rows_[row][bitext.source], rows_[row][bitext.target], 1}, after);
    // In the order of the source; those without one go where their target does.
    std::ranges::stable_sort(after, [](const Bead& bead, const Bead& other) {
      if (bead.source.empty() != other.source.empty()) return other.source.empty();
      return bead.source.empty() ? bead.target.first < other.target.first
                                 : bead.source.first < other.source.first;
    });
  }

  static void add(const Bead& bead, std::vector<Bead>& beads) {
    if (!bead.source.empty() || !bead.target.empty()) beads.push_back(bead);
  }

  const Multitext& multitext_;
  RowList rows_;
  std::vector<std::vector<std::size_t>> row_of_;
  std::vector<bool> made_;
};

/// The rows that a work has once `decision` counts.
RowList rows_after(const Multitext& multitext, const Decision& decision) {
  Multitext now;
  now.documents = multitext.documents;
  now.bitexts = multitext.bitexts;
  now.confirmed = multitext.confirmed;
  return runs_of(decided(now, {&decision, 1}).rows);
}

/// A key that tells rows apart: the first segment of the first document that has one.
std::pair<std::size_t, std::uint32_t> key_of(const Runs& runs) {
  const auto first = std::ranges::find_if_not(runs, &SegmentRun::empty);
  return {static_cast<std::size_t>(first - runs.begin()), first->first};
}

/// Rows of `wanted` that `made` does not have.
std::vector<std::size_t> missing_in(const RowList& wanted, RowList made) {
  std::ranges::sort(made, {}, key_of);
  std::vector<std::size_t> missing;
  for (std::size_t row = 0; row < wanted.size(); ++row) {
    const auto there = std::ranges::lower_bound(made, key_of(wanted[row]), {}, key_of);
    if (there == made.end() || !same_runs(*there, wanted[row])) missing.push_back(row);
  }
  return missing;
}

std::size_t characters_in(const SegmentedDocument& version, const SegmentRun& run) {
  std::size_t count = 0;
  for (auto at = run.first; at < run.last; ++at)
    for (const char byte : version.text_of(version.segments[at]))
      count += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U ? 1 : 0;
  return count;
}

void require_same_segments(std::span<const Row> before, const RowList& wanted) {
  for (std::size_t document = 0; document < before.front().runs.size(); ++document) {
    std::vector<std::uint32_t> there;
    std::vector<std::uint32_t> then;
    const auto add = [](const SegmentRun& run, std::vector<std::uint32_t>& to) {
      for (auto at = run.first; at < run.last; ++at)
        to.push_back(at);
    };
    for (const Row& row : before)
      add(row.runs[document], there);
    for (const Runs& runs : wanted)
      add(runs.at(document), then);
    std::ranges::sort(there);
    std::ranges::sort(then);
    if (there != then)
      refuse_rows("the rows would not hold the same segments as before, each once");
  }
}

std::vector<BeadsBetween> beads_inside(const Multitext& multitext, std::uint32_t row,
                                       std::optional<std::uint32_t> document) {
  if (row >= multitext.rows.size()) refuse_rows("there is no row " + std::to_string(row));
  const Runs& runs = multitext.rows[row].runs;
  const auto lies_in = [](const SegmentRun& run, const SegmentRun& whole) {
    return run.empty() || (whole.first <= run.first && run.last <= whole.last);
  };
  std::vector<BeadsBetween> all;
  for (const Bitext& bitext : multitext.bitexts) {
    if (document && bitext.source != *document && bitext.target != *document) continue;
    BeadsBetween pair{multitext.documents[bitext.source].document.language,
                      multitext.documents[bitext.target].document.language,
                      {}};
    for (const Bead& bead : bitext.beads)
      if (lies_in(bead.source, runs[bitext.source]) &&
          lies_in(bead.target, runs[bitext.target]))
        pair.beads.push_back(bead);
    if (!pair.beads.empty()) all.push_back(std::move(pair));
  }
  if (all.empty()) refuse_rows("row " + std::to_string(row) + " links nothing");
  return all;
}

}  // namespace

const Row& RowEdits::row_at(std::uint32_t row) const {
  if (row >= multitext_.rows.size())
    refuse_rows("there is no row " + std::to_string(row) +
                (multitext_.rows.empty()
                     ? std::string("; the work has none")
                     : "; the last is row " + std::to_string(multitext_.rows.size() - 1)));
  return multitext_.rows[row];
}

Decision RowEdits::replace(std::uint32_t first, std::uint32_t last,
                           std::vector<Runs> wanted) const {
  if (first >= last) refuse_rows("no rows are named");
  static_cast<void>(row_at(last - 1));
  std::erase_if(wanted, is_blank);
  require_same_segments({multitext_.rows.begin() + first, multitext_.rows.begin() + last},
                        wanted);
  // Rows that an older aligner made come out otherwise wherever links change: then only the
  // rows that are wanted are looked at.
  const RowList before =
      runs_of(rows_from(multitext_.bitexts, sizes_of(multitext_), multitext_.confirmed));
  const bool is_usual = missing_in(runs_of(multitext_.rows), before).empty();
  RowList rows = runs_of(multitext_.rows);
  rows.erase(rows.begin() + first, rows.begin() + last);
  rows.insert(rows.begin() + first, wanted.begin(), wanted.end());
  const std::size_t end = first + wanted.size();
  BeadsForRows beads(multitext_, std::move(rows));
  for (std::size_t row = first; row < end; ++row)
    beads.make(row);
  // A link between other rows may lose the votes that it had, or win some: such rows are
  // held, too.
  constexpr int most_rounds = 8;
  for (int round = 0; round < most_rounds; ++round) {
    const Decision decision = beads.decision();
    std::vector<std::size_t> missing =
        missing_in(beads.rows(), rows_after(multitext_, decision));
    if (!is_usual)
      std::erase_if(missing, [&](std::size_t row) { return row < first || row >= end; });
    if (missing.empty()) return decision;
    bool grows = false;
    for (const std::size_t row : missing) {
      grows |= !beads.makes(row);
      beads.make(row);
    }
    if (!grows) break;
  }
  refuse_rows(
      "the pairs of languages of this work can't hold such rows: what one row shall hold "
      "is "
      "joined by no pair");
}

Decision RowEdits::join(std::uint32_t first, std::uint32_t last) const {
  if (last < first + 2) refuse_rows("two rows at least are needed to join");
  static_cast<void>(row_at(last - 1));
  Runs joined(multitext_.documents.size());
  for (std::uint32_t row = first; row < last; ++row)
    for (std::size_t document = 0; document < joined.size(); ++document) {
      const SegmentRun& run = multitext_.rows[row].runs[document];
      if (run.empty()) continue;
      if (joined[document].empty()) {
        joined[document] = run;
      } else if (joined[document].last == run.first) {
        joined[document].last = run.last;
      } else {
        refuse_rows("the rows " + std::to_string(first) + " to " +
                    std::to_string(last - 1) + " do not follow each other in " +
                    std::string(multitext_.documents[document].document.language.tag()));
      }
    }
  return replace(first, last, {joined});
}

Decision RowEdits::part(std::uint32_t row, std::span<const std::uint32_t> cuts) const {
  const Runs& runs = row_at(row).runs;
  if (cuts.size() != runs.size()) refuse_rows("a cut is needed for each language");
  std::vector<Runs> wanted(2);
  for (std::size_t document = 0; document < runs.size(); ++document) {
    const SegmentRun& run = runs[document];
    const std::uint32_t cut = run.empty() ? run.first : cuts[document];
    if (cut < run.first || cut > run.last) refuse_rows("a cut lies outside the row");
    wanted[0].push_back({run.first, cut});
    wanted[1].push_back({cut, run.last});
  }
  if (is_blank(wanted[0]) || is_blank(wanted[1]))
    refuse_rows("the row can't be cut there: one part would be empty");
  return replace(row, row + 1, std::move(wanted));
}

std::vector<std::uint32_t> RowEdits::likely_cuts(std::uint32_t row, std::uint32_t document,
                                                 std::uint32_t segment) const {
  const Runs& runs = row_at(row).runs;
  const SegmentRun& run = runs.at(document);
  if (segment <= run.first || segment >= run.last)
    refuse_rows("the row can't be cut there: one part would be empty");
  const auto length = [&](std::size_t of, const SegmentRun& part) {
    return static_cast<double>(characters_in(multitext_.documents[of], part));
  };
  const double share =
      length(document, {run.first, segment}) / std::max(1., length(document, run));
  std::vector<std::uint32_t> cuts;
  for (std::size_t other = 0; other < runs.size(); ++other) {
    std::uint32_t best = runs[other].first;
    double least = 2;  // more than any difference of two shares
    for (std::uint32_t cut = runs[other].first; cut <= runs[other].last; ++cut) {
      const double here = length(other, {runs[other].first, cut}) /
                          std::max(1., length(other, runs[other]));
      if (std::abs(here - share) < least) {
        least = std::abs(here - share);
        best = cut;
      }
    }
    cuts.push_back(other == document ? segment : best);
  }
  return cuts;
}

Decision RowEdits::push(std::uint32_t row, std::uint32_t document, Towards towards) const {
  if (document >= multitext_.documents.size()) refuse_rows("there is no such language");
  const bool up = towards == Towards::above;
  if (up && row == 0) refuse_rows("there is no row above the first");
  if (!up && std::size_t{row} + 1 == multitext_.rows.size())
    refuse_rows("there is no row below the last");
  const std::uint32_t first = up ? row - 1 : row;
  static_cast<void>(row_at(first + 1));
  std::vector<Runs> wanted{multitext_.rows[first].runs, multitext_.rows[first + 1].runs};
  SegmentRun& from = wanted[up ? 1 : 0][document];
  SegmentRun& to = wanted[up ? 0 : 1][document];
  const std::string tag(multitext_.documents[document].document.language.tag());
  if (from.empty()) refuse_rows("row " + std::to_string(row) + " has nothing in " + tag);
  const std::uint32_t moved = up ? from.first : from.last - 1;
  if (!to.empty() && (up ? to.last != moved : to.first != moved + 1))
    refuse_rows("in " + tag + " the rows " + std::to_string(first) + " and " +
                std::to_string(first + 1) +
                " do not follow each other: their sentences are no neighbours in the text");
  if (to.empty()) to = {moved, moved + 1};
  if (up) {
    to.last = moved + 1;
    ++from.first;
  } else {
    to.first = moved;
    --from.last;
  }
  return replace(first, first + 2, std::move(wanted));
}

std::vector<BeadsBetween> all_beads_of_row(const Multitext& multitext, std::uint32_t row) {
  return beads_inside(multitext, row, std::nullopt);
}

std::vector<BeadsBetween> beads_of_row_in(const Multitext& multitext, std::uint32_t row,
                                          std::uint32_t document) {
  return beads_inside(multitext, row, document);
}

}  // namespace hexapla
