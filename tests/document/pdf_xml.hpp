#pragma once

#include "document/manuscript_lines.hpp"
#include "document/pdf/read_pdf.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace hexapla {

// Where the text of a page begins, and how wide it is.
inline constexpr double margin = 150;
inline constexpr double full_width = 560;

/// Builds what `pdftohtml -xml` prints, on A4 pages in its units: 1.5 for a point.
class PdfXml {
 public:
  PdfXml() { page(); }

  PdfXml& page() {
    if (pages_++ > 0) xml_ += "</page>\n";
    xml_ +=
        "<page number=\"" + std::to_string(pages_) +
        "\" position=\"absolute\" top=\"0\" left=\"0\" height=\"1263\" width=\"892\">\n";
    if (pages_ > 1) return *this;
    for (const int size : {body, small, large, mark})
      xml_ += "<fontspec id=\"" + std::to_string(size) + "\" size=\"" +
              std::to_string(size) + "\" family=\"Times\" color=\"#000000\"/>\n";
    return *this;
  }

  /// Another font, by its size.
  PdfXml& font(int size, std::string_view family) {
    xml_ += "<fontspec id=\"" + std::to_string(size) + "\" size=\"" + std::to_string(size) +
            "\" family=\"" + std::string(family) + "\" color=\"#000000\"/>\n";
    return *this;
  }

  /// `words` at a place, as wide as given or as so many letters are.
  PdfXml& text(double left, double top, std::string_view words, int size = body,
               double width = 0) {
    if (width == 0) width = static_cast<double>(words.size()) * size * letter_width;
    xml_ += "<text top=\"" + std::to_string(top) + "\" left=\"" + std::to_string(left) +
            "\" width=\"" + std::to_string(width) + "\" height=\"" +
            std::to_string(size * line_height) + "\" font=\"" + std::to_string(size) +
            "\">" + std::string(words) + "</text>\n";
    return *this;
  }

  /// A line of the text with a raised mark in it.
  PdfXml& marked(double left, double top, std::string_view before, std::string_view sign,
                 std::string_view after) {
    constexpr double width = 224;  // of the words before
    constexpr double raised = 2;
    constexpr double mark_width = 8;
    return text(left, top, before, body, width)
        .text(left + width, top - raised, sign, mark)
        .text(left + width + mark_width, top, after);
  }

  /// A footnote: its number, and beside it its words.
  PdfXml& note(double left, double top, std::string_view number, std::string_view words) {
    return text(left, top, number, mark).text(left + 12, top + 2, words, small);
  }

  [[nodiscard]] std::string xml() const {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE pdf2xml SYSTEM "
           "\"pdf2xml.dtd\">\n<pdf2xml producer=\"poppler\" version=\"22.12.0\">\n" +
           xml_ + "</page>\n</pdf2xml>\n";
  }

  // Sizes of fonts, which are their numbers too.
  static constexpr int body = 16;
  static constexpr int small = 12;
  static constexpr int large = 22;
  static constexpr int mark = 10;

 private:
  static constexpr double letter_width = .5;  // of the size
  static constexpr double line_height = 1.2;

  std::string xml_;
  int pages_ = 0;
};

inline Manuscript manuscript_of(const PdfXml& pages) {
  return manuscript_from_pdf_xml(pages.xml(), "t.pdf");
}

inline Strings told_lines_in(const PdfXml& pages) {
  return told_lines_in(manuscript_of(pages));
}

/// Its blocks as `kind: text`.
inline Strings blocks_in(const PdfXml& pages, Language language = languages::en) {
  const Document document = document_from(manuscript_of(pages), "t.pdf", language);
  Strings blocks;
  for (const Block& block : document.blocks)
    blocks.push_back(std::string(name_of(block.kind)) + ": " +
                     std::string(block.range.of(document.text)));
  return blocks;
}

inline bool holds(const Strings& all, const std::string& one) {
  return std::ranges::find(all, one) != all.end();
}

}  // namespace hexapla
