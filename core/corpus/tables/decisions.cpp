#include "corpus/tables/decisions.hpp"

#include "check/dismissals.hpp"
#include "corpus/database/fields.hpp"
#include "corpus/index/search_index.hpp"
#include "corpus/tables/alignment.hpp"
#include "corpus/tables/apply_decisions.hpp"
#include "corpus/tables/decision_log.hpp"
#include "corpus/tables/documents.hpp"
#include "corpus/tables/findings.hpp"
#include "corpus/tables/units.hpp"
#include "text/error.hpp"
#include "text/table.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <utility>

namespace hexapla {
namespace {

using sqlite::Connection;
using sqlite::Statement;

std::vector<Decision> active_in(const std::vector<LoggedDecision>& log) {
  std::vector<Decision> decisions;
  for (const LoggedDecision& line : log)
    if (line.active) decisions.push_back(line.decision);
  return decisions;
}

std::vector<Decision> active_decisions(const Connection& connection, std::int64_t work) {
  return active_in(read_log(connection, work));
}

bool was_ever_replaced(const Connection& connection, std::int64_t work) {
  Statement row(connection,
                "SELECT 1 FROM decision JOIN work ON work.id = decision.work "
                "WHERE work.id = ? AND decision.kind = 'replace' "
                "AND decision.revision = work.revision");
  return row.bind(1, work).step();
}

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
};

std::map<RunKey, StoredRow> stored_rows(const Connection& connection, std::int64_t work,
                                        const std::vector<Row>& rows) {
  Statement row(connection,
                "SELECT id, number, confidence, agreement, verdict FROM row WHERE work = ? "
                "ORDER BY number, id");
  row.bind(1, work);
  std::map<RunKey, StoredRow> stored;
  for (std::size_t number = 0; row.step(); ++number)
    stored[key_of(rows.at(number))] = {row.integer(0), number_at(row, 1), row.real(2),
                                       row.real(3), std::string(row.text(4))};
  return stored;
}

std::optional<std::string_view> stored_name(Verdict verdict) {
  if (verdict == Verdict::none) return std::nullopt;
  return name_of(verdict);
}

/// Rows that stay keep their ids; others are made anew. Writes only what changed.
void put_rows(const Connection& connection, const AlignmentPlace& place,
              const std::vector<Row>& before, const DecidedAlignment& now) {
  RowWriter rows(connection, place);
  std::map<RunKey, StoredRow> stored = stored_rows(connection, place.work, before);
  Statement update(connection,
                   "UPDATE row SET number = ?, confidence = ?, agreement = ?, verdict = ? "
                   "WHERE id = ?");
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
    if (!is_new) stored.erase(same);
  }
  Statement remove(connection, "DELETE FROM row WHERE id = ?");
  for (const auto& [key, row] : stored)
    remove.run(row.id);
}

using Edits = std::map<std::pair<std::uint32_t, std::uint32_t>, std::string>;

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

/// The findings that count as dismissed after all decisions.
std::set<std::string> dismissed_in(const std::vector<Decision>& decisions) {
  std::set<std::string> lines;
  for (const Decision& decision : decisions) {
    for (const std::string_view line : parts_of(decision.finding, '\n')) {
      if (decision.kind == DecisionKind::dismiss) lines.emplace(line);
      if (decision.kind == DecisionKind::undismiss) lines.erase(std::string(line));
    }
  }
  return lines;
}

std::string_view text_of_spot(const Multitext& multitext, const Spot& spot) {
  for (const SegmentedDocument& version : multitext.documents)
    if (version.document.language == spot.language)
      return version.text_of(version.segments.at(spot.segment));
  return {};
}

/// An edit, or a comment, which has no text before.
Decision prepared_text(const Connection& connection, std::int64_t work, Decision edit) {
  const auto refuse = [&](const std::string& why) {
    throw Error(Fault::inconsistent, {connection.name(), 0}, why);
  };
  if (find_ill_formed(edit.text)) refuse("the new text is not valid UTF-8");
  if (edit.text.find_first_not_of(" \t\r\n") == std::string::npos)
    refuse("the new text is empty");
  const bool comments = edit.kind == DecisionKind::comment;
  if (edit.row != 0) {
    const StoredUnit stored = read_unit(connection, edit.row);
    if (stored.work != work) refuse("the row is in another work");
    if (edit.segment >= stored.unit.variants.size()) refuse("the row has no such variant");
    const Variant& variant = stored.unit.variants[edit.segment];
    edit.language = variant.language;
    if (!comments) edit.was = variant.text;
    return edit;
  }
  const Multitext multitext = read_multitext(connection, work);
  for (const SegmentedDocument& version : multitext.documents)
    if (version.document.language == edit.language &&
        edit.segment < version.segments.size()) {
      if (!comments) edit.was = version.text_of(version.segments[edit.segment]);
      return edit;
    }
  refuse("there is no segment " + std::to_string(edit.segment) + " in " +
         std::string(edit.language.tag()));
  return edit;
}

/// What decisions made of rows of a memory.
std::optional<Verdict> verdict_of(DecisionKind kind) {
  if (kind == DecisionKind::confirm) return Verdict::confirmed;
  if (kind == DecisionKind::reject) return Verdict::rejected;
  return kind == DecisionKind::clear ? std::optional(Verdict::none) : std::nullopt;
}

struct MemoryState {
  std::map<std::int64_t, Verdict> verdicts;  ///< By row.
  /// By row and place; before the first edit stood what that edit says it was.
  std::map<std::pair<std::int64_t, std::uint32_t>, std::string> texts;
};

MemoryState memory_state(const std::vector<LoggedDecision>& log,
                         std::optional<std::int64_t> row) {
  MemoryState state;
  for (const LoggedDecision& line : log) {
    const Decision& decision = line.decision;
    if (decision.row == 0 || (row && decision.row != *row)) continue;
    if (decision.kind == DecisionKind::edit) {
      std::string& text =
          state.texts.emplace(std::pair(decision.row, decision.segment), decision.was)
              .first->second;
      if (line.active) text = decision.text;
    } else if (const auto said = verdict_of(decision.kind)) {
      Verdict& verdict = state.verdicts[decision.row];
      if (line.active) verdict = *said;
    }
  }
  return state;
}

void put_memory(const Connection& connection, const MemoryState& state,
                Indexing indexing = Indexing::at_once) {
  Statement text(connection, "UPDATE cell SET text = ? WHERE id = ?");
  for (const auto& [place, now] : state.texts) {
    text.run(now, cell_id(place.first, place.second));
    if (indexing == Indexing::at_once) index_row(connection, place.first);
  }
  Statement verdict(connection, "UPDATE row SET verdict = ? WHERE id = ?");
  for (const auto& [row, now] : state.verdicts)
    verdict.run(stored_name(now), row);
}

}  // namespace

Multitext read_machine_multitext(const Connection& connection, std::int64_t work) {
  Multitext multitext;
  multitext.documents = read_documents(connection, work);
  read_alignment(connection, {work, document_ids(connection, work)}, multitext);
  if (was_ever_replaced(connection, work)) multitext.rows.clear();
  return multitext;
}

Multitext read_multitext(const Connection& connection, std::int64_t work, Texts texts) {
  Multitext multitext;
  multitext.documents = read_documents(connection, work);
  read_alignment(connection, {work, document_ids(connection, work)}, multitext);
  const std::vector<Decision> decisions = active_decisions(connection, work);
  if (decisions.empty()) return multitext;
  DecidedAlignment now = decided(multitext, decisions);
  multitext.bitexts = std::move(now.bitexts);
  multitext.confirmed = std::move(now.confirmed);
  if (texts == Texts::edited)
    for (const auto& [place, text] : now.edits)
      put_edit(multitext.documents[place.first], place.second, text);
  return multitext;
}

DecidedWork read_decided_work(const Connection& connection, std::int64_t work) {
  DecidedWork read;
  Multitext& multitext = read.multitext;
  multitext.documents = read_documents(connection, work);
  read_alignment(connection, {work, document_ids(connection, work)}, multitext);
  read.log = read_log(connection, work);
  DecidedAlignment now = decided(multitext, active_in(read.log));
  multitext.bitexts = std::move(now.bitexts);
  multitext.confirmed = std::move(now.confirmed);
  read.verdicts = std::move(now.verdicts);
  read.by_document = std::move(now.by_document);
  for (const auto& [place, text] : now.edits) {
    put_edit(multitext.documents[place.first], place.second, text);
    read.edited.insert(place);
  }
  Statement row(connection, "SELECT id FROM row WHERE work = ? ORDER BY number, id");
  row.bind(1, work);
  while (row.step())
    read.ids.push_back(row.integer(0));
  read.findings = read_findings(connection, work);
  return read;
}

std::vector<Finding> read_open_findings(const Connection& connection, std::int64_t work,
                                        Dismissed dismissed) {
  std::vector<Finding> findings = read_findings(connection, work);
  Dismissals dismissals;
  if (dismissed == Dismissed::left_out)
    for (const std::string& line : dismissed_in(active_decisions(connection, work)))
      dismissals.read(line, connection.name());
  if (dismissals.size() == 0) return findings;
  const Multitext multitext = read_multitext(connection, work);
  std::erase_if(findings, [&](const Finding& finding) {
    return dismissals.holds(
        finding, [&](const Spot& spot) { return text_of_spot(multitext, spot); });
  });
  return findings;
}

Decision prepared(const Connection& connection, std::int64_t work, Decision decision) {
  if (decision.kind == DecisionKind::edit || decision.kind == DecisionKind::comment)
    return prepared_text(connection, work, std::move(decision));
  if (decision.row != 0 && read_unit(connection, decision.row).work != work)
    throw Error(Fault::inconsistent, {connection.name(), 0}, "the row is in another work");
  return decision;
}

void put_memory(const Connection& connection, std::int64_t work, Indexing indexing) {
  put_memory(connection, memory_state(read_log(connection, work), std::nullopt), indexing);
}

void put_alignment(const Connection& connection, std::int64_t work, Indexing indexing) {
  const DocumentIds documents = document_ids(connection, work);
  const AlignmentPlace place{work, documents};
  Multitext multitext;
  multitext.documents = read_documents(connection, work);
  read_alignment(connection, place, multitext);
  const std::vector<Row> before = multitext.rows;
  if (was_ever_replaced(connection, work)) multitext.rows.clear();
  const DecidedAlignment now = decided(multitext, active_decisions(connection, work));
  put_rows(connection, place, before, now);
  const auto changed = put_edits(connection, place, now.edits);
  drop_findings_beyond(connection, place, changed);
  if (indexing == Indexing::at_once) index_segments(connection, place, changed);
}

void put_decisions(const Connection& connection, std::int64_t work,
                   const Decision& changed) {
  const auto only_in_log = {DecisionKind::dismiss, DecisionKind::undismiss,
                            DecisionKind::comment, DecisionKind::resolve};
  if (std::ranges::find(only_in_log, changed.kind) != only_in_log.end()) return;
  if (changed.row != 0) {
    put_memory(connection, memory_state(read_log(connection, work), changed.row));
  } else {
    put_alignment(connection, work);
  }
}

}  // namespace hexapla
