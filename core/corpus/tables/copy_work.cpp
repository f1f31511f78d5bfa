#include "corpus/tables/copy_work.hpp"

#include "align/rows.hpp"
#include "corpus/database/fields.hpp"
#include "corpus/index/search_index.hpp"
#include "corpus/tables/alignment.hpp"
#include "corpus/tables/decision_log.hpp"
#include "corpus/tables/decisions.hpp"
#include "corpus/tables/documents.hpp"
#include "corpus/tables/findings.hpp"
#include "corpus/tables/runs.hpp"
#include "corpus/tables/terms.hpp"
#include "corpus/tables/units.hpp"
#include "corpus/tables/works.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <map>

namespace hexapla {
namespace {

using sqlite::Connection;
using sqlite::Statement;

/// A work here and its copy there.
struct WorkCopy {
  const Connection& from;
  const Connection& to;
  std::int64_t old_id = 0;
  std::int64_t new_id = 0;
};

using NewIds = std::map<std::int64_t, std::int64_t>;  // by old ones

void copy_documents(const WorkCopy& copy) {
  Multitext multitext = read_machine_multitext(copy.from, copy.old_id);
  if (multitext.rows.empty()) {
    std::vector<std::uint32_t> sizes;
    for (const SegmentedDocument& version : multitext.documents)
      sizes.push_back(static_cast<std::uint32_t>(version.segments.size()));
    multitext.rows = rows_from(multitext.bitexts, sizes, multitext.confirmed);
  }
  const DocumentIds ids = write_documents(copy.to, copy.new_id, multitext.documents);
  write_alignment(copy.to, {copy.new_id, ids}, multitext);
  write_termbase(copy.to, copy.new_id, load_termbase(copy.from, copy.old_id));
}

void copy_spellings(const WorkCopy& copy, const LanguageNumbers& old_numbers,
                    LanguageNumbers& new_numbers) {
  Statement read(copy.from, "SELECT language, written FROM memory_language WHERE work = ?");
  Statement write(copy.to, "INSERT INTO memory_language VALUES (?, ?, ?)");
  read.bind(1, copy.old_id);
  while (read.step())
    write.run(copy.new_id, new_numbers.number_of(old_numbers.language_of(read.integer(0))),
              read.text(1));
}

/// A column as it is, NULL too.
std::optional<std::string_view> optional_text(const Statement& row, int column) {
  if (row.null(column)) return std::nullopt;
  return row.text(column);
}

/// With texts as they came in: edits are replayed.
NewIds copy_memory(const WorkCopy& copy, const std::vector<LoggedDecision>& log) {
  std::map<std::int64_t, std::string> first_texts;  // by cell
  NewIds rows;
  for (const LoggedDecision& line : log) {
    if (line.decision.row != 0) rows[line.decision.row] = 0;
    if (line.decision.kind == DecisionKind::edit)
      first_texts.emplace(cell_id(line.decision.row, line.decision.segment),
                          line.decision.was);
  }
  const LanguageNumbers old_numbers(copy.from);
  LanguageNumbers new_numbers(copy.to);
  copy_spellings(copy, old_numbers, new_numbers);
  Statement row(copy.from,
                "SELECT id, number, confidence, agreement, name, extra FROM row "
                "WHERE work = ? ORDER BY number");
  Statement cell(copy.from,
                 "SELECT place, language, text, extra FROM cell WHERE id BETWEEN ? AND ?");
  Statement write_memory_row(copy.to,
                             "INSERT INTO row(work, number, confidence, agreement, name, "
                             "extra) VALUES (?, ?, ?, ?, ?, ?)");
  Statement write_cell(copy.to,
                       "INSERT INTO cell(id, language, text, extra) VALUES (?, ?, ?, ?)");
  row.bind(1, copy.old_id);
  while (row.step()) {
    write_memory_row.run(copy.new_id, row.integer(1), row.real(2), row.real(3),
                         optional_text(row, 4), optional_text(row, 5));
    const std::int64_t old_row = row.integer(0);
    const std::int64_t new_row = copy.to.last_id();
    if (const auto decided = rows.find(old_row); decided != rows.end())
      decided->second = new_row;
    cell.reset();
    cell.bind(1, cell_id(old_row, 0)).bind(2, cell_id(old_row + 1, 0) - 1);
    while (cell.step()) {
      const std::size_t place = number_at(cell, 0);
      const auto first = first_texts.find(cell_id(old_row, place));
      write_cell.run(
          cell_id(new_row, place),
          new_numbers.number_of(old_numbers.language_of(cell.integer(1))),
          first == first_texts.end() ? cell.text(2) : std::string_view(first->second),
          optional_text(cell, 3));
    }
  }
  return rows;
}

void copy_log(const WorkCopy& copy, const std::vector<LoggedDecision>& log,
              const NewIds& rows) {
  NewIds lines;
  Statement set_revision(copy.to, "UPDATE decision SET revision = ? WHERE id = ?");
  for (const LoggedDecision& line : log) {
    Decision decision = line.decision;
    if (decision.row != 0) decision.row = rows.at(decision.row);
    const std::int64_t subject = line.subject == 0 ? 0 : lines[line.subject];
    lines[line.id] = log_decision(copy.to, copy.new_id, {decision, line.stamp, subject});
    set_revision.run(line.revision, lines[line.id]);
  }
}

using RunsByWork = std::map<std::int64_t, std::vector<RunRecord>>;

/// All at once: no index leads from a work to its runs.
RunsByWork runs_by_work(const Connection& from) {
  RunsByWork runs;
  for (RunRecord& run : read_runs(from))
    runs[run.work].push_back(std::move(run));
  return runs;
}

void copy_runs(const WorkCopy& copy, RunsByWork& runs) {
  for (RunRecord& run : runs[copy.old_id]) {
    run.work = copy.new_id;
    write_run(copy.to, run);
  }
}

/// Texts and decisions, but for the word index.
std::int64_t copy_contents(const WorkPlace& place, const Connection& to, RunsByWork& runs) {
  const Connection& from = *place.corpus;
  const auto info = read_work(from, place.work);
  if (!info)
    throw Error(Fault::inconsistent, {from.name(), 0},
                "has no work with the id " + std::to_string(place.work));
  const bool memory = info->kind == WorkKind::memory;
  const WorkCopy copy{from, to, place.work,
                      insert_work(to, {info->name, info->symbol, info->date}, info->kind)};
  Statement header(from, "SELECT header, revision FROM work WHERE id = ?");
  if (header.bind(1, place.work).step())
    Statement(to, "UPDATE work SET header = ?, revision = ? WHERE id = ?")
        .run(optional_text(header, 0), header.integer(1), copy.new_id);
  const std::vector<LoggedDecision> log = read_log(from, place.work);
  NewIds rows;
  if (memory) {
    rows = copy_memory(copy, log);
  } else {
    copy_documents(copy);
  }
  copy_log(copy, log, rows);
  copy_runs(copy, runs);
  if (log.empty()) {
    if (!memory) write_findings(to, copy.new_id, read_findings(from, place.work));
    return copy.new_id;
  }
  if (memory) {
    put_memory(to, copy.new_id, Indexing::later);
  } else {
    put_alignment(to, copy.new_id, Indexing::later);
    // They are about the segments of now.
    write_findings(to, copy.new_id, read_findings(from, place.work));
  }
  return copy.new_id;
}

}  // namespace

std::int64_t copy_works(std::span<const WorkPlace> works, const Connection& to,
                        const std::function<void(std::size_t)>& copying) {
  index_missing(to);  // rows of before, so that only new ones are left to index
  std::map<const Connection*, RunsByWork> runs;
  std::int64_t last = 0;
  for (std::size_t i = 0; i < works.size(); ++i) {
    if (copying) copying(i);
    const Connection* const from = works[i].corpus;
    if (!runs.contains(from)) runs.emplace(from, runs_by_work(*from));
    last = copy_contents(works[i], to, runs.at(from));
  }
  // One portion for all: searches look into each.
  index_missing(to);
  return last;
}

}  // namespace hexapla
