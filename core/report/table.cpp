#include "report/table.hpp"

#include "report/cell.hpp"
#include "report/words.hpp"

#include <algorithm>
#include <cmath>
#include <ostream>
#include <set>

namespace hexapla {
namespace {

std::string_view direction_of(Language language) {
  return language.right_to_left() ? "rtl" : "ltr";
}

void write_column_head(std::ostream& out, Language language, std::size_t column) {
  out << R"(<th scope="col" class="column-)" << column << R"(" dir=")"
      << direction_of(language) << R"("><span lang=")" << language.tag() << R"(">)"
      << native_name(language) << "</span> <small>" << language.tag()
      << (column == 0 ? " · pivot" : "") << "</small></th>\n";
}

/// What the row is: the kind of its first segment, unless that is an ordinary paragraph.
BlockKind block_kind(const AlignedUnit& unit) {
  return unit.cells.empty() || unit.cells.front().pieces.empty()
             ? BlockKind::paragraph
             : unit.cells.front().pieces.front().kind;
}

/// "✓ right" where a person said so.
void write_verdict(std::ostream& out, std::uint32_t row, const ReviewFacts* facts) {
  if (facts == nullptr || row >= facts->rows.size()) return;
  if (facts->rows[row] == RowVerdict::right) out << R"(<span class="right">✓ right</span>)";
  if (facts->rows[row] == RowVerdict::wrong) out << R"(<span class="wrong">✗ wrong</span>)";
}

void write_row_head(std::ostream& out, const AlignedUnit& unit, bool doubtful,
                    const ReviewFacts* facts) {
  out << R"(<th scope="row"><a href="#row-)" << unit.number << R"(">)" << unit.number
      << "</a>";
  if (block_kind(unit) != BlockKind::paragraph)
    out << R"(<span class="kind">)" << spoken(name_of(block_kind(unit))) << "</span>";
  write_verdict(out, unit.number, facts);
  constexpr double percent = 100;
  out << R"(<span class="confidence" title="Confidence of the alignment">)"
      << std::lround(unit.confidence * percent) << "&#8239;%</span>";
  if (doubtful) out << R"(<span class="flag">doubtful</span>)";
  if (unit.agreement < 1)
    out << R"(<span class="flag" title="Pairs of languages that agree on this row">)"
        << "disputed " << std::lround(unit.agreement * percent) << "&#8239;%</span>";
  out << "</th>\n";
}

void write_missing(std::ostream& out, std::size_t column) {
  out << R"(<td class="column-)" << column
      << R"( missing"><span aria-hidden="true">—</span> <small>no )"
         "counterpart</small></td>\n";
}

void write_cell(std::ostream& out, const Cell& cell, std::size_t column,
                std::span<const Mark> marks, const Places& places) {
  out << R"(<td class="column-)" << column << R"(" data-head=")"
      << native_name(cell.language) << R"(" lang=")" << cell.language.tag() << R"(" dir=")"
      << direction_of(cell.language) << R"(">)";
  write_cell_text(out, cell, marks, places);
  write_cell_notes(out, marks, places);
  out << "</td>\n";
}

class RowWriter {
 public:
  RowWriter(std::ostream& out, std::span<const Language> languages, const Places& places)
      : out_(out), languages_(languages), places_(places), kinds_(kinds_in(places)) {}

  void write(const AlignedUnit& unit, std::uint32_t row) {
    if (unit.cells.empty()) return;  // of languages that are left out
    const bool doubtful = unit.confidence < doubtful_confidence;
    out_ << R"(<tr id="row-)" << unit.number << R"(" class=")" << name_of(block_kind(unit))
         << (doubtful ? " doubtful" : "") << classes_of_findings(unit, row) << "\">\n";
    write_row_head(out_, unit, doubtful, places_.facts);
    for (std::size_t column = 0; column < languages_.size(); ++column) {
      const auto cell = std::ranges::find(unit.cells, languages_[column], &Cell::language);
      if (cell == unit.cells.end()) {
        write_missing(out_, column);
      } else {
        write_cell(out_, *cell, column, marks_in(row, cell->language), places_);
      }
    }
    out_ << "</tr>\n";
  }

 private:
  [[nodiscard]] std::span<const Mark> marks_in(std::uint32_t row, Language language) const {
    const auto found = places_.marks.find({row, language});
    if (found == places_.marks.end()) return {};
    return found->second;
  }

  /// " found k0 k3": the kinds of finding that a row has, for the switches.
  [[nodiscard]] std::string classes_of_findings(const AlignedUnit& unit,
                                                std::uint32_t row) const {
    std::set<std::size_t> kinds;
    for (const Cell& cell : unit.cells)
      for (const Mark& mark : marks_in(row, cell.language))
        if (mark.is_target)
          kinds.insert(static_cast<std::size_t>(
              std::ranges::lower_bound(kinds_,
                                       kind_of(places_.findings[mark.finding].finding)) -
              kinds_.begin()));
    std::string classes = kinds.empty() ? "" : " found";
    for (const std::size_t kind : kinds)
      classes += " k" + std::to_string(kind);
    return classes;
  }

  std::ostream& out_;
  std::span<const Language> languages_;
  const Places& places_;
  std::vector<FindingKind> kinds_;  ///< In order.
};

}  // namespace

void write_table(std::ostream& out, std::span<const Language> languages,
                 std::span<const AlignedUnit> units, const Places& places) {
  out << R"(<table class="rows" id="rows" style="--columns: )" << languages.size()
      << "\">\n<caption>The versions side by side. Marks carry the number of their "
         "finding; "
         "a dotted line shows what it was compared with.</caption>\n"
         "<thead><tr><th scope=\"col\"><span class=\"unseen\">Row</span></th>\n";
  for (std::size_t column = 0; column < languages.size(); ++column)
    write_column_head(out, languages[column], column);
  out << "</tr></thead>\n<tbody>\n";
  RowWriter writer(out, languages, places);
  for (std::uint32_t row = places.here().first_row; row < places.here().last_row; ++row)
    writer.write(units[row], row);
  out << "</tbody>\n</table>\n";
}

}  // namespace hexapla
