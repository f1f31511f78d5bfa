#pragma once

// All that a program of others needs: reading documents, cutting them into segments,
// aligning and checking them, corpora, and files of other tools.
//
//   #include <hexapla/hexapla.hpp>
//
//   using namespace hexapla;
//   AlignRequest request;
//   for (each file) request.versions.push_back(segmented(read_text(bytes, name,
//   language))); request.versions = pivot_first(std::move(request.versions), std::nullopt);
//   const AlignedWork work = align_work(request);
//   for (const AlignedUnit& row : units_of_rows(work.multitext)) ...
//
// tests/package is such a program. Each room's README says more; of these headers those
// that say "Private to" may change at any time.

#include "align/aligned_unit.hpp"
#include "align/aligner.hpp"
#include "align/batch.hpp"
#include "collection/pair_files.hpp"
#include "collection/works_table.hpp"
#include "document/docx/read_docx.hpp"
#include "document/html/read_html.hpp"
#include "document/read_text.hpp"
#include "exchange/lines/line_writers.hpp"
#include "exchange/tmx/write_tmx.hpp"
#include "segment/segments.hpp"
#include "term/read_termbase.hpp"
#include "text/error.hpp"
#include "text/guess_language.hpp"
#include "workbench/unit_from_row.hpp"
#include "workbench/workbench.hpp"
