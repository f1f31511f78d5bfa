#include "corpus/tables/alignment.hpp"

#include "corpus/database/fields.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <string>

namespace hexapla {
namespace {

using sqlite::Connection;
using sqlite::Statement;

/// What was confirmed between the documents of a bitext.
std::span<const Bead> confirmed_of(const Multitext& multitext, const Bitext& bitext) {
  for (const ConfirmedBeads& confirmed : multitext.confirmed)
    if (confirmed.source == bitext.source && confirmed.target == bitext.target)
      return confirmed.beads;
  return {};
}

bool same_runs(const Bead& bead, const Bead& other) {
  return bead.source == other.source && bead.target == other.target;
}

void write_bitexts(const Connection& connection, const AlignmentPlace& place,
                   const Multitext& multitext) {
  Statement insert_bitext(connection,
                          "INSERT INTO bitext(work, number, source, target) "
                          "VALUES (?, ?, ?, ?)");
  Statement insert_bead(connection, "INSERT INTO bead VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  for (std::size_t number = 0; number < multitext.bitexts.size(); ++number) {
    const Bitext& bitext = multitext.bitexts[number];
    insert_bitext.run(place.work, number, place.documents.at(bitext.source),
                      place.documents.at(bitext.target));
    const std::int64_t id = connection.last_id();
    const std::span<const Bead> confirmed = confirmed_of(multitext, bitext);
    for (std::size_t i = 0; i < bitext.beads.size(); ++i) {
      const Bead& bead = bitext.beads[i];
      const bool fixed = std::ranges::any_of(
          confirmed, [&](const Bead& other) { return same_runs(bead, other); });
      insert_bead.run(id, i, bead.source.first, bead.source.last, bead.target.first,
                      bead.target.last, bead.confidence, fixed);
    }
  }
}

/// The run in `column` and the one after it, of a document with `size` segments.
SegmentRun run_at(const Statement& row, int column, std::size_t size) {
  const SegmentRun run{number_at(row, column, size), number_at(row, column + 1, size)};
  if (run.first > run.last) refuse_corpus(row, "a run ends before it begins");
  return run;
}

/// The beads of one bitext, and those of them that were given as right.
struct StoredBeads {
  std::vector<Bead> beads;
  std::vector<Bead> fixed;
};

StoredBeads read_beads(const Connection& connection, std::int64_t bitext,
                       std::size_t source_size, std::size_t target_size) {
  Statement row(connection,
                "SELECT source_first, source_last, target_first, target_last, confidence, "
                "fixed FROM bead WHERE bitext = ? ORDER BY number");
  row.bind(1, bitext);
  StoredBeads stored;
  while (row.step()) {
    stored.beads.push_back(
        {run_at(row, 0, source_size), run_at(row, 2, target_size), row.real(4)});
    if (row.integer(5) != 0) stored.fixed.push_back(stored.beads.back());
  }
  return stored;
}

/// Index of the document with the id in `column`.
std::uint32_t document_at(const Statement& row, int column, const DocumentIds& ids) {
  const auto found = std::ranges::find(ids, row.integer(column));
  if (found == ids.end()) refuse_corpus(row, "a bitext lacks a document");
  return static_cast<std::uint32_t>(found - ids.begin());
}

void read_bitexts(const Connection& connection, const AlignmentPlace& place,
                  Multitext& multitext) {
  const auto size_of = [&](std::uint32_t document) {
    return static_cast<std::uint32_t>(multitext.documents[document].segments.size());
  };
  Statement row(connection,
                "SELECT id, source, target FROM bitext WHERE work = ? ORDER BY number");
  row.bind(1, place.work);
  while (row.step()) {
    const std::uint32_t source = document_at(row, 1, place.documents);
    const std::uint32_t target = document_at(row, 2, place.documents);
    StoredBeads stored =
        read_beads(connection, row.integer(0), size_of(source), size_of(target));
    if (!tiles(stored.beads, size_of(source), size_of(target)))
      refuse_corpus(row, "the beads of a bitext do not cover its segments once");
    multitext.bitexts.push_back({source, target, std::move(stored.beads)});
    if (!stored.fixed.empty())
      multitext.confirmed.push_back({source, target, std::move(stored.fixed)});
  }
}

/// How many segments documents have now: rows are made of these.
std::vector<std::size_t> sizes_now(const Connection& connection,
                                   const DocumentIds& documents) {
  Statement count(connection, "SELECT count(*) FROM segment WHERE document = ?");
  std::vector<std::size_t> sizes;
  for (const std::int64_t document : documents) {
    count.reset();
    count.bind(1, document);
    sizes.push_back(count.step() ? number_at(count, 0) : 0);
  }
  return sizes;
}

void read_rows(const Connection& connection, const AlignmentPlace& place,
               Multitext& multitext) {
  const std::vector<std::size_t> sizes = sizes_now(connection, place.documents);
  Statement row(connection,
                "SELECT id, confidence, agreement FROM row WHERE work = ? "
                "ORDER BY number, id");
  row.bind(1, place.work);
  Statement run(connection,
                "SELECT row.id, document.number, first, last FROM row "
                "JOIN row_run ON row_run.row = row.id "
                "JOIN document ON document.id = row_run.document "
                "WHERE row.work = ? ORDER BY row.number, row.id, document.number");
  run.bind(1, place.work);
  bool more = run.step();
  while (row.step()) {
    Row next{{}, row.real(1), row.real(2)};
    for (; more && run.integer(0) == row.integer(0); more = run.step()) {
      const std::size_t document = next.runs.size();
      if (document >= multitext.documents.size() || number_at(run, 1) != document)
        refuse_corpus(run, "a row's documents are not those of the corpus");
      next.runs.push_back(run_at(run, 2, sizes.at(document)));
    }
    if (next.runs.size() != multitext.documents.size())
      refuse_corpus(row, "a row lacks a document");
    multitext.rows.push_back(std::move(next));
  }
  for (std::size_t document = 0; document < multitext.documents.size(); ++document) {
    std::size_t covered = 0;
    for (const Row& held : multitext.rows)
      covered += held.runs[document].size();
    if (covered != sizes.at(document))
      refuse_corpus(row, "the rows do not cover a document's segments once");
  }
}

}  // namespace

RowWriter::RowWriter(const Connection& connection, const AlignmentPlace& place)
    : connection_(connection),
      place_(place),
      insert_row_(connection,
                  "INSERT INTO row(work, number, confidence, agreement) "
                  "VALUES (?, ?, ?, ?)"),
      insert_run_(connection, "INSERT INTO row_run VALUES (?, ?, ?, ?)") {}

std::int64_t RowWriter::write(std::size_t number, const Row& row) {
  if (row.runs.size() != place_.documents.size())
    throw Error(Fault::inconsistent, {connection_.name(), 0},
                "a row's runs are not as many as the documents");
  insert_row_.run(place_.work, number, row.confidence, row.agreement);
  const std::int64_t id = connection_.last_id();
  for (std::size_t i = 0; i < row.runs.size(); ++i)
    insert_run_.run(id, place_.documents[i], row.runs[i].first, row.runs[i].last);
  return id;
}

void write_alignment(const Connection& connection, const AlignmentPlace& place,
                     const Multitext& multitext) {
  write_bitexts(connection, place, multitext);
  RowWriter rows(connection, place);
  for (std::size_t number = 0; number < multitext.rows.size(); ++number)
    rows.write(number, multitext.rows[number]);
}

void read_alignment(const Connection& connection, const AlignmentPlace& place,
                    Multitext& multitext) {
  read_bitexts(connection, place, multitext);
  read_rows(connection, place, multitext);
}

}  // namespace hexapla
