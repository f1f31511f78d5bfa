#include "corpus/tables/faults.hpp"

#include "corpus/database/table_sums.hpp"
#include "corpus/index/search_faults.hpp"
#include "corpus/tables/apply_decisions.hpp"
#include "corpus/tables/decision_log.hpp"
#include "corpus/tables/decisions.hpp"
#include "corpus/tables/documents.hpp"
#include "corpus/tables/findings.hpp"
#include "corpus/tables/row_texts.hpp"
#include "corpus/tables/runs.hpp"
#include "corpus/tables/segment_numbers.hpp"
#include "corpus/tables/terms.hpp"
#include "corpus/tables/units.hpp"
#include "corpus/tables/works.hpp"
#include "text/error.hpp"
#include "text/sha256.hpp"

#include <algorithm>
#include <functional>

namespace hexapla {
namespace {

using sqlite::Connection;
using sqlite::Statement;
using Faults = std::vector<std::string>;

constexpr std::size_t most_lines = 100;  // of one check; more say nothing more

/// Adds what `check` complains of.
void add_fault(Faults& faults, const std::string& where,
               const std::function<void()>& check) {
  try {
    check();
  } catch (const Error& error) {
    faults.push_back(where + ": " + error.what());
  }
}

void check_database(const Connection& connection, Faults& faults) {
  Statement integrity(connection,
                      "PRAGMA integrity_check(" + std::to_string(most_lines) + ")");
  while (integrity.step())
    if (integrity.text(0) != "ok")
      faults.push_back("database: " + std::string(integrity.text(0)));
  Statement keys(connection, "PRAGMA foreign_key_check");
  for (std::size_t i = 0; i < most_lines && keys.step(); ++i)
    faults.push_back("table " + std::string(keys.text(0)) + ", line " +
                     std::string(keys.text(1)) + ": belongs to no line of " +
                     std::string(keys.text(2)));
}

/// Questions whose answer is what is wrong.
void check_by_sql(const Connection& connection, Faults& faults) {
  constexpr std::array questions{
      "SELECT 'document ' || id || ': its hash is not one of SHA-256' FROM document "
      "WHERE sha <> '' AND (length(sha) <> 64 OR sha GLOB '*[^0-9a-f]*')",
      "SELECT 'cell ' || id || ': belongs to no row' FROM cell "
      "WHERE NOT EXISTS (SELECT 1 FROM row WHERE row.id = cell.id >> 10)",
      "SELECT 'cell ' || cell.id || ': belongs to a row of documents' FROM cell "
      "JOIN row ON row.id = cell.id >> 10 JOIN work ON work.id = row.work "
      "WHERE kind = 'documents'",
      "SELECT 'row ' || row.id || ': a memory has no runs' FROM row_run "
      "JOIN row ON row.id = row_run.row JOIN work ON work.id = row.work "
      "WHERE kind = 'memory'",
      "SELECT 'work ' || name || ': a ' || kind || ' work with the other kind''s header' "
      "FROM work WHERE (kind = 'memory') <> (header IS NOT NULL)",
      "SELECT 'decision ' || decision.id || ': of a revision to come' FROM decision "
      "JOIN work ON work.id = work WHERE decision.revision > work.revision"};
  for (const char* const question : questions) {
    Statement answer(connection, question);
    for (std::size_t i = 0; i < most_lines && answer.step(); ++i)
      faults.emplace_back(answer.text(0));
  }
}

/// SQLite's own check finds a damaged page, not a letter that turned into another.
void check_texts(const Connection& connection, Faults& faults) {
  Statement document(
      connection,
      "SELECT document.name, work.name, text, text_sha FROM document "
      "JOIN work ON work.id = work WHERE text_sha <> '' ORDER BY document.id");
  while (document.step())
    if (sha256_of(document.text(2)) != document.text(3))
      faults.push_back("work " + std::string(document.text(1)) + ": the text of " +
                       std::string(document.text(0)) + " is not the one that came in");
}

void check_units(const Connection& connection, std::int64_t work) {
  std::uint32_t next = 0;
  read_units(connection, {work}, [&](const StoredUnit& unit) {
    if (unit.number != next++)
      throw Error(Fault::malformed, {connection.name(), 0},
                  "row " + std::to_string(unit.row) + " is out of order");
    return true;
  });
}

/// Rows and edits are what the decisions make of the machine's beads.
void check_decided(const Connection& connection, std::int64_t work) {
  const Multitext machine = read_machine_multitext(connection, work);
  const DecidedAlignment now =
      decided(machine, in_order(machine, read_log(connection, work)).to_apply);
  const auto fail = [&](const std::string& what) {
    throw Error(Fault::malformed, {connection.name(), 0},
                what + " are not what the decisions make of them");
  };
  const DocumentIds documents = document_ids(connection, work);
  for (std::size_t document = 0; document < documents.size(); ++document)
    if (stored_segments(connection, documents[document]) !=
        (now.segments[document].empty() ? machine.documents[document].segments
                                        : now.segments[document]))
      fail("segments");
  if (read_multitext(connection, work).rows != now.rows) fail("rows");
  Statement verdict(connection,
                    "SELECT verdict FROM row WHERE work = ? ORDER BY number, id");
  verdict.bind(1, work);
  for (const Verdict expected : now.verdicts)
    if (!verdict.step() ||
        verdict.text(0) !=
            (expected == Verdict::none ? std::string_view() : name_of(expected)))
      fail("verdicts");
  Statement edited(
      connection,
      "SELECT number, segment, edited.text FROM edited JOIN document ON id = document "
      "WHERE work = ? ORDER BY number, segment");
  edited.bind(1, work);
  auto expected = now.edits.begin();
  for (; edited.step(); ++expected)
    if (expected == now.edits.end() || edited.integer(0) != expected->first.first ||
        edited.integer(1) != expected->first.second || edited.text(2) != expected->second)
      fail("edits");
  if (expected != now.edits.end()) fail("edits");
}

/// Many times what the checks of a sound file take, which is some 20,000 a page.
std::uint64_t steps_for(const Connection& connection) {
  constexpr std::uint64_t least = 200'000'000;
  constexpr std::uint64_t for_a_page = 2'000'000;
  Statement pages(connection, "PRAGMA page_count");
  return least + for_a_page * (pages.step()
                                   ? static_cast<std::uint64_t>(
                                         std::max<std::int64_t>(pages.integer(0), 0))
                                   : 0);
}

}  // namespace

Faults faults_of(const Connection& connection) {
  Faults faults;
  const sqlite::StepBudget budget(connection, steps_for(connection));
  add_fault(faults, "database", [&] { check_database(connection, faults); });
  // What is read from pages that point astray says nothing of the rest, and may never end.
  if (!faults.empty()) {
    faults.emplace_back(
        "database: damaged, so its texts, rows and decisions were not checked; "
        "take a copy of before, or align and import again");
    return faults;
  }
  add_fault(faults, "tables", [&] { check_by_sql(connection, faults); });
  add_fault(faults, "tables", [&] {
    for (std::string& fault : sum_faults(connection))
      faults.push_back(std::move(fault));
  });
  add_fault(faults, "texts", [&] { check_texts(connection, faults); });
  add_fault(faults, "runs", [&] { static_cast<void>(read_runs(connection)); });
  add_fault(faults, "works", [&] {
    for (const WorkInfo& work : read_works(connection)) {
      add_fault(faults, "work " + work.name, [&] { check_units(connection, work.id); });
      add_fault(faults, "decisions of " + work.name,
                [&] { static_cast<void>(read_log(connection, work.id)); });
      if (work.kind == WorkKind::memory) continue;
      add_fault(faults, "work " + work.name, [&] { check_decided(connection, work.id); });
      add_fault(faults, "findings of " + work.name, [&] {
        static_cast<void>(read_findings(connection, work.id));
        static_cast<void>(load_termbase(connection, work.id));
      });
    }
  });
  add_fault(faults, "search index", [&] {
    for (std::string& fault : search_faults(connection, most_lines))
      faults.push_back(std::move(fault));
  });
  return faults;
}

}  // namespace hexapla
