#pragma once

// Private to core/corpus/: the tables bitext, bead, row, row_run.

#include "align/multitext.hpp"
#include "corpus/sqlite.hpp"

namespace hexapla {

/// Writes bitexts and rows; the documents must be there.
void write_alignment(const sqlite::Connection& connection, const Multitext& multitext);

/// Fills in bitexts and rows of `multitext`, whose documents are there.
/// Errors: Fault::malformed when a run does not fit its document, or rows lack one.
void read_alignment(const sqlite::Connection& connection, Multitext& multitext);

}  // namespace hexapla
