#pragma once

#include "document/pdf/lines.hpp"

#include <span>

namespace hexapla {

/// Tells the lines that are cells of tables where they are in them (`PdfLine::cell`), and
/// brings them in order: row by row, cell by cell, the lines of a cell together. A table
/// that goes on overleaf goes on with its rows; its head, once more, is furniture. To be
/// called when running heads have been found, and before footnotes are.
void mark_tables(std::span<PdfLine> lines, std::span<const PdfPage> pages);

}  // namespace hexapla
