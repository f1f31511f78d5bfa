#include "document/pdf/read_pdf.hpp"

#include "document/markup/scanner.hpp"
#include "document/markup/text.hpp"
#include "document/pdf/asides.hpp"
#include "document/pdf/boxes.hpp"
#include "document/pdf/direction.hpp"
#include "document/pdf/doubles.hpp"
#include "document/pdf/furniture.hpp"
#include "document/pdf/glyphs.hpp"
#include "document/pdf/lines.hpp"
#include "document/pdf/notes.hpp"
#include "document/pdf/tables.hpp"
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
                "recognised, with --ocr or with ocrmypdf");
  if (static_cast<double>(unknown) > unreadable_share * static_cast<double>(characters))
    throw Error(Fault::unsupported, {std::string(name), 0},
                "its fonts don't say which letters they show; have the text recognised, "
                "with ocrmypdf --force-ocr for one, or get the document in another format");
}

/// All but the words inside `<text>`. For the audit, found without the readers.
std::vector<ByteRange> wordless_ranges(std::string_view xml) {
  std::vector<ByteRange> ranges;
  MarkupScanner scanner(xml, Markup::xml);
  bool in_text = false;
  while (const auto token = scanner.next()) {
    if (token->starts("text")) in_text = true;
    if (token->ends("text")) in_text = false;
    const bool words = in_text && token->kind == MarkupToken::Kind::text;
    if (!words) append_range(ranges, token->range);
  }
  return ranges;
}

}  // namespace

Manuscript manuscript_from_pdf_xml(std::string_view xml, std::string_view name,
                                   std::string_view glyphs) {
  std::vector<PdfPage> pages = pdf_pages(xml, name);
  if (!glyphs.empty()) mark_glyphs(pages, pdf_pages(glyphs, name));
  for (PdfPage& page : pages)
    drop_doubles(page);
  drop_kashidas(pages);
  set_asides_apart(pages);
  std::vector<PdfLine> lines = lines_of(pages);
  require_readable(lines, name);
  mark_furniture(lines, pages);
  mark_tables(lines, pages);
  mark_footnotes(lines);
  Manuscript manuscript = PdfWriter(lines).write();
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::string page = "page " + std::to_string(pages[i].number);
    manuscript.parts.push_back({page, pages[i].source_begin});
    const std::size_t end = i + 1 < pages.size() ? pages[i + 1].source_begin : xml.size();
    for (const ByteRange& doubled : pages[i].doubled)
      manuscript.left_out.push_back({"what is drawn twice at one place", doubled});
    for (const ByteRange& stroke : pages[i].strokes)
      manuscript.left_out.push_back({"strokes that make Arabic words longer", stroke});
    if (pages[i].boxes.empty() && pages[i].asides.empty())
      manuscript.left_out.push_back(
          {page + ", which is blank or a picture", {pages[i].source_begin, end}});
  }
  manuscript.markup = wordless_ranges(xml);
  manuscript.format = "pdf";
  manuscript.source_size = xml.size();
  return manuscript;
}

namespace {

struct PageCount {
  std::size_t pages = 0;
  std::size_t with_text = 0;
};

PageCount page_count(std::string_view xml) {
  PageCount count;
  MarkupScanner scanner(xml, Markup::xml);
  bool in_text = false;
  bool counted = false;  // the page has text
  while (const auto token = scanner.next()) {
    if (token->starts("page")) {
      ++count.pages;
      counted = false;
    }
    if (token->starts("text")) in_text = true;
    if (token->ends("text")) in_text = false;
    const bool words = in_text && !counted && token->kind == MarkupToken::Kind::text &&
                       !trimmed(xml, token->range).empty();
    if (!words) continue;
    ++count.with_text;
    counted = true;
  }
  return count;
}

}  // namespace

std::size_t pdf_xml_pages_without_text(std::string_view xml) {
  const PageCount count = page_count(xml);
  return count.pages - std::min(count.pages, count.with_text);
}

bool pdf_xml_has_text(std::string_view xml) {
  return page_count(xml).with_text > 0;
}

}  // namespace hexapla
