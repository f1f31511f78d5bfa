#include "corpus/sentence_edits.hpp"

#include "align/rows.hpp"
#include "corpus/tables/apply_decisions.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {
namespace {

using RowRuns = std::vector<std::vector<SegmentRun>>;

[[noreturn]] void refuse_sentence(const std::string& why) {
  throw Error(Fault::inconsistent, {"decision", 0}, why);
}

/// Sorted, without regard to where empty runs are.
RowRuns sorted_runs(std::vector<Row> rows) {
  RowRuns all;
  for (Row& row : rows) {
    for (SegmentRun& run : row.runs)
      if (run.empty()) run = {};
    all.push_back(std::move(row.runs));
  }
  std::ranges::sort(all, {}, [](const std::vector<SegmentRun>& runs) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> key;
    for (const SegmentRun& run : runs)
      key.emplace_back(run.first, run.last);
    return key;
  });
  return all;
}

std::vector<Row> rows_of(const Multitext& multitext) {
  std::vector<std::uint32_t> sizes;
  for (const SegmentedDocument& version : multitext.documents)
    sizes.push_back(static_cast<std::uint32_t>(version.segments.size()));
  return rows_from(multitext.bitexts, sizes, multitext.confirmed);
}

Decision about(const Multitext& multitext, DecisionKind kind, std::uint32_t document,
               std::uint32_t segment) {
  if (document >= multitext.documents.size()) refuse_sentence("there is no such language");
  Decision decision;
  decision.kind = kind;
  decision.language = multitext.documents[document].document.language;
  decision.segment = segment;
  return decision;
}

/// Refuses what would change other rows than those `wanted`.
void require_rows(const Multitext& multitext, const Decision& decision,
                  std::vector<Row> wanted) {
  Multitext now;
  now.documents = multitext.documents;
  now.bitexts = multitext.bitexts;
  now.confirmed = multitext.confirmed;
  if (sorted_runs(decided(now, {&decision, 1}).rows) != sorted_runs(std::move(wanted)))
    refuse_sentence("the links of this work can't hold the rows that would come of it");
}

/// The rows with two segments of a document in one row: everything of both.
std::vector<Row> joined_rows(std::vector<Row> rows, std::uint32_t document,
                             std::uint32_t segment) {
  const auto holding = [&](std::uint32_t at) {
    return std::ranges::find_if(rows, [&](const Row& row) {
      return row.runs[document].first <= at && at < row.runs[document].last;
    });
  };
  const auto one = holding(segment);
  const auto other = holding(segment + 1);
  if (one == rows.end() || other == rows.end() || one == other) return rows;
  for (std::size_t of = 0; of < one->runs.size(); ++of) {
    SegmentRun& run = one->runs[of];
    const SegmentRun& more = other->runs[of];
    if (more.empty()) continue;
    if (!run.empty() && run.last != more.first)
      refuse_sentence("the sentences are in rows that do not follow each other");
    run = run.empty() ? more : SegmentRun{run.first, more.last};
  }
  rows.erase(other);
  return rows;
}

using SentenceTexts = std::vector<std::string_view>;

SentenceTexts texts_of_segments(const SegmentedDocument& version) {
  SentenceTexts texts;
  for (const Segment& segment : version.segments)
    texts.push_back(version.text_of(segment));
  return texts;
}

/// A stretch of a document whose borders people moved: what came in, and what it is now.
struct Recut {
  SentenceTexts before;
  SentenceTexts now;
};

/// Stretches are told by where their text ends: both have the same text.
std::vector<Recut> recuts_of(const SegmentedDocument& machine,
                             const SegmentedDocument& now) {
  std::vector<Recut> recuts;
  std::size_t there = 0;
  for (std::size_t at = 0; at < machine.segments.size() && there < now.segments.size();) {
    Recut recut;
    const auto take = [](const SegmentedDocument& from, std::size_t& next, SentenceTexts& to) {
      to.push_back(from.text_of(from.segments[next]));
      return from.segments[next++].range.end;
    };
    std::size_t end = take(machine, at, recut.before);
    std::size_t end_now = take(now, there, recut.now);
    while (end != end_now) {
      if (end < end_now && at < machine.segments.size()) {
        end = take(machine, at, recut.before);
      } else if (end_now < end && there < now.segments.size()) {
        end_now = take(now, there, recut.now);
      } else {
        return recuts;  // the texts are not the same: nothing is kept from here on
      }
    }
    if (recut.before != recut.now) recuts.push_back(std::move(recut));
  }
  return recuts;
}

/// The parts that [first, last) of the segments become; none when they are others.
std::vector<Segment> parts_of_stretch(const SegmentedDocument& version, std::size_t first,
                                      std::size_t last, const SentenceTexts& parts) {
  const ByteRange hull{version.segments[first].range.begin,
                       version.segments[last - 1].range.end};
  std::vector<Segment> found;
  std::size_t from = hull.begin;
  for (const std::string_view part : parts) {
    const std::size_t at = version.document.text.find(part, from);
    if (at == std::string::npos || at + part.size() > hull.end) return {};
    from = at + part.size();
    found.push_back({{at, from}, version.segments[first].block});
  }
  return found;
}

}  // namespace

Decision cut_sentence(const Multitext& multitext, std::uint32_t document,
                      std::uint32_t segment, std::uint32_t at) {
  Decision decision = about(multitext, DecisionKind::cut, document, segment);
  decision.at = at;
  std::vector<Row> rows = rows_of(multitext);
  for (Row& row : rows) {
    SegmentRun& run = row.runs[document];
    run.first += run.first > segment ? 1U : 0U;
    run.last += run.last > segment ? 1U : 0U;
  }
  require_rows(multitext, decision, std::move(rows));
  return decision;
}

Decision unite_sentences(const Multitext& multitext, std::uint32_t document,
                         std::uint32_t segment) {
  const Decision decision = about(multitext, DecisionKind::unite, document, segment);
  std::vector<Row> rows = joined_rows(rows_of(multitext), document, segment);
  for (Row& row : rows) {
    SegmentRun& run = row.runs[document];
    run.first -= run.first > segment ? 1U : 0U;
    run.last -= run.last > segment ? 1U : 0U;
  }
  require_rows(multitext, decision, std::move(rows));
  return decision;
}

void keep_borders(std::span<const SegmentedDocument> machine,
                  std::span<const SegmentedDocument> now,
                  std::span<SegmentedDocument> versions) {
  for (std::size_t document = 0; document < machine.size(); ++document) {
    const auto version =
        std::ranges::find(versions, machine[document].document.language,
                          [](const SegmentedDocument& of) { return of.document.language; });
    if (version == versions.end()) continue;
    std::size_t from = 0;  // stretches keep their order
    for (const Recut& recut : recuts_of(machine[document], now[document])) {
      const SentenceTexts texts = texts_of_segments(*version);
      const auto there = std::search(texts.begin() + static_cast<std::ptrdiff_t>(from),
                                     texts.end(), recut.before.begin(), recut.before.end());
      if (there == texts.end()) continue;
      const auto first = static_cast<std::size_t>(there - texts.begin());
      const std::size_t last = first + recut.before.size();
      const bool one_block =
          version->segments[first].block == version->segments[last - 1].block;
      const std::vector<Segment> parts =
          one_block ? parts_of_stretch(*version, first, last, recut.now)
                    : std::vector<Segment>();
      if (parts.empty()) continue;
      auto& segments = version->segments;
      segments.erase(segments.begin() + static_cast<std::ptrdiff_t>(first),
                     segments.begin() + static_cast<std::ptrdiff_t>(last));
      segments.insert(segments.begin() + static_cast<std::ptrdiff_t>(first), parts.begin(),
                      parts.end());
      from = first + parts.size();
    }
  }
}

}  // namespace hexapla
