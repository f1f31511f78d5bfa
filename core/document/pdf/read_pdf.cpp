#include "document/pdf/read_pdf.hpp"

#include "document/markup/scanner.hpp"
#include "document/markup/text.hpp"
#include "document/pdf/boxes.hpp"
#include "document/pdf/furniture.hpp"
#include "document/pdf/glyphs.hpp"
#include "document/pdf/lines.hpp"
#include "document/pdf/notes.hpp"
#include "document/pdf/writer.hpp"
#include "text/code_point.hpp"
#include "text/error.hpp"

#include <algorithm>

namespace hexapla {
namespace {

// The share of characters that are none, from which on a text can't be read.
constexpr double unreadable_share = .2;

void require_readable(std::span<const PdfLine> lines, std::string_view name) {
  std::size_t characters = 0;
  std::size_t unknown = 0;
  for (const PdfLine& line : lines)
    for (const PdfCharacter& character : line.text) {
      constexpr char32_t replacement = 0xFFFD;
      if (is_white_space(character.code)) continue;
      ++characters;
      if (character.code == replacement || !is_text_character(character.code)) ++unknown;
    }
  if (characters == 0)
    throw Error(Fault::malformed, {std::string(name), 0},
                "there is no text in it: its pages seem to be pictures; have the text "
                "recognised first, with ocrmypdf for one");
  if (static_cast<double>(unknown) > unreadable_share * static_cast<double>(characters))
    throw Error(Fault::unsupported, {std::string(name), 0},
                "its fonts don't say which letters they show; have the text recognised, "
                "with ocrmypdf --force-ocr for one, or get the document in another format");
}

/// All but the words inside `<text>`. For the audit, found without the readers.
std::vector<ByteRange> wordless_ranges(std::string_view xml) {
  std::vector<ByteRange> ranges;
  const auto add = [&](ByteRange range) {
    if (!ranges.empty() && ranges.back().end == range.begin) {
      ranges.back().end = range.end;
    } else {
      ranges.push_back(range);
    }
  };
  MarkupScanner scanner(xml, Markup::xml);
  bool in_text = false;
  while (const auto token = scanner.next()) {
    if (token->starts("text")) in_text = true;
    if (token->ends("text")) in_text = false;
    const bool words = in_text && token->kind == MarkupToken::Kind::text;
    if (!words) add(token->range);
  }
  return ranges;
}

}  // namespace

Manuscript manuscript_from_pdf_xml(std::string_view xml, std::string_view name,
                                   std::string_view glyphs) {
  std::vector<PdfPage> pages = pdf_pages(xml, name);
  if (!glyphs.empty()) mark_glyphs(pages, pdf_pages(glyphs, name));
  std::vector<PdfLine> lines = lines_of(pages);
  require_readable(lines, name);
  mark_furniture(lines, pages);
  mark_footnotes(lines);
  Manuscript manuscript = PdfWriter(lines).write();
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::string page = "page " + std::to_string(pages[i].number);
    manuscript.parts.push_back({page, pages[i].source_begin});
    const std::size_t end = i + 1 < pages.size() ? pages[i + 1].source_begin : xml.size();
    if (pages[i].boxes.empty())
      manuscript.left_out.push_back(
          {page + ", which is blank or a picture", {pages[i].source_begin, end}});
  }
  manuscript.markup = wordless_ranges(xml);
  manuscript.format = "pdf";
  manuscript.source_size = xml.size();
  return manuscript;
}

bool pdf_xml_has_text(std::string_view xml) {
  MarkupScanner scanner(xml, Markup::xml);
  bool in_text = false;
  while (const auto token = scanner.next()) {
    if (token->starts("text")) in_text = true;
    if (token->ends("text")) in_text = false;
    if (in_text && token->kind == MarkupToken::Kind::text &&
        !trimmed(xml, token->range).empty())
      return true;
  }
  return false;
}

}  // namespace hexapla
