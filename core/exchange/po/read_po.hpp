#pragma once

#include "exchange/unit_reader.hpp"

#include <iosfwd>
#include <memory>
#include <string_view>

namespace hexapla {

// Attributes by which the rows of an entry with plural forms are known as such.
inline constexpr std::string_view po_form = "po-form";      ///< 0, 1, ... as in msgstr[N].
inline constexpr std::string_view po_plural = "po-plural";  ///< msgid_plural, of form 0.

/// Reads a gettext PO or POT file in the encoding that its header declares.
///
/// Shape:  a unit is an entry: msgid in `source`, msgstr in the language that the header
///         names, else in `target`; its id the msgctxt. An entry with plural forms is a
///         unit a form: the first has the msgid, the others the msgid_plural; the attribute
///         `po-form` numbers them. An empty msgstr is none. `fuzzy` is the state draft.
///         Comments of translators are notes; the others are properties: `extracted`,
///         `reference`, `flags`, `previous`. An entry that is obsolete has the attribute
///         `obsolete`. The fields of the header are properties of the header, its flags and
///         other comments attributes, as is `line-ends` = `crlf`.
/// Errors: Fault::malformed with the line. An entry without a msgstr is read as one without
///         a translation, with a warning.
/// Source: GNU gettext manual, "The Format of PO Files".
[[nodiscard]] std::unique_ptr<UnitReader> read_po(std::istream& in, std::string_view name,
                                                  Language source, Language target);

}  // namespace hexapla
