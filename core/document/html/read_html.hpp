#pragma once

#include "document/manuscript.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace hexapla {

/// How many lists, tables, sections and the like may be inside each other.
inline constexpr std::size_t deepest_html = 512;

/// Reads a web page as a reader sees it. Scripts, styles, hidden elements and the controls
/// of forms are left out and reported; navigation and page footers are furniture.
///
/// Shape: block elements and double `<br>` end a paragraph, a single `<br>` a line of it
///        (LineHint::continues); white space is one space, or none where it is a line end
///        between Han characters, unless long lines show that the page is broken at spaces
///        only (LibreOffice does so); lines of `<pre>` stay lines. A list's number or
///        bullet is in the text, followed by a space. The cells of a
///        table are `table` lines; where cells are few, or many hold more than three
///        paragraphs, the table lays out a page. A labelled line after a `<br>` is an item.
///        Two links that point at each other, the first a short label, are a footnote's
///        mark and its text.
/// `encoding` overrides what the page says of itself.
/// Errors: those of decode; Fault::unsupported for elements nested more than
///         `deepest_html` deep.
/// Source: HTML Living Standard; CSS Text 3, 4.1.3 (line ends between Han characters).
[[nodiscard]] Manuscript manuscript_from_html(
    std::string_view bytes, std::string_view name,
    const std::optional<std::string>& encoding = std::nullopt);

/// The encoding that a page names in its first bytes; nullopt when it names none.
/// Source: HTML Living Standard, prescan a byte stream to determine its encoding.
[[nodiscard]] std::optional<std::string> html_charset(std::string_view bytes);

}  // namespace hexapla
