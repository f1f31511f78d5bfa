#include "corpus/tables/decisions.hpp"

#include "check/dismissals.hpp"
#include "corpus/database/fields.hpp"
#include "corpus/index/search_index.hpp"
#include "corpus/tables/alignment.hpp"
#include "corpus/tables/apply_decisions.hpp"
#include "corpus/tables/decision_log.hpp"
#include "corpus/tables/documents.hpp"
#include "corpus/tables/findings.hpp"
#include "corpus/tables/segment_numbers.hpp"
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

/// The log of a documents work, with segments counted as now.
std::vector<LoggedDecision> log_of_now(const Connection& connection, std::int64_t work) {
  std::vector<LoggedDecision> log = read_log(connection, work);
  if (std::ranges::none_of(log, [](const LoggedDecision& line) {
        return changes_borders(line.decision.kind);
      }))
    return log;
  Multitext machine;
  machine.documents = read_documents(connection, work);
  return in_order(machine, std::move(log)).log;
}

/// The findings that count as dismissed after all decisions.
std::set<std::string> dismissed_in(const std::vector<LoggedDecision>& log) {
  std::set<std::string> lines;
  for (const LoggedDecision& line : log) {
    if (!line.active) continue;
    const Decision& decision = line.decision;
    for (const std::string_view name : parts_of(decision.finding, '\n')) {
      if (decision.kind == DecisionKind::dismiss) lines.emplace(name);
      if (decision.kind == DecisionKind::undismiss) lines.erase(std::string(name));
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

/// Leaves only the edits of segments that were edited before they were cut: their parts have
/// no texts that came in.
void keep_cut_texts(DecidedAlignment& now) {
  std::erase_if(now.edits, [&](const auto& said) {
    const auto& [document, segment] = said.first;
    const std::vector<Segment>& segments = now.segments.at(document);
    if (segments.empty()) return true;
    const ByteRange& range = segments.at(segment).range;
    const bool overlaps_before =
        segment > 0 && segments[segment - 1].range.end > range.begin;
    const bool overlaps_next =
        segment + 1 < segments.size() && segments[segment + 1].range.begin < range.end;
    return !overlaps_before && !overlaps_next;
  });
}

/// A cut or unite, with what the parts say.
Decision prepared_border(const Connection& connection, std::int64_t work,
                         Decision border) {
  const Multitext multitext = read_multitext(connection, work);
  const auto version = std::ranges::find(
      multitext.documents, border.language,
      [](const SegmentedDocument& held) { return held.document.language; });
  const bool cuts = border.kind == DecisionKind::cut;
  const std::size_t last = std::size_t{border.segment} + (cuts ? 0 : 1);
  if (version == multitext.documents.end() || last >= version->segments.size())
    throw Error(Fault::inconsistent, {connection.name(), 0},
                "there is no segment " + std::to_string(last) + " in " +
                    std::string(border.language.tag()));
  PresentSegments segments(*version);
  if (cuts) {
    segments.cut(border.segment, border.at);
    border.was = segments.text_of(border.segment);
    border.text = segments.text_of(border.segment + 1);
  } else {
    border.was = segments.text_of(border.segment);
    border.text = segments.text_of(border.segment + 1);
    segments.unite(border.segment);
  }
  return border;
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

std::optional<std::string_view> stored_name(Verdict verdict) {
  if (verdict == Verdict::none) return std::nullopt;
  return name_of(verdict);
}

bool were_rows_changed(const Connection& connection, std::int64_t work) {
  Statement row(connection,
                "SELECT 1 FROM decision JOIN work ON work.id = decision.work "
                "WHERE work.id = ? AND decision.kind IN "
                "('replace', 'realign', 'cut', 'unite') "
                "AND decision.revision = work.revision");
  return row.bind(1, work).step();
}

Multitext read_machine_multitext(const Connection& connection, std::int64_t work) {
  Multitext multitext;
  multitext.documents = read_documents(connection, work);
  read_alignment(connection, {work, document_ids(connection, work)}, multitext);
  if (were_rows_changed(connection, work)) multitext.rows.clear();
  return multitext;
}

Multitext read_multitext(const Connection& connection, std::int64_t work, Texts texts) {
  Multitext multitext;
  multitext.documents = read_documents(connection, work);
  read_alignment(connection, {work, document_ids(connection, work)}, multitext);
  std::vector<LoggedDecision> log = read_log(connection, work);
  if (log.empty()) return multitext;
  const std::vector<Decision> decisions = in_order(multitext, std::move(log)).to_apply;
  DecidedAlignment now = decided(multitext, std::move(multitext.bitexts), decisions);
  multitext.bitexts = std::move(now.bitexts);
  multitext.confirmed = std::move(now.confirmed);
  if (texts == Texts::as_they_came) keep_cut_texts(now);
  put_texts(multitext.documents, now);
  return multitext;
}

DecidedWork read_decided_work(const Connection& connection, std::int64_t work) {
  DecidedWork read;
  Multitext& multitext = read.multitext;
  multitext.documents = read_documents(connection, work);
  read_alignment(connection, {work, document_ids(connection, work)}, multitext);
  DecisionsInOrder ordered = in_order(multitext, read_log(connection, work));
  read.log = std::move(ordered.log);
  DecidedAlignment now =
      decided(multitext, std::move(multitext.bitexts), ordered.to_apply);
  multitext.bitexts = std::move(now.bitexts);
  multitext.confirmed = std::move(now.confirmed);
  read.verdicts = std::move(now.verdicts);
  read.by_document = std::move(now.by_document);
  put_texts(multitext.documents, now);
  for (const auto& [place, text] : now.edits)
    read.edited.insert(place);
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
    for (const std::string& line : dismissed_in(log_of_now(connection, work)))
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
  if (changes_borders(decision.kind))
    return prepared_border(connection, work, std::move(decision));
  if (decision.row != 0 && read_unit(connection, decision.row).work != work)
    throw Error(Fault::inconsistent, {connection.name(), 0}, "the row is in another work");
  return decision;
}

void put_memory(const Connection& connection, std::int64_t work, Indexing indexing) {
  put_memory(connection, memory_state(read_log(connection, work), std::nullopt), indexing);
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
