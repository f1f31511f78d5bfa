#pragma once

#include "document/document.hpp"
#include "document/make_docx.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>

namespace hexapla {

/// Writes a document that was read from text as other programs would: each block a
/// paragraph, each footnote a footnote.
struct LetterWriter {
  const Document& document;
  /// How the format writes a mark, by the number of its footnote, from 0.
  std::function<std::string(std::size_t, const std::string&)> mark;

  /// The text of `block` with its marks; a footnote without its own number.
  [[nodiscard]] std::string text_of(
      const Block& block, const std::function<std::string(std::string_view)>& run) const {
    std::string text;
    std::size_t at = block.range.begin;
    const auto& blocks = document.blocks;
    for (const FootnoteMark& found : document.marks) {
      if (found.range.begin < block.range.begin || found.range.end > block.range.end)
        continue;
      const auto note = std::find_if(blocks.begin(), blocks.end(), [&](const Block& other) {
        return other.kind == BlockKind::footnote && other.label == found.label;
      });
      const auto number = std::count_if(blocks.begin(), note, [](const Block& other) {
        return other.kind == BlockKind::footnote;
      });
      text += run(ByteRange{at, found.range.begin}.of(document.text)) +
              mark(static_cast<std::size_t>(number), found.label);
      at = found.range.end;
    }
    if (block.kind == BlockKind::footnote) at += block.label.size() + 1;
    return text + run(ByteRange{at, block.range.end}.of(document.text));
  }
};

inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

inline std::string docx_of(const Document& document) {
  DocxFile file;
  const LetterWriter writer{document, [](std::size_t number, const std::string&) {
                              return "<w:r><w:footnoteReference w:id=\"" +
                                     std::to_string(number + 2) + "\"/></w:r>";
                            }};
  std::size_t notes = 0;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::furniture) continue;
    const std::string text = writer.text_of(block, docx_run);
    if (block.kind == BlockKind::footnote) {
      file.footnotes += "<w:footnote w:id=\"" + std::to_string(notes++ + 2) +
                        "\"><w:p><w:r><w:footnoteRef/></w:r>" + text +
                        "</w:p></w:footnote>";
    } else {
      file.body +=
          docx_paragraph(replaced(text, "\n", "</w:t><w:br/><w:t xml:space=\"preserve\">"));
    }
  }
  return file.bytes();
}

inline std::string html_of(const Document& document) {
  const LetterWriter writer{document, [](std::size_t number, const std::string& label) {
                              const std::string n = std::to_string(number);
                              return "<sup><a id=r" + n + " href=#n" + n + ">" + label +
                                     "</a></sup>";
                            }};
  std::string html = "<!DOCTYPE html><html lang=" + std::string(document.language.tag()) +
                     "><head><meta charset=utf-8></head><body>\n";
  std::size_t notes = 0;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::furniture) continue;
    const std::string text = replaced(writer.text_of(block, escaped), "\n", "<br>\n");
    if (block.kind == BlockKind::footnote) {
      const std::string n = std::to_string(notes++);
      html +=
          "<p><a id=n" + n + " href=#r" + n + ">" + block.label + "</a> " + text + "</p>\n";
    } else {
      html += "<p>" + text + "</p>\n";
    }
  }
  return html + "</body></html>\n";
}

/// A flat OpenDocument text around `body`, for LibreOffice to make DOCX and HTML of.
inline std::string fodt_around(std::string_view body) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document "
         "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
         "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
         "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
         "office:version=\"1.2\" "
         "office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:body>"
         "<office:text>" +
         std::string(body) + "</office:text></office:body></office:document>\n";
}

/// Whether the paragraphs of an OpenDocument text have the kinds of their blocks as styles.
enum class FodtStyles { none, kinds };

/// The blocks of `document` as paragraphs of an OpenDocument text, with footnotes of the
/// word processor.
inline std::string fodt_body(const Document& document, FodtStyles styles) {
  const auto paragraph = [&](std::string_view style, const std::string& text) {
    return (styles == FodtStyles::none
                ? std::string("<text:p>")
                : "<text:p text:style-name=\"" + std::string(style) + "\">") +
           text + "</text:p>";
  };
  std::vector<std::string> notes;
  const LetterWriter plain{document, [](std::size_t, const std::string&) { return ""; }};
  for (const Block& block : document.blocks)
    if (block.kind == BlockKind::footnote) notes.push_back(plain.text_of(block, escaped));
  const auto spaced = [](std::string_view text) {
    return replaced(escaped(text), "  ", " <text:s/>");
  };
  const LetterWriter writer{
      document, [&](std::size_t number, const std::string& label) {
        return "<text:note text:note-class=\"footnote\" text:id=\"ftn" +
               std::to_string(number) + "\"><text:note-citation>" + label +
               "</text:note-citation><text:note-body>" +
               paragraph("Footnote", notes[number]) + "</text:note-body></text:note>";
      }};
  std::string body;
  for (const Block& block : document.blocks)
    if (block.kind != BlockKind::furniture && block.kind != BlockKind::footnote)
      body += paragraph(name_of(block.kind), replaced(writer.text_of(block, spaced), "\n",
                                                      "<text:line-break/>")) +
              "\n";
  return body;
}

/// The same document as a flat OpenDocument text.
inline std::string fodt_of(const Document& document) {
  return fodt_around(fodt_body(document, FodtStyles::none));
}

}  // namespace hexapla
