#include "corpus/store_alignment.hpp"

#include "corpus/fields.hpp"

#include <string>

namespace hexapla {
namespace {

using sqlite::Connection;
using sqlite::Statement;

void write_bitexts(const Connection& connection, const std::vector<Bitext>& bitexts) {
  Statement insert_bitext(connection, "INSERT INTO bitext VALUES (?, ?, ?)");
  Statement insert_bead(connection, "INSERT INTO bead VALUES (?, ?, ?, ?, ?, ?, ?)");
  for (std::size_t number = 0; number < bitexts.size(); ++number) {
    const Bitext& bitext = bitexts[number];
    insert_bitext.run(number, bitext.source, bitext.target);
    for (std::size_t i = 0; i < bitext.beads.size(); ++i) {
      const Bead& bead = bitext.beads[i];
      insert_bead.run(number, i, bead.source.first, bead.source.last, bead.target.first,
                      bead.target.last, bead.confidence);
    }
  }
}

void write_rows(const Connection& connection, const std::vector<Row>& rows) {
  Statement insert_row(connection, "INSERT INTO row VALUES (?, ?, ?)");
  Statement insert_run(connection, "INSERT INTO row_run VALUES (?, ?, ?, ?)");
  for (std::size_t number = 0; number < rows.size(); ++number) {
    const Row& row = rows[number];
    insert_row.run(number, row.confidence, row.agreement);
    for (std::size_t i = 0; i < row.runs.size(); ++i)
      insert_run.run(number, i, row.runs[i].first, row.runs[i].last);
  }
}

/// The run in `column` and the one behind it, of a document with `size` segments.
SegmentRun run_at(const Statement& row, int column, std::size_t size) {
  const SegmentRun run{number_at(row, column, size), number_at(row, column + 1, size)};
  if (run.first > run.last) refuse_corpus(row, "a run ends before it begins");
  return run;
}

std::vector<Bead> read_beads(const Connection& connection, std::size_t bitext,
                             std::size_t source_size, std::size_t target_size) {
  Statement row(connection,
                "SELECT source_first, source_last, target_first, target_last, confidence "
                "FROM bead WHERE bitext = ? ORDER BY number");
  row.bind(1, bitext);
  std::vector<Bead> beads;
  while (row.step())
    beads.push_back(
        {run_at(row, 0, source_size), run_at(row, 2, target_size), row.real(4)});
  return beads;
}

void read_bitexts(const Connection& connection, Multitext& multitext) {
  const auto& documents = multitext.documents;
  Statement row(connection, "SELECT source, target FROM bitext ORDER BY number");
  while (row.step()) {
    Bitext bitext{number_at(row, 0), number_at(row, 1), {}};
    if (bitext.source >= documents.size() || bitext.target >= documents.size())
      refuse_corpus(row, "a bitext lacks a document");
    bitext.beads = read_beads(connection, multitext.bitexts.size(),
                              documents[bitext.source].segments.size(),
                              documents[bitext.target].segments.size());
    if (!tiles(bitext.beads,
               static_cast<std::uint32_t>(documents[bitext.source].segments.size()),
               static_cast<std::uint32_t>(documents[bitext.target].segments.size())))
      refuse_corpus(row, "the beads of a bitext do not cover its segments once");
    multitext.bitexts.push_back(std::move(bitext));
  }
}

/// Rows of corpora from before the languages were asked about them agree.
std::string rows_question(const Connection& connection) {
  Statement column(connection,
                   "SELECT 1 FROM pragma_table_info('row') WHERE name = 'agreement'");
  return std::string("SELECT number, confidence, ") +
         (column.step() ? "agreement" : "1.0") + " FROM row ORDER BY number";
}

void read_rows(const Connection& connection, Multitext& multitext) {
  Statement row(connection, rows_question(connection));
  Statement run(connection,
                "SELECT row, document, first, last FROM row_run ORDER BY row, document");
  bool more = run.step();
  while (row.step()) {
    Row next{{}, row.real(1), row.real(2)};
    for (; more && run.integer(0) == row.integer(0); more = run.step()) {
      const std::size_t document = next.runs.size();
      if (document >= multitext.documents.size() || number_at(run, 1) != document)
        refuse_corpus(run, "a row's documents are not those of the corpus");
      next.runs.push_back(run_at(run, 2, multitext.documents[document].segments.size()));
    }
    if (next.runs.size() != multitext.documents.size())
      refuse_corpus(row, "a row lacks a document");
    multitext.rows.push_back(std::move(next));
  }
  if (more) refuse_corpus(run, "a run belongs to no row");
}

}  // namespace

void write_alignment(const Connection& connection, const Multitext& multitext) {
  write_bitexts(connection, multitext.bitexts);
  write_rows(connection, multitext.rows);
}

void read_alignment(const Connection& connection, Multitext& multitext) {
  read_bitexts(connection, multitext);
  read_rows(connection, multitext);
}

}  // namespace hexapla
