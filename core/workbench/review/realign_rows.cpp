#include "workbench/review/realign_rows.hpp"

#include "align/align_versions.hpp"
#include "corpus/row_edits.hpp"
#include "text/error.hpp"
#include "workbench/segment_concepts.hpp"

#include <algorithm>
#include <string>

namespace hexapla {
namespace {

/// Rows on either side that are held: what the words of a short stretch mean is learned
/// from its neighbours.
constexpr std::size_t rows_around = 60;

[[noreturn]] void refuse_realigning(const std::string& why) {
  throw Error(Fault::inconsistent, {"decision", 0}, why);
}

bool meet(const SegmentRun& run, const SegmentRun& other) {
  return std::max(run.first, other.first) < std::min(run.last, other.last);
}

bool lies_in(const SegmentRun& run, const SegmentRun& whole) {
  return run.empty() || (whole.first <= run.first && run.last <= whole.last);
}

/// What the rows hold of each document. Errors: Fault::inconsistent when that is not one
/// stretch.
std::vector<SegmentRun> stretches_of(const ReviewedWork& work, const RowRange& rows) {
  std::vector<SegmentRun> stretches(work.multitext().documents.size());
  for (std::size_t document = 0; document < stretches.size(); ++document) {
    SegmentRun& stretch = stretches[document];
    std::uint32_t count = 0;
    for (std::size_t row = rows.first; row < rows.last; ++row) {
      const SegmentRun& run = work.multitext().rows[row].runs[document];
      if (run.empty()) continue;
      stretch = count == 0 ? run
                           : SegmentRun{std::min(stretch.first, run.first),
                                        std::max(stretch.last, run.last)};
      count += run.size();
    }
    if (count != stretch.size())
      refuse_realigning(
          "these rows are not one stretch of the version in " +
          std::string(work.multitext().documents[document].document.language.tag()) +
          "; confirm a row further up as their end");
  }
  return stretches;
}

/// A part of a work as documents of their own, whose segments count from 0.
class PartOfWork {
 public:
  PartOfWork(const Multitext& whole, std::vector<SegmentRun> stretches)
      : whole_(whole), stretches_(std::move(stretches)) {}

  [[nodiscard]] std::vector<SegmentedDocument> documents() const {
    std::vector<SegmentedDocument> parts;
    for (std::size_t document = 0; document < stretches_.size(); ++document) {
      const auto begin = whole_.documents[document].segments.begin();
      const SegmentRun& run = stretches_[document];
      parts.push_back({whole_.documents[document].document,
                       {begin + run.first, begin + run.last}});
    }
    return parts;
  }

  /// Beads of the whole as beads of the part; nothing where one reaches beyond it.
  [[nodiscard]] std::optional<Bead> inside(const Bitext& bitext, const Bead& bead) const {
    const SegmentRun& source = stretches_[bitext.source];
    const SegmentRun& target = stretches_[bitext.target];
    if (!lies_in(bead.source, source) || !lies_in(bead.target, target)) return std::nullopt;
    return Bead{shifted_back(bead.source, source), shifted_back(bead.target, target),
                bead.confidence};
  }

  [[nodiscard]] Bead outside(const Bitext& bitext, const Bead& bead) const {
    const auto shifted = [](const SegmentRun& run, const SegmentRun& by) {
      return SegmentRun{run.first + by.first, run.last + by.first};
    };
    return {shifted(bead.source, stretches_[bitext.source]),
            shifted(bead.target, stretches_[bitext.target]), bead.confidence};
  }

 private:
  static SegmentRun shifted_back(const SegmentRun& run, const SegmentRun& by) {
    if (run.empty()) return {0, 0};
    return {run.first - by.first, run.last - by.first};
  }

  const Multitext& whole_;
  std::vector<SegmentRun> stretches_;
};

/// Whether a person has confirmed the link of a row between the pivot and a document.
bool is_confirmed(const ReviewedWork& work, const Bitext& bitext, const Bead& bead) {
  if (bitext.source != 0 || bead.source.empty() || bead.target.empty()) return false;
  const std::size_t row = work.row_of(0, bead.source.first);
  return work.work().by_document[row][bitext.target] == Verdict::confirmed;
}

/// Links that stay: those around `inner`, and those inside that people confirmed.
std::vector<ConfirmedBeads> held_links(const ReviewedWork& work, const PartOfWork& part,
                                       const std::vector<SegmentRun>& inner) {
  std::vector<ConfirmedBeads> held;
  for (const Bitext& bitext : work.multitext().bitexts) {
    ConfirmedBeads of_pair{bitext.source, bitext.target, {}};
    for (const Bead& bead : bitext.beads) {
      if (bead.source.empty() || bead.target.empty()) continue;
      const bool is_around =
          !meet(bead.source, inner[bitext.source]) && !meet(bead.target, inner[bitext.target]);
      const auto there = part.inside(bitext, bead);
      if (there && (is_around || is_confirmed(work, bitext, bead)))
        of_pair.beads.push_back(*there);
    }
    if (!of_pair.beads.empty()) held.push_back(std::move(of_pair));
  }
  return held;
}

/// What of a run lies beyond a stretch. Errors: Fault::inconsistent when that is two pieces.
SegmentRun rest_of(const SegmentRun& run, const SegmentRun& stretch) {
  if (!meet(run, stretch)) return run;
  const SegmentRun before{run.first, std::max(run.first, stretch.first)};
  const SegmentRun after{std::min(run.last, stretch.last), run.last};
  if (!before.empty() && !after.empty())
    refuse_realigning("a link reaches over all of these rows; confirm one of them first");
  return before.empty() ? after : before;
}

/// The new links of a pair inside `inner`. Nothing when one of them leaves it.
std::optional<std::vector<Bead>> new_links(const Bitext& aligned, const PartOfWork& part,
                                           const std::vector<SegmentRun>& inner) {
  std::vector<Bead> links;
  for (const Bead& bead : aligned.beads) {
    const Bead there = part.outside(aligned, bead);
    const SegmentRun& source = inner[aligned.source];
    const SegmentRun& target = inner[aligned.target];
    if (!meet(there.source, source) && !meet(there.target, target)) continue;
    if (!lies_in(there.source, source) || !lies_in(there.target, target))
      return std::nullopt;
    links.push_back(there);
  }
  return links;
}

/// The decision that puts `aligned` in the place of what is in `inner`.
std::optional<Decision> replaced(const ReviewedWork& work, const Multitext& aligned,
                                 const PartOfWork& part,
                                 const std::vector<SegmentRun>& inner) {
  Decision decision;
  decision.kind = DecisionKind::realign;
  const auto language = [&](std::uint32_t document) {
    return work.multitext().documents[document].document.language;
  };
  for (const Bitext& bitext : work.multitext().bitexts) {
    const auto made = std::ranges::find_if(aligned.bitexts, [&](const Bitext& other) {
      return other.source == bitext.source && other.target == bitext.target;
    });
    if (made == aligned.bitexts.end()) continue;
    BeadsBetween before{language(bitext.source), language(bitext.target), {}};
    BeadsBetween after = before;
    for (const Bead& bead : bitext.beads) {
      if (!meet(bead.source, inner[bitext.source]) &&
          !meet(bead.target, inner[bitext.target]))
        continue;
      before.beads.push_back(bead);
      const Bead rest{rest_of(bead.source, inner[bitext.source]),
                      rest_of(bead.target, inner[bitext.target]), bead.confidence};
      if (!rest.source.empty() || !rest.target.empty()) after.beads.push_back(rest);
    }
    const auto links = new_links(*made, part, inner);
    if (!links) return std::nullopt;
    after.beads.insert(after.beads.end(), links->begin(), links->end());
    const auto in_order = [](const Bead& bead, const Bead& other) {
      if (bead.source.empty() != other.source.empty()) return other.source.empty();
      return bead.source.empty() ? bead.target.first < other.target.first
                                 : bead.source.first < other.source.first;
    };
    std::ranges::stable_sort(after.beads, in_order);
    if (before.beads.empty()) continue;
    decision.beads.push_back(std::move(before));
    decision.after.push_back(std::move(after));
  }
  return decision;
}

std::optional<Decision> realigned_in(const ReviewedWork& work,
                                     const std::vector<SegmentRun>& inner,
                                     const std::vector<SegmentRun>& outer,
                                     const Termbase& termbase) {
  const PartOfWork part(work.multitext(), outer);
  const std::vector<SegmentedDocument> documents = part.documents();
  const Multitext aligned =
      align_versions(documents, concepts_in(documents, termbase),
                     held_links(work, part, inner), VersionsSettings());
  return replaced(work, aligned, part, inner);
}

/// The rows with some around them, as far as those are one stretch of each version.
std::vector<SegmentRun> with_rows_around(const ReviewedWork& work, const RowRange& rows,
                                         const std::vector<SegmentRun>& inner) {
  try {
    return stretches_of(work, {rows.first - std::min(rows.first, rows_around),
                               std::min(rows.last + rows_around, work.rows())});
  } catch (const Error&) {
    return inner;
  }
}

}  // namespace

RowRange up_to_next_confirmed(const ReviewedWork& work, std::size_t first) {
  const auto& verdicts = work.work().verdicts;
  if (first >= work.rows()) refuse_realigning("there is no such row");
  if (verdicts[first] == Verdict::confirmed)
    refuse_realigning("this row is confirmed; begin with one that is not");
  std::size_t last = first;
  while (last < work.rows() && verdicts[last] != Verdict::confirmed)
    ++last;
  return {first, last};
}

Decision realign_rows(const ReviewedWork& work, const RowRange& rows,
                      const Termbase& termbase) {
  const std::vector<SegmentRun> inner = stretches_of(work, rows);
  const std::vector<SegmentRun> outer = with_rows_around(work, rows, inner);
  auto decision = realigned_in(work, inner, outer, termbase);
  // A link that left the rows: then what is around them is not asked.
  if (!decision) decision = realigned_in(work, inner, inner, termbase);
  if (!decision || decision->beads.empty())
    refuse_realigning("these rows can't be aligned by themselves");
  const auto same = [](const BeadsBetween& before, const BeadsBetween& after) {
    return std::ranges::is_permutation(
        before.beads, after.beads, [](const Bead& bead, const Bead& other) {
          const auto same_run = [](const SegmentRun& run, const SegmentRun& as) {
            return run == as || (run.empty() && as.empty());
          };
          return same_run(bead.source, other.source) && same_run(bead.target, other.target);
        });
  };
  if (std::ranges::equal(decision->beads, decision->after, same))
    refuse_realigning("aligned again, these rows come out as they are");
  return *decision;
}

}  // namespace hexapla
