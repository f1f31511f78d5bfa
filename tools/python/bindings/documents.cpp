#include "bindings/bind.hpp"
#include "bindings/interruptible.hpp"
#include "bindings/records.hpp"
#include "document/detect_format.hpp"
#include "document/docx/read_docx.hpp"
#include "document/html/read_html.hpp"
#include "document/pdf/boxes.hpp"
#include "document/pdf/read_pdf.hpp"
#include "document/read_text.hpp"
#include "document/structure/document_facts.hpp"
#include "segment/segments.hpp"
#include "text/guess_language.hpp"
#include "text/sha256.hpp"

#include <optional>
#include <string>

#include <pybind11/stl.h>

namespace hexapla::python {
namespace {

namespace py = pybind11;
using Optional = std::optional<std::string>;

Manuscript manuscript_of(const std::string& bytes, const std::string& name,
                         const Optional& encoding) {
  const FileFormat format = detect_format(bytes);
  require_document_format(format, name);
  if (format == FileFormat::docx) return manuscript_from_docx(bytes, name);
  if (format == FileFormat::html) return manuscript_from_html(bytes, name, encoding);
  return manuscript_from_text(bytes, name, encoding);
}

/// The language that is named, or that the text looks to be in.
SegmentedDocument segmented_in(const Manuscript& manuscript, const std::string& name,
                               const Optional& language, std::string sha) {
  const Language in = language ? language_named(*language)
                               : guess_language(manuscript.text).value_or(Language());
  Document document = document_from(manuscript, name, in);
  document.sha = std::move(sha);
  return segmented(std::move(document));
}

SegmentedDocument read_bytes(const std::string& bytes, const std::string& name,
                             const Optional& language, const Optional& encoding) {
  return made_interruptibly([=] {
    return segmented_in(manuscript_of(bytes, name, encoding), name, language,
                        sha256_of(bytes));
  });
}

/// What poppler printed of a PDF file, and once more with its glyphs apart.
SegmentedDocument read_pdf_xml(const std::string& xml, const std::string& glyphs,
                               const std::string& name, const Optional& language,
                               const std::string& sha) {
  return made_interruptibly([=] {
    return segmented_in(manuscript_from_pdf_xml(xml, name, glyphs), name, language, sha);
  });
}

std::vector<std::string> segments_in(const SegmentedDocument& text) {
  std::vector<std::string> segments;
  for (const Segment& segment : text.segments)
    segments.emplace_back(text.text_of(segment));
  return segments;
}

std::vector<std::string> segments_of_text(const std::string& text,
                                          const std::string& language) {
  const Language in = language_named(language);
  return made_interruptibly([=] {
    if (text.find_first_not_of(" \t\r\n") == std::string::npos)
      return std::vector<std::string>();
    return segments_in(segmented(read_text(text, "text", in)));
  });
}

py::list blocks_of(const SegmentedDocument& text) {
  py::list blocks;
  for (const Block& block : text.document.blocks)
    blocks.append(py::make_tuple(name_of(block.kind), block.label,
                                 std::string(block.range.of(text.document.text))));
  return blocks;
}

std::vector<std::string> left_out_of(const SegmentedDocument& text) {
  std::vector<std::string> words;
  for (const Omission& omission : text.document.left_out)
    words.push_back(omission.what);
  return words;
}

}  // namespace

void bind_documents(py::module_& module) {
  py::class_<SegmentedDocument>(module, "Document",
                                "A version of a document, cut into segments.")
      .def_property_readonly(
          "name", [](const SegmentedDocument& text) { return text.document.name; })
      .def_property_readonly("language",
                             [](const SegmentedDocument& text) {
                               return std::string(text.document.language.tag());
                             })
      .def_property_readonly(
          "format", [](const SegmentedDocument& text) { return text.document.format; },
          "text, subtitles, pdf, docx or html.")
      .def_property_readonly(
          "sha256", [](const SegmentedDocument& text) { return text.document.sha; },
          "Of the bytes of its file.")
      .def_property_readonly(
          "symbol",
          [](const SegmentedDocument& text) {
            return document_facts(text.document).symbol;
          },
          "As page one has it, A/75/574; None where there is none.")
      .def_property_readonly(
          "date",
          [](const SegmentedDocument& text) { return document_facts(text.document).date; },
          "2020-11-03; None where there is none.")
      .def_property_readonly(
          "text", [](const SegmentedDocument& text) { return text.document.text; },
          "All of it, blocks in their order.")
      .def_property_readonly("blocks", &blocks_of,
                             "Kind, label and text of each title, paragraph, item ...")
      .def_property_readonly("segments", &segments_in, "Sentences, and lines of titles.")
      .def_property_readonly("left_out", &left_out_of,
                             "What of the file is not in the text.")
      .def("__len__", [](const SegmentedDocument& text) { return text.segments.size(); })
      .def("__repr__", [](const SegmentedDocument& text) {
        return py::str("Document({!r}, {}, {} segments)")
            .format(text.document.name, std::string(text.document.language.tag()),
                    text.segments.size());
      });
  module.attr("most_pdf_pages") = most_pdf_pages;
  module.def("is_pdf", [](const std::string& bytes) {
    return detect_format(bytes) == FileFormat::pdf;
  });
  module.def("pdf_has_text", [](const std::string& xml) { return pdf_xml_has_text(xml); });
  module.def("read_bytes", &read_bytes);
  module.def("read_pdf_xml", &read_pdf_xml);
  module.def("segments_of_text", &segments_of_text);
}

}  // namespace hexapla::python
