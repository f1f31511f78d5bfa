// What put_alignment() does: rows, segments and texts of a work as its decisions make them.

#include "corpus/database/fields.hpp"
#include "corpus/index/search_index.hpp"
#include "corpus/tables/alignment.hpp"
#include "corpus/tables/apply_decisions.hpp"
#include "corpus/tables/decision_log.hpp"
#include "corpus/tables/decisions.hpp"
#include "corpus/tables/documents.hpp"
#include "corpus/tables/segment_numbers.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <tuple>
#include <utility>

namespace hexapla {
namespace {

using sqlite::Connection;
using sqlite::Statement;

using RunKey = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

RunKey key_of(const Row& row) {
  RunKey key;
  for (const SegmentRun& run : row.runs)
    key.emplace_back(run.first, run.last);
  return key;
}

/// A line of table row as it is in the file.
struct StoredRow {
  std::int64_t id = 0;
  std::size_t number = 0;
  double confidence = 1;
  double agreement = 1;
  std::string verdict;
  bool moved = false;  ///< Its segments have other numbers now.
};

/// Segments of a document that are others than before, or say something else.
struct ChangedSegments {
  std::size_t first = 0;  ///< Those before it are the same.
  std::size_t same = 0;   ///< As many at the end are.
  std::size_t before = 0;
  std::size_t now = 0;

  /// The number of a border between segments by the one that it had.
  [[nodiscard]] std::uint32_t moved(std::uint32_t border) const {
    if (border <= first) return border;
    return static_cast<std::uint32_t>(now - std::min(before - border, same));
  }
};

/// What a segment is: the part of the text that came in, and what a person made of it.
using SegmentKey = std::tuple<std::size_t, std::size_t, std::string>;

using Edits = std::map<std::pair<std::uint32_t, std::uint32_t>, std::string>;

std::vector<SegmentKey> keys_of(std::span<const Segment> segments, std::uint32_t document,
                                const Edits& edits) {
  std::vector<SegmentKey> keys;
  for (std::uint32_t at = 0; at < segments.size(); ++at) {
    const auto said = edits.find({document, at});
    keys.emplace_back(segments[at].range.begin, segments[at].range.end,
                      said == edits.end() ? std::string() : said->second);
  }
  return keys;
}

ChangedSegments changed_between(const std::vector<SegmentKey>& before,
                                const std::vector<SegmentKey>& now) {
  const auto [was, is] =
      std::mismatch(before.begin(), before.end(), now.begin(), now.end());
  ChangedSegments changed{static_cast<std::size_t>(was - before.begin()), 0, before.size(),
                          now.size()};
  const std::size_t most = std::min(before.size(), now.size()) - changed.first;
  while (changed.same < most &&
         before[before.size() - 1 - changed.same] == now[now.size() - 1 - changed.same])
    ++changed.same;
  return changed;
}

using RowsByRuns = std::map<RunKey, StoredRow>;

/// By the runs that the rows have now, once segments were cut and united.
RowsByRuns stored_rows(const Connection& connection, std::int64_t work,
                       const std::vector<Row>& rows,
                       const std::map<std::uint32_t, ChangedSegments>& changed) {
  Statement row(connection,
                "SELECT id, number, confidence, agreement, verdict FROM row WHERE work = ? "
                "ORDER BY number, id");
  row.bind(1, work);
  RowsByRuns stored;
  for (std::size_t number = 0; row.step(); ++number) {
    RunKey key = key_of(rows.at(number));
    bool moved = false;
    for (const auto& [document, segments] : changed) {
      auto& [first, last] = key.at(document);
      const std::pair was(first, last);
      first = segments.moved(first);
      last = segments.moved(last);
      moved |= was != std::pair(first, last);
    }
    stored[std::move(key)] = {row.integer(0), number_at(row, 1), row.real(2),
                              row.real(3),    std::string(row.text(4)), moved};
  }
  return stored;
}

/// Rows that stay keep their ids; others are made anew. Writes only what changed.
void put_rows(const Connection& connection, const AlignmentPlace& place, RowsByRuns stored,
              const DecidedAlignment& now) {
  RowWriter rows(connection, place);
  Statement update(connection,
                   "UPDATE row SET number = ?, confidence = ?, agreement = ?, verdict = ? "
                   "WHERE id = ?");
  Statement move(connection,
                 "UPDATE row_run SET first = ?, last = ? WHERE row = ? AND document = ?");
  for (std::size_t number = 0; number < now.rows.size(); ++number) {
    const Row& row = now.rows[number];
    const auto verdict = stored_name(now.verdicts[number]);
    const auto same = stored.find(key_of(row));
    const bool is_new = same == stored.end();
    if (is_new || same->second.number != number ||
        same->second.confidence != row.confidence ||
        same->second.agreement != row.agreement ||
        same->second.verdict != verdict.value_or(""))
      update.run(number, row.confidence, row.agreement, verdict,
                 is_new ? rows.write(number, row) : same->second.id);
    if (is_new) continue;
    for (std::size_t at = 0; same->second.moved && at < row.runs.size(); ++at)
      move.run(row.runs[at].first, row.runs[at].last, same->second.id,
               place.documents[at]);
    stored.erase(same);
  }
  Statement remove(connection, "DELETE FROM row WHERE id = ?");
  for (const auto& [key, row] : stored)
    remove.run(row.id);
}

Edits read_edits(const Connection& connection, std::int64_t work) {
  Statement row(connection,
                "SELECT number, segment, edited.text FROM edited "
                "JOIN document ON id = document WHERE work = ?");
  row.bind(1, work);
  Edits edits;
  while (row.step())
    edits[{number_at(row, 0), number_at(row, 1)}] = row.text(2);
  return edits;
}

/// Returns: the documents' numbers and segments that say something else than before.
std::vector<std::pair<std::uint32_t, std::uint32_t>> put_edits(const Connection& connection,
                                                               const AlignmentPlace& place,
                                                               const Edits& now) {
  const Edits before = read_edits(connection, place.work);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> changed;
  Statement remove(connection, "DELETE FROM edited WHERE document = ? AND segment = ?");
  Statement put(connection, "INSERT OR REPLACE INTO edited VALUES (?, ?, ?)");
  for (const auto& [at, text] : before)
    if (!now.contains(at)) {
      remove.run(place.documents.at(at.first), at.second);
      changed.push_back(at);
    }
  for (const auto& [at, text] : now) {
    const auto old = before.find(at);
    if (old != before.end() && old->second == text) continue;
    put.run(place.documents.at(at.first), at.second, text);
    changed.push_back(at);
  }
  return changed;
}

/// Findings whose place is no longer in the text go: they are made anew by whoever checks.
void drop_findings_beyond(
    const Connection& connection, const AlignmentPlace& place,
    std::span<const std::pair<std::uint32_t, std::uint32_t>> segments) {
  Statement drop(connection,
                 "DELETE FROM finding WHERE id IN (SELECT finding FROM finding_spot "
                 "WHERE document = ?1 AND segment = ?2 AND \"end\" > "
                 "(SELECT coalesce(length(CAST(edited.text AS BLOB)), "
                 "segment.\"end\" - segment.\"begin\") FROM segment "
                 "LEFT JOIN edited ON edited.document = segment.document "
                 "AND edited.segment = segment.number "
                 "WHERE segment.document = ?1 AND segment.number = ?2))");
  for (const auto& [document, segment] : segments)
    drop.run(place.documents.at(document), segment);
}

/// The rows that hold these segments are searched by what they say now.
void index_segments(const Connection& connection, const AlignmentPlace& place,
                    std::span<const std::pair<std::uint32_t, std::uint32_t>> segments) {
  index_missing(connection);
  Statement row(connection,
                "SELECT row FROM row_run WHERE document = ? AND first <= ? AND last > ?");
  for (const auto& [document, segment] : segments) {
    row.reset();
    row.bind(1, place.documents.at(document)).bind(2, segment).bind(3, segment);
    while (row.step())
      index_row(connection, row.integer(0));
  }
}

}  // namespace

void put_alignment(const Connection& connection, std::int64_t work, Indexing indexing) {
  const DocumentIds documents = document_ids(connection, work);
  const AlignmentPlace place{work, documents};
  Multitext multitext;
  multitext.documents = read_documents(connection, work);
  read_alignment(connection, place, multitext);
  const std::vector<Row> before = multitext.rows;
  if (were_rows_changed(connection, work)) multitext.rows.clear();
  const std::vector<Decision> decisions =
      in_order(multitext, read_log(connection, work)).to_apply;
  const DecidedAlignment now =
      decided(multitext, std::move(multitext.bitexts), decisions);
  const Edits edits = read_edits(connection, work);
  std::map<std::uint32_t, ChangedSegments> borders;  // by document
  for (std::uint32_t document = 0; document < documents.size(); ++document) {
    const std::vector<Segment>& machine = multitext.documents[document].segments;
    const std::vector<Segment>& segments =
        now.segments[document].empty() ? machine : now.segments[document];
    const std::vector<Segment> stored = stored_segments(connection, documents[document]);
    if (stored == segments) continue;
    borders.emplace(document, changed_between(keys_of(stored, document, edits),
                                              keys_of(segments, document, now.edits)));
    put_segments_of_now(connection, documents[document], segments);
    if (now.segments[document].empty())
      Statement(connection, "DELETE FROM machine_segment WHERE document = ?")
          .run(documents[document]);
  }
  put_rows(connection, place, stored_rows(connection, work, before, borders), now);
  auto changed = put_edits(connection, place, now.edits);
  drop_findings_beyond(connection, place, changed);
  for (const auto& [document, segments] : borders)
    for (std::size_t at = segments.first; at < segments.now - segments.same; ++at)
      changed.emplace_back(document, static_cast<std::uint32_t>(at));
  if (indexing == Indexing::at_once) index_segments(connection, place, changed);
}

}  // namespace hexapla
