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

/// Writes the same, of version 7.0: UTF-8 with a mark. Notes, states and properties other
/// than those above stay behind.
[[nodiscard]] std::unique_ptr<UnitWriter> trados_text_writer(std::ostream& out,
                                                             UnitWriterSettings settings);

}  // namespace hexapla
