#pragma once

#include "document/make_letter.hpp"

#include <string>
#include <string_view>

namespace hexapla {

/// How a document of a language is set for print: fonts that Debian has, and the direction.
struct PrintStyle {
  std::string_view font;
  bool right_to_left = false;
};

inline PrintStyle print_style(std::string_view tag) {
  if (tag == "ar") return {"DejaVu Sans", true};
  if (tag == "zh") return {"Noto Serif CJK SC", false};
  return {"DejaVu Serif", false};
}

/// A page of HTML as a browser prints it: `body`, set as letters of the United Nations are.
inline std::string printable_html(std::string_view tag, std::string_view body,
                                  std::string_view more_style = {}) {
  const PrintStyle style = print_style(tag);
  return "<!DOCTYPE html><html lang=" + std::string(tag) +
         (style.right_to_left ? " dir=rtl" : "") +
         "><head><meta charset=utf-8><style>\n"
         "@page{size:A4;margin:25mm}\nbody{font:11pt/1.4 '" +
         std::string(style.font) +
         "';hyphens:none}\np{margin:0 0 .6em}\np.paragraph{text-indent:2em}\n"
         "p.title{font-weight:bold;font-size:13pt;margin:1em 0;margin-inline-start:2em}\n"
         "p.signature{margin-inline-start:50%}\np.footnote{font-size:8.5pt}\n"
         "p.masthead,p.session{white-space:pre}\nsup{font-size:7pt;line-height:0}\n" +
         std::string(more_style) + "</style></head><body>\n" + std::string(body) +
         "</body></html>\n";
}

/// The whole of `document` on such pages, its footnotes below a rule at the end.
inline std::string printable_html(const Document& document) {
  const LetterWriter writer{document, [](std::size_t, const std::string& label) {
                              return "<sup>" + label + "</sup>";
                            }};
  std::string body;
  bool noted = false;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::furniture) continue;
    std::string text = replaced(writer.text_of(block, escaped), "\n", "<br>\n");
    if (block.kind == BlockKind::footnote) {
      if (!noted) body += "<hr width=30% align=left>\n";
      noted = true;
      text.insert(0, "<sup>" + block.label + "</sup> ");
    }
    body += "<p class=" + std::string(name_of(block.kind)) + ">" + text + "</p>\n";
  }
  return printable_html(document.language.tag(), body);
}

/// A paragraph style of a flat OpenDocument text.
inline std::string fodt_style(std::string_view name, std::string_view paragraph,
                              std::string_view letters) {
  return "<style:style style:name=\"" + std::string(name) +
         "\" style:family=\"paragraph\"><style:paragraph-properties " +
         std::string(paragraph) + "/><style:text-properties " + std::string(letters) +
         "/></style:style>\n";
}

/// A flat OpenDocument text around `body`, whose paragraphs have the kinds of blocks as
/// their styles; `head` and `foot` are on each page.
inline std::string printable_fodt(std::string_view tag, const std::string& body,
                                  const std::string& head = {},
                                  const std::string& foot = {}) {
  const PrintStyle style = print_style(tag);
  const std::string font(style.font);
  const std::string mode = style.right_to_left ? "rl-tb" : "lr-tb";
  const auto size = [](const std::string& points) {
    return "fo:font-size=\"" + points + "pt\" style:font-size-asian=\"" + points +
           "pt\" style:font-size-complex=\"" + points + "pt\"";
  };
  const std::string below = "fo:margin-bottom=\"0.25cm\" ";
  const std::string bold =
      "fo:font-weight=\"bold\" style:font-weight-asian=\"bold\" "
      "style:font-weight-complex=\"bold\" ";
  std::string styles =
      "<office:styles><style:default-style style:family=\"paragraph\">"
      "<style:paragraph-properties style:writing-mode=\"" +
      mode +
      "\"/>"
      "<style:text-properties fo:font-family=\"" +
      font + "\" style:font-family-asian=\"" + font + "\" style:font-family-complex=\"" +
      font +
      "\" fo:language=\"en\" fo:country=\"US\" style:language-complex=\"ar\" "
      "style:country-complex=\"EG\" " +
      size("11") + "/></style:default-style>\n";
  const std::string start = style.right_to_left ? "fo:text-align=\"end\" " : "";
  for (const std::string_view kind :
       {"masthead", "session", "agenda_reference", "agenda_item", "heading"})
    styles += fodt_style(kind, below + start, "");
  styles += fodt_style("title",
                       below + start +
                           "fo:margin-left=\"1cm\" "
                           "fo:margin-right=\"1cm\" fo:margin-top=\"0.5cm\"",
                       bold + size("13"));
  styles += fodt_style("paragraph", below + start + "fo:text-indent=\"1cm\"", "");
  styles +=
      fodt_style("signature",
                 start + (style.right_to_left ? "fo:margin-right" : "fo:margin-left") +
                     std::string("=\"8cm\""),
                 "");
  styles += fodt_style("Footnote", start, size("9"));
  styles += fodt_style("edge", start, size("9"));
  styles +=
      "<style:style style:name=\"raised\" style:family=\"text\">"
      "<style:text-properties style:text-position=\"super 58%\"/></style:style>"
      "<text:notes-configuration text:note-class=\"footnote\" "
      "text:citation-style-name=\"raised\" "
      "text:citation-body-style-name=\"raised\" style:num-format=\"1\" "
      "text:start-numbering-at=\"document\"/>";
  styles +=
      "</office:styles>\n<office:automatic-styles><style:page-layout "
      "style:name=\"pm\"><style:page-layout-properties fo:page-width=\"21cm\" "
      "fo:page-height=\"29.7cm\" fo:margin=\"2.5cm\" style:writing-mode=\"" +
      mode +
      "\"/></style:page-layout></office:automatic-styles>\n<office:master-styles>"
      "<style:master-page style:name=\"Standard\" style:page-layout-name=\"pm\">";
  if (!head.empty()) styles += "<style:header>" + head + "</style:header>";
  if (!foot.empty()) styles += "<style:footer>" + foot + "</style:footer>";
  styles += "</style:master-page></office:master-styles>\n";
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document "
         "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
         "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
         "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
         "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
         "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
         "office:version=\"1.2\" "
         "office:mimetype=\"application/vnd.oasis.opendocument.text\">" +
         styles + "<office:body><office:text>" + body +
         "</office:text></office:body></office:document>\n";
}

/// The whole of `document` on such pages, with footnotes of the word processor.
inline std::string printable_fodt(const Document& document) {
  return printable_fodt(document.language.tag(), fodt_body(document, FodtStyles::kinds));
}

}  // namespace hexapla
