#include "report/cell.hpp"

#include "format/html_text.hpp"
#include "report/words.hpp"

#include <algorithm>
#include <ostream>
#include <set>

namespace hexapla {
namespace {

bool overlap(ByteRange range, ByteRange other) {
  return range.begin < other.end && other.begin < range.end;
}

/// Writes one piece of a cell cut at every border of a mark, since marks may overlap and
/// HTML elements may not.
class PieceWriter {
 public:
  PieceWriter(std::ostream& out, const Cell& cell, std::span<const Mark> marks,
              const Places& places)
      : out_(out), cell_(cell), marks_(marks), places_(places) {}

  void write(const Piece& piece) {
    const bool edited = places_.facts != nullptr &&
                        places_.facts->edited.contains({cell_.language, piece.segment});
    out_ << R"(<span class="piece )" << name_of(piece.kind) << (edited ? " edited" : "")
         << R"(" data-segment=")" << piece.segment << '"'
         << (edited ? R"( title="edited")" : "") << '>';
    const std::set<std::size_t> borders = borders_in(piece.range);
    for (auto begin = borders.begin(), end = std::next(begin); end != borders.end();
         begin = end++)
      write_stretch({*begin, *end});
    out_ << "</span>";
  }

 private:
  [[nodiscard]] std::set<std::size_t> borders_in(ByteRange piece) const {
    std::set<std::size_t> borders{piece.begin, piece.end};
    const auto add = [&](ByteRange range) {
      if (!overlap(range, piece)) return;
      borders.insert(std::max(range.begin, piece.begin));
      borders.insert(std::min(range.end, piece.end));
    };
    for (const Mark& mark : marks_)
      add(mark.range);
    for (const ByteRange& mark : cell_.footnote_marks)
      add(mark);
    return borders;
  }

  void write_stretch(ByteRange stretch) {
    const auto covers = [&](const Mark& mark) { return overlap(mark.range, stretch); };
    std::vector<Mark> here;
    std::ranges::copy_if(marks_, std::back_inserter(here), covers);
    if (!here.empty()) write_mark_start(here, stretch);
    const bool raised = std::ranges::any_of(
        cell_.footnote_marks, [&](ByteRange mark) { return overlap(mark, stretch); });
    if (raised) out_ << "<sup>";
    out_ << escaped(stretch.of(cell_.text));
    if (raised) out_ << "</sup>";
    if (here.empty()) return;
    out_ << "</mark>";
    for (const Mark& mark : here)
      if (mark.range.end == stretch.end) write_number(mark);
  }

  /// The worst of a translation's findings gives the colour; what only says where the
  /// source has something is underlined.
  void write_mark_start(std::span<const Mark> here, ByteRange stretch) {
    const auto severity_of = [&](const Mark& mark) {
      return places_.findings[mark.finding].finding.severity;
    };
    const auto in_target = [](const Mark& mark) { return mark.is_target; };
    const bool target = std::ranges::any_of(here, in_target);
    Severity worst = Severity::note;
    bool whole = true;
    std::set<std::string> kinds;
    for (const Mark& mark : here) {
      kinds.insert(classes_of(places_.findings[mark.finding].finding));
      if (mark.is_target == target) {
        worst = std::max(worst, severity_of(mark));
        whole = whole && mark.is_whole;
      }
    }
    // A mark of several kinds stays when one of them is switched off.
    out_ << R"(<mark class=")"
         << (kinds.size() == 1 ? *kinds.begin() : std::string(name_of(worst)))
         << (target ? "" : " source") << (whole ? " whole" : "") << '"';
    out_ << R"( title=")" << titles_of(here) << R"(">)";
    for (const Mark& mark : here)
      if (mark.is_first && mark.range.begin == stretch.begin)
        out_ << R"(<a id="place-)" << mark.finding + 1 << R"("></a>)";
  }

  [[nodiscard]] std::string titles_of(std::span<const Mark> here) const {
    std::string titles;
    for (const Mark& mark : here) {
      if (!titles.empty()) titles += '\n';
      titles += places_.findings[mark.finding].finding.message;
    }
    return escaped(titles);
  }

  void write_number(const Mark& mark) {
    out_ << R"(<a class="number )" << (mark.is_target ? "target " : "source ")
         << classes_of(places_.findings[mark.finding].finding) << R"(" href="#finding-)" << mark.finding + 1 << R"(">)" << mark.finding + 1
         << "</a>";
  }

  std::ostream& out_;
  const Cell& cell_;
  std::span<const Mark> marks_;
  const Places& places_;
};

void write_step(std::ostream& out, const std::string& to, std::string_view label,
                std::string_view arrow) {
  out << R"( <a class="step" href=")" << to << R"(" aria-label=")" << label << R"(">)"
      << arrow << "</a>";
}

void write_note(std::ostream& out, std::size_t number, const Places& places) {
  const Finding& finding = places.findings[number].finding;
  out << R"(<p class="remark )" << classes_of(finding) << R"("><a href="#finding-)"
      << number + 1 << R"(">)" << number + 1 << "</a> <b>" << spoken(name_of(finding.rule))
      << "</b> " << escaped(finding.message);
  if (!finding.suggestion.empty())
    out << R"( <span class="suggestion">Suggestion: <bdi>)" << escaped(finding.suggestion)
        << "</bdi></span>";
  out << R"(<span class="steps">)";
  if (number > 0) write_step(out, places.to_place(number - 1), "previous finding", "\u2191");
  if (number + 1 < places.findings.size() && places.findings[number + 1].cell)
    write_step(out, places.to_place(number + 1), "next finding", "\u2193");
  out << "</span></p>";
}

}  // namespace

void write_cell_text(std::ostream& out, const Cell& cell, std::span<const Mark> marks,
                     const Places& places) {
  PieceWriter writer(out, cell, marks, places);
  std::size_t written = 0;
  for (const Piece& piece : cell.pieces) {
    out << escaped(ByteRange{written, piece.range.begin}.of(cell.text));
    writer.write(piece);
    written = piece.range.end;
  }
}

void write_cell_notes(std::ostream& out, std::span<const Mark> marks,
                      const Places& places) {
  std::set<std::uint32_t> findings;
  for (const Mark& mark : marks)
    if (mark.is_target) findings.insert(mark.finding);
  if (findings.empty()) return;
  out << R"(<div class="notes" lang="en" dir="ltr">)";
  for (const std::uint32_t finding : findings)
    write_note(out, finding, places);
  out << "</div>";
}

}  // namespace hexapla
