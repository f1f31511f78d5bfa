#include "document/pdf/head_lines.hpp"

#include "document/pdf/notes.hpp"
#include "text/code_point.hpp"
#include "text/symbol.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace hexapla {
namespace {

// Of the page's height: how far the masthead of a first page and later heads reach.
constexpr double masthead_zone = .3;
constexpr double head_zone = .15;
// Of a line's height: the white space that parts a head from the text.
constexpr double head_gap = .8;
// Of the size of the body: a head in its own print is no larger.
constexpr double small_size = .95;

std::string words_of_head(const PdfLine& line) {
  std::string words;
  for (const PdfCharacter& character : line.text)
    append_code_point(words, character.code);
  const ByteRange inner = trimmed(words, {0, words.size()});
  return std::string(inner.of(words));
}

/// The symbols that make up a line to its end: "A/RES/73/8", "Cuban blockade A/RES/73/8".
std::vector<std::string> symbols_at_end(const PdfLine& line) {
  std::string words = words_of_head(line);
  while (!words.empty() && words.back() == '*')
    words.pop_back();
  std::vector<std::string> symbols;
  for (const ByteRange symbol : symbols_in(words))
    symbols.emplace_back(symbol.of(words));
  const bool ends = !symbols.empty() && words.ends_with(symbols.back());
  if (!ends) symbols.clear();
  return symbols;
}

/// The lines of one page, from its upper edge.
std::vector<PdfLine*> sorted_page(std::span<PdfLine> lines) {
  std::vector<PdfLine*> page;
  for (PdfLine& line : lines)
    page.push_back(&line);
  std::ranges::stable_sort(page, {}, &PdfLine::top);
  return page;
}

/// Whether `line` names the document at its end or its start: by a symbol of the masthead,
/// or by nothing but a symbol.
bool names_document(const PdfLine& line, const std::set<std::string>& symbols) {
  const std::vector<std::string> found = symbols_at_end(line);
  const std::string words = words_of_head(line);
  const std::vector<ByteRange> all = symbols_in(words);
  if (!all.empty() && all.front().begin == 0 &&
      symbols.contains(std::string(all.front().of(words))))
    return true;
  const bool alone = found.size() == 1 && words.starts_with(found.front());
  return alone || std::ranges::any_of(found, [&](const std::string& symbol) {
           return symbols.contains(symbol);
         });
}

/// The text may begin right below a head: what is below the symbol belongs to the head
/// only in its own print, smaller than the text: a bold line there is a heading.
void mark_head(std::span<PdfLine> lines, const PdfPage& page,
               const std::set<std::string>& symbols, double small) {
  const std::vector<PdfLine*> sorted = sorted_page(lines);
  std::size_t end = 0;
  const PdfLine* symbol = nullptr;
  double foot = 0;
  for (; end < sorted.size(); ++end) {
    const PdfLine& line = *sorted[end];
    if (line.bottom > head_zone * page.height) break;
    if (end > 0 && line.top - foot > head_gap * line.height()) break;
    const bool below = symbol != nullptr && line.top >= symbol->bottom - line.height() / 2;
    if (below && line.size > small) break;
    foot = std::max(foot, line.bottom);
    if (symbol == nullptr && names_document(line, symbols)) symbol = &line;
  }
  if (symbol == nullptr) return;
  for (std::size_t i = 0; i < end; ++i)
    sorted[i]->kind = BlockKind::furniture;
}

}  // namespace

double masthead_end(std::span<const PdfLine> lines, std::span<const PdfPage> pages) {
  if (pages.empty()) return 0;
  const double zone = masthead_zone * pages.front().height;
  const bool named = std::ranges::any_of(lines, [&](const PdfLine& line) {
    return line.page == 0 && line.bottom < zone && !symbols_at_end(line).empty();
  });
  return named ? zone : 0;
}

void mark_symbol_heads(std::span<PdfLine> lines, std::span<const PdfPage> pages) {
  const double small = small_size * body_size(lines);
  std::set<std::string> symbols;
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = begin;
    while (end < lines.size() && lines[end].page == lines[begin].page)
      ++end;
    const PdfPage& page = pages[lines[begin].page];
    const std::span<PdfLine> here = lines.subspan(begin, end - begin);
    if (lines[begin].page == 0) {
      for (const PdfLine& line : here)
        if (line.bottom < masthead_zone * page.height)
          symbols.merge([&] {
            const auto found = symbols_at_end(line);
            return std::set<std::string>(found.begin(), found.end());
          }());
    } else {
      mark_head(here, page, symbols, small);
    }
    begin = end;
  }
}

}  // namespace hexapla
