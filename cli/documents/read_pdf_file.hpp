#pragma once

#include "cli/documents/recognise_pdf.hpp"
#include "cli/documents/run_child.hpp"
#include "document/manuscript.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace hexapla::cli {

/// How PDF files are read: by poppler's `pdftohtml`, in a process of its own.
struct PdfReader {
  std::string program = "pdftohtml";
  ChildLimits limits = {};
  /// The language in which the text of pages without any is recognised; absent: it isn't.
  std::optional<Language> recognised_as = {};
  PdfRecogniser recogniser = {};
  /// Is told what takes its time.
  std::function<void(std::string_view)> say = {};
};

/// A PDF file as read, with the XML that poppler printed of it, which the manuscript's
/// source offsets count through.
struct ReadPdf {
  std::string xml;
  Manuscript manuscript;
};

/// Reads `bytes`, those of a PDF file. What poppler finds damaged in it is reported as left
/// out.
/// Errors: Fault::unsupported, with the way out, when poppler isn't there, a password locks
///         the file, or reading it goes beyond the limits; Fault::malformed when it is
///         broken or holds no text; those of manuscript_from_pdf_xml.
[[nodiscard]] ReadPdf read_pdf_file(std::string_view bytes, std::string_view name,
                                    const PdfReader& reader = {});

}  // namespace hexapla::cli
