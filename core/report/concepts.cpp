#include "report/concepts.hpp"

#include "check/concept_use.hpp"
#include "format/html_text.hpp"
#include "report/words.hpp"

#include <algorithm>
#include <map>
#include <ostream>
#include <utility>

namespace hexapla {
namespace {

/// Numbers of rows by language and segment.
using RowOf = std::map<std::pair<Language, std::uint32_t>, std::uint32_t>;

RowOf rows_of_segments(std::span<const AlignedUnit> rows) {
  RowOf row_of;
  for (const AlignedUnit& row : rows)
    for (const Cell& cell : row.cells)
      for (const Piece& piece : cell.pieces)
        row_of.emplace(std::pair(cell.language, piece.segment), row.number);
  return row_of;
}

/// "term ×3" and links to the rows.
void write_rendering(std::ostream& out, const Rendering& rendering, Language language,
                     const RowOf& row_of) {
  constexpr std::size_t most_links = 12;  // more places than that tell nothing new
  out << (rendering.term.empty()
              ? R"(<li class="unsaid" lang="en" dir="ltr">none of its terms)"
              : "<li><bdi>")
      << escaped(rendering.term) << (rendering.term.empty() ? "" : "</bdi>") << " ×"
      << rendering.segments.size() << R"( <span class="rows-of">)";
  std::size_t written = 0;
  for (const std::uint32_t segment : rendering.segments) {
    const auto row = row_of.find({language, segment});
    if (row == row_of.end()) continue;
    if (++written > most_links) {
      out << " …";
      break;
    }
    out << R"( <a href="#row-)" << row->second << R"(">)" << row->second << "</a>";
  }
  out << "</span></li>";
}

void write_cell(std::ostream& out, const ConceptUse& use, Language language,
                const RowOf& row_of) {
  out << R"(<td lang=")" << language.tag() << R"(" dir=")"
      << (language.right_to_left() ? "rtl" : "ltr") << R"("><ul>)";
  const auto one = std::ranges::find(use.languages, language, &LanguageUse::language);
  if (one != use.languages.end())
    for (const Rendering& rendering : one->renderings)
      write_rendering(out, rendering, language, row_of);
  out << "</ul></td>";
}

}  // namespace

void write_concepts(std::ostream& out, std::span<const Language> languages,
                    std::span<const AlignedUnit> rows, const Termbase& termbase) {
  const std::vector<ConceptUse> uses = concept_use(rows, termbase);
  if (uses.empty()) return;
  const RowOf row_of = rows_of_segments(rows);
  out << R"(<details class="concepts"><summary>)" << counted(uses.size(), "concept")
      << R"(: how each language says them, and in which rows</summary>)"
      << "\n<table><thead><tr><th scope=\"col\">Concept</th>";
  for (const Language language : languages)
    out << R"(<th scope="col" lang=")" << language.tag() << R"(">)" << native_name(language)
        << "</th>";
  out << "</tr></thead>\n<tbody>\n";
  for (const ConceptUse& use : uses) {
    out << R"(<tr><th scope="row">)" << escaped(termbase.concepts[use.concept_index].id)
        << "</th>";
    for (const Language language : languages)
      write_cell(out, use, language, row_of);
    out << "</tr>\n";
  }
  out << "</tbody></table></details>\n";
}

}  // namespace hexapla
