#pragma once

// Private to core/corpus/: the tables bitext, bead, row, row_run.

#include "align/multitext.hpp"
#include "corpus/database/sqlite.hpp"
#include "corpus/tables/documents.hpp"

namespace hexapla {

/// Where a work's alignment stands: its id and those of its documents.
struct AlignmentPlace {
  std::int64_t work = 0;
  const DocumentIds& documents;
};

/// Writes bitexts and rows; the documents must be there.
/// Errors: Fault::inconsistent when a row's runs are not as many as the documents.
void write_alignment(const sqlite::Connection& connection, const AlignmentPlace& place,
                     const Multitext& multitext);

/// Writes rows of a work's documents, at the end of the table.
class RowWriter {
 public:
  /// Refers to both.
  RowWriter(const sqlite::Connection& connection, const AlignmentPlace& place);

  /// Returns: its id.
  /// Errors: Fault::inconsistent when its runs are not as many as the documents.
  std::int64_t write(std::size_t number, const Row& row);

 private:
  const sqlite::Connection& connection_;
  const AlignmentPlace& place_;
  sqlite::Statement insert_row_;
  sqlite::Statement insert_run_;
};

/// Fills in bitexts, as the machine aligned them, and rows, as they are now, of
/// `multitext`, whose documents are there.
/// Errors: Fault::malformed when a run does not fit its document, or rows lack one.
void read_alignment(const sqlite::Connection& connection, const AlignmentPlace& place,
                    Multitext& multitext);

}  // namespace hexapla
