#pragma once

#include "document/manuscript.hpp"

#include <string>
#include <string_view>

namespace hexapla {

/// Reads a DOCX file as a reader of its pages sees it: revisions accepted, the numbers of
/// lists and footnotes printed, hidden text and comments left out and reported.
///
/// Shape: the body in its order, text boxes after the paragraph that they hang on, tables
///        row by row and cell by cell; then footnotes and endnotes in the order of their
///        marks; then headers and footers. A list's number is in the text, followed by
///        a space, as in the PDF of the same document; LineHint::label repeats it.
///        Source offsets count through the XML parts as they are unpacked
///        (Manuscript::parts).
/// Errors: Fault::malformed for a broken file; Fault::unsupported for what is no DOCX, is
///         protected by a password, or goes beyond the limits of docx_package.hpp.
/// Source: ECMA-376 part 1, 17 (WordprocessingML).
[[nodiscard]] Manuscript manuscript_from_docx(std::string_view bytes,
                                              std::string_view name);

/// A DOCX file as read, with what the source offsets count through: its parts as they are
/// unpacked, one after the other, for the audit.
struct ReadDocx {
  std::string source;
  Manuscript manuscript;
};

/// The same, unpacked only once. Errors: those of manuscript_from_docx.
[[nodiscard]] ReadDocx read_docx(std::string_view bytes, std::string_view name);

struct DocxPackage;

/// The same for parts that are unpacked: what `manuscript_from_docx` does then. `format`
/// and `source_size` are left to the caller.
[[nodiscard]] Manuscript manuscript_from_parts(const DocxPackage& package);

}  // namespace hexapla
