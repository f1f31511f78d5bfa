#pragma once

#include "exchange/unit_reader.hpp"

#include <iosfwd>
#include <memory>
#include <string_view>

namespace hexapla {

/// Reads a gettext PO or POT file in UTF-8.
///
/// Shape:  a unit is an entry: msgid in `source`, msgstr in the language that the header
///         names, else in `target`; its id the msgctxt. An entry with plural forms has a
///         variant msgid, one msgid_plural (attribute `form` = `plural`) and one for each
///         msgstr[N] (attribute `form` = N). Comments of translators are notes; the others
///         are properties: `extracted`, `reference`, `flags`, `previous`. An entry that is
///         obsolete has the attribute `obsolete`. The fields of the header are properties
///         of the header.
/// Errors: Fault::malformed with the line.
/// Source: GNU gettext manual, "The Format of PO Files".
[[nodiscard]] std::unique_ptr<UnitReader> read_po(std::istream& in, std::string_view name,
                                                  Language source, Language target);

}  // namespace hexapla
