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

/// A row by its place among the rows and its number.
struct RowLink {
  std::uint32_t row = 0;
  std::uint32_t number = 0;
};

/// Rows by language and segment.
using RowOf = std::map<std::pair<Language, std::uint32_t>, RowLink>;

/// What people call a concept: its English term, or the first that is preferred, or its id.
std::string name_of_concept(const Concept& of) {
  const auto term = [&](const auto& fits) {
    const auto found = std::ranges::find_if(of.terms, fits);
    return found == of.terms.end() ? std::string() : found->text;
  };
  const auto is_preferred = [](const Term& candidate) {
    return candidate.status == TermStatus::preferred;
  };
  std::string name = term([&](const Term& candidate) {
    return candidate.language == languages::en && is_preferred(candidate);
  });
  if (name.empty()) name = term(is_preferred);
  return name.empty() ? of.id : name;
}

RowOf rows_of_segments(std::span<const AlignedUnit> rows) {
  RowOf row_of;
  for (std::uint32_t row = 0; row < rows.size(); ++row)
    for (const Cell& cell : rows[row].cells)
      for (const Piece& piece : cell.pieces)
        row_of.emplace(std::pair(cell.language, piece.segment),
                       RowLink{row, rows[row].number});
  return row_of;
}

/// "term ×3" and links to the rows.
void write_rendering(std::ostream& out, const Rendering& rendering, Language language,
                     const RowOf& row_of, const Places& places) {
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
    out << R"( <a href=")" << places.to_row(row->second.row, row->second.number) << R"(">)"
        << row->second.number << "</a>";
  }
  out << "</span></li>";
}

void write_cell(std::ostream& out, const ConceptUse& use, Language language,
                const RowOf& row_of, const Places& places) {
  out << R"(<td lang=")" << language.tag() << R"(" dir=")"
      << (language.right_to_left() ? "rtl" : "ltr") << R"("><ul>)";
  const auto one = std::ranges::find(use.languages, language, &LanguageUse::language);
  if (one != use.languages.end())
    for (const Rendering& rendering : one->renderings)
      write_rendering(out, rendering, language, row_of, places);
  out << "</ul></td>";
}

}  // namespace

void write_concepts(std::ostream& out, std::span<const Language> languages,
                    std::span<const AlignedUnit> rows, const Termbase& termbase,
                    const Places& places) {
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
    const Concept& of = termbase.concepts[use.concept_index];
    out << R"(<tr><th scope="row"><bdi>)" << escaped(name_of_concept(of))
        << "</bdi> <small>" << escaped(of.id) << "</small></th>";
    for (const Language language : languages)
      write_cell(out, use, language, row_of, places);
    out << "</tr>\n";
  }
  out << "</tbody></table></details>\n";
}

}  // namespace hexapla
