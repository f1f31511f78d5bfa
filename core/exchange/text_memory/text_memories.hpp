#pragma once

#include "exchange/unit_reader.hpp"
#include "exchange/unit_writer.hpp"

#include <iosfwd>
#include <memory>
#include <string_view>

namespace hexapla {

/// Reads a memory as Translator's Workbench of Trados exports it: `<TrU>` with a `<Seg
/// L=EN-US>` a language, in RTF.
///
/// Shape:  `CrD`, `CrU`, `ChD`, `ChU`, `UsD` and `UsC` are attributes as TMX names them;
///         `<Att L=Client>` and `<Txt L=Project>` the properties `Att::Client` and
///         `Txt::Project`; what else there is, properties of its name. Text is UTF-8,
///         UTF-16 with a mark, or bytes of the code page of each segment's font or
///         language. A unit without a text is passed over with a warning.
/// Errors: Fault::malformed with the line; those of LineReader.
/// Source: exports of Translator's Workbench 2 to 8.3.
[[nodiscard]] std::unique_ptr<UnitReader> read_trados_text(std::istream& in,
                                                           std::string_view name);

/// Writes an export of Trados, of version 7.0: UTF-8 with a mark. Notes, states and
/// properties other than those above stay behind.
[[nodiscard]] std::unique_ptr<UnitWriter> trados_text_writer(std::ostream& out,
                                                             UnitWriterSettings settings);

/// Reads a text memory of Wordfast Classic: lines of fields between tabs after a head that
/// begins with `%`.
///
/// Shape:  date, user and counter of a unit are attributes as TMX names them, the fields
///         after the texts the properties `x-wordfast-1` to `-5`; a placeable `&tA;` is a
///         tag. Text is UTF-16 with a mark, UTF-8, or bytes of the code page of the
///         language. A line that lacks fields is passed over with a warning.
/// Errors: Fault::malformed with the line; those of LineReader.
/// Source: memories of Wordfast 3 to 5.5; translate-toolkit for the escapes.
[[nodiscard]] std::unique_ptr<UnitReader> read_wordfast(std::istream& in,
                                                        std::string_view name);

/// Writes a memory of Wordfast for `settings.languages`, else the first two variants:
/// UTF-16 with a mark. Units that lack a side are skipped; ids, notes and states stay
/// behind, and a tab becomes a space.
/// Memory: that of the file, since its head says how many units there are.
[[nodiscard]] std::unique_ptr<UnitWriter> wordfast_writer(std::ostream& out,
                                                          UnitWriterSettings settings);

}  // namespace hexapla
