#pragma once

#include "exchange/unit_writer.hpp"

#include <iosfwd>
#include <memory>

namespace hexapla {

// Writers of formats in which a unit is a line. Inline tags, notes and properties stay
// after, but for JSONL's.

/// Two texts whose lines go together. Units that lack one of the sides are skipped; line
/// ends inside a text become spaces.
[[nodiscard]] std::unique_ptr<UnitWriter> moses_writer(std::ostream& source,
                                                       std::ostream& target,
                                                       UnitWriterSettings settings);

/// Source, target and score between tabs, as hunalign's -text. A unit that lacks a side has
/// an empty field; tabs and line ends inside a text become spaces. The score is the
/// property `x-score`, else the confidence.
[[nodiscard]] std::unique_ptr<UnitWriter> hunalign_writer(std::ostream& out,
                                                          UnitWriterSettings settings);

/// Two texts, a unit's side a line, and the links between them, `[0]:[0]:0.98`; a side that
/// a unit lacks is an empty list. Line ends inside a text become spaces.
[[nodiscard]] std::unique_ptr<UnitWriter> links_writer(std::ostream& links,
                                                       std::ostream& source,
                                                       std::ostream& target,
                                                       UnitWriterSettings settings);

/// A table with the head `unit confidence zh en ...`, fields between tabs with \t \n \r
/// \\ for what would break them, as write_tsv. `settings.languages` are the columns. Units
/// without any of them are skipped.
[[nodiscard]] std::unique_ptr<UnitWriter> tsv_writer(std::ostream& out,
                                                     UnitWriterSettings settings);

/// The same table as RFC 4180 has it.
[[nodiscard]] std::unique_ptr<UnitWriter> csv_writer(std::ostream& out,
                                                     UnitWriterSettings settings);

/// The same table as the one sheet of a workbook, at most 1,048,575 units.
/// Errors: Fault::unsupported beyond, and for a text that no cell can hold.
/// Memory: all units.
[[nodiscard]] std::unique_ptr<UnitWriter> xlsx_writer(std::ostream& out,
                                                      UnitWriterSettings settings);

/// An object a unit with all that it carries: `{"id":"...","confidence":0.98,"cells":{"zh":
/// {"text":"...","segments":[0],"kinds":["title"]}}}`; a language with several variants has
/// a list of them. `segments` and `kinds` are the properties `x-segments` and `x-kinds`.
[[nodiscard]] std::unique_ptr<UnitWriter> jsonl_writer(std::ostream& out);

/// `{"id":"...","translation":{"en":"...","fr":"..."}}`, as data sets have it. Of several
/// variants in a language the first. Units in fewer than two languages are skipped.
[[nodiscard]] std::unique_ptr<UnitWriter> translation_writer(std::ostream& out,
                                                             UnitWriterSettings settings);

}  // namespace hexapla
