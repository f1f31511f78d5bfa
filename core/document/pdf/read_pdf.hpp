#pragma once

#include "document/manuscript.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace hexapla {

/// Reads what poppler's `pdftohtml -xml -noroundcoord` printed of a PDF file.
///
/// `glyphs` is the same printed with `-wbt -100`, which puts a space after every glyph:
/// with it, gaps inside words are no spaces and Arabic ligatures are read in order.
///
/// Shape: the body in reading order, column by column; then the footnotes of all pages,
///        those that go on overleaf in one piece; then running heads, page numbers and
///        rules. Right-to-left text is in logical order, without bidi controls; ligatures
///        and presentation forms are taken apart, since a PDF names shapes. Indents, widths
///        and blank lines are measured from positions; bold lines and larger ones are
///        headings; raised marks of footnotes are `Manuscript::marks`.
///        Source offsets count through `xml`; `parts` says which page they are of.
/// Errors: Fault::malformed without text (a scan); Fault::unsupported when its fonts don't
///         say which letters they show, or beyond the limits of pdf_boxes.hpp.
[[nodiscard]] Manuscript manuscript_from_pdf_xml(std::string_view xml,
                                                 std::string_view name,
                                                 std::string_view glyphs = {});

/// How many pages of what `pdftohtml -xml` printed have no text: blank ones and pictures.
[[nodiscard]] std::size_t pdf_xml_pages_without_text(std::string_view xml);

/// Whether there is any text in what `pdftohtml -xml` printed.
[[nodiscard]] bool pdf_xml_has_text(std::string_view xml);

}  // namespace hexapla
