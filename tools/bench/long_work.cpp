// A long work out of a short one, for what a page does with many rows.
//
//   build/test/tools/bench/long_work CORPUS FILE ROWS          rows and findings of the
//   first work, over and over long_work CORPUS FILE ROWS FAULTS        rows without
//   findings only, and faults planted:
//                                            prints a line of each: row, language, kind
//
// Each row begins with its number, in all languages, so that no two say the same.

#include "align/rows.hpp"
#include "corpus/store.hpp"
#include "text/error.hpp"
#include "workbench/workbench.hpp"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

namespace hexapla {
namespace {

/// What a cell of the model holds.
struct Cell {
  std::vector<std::string> texts;
};
using CellsOfRow = std::vector<Cell>;

struct Planted {
  std::size_t row = 0;
  std::size_t document = 0;
  std::string_view kind;
};

/// Words that are replaced, by kind of fault. Right and wrong forms are those of the
/// letter.
struct Fault {
  std::string_view kind;
  std::string_view language;
  std::string_view right;
  std::string_view wrong;
};
constexpr Fault faults[] = {
    {"number", "en", "338", "383"},
    {"term", "fr", "droit international humanitaire", "droit humanitaire de la guerre"},
    {"name", "en", "Goranboy", "Gorangoy"},
    {"link", "en", "", ""},
    {"number", "ru", "327", "372"},
    {"term", "en", "international humanitarian law", "humanitarian law of war"},
    {"name", "es", "Mingachevir", "Mingavechir"},
    {"link", "fr", "", ""},
    {"number", "ar", "338", "383"},
    {"term", "es", "derecho internacional humanitario", "derecho humanitario de guerra"},
    {"number", "es", "327", "372"},
    {"link", "ru", "", ""},
    {"name", "ru", "Мингячевир", "Мингечавур"},
    {"number", "fr", "338", "383"},
    {"link", "ar", "", ""},
};

/// Rows of the model that can be told over again: every language says something, in links
/// that are sure; without `findings` those that nothing was found in.
std::vector<std::size_t> rows_to_repeat(const Multitext& model,
                                        const std::vector<Finding>& findings,
                                        bool with_findings) {
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < model.rows.size(); ++row) {
    const auto& runs = model.rows[row].runs;
    const bool full = std::ranges::none_of(runs, &SegmentRun::empty);
    const bool found = std::ranges::any_of(findings, [&](const Finding& finding) {
      return std::ranges::any_of(finding.target, [&](const Spot& spot) {
        for (std::size_t i = 0; i < runs.size(); ++i)
          if (model.documents[i].document.language == spot.language)
            return runs[i].first <= spot.segment && spot.segment < runs[i].last;
        return false;
      });
    });
    if (with_findings || (full && !found && !model.rows[row].disputed()))
      rows.push_back(row);
  }
  return rows;
}

std::string numbered(std::size_t row, std::string_view text) {
  return std::to_string(row + 1) + ". " + std::string(text);
}

std::vector<CellsOfRow> repeated(const Multitext& model,
                                 const std::vector<std::size_t>& rows, std::size_t count) {
  std::vector<CellsOfRow> cells;
  for (std::size_t row = 0; row < count; ++row) {
    CellsOfRow& of_row = cells.emplace_back();
    const Row& from = model.rows[rows[row % rows.size()]];
    for (std::size_t document = 0; document < model.documents.size(); ++document) {
      Cell& cell = of_row.emplace_back();
      for (auto at = from.runs[document].first; at < from.runs[document].last; ++at) {
        const SegmentedDocument& version = model.documents[document];
        const std::string_view text = version.text_of(version.segments[at]);
        cell.texts.push_back(cell.texts.empty() ? numbered(row, text) : std::string(text));
      }
    }
  }
  return cells;
}

/// Takes the number of a row's first words apart from them: a sentence that may go astray.
bool split_first(Cell& cell) {
  std::string& first = cell.texts.front();
  const std::size_t middle = first.find(' ', first.find(' ') + first.size() / 3);
  if (middle == std::string::npos) return false;
  std::string rest = first.substr(middle + 1);
  first.resize(middle);
  cell.texts.insert(cell.texts.begin() + 1, std::move(rest));
  return true;
}

std::vector<Planted> plant(std::vector<CellsOfRow>& cells, const Multitext& model,
                           std::size_t count) {
  std::vector<Planted> planted;
  const std::size_t step = count == 0 ? 0 : cells.size() * 3 / (count * 4);
  std::size_t from = 1;  // faults stand so far apart that none touches another
  for (std::size_t i = 0; planted.size() < count && from < cells.size(); ++i) {
    const Fault& fault = faults[i % std::size(faults)];
    const auto document =
        static_cast<std::size_t>(std::ranges::find(model.documents, fault.language,
                                                   [](const SegmentedDocument& version) {
                                                     return version.document.language.tag();
                                                   }) -
                                 model.documents.begin());
    if (fault.kind == "link") {
      while (from < cells.size() && !split_first(cells[from][document]))
        ++from;  // the first half will be linked to the row above
      planted.push_back({from - 1, document, fault.kind});
      from += step;
      continue;
    }
    std::size_t row = from;
    std::string* text = nullptr;
    std::size_t at = 0;
    for (; row < cells.size() && text == nullptr; ++row)
      for (std::string& one : cells[row][document].texts) {
        at = one.find(fault.right, numbered(row, "").size());
        if (at != std::string::npos) text = &one;
        if (text != nullptr) break;
      }
    if (text == nullptr) continue;
    text->replace(at, fault.right.size(), fault.wrong);
    planted.push_back({row - 1, document, fault.kind});
    from = std::max(from + step, row + 1);
  }
  return planted;
}

SegmentedDocument version_from(const SegmentedDocument& model,
                               const std::vector<CellsOfRow>& cells, std::size_t document) {
  SegmentedDocument version;
  version.document.language = model.document.language;
  version.document.name = "long." + std::string(model.document.language.tag()) + ".txt";
  for (const CellsOfRow& row : cells) {
    const auto block = static_cast<std::uint32_t>(version.document.blocks.size());
    const std::size_t begin = version.document.text.size();
    if (row[document].texts.empty()) continue;
    for (const std::string& text : row[document].texts) {
      const std::size_t first = version.document.text.size();
      version.document.text += text;
      version.segments.push_back({{first, version.document.text.size()}, block});
      version.document.text += ' ';
    }
    version.document.text.back() = '\n';
    version.document.blocks.push_back(
        {BlockKind::paragraph, {begin, version.document.text.size() - 1}, ""});
  }
  const auto size = static_cast<std::uint32_t>(version.document.text.size());
  version.document.source_size = size;
  version.document.origin = SourceMap({{0, size, 0, size, true}});
  return version;
}

/// How many segments of a document a row is linked with: of one whose link was planted, one
/// of the next row's, too.
std::uint32_t linked_segments(const std::vector<CellsOfRow>& cells, std::size_t row,
                              std::size_t document, const std::vector<Planted>& planted) {
  const auto has_fault = [&](std::size_t place) {
    return std::ranges::any_of(planted, [&](const Planted& one) {
      return one.kind == "link" && one.document == document && one.row == place;
    });
  };
  const auto size = static_cast<std::uint32_t>(cells[row][document].texts.size());
  return size + (has_fault(row) ? 1U : 0U) - (row > 0 && has_fault(row - 1) ? 1U : 0U);
}

Bitext linked(const std::vector<CellsOfRow>& cells, std::uint32_t source,
              std::uint32_t target, const std::vector<Planted>& planted) {
  constexpr double sure = 0.97;
  constexpr double unsure = 0.4;
  Bitext bitext{source, target, {}};
  std::uint32_t at_source = 0;
  std::uint32_t at_target = 0;
  for (std::size_t row = 0; row < cells.size(); ++row) {
    const std::uint32_t sources = linked_segments(cells, row, source, planted);
    const std::uint32_t targets = linked_segments(cells, row, target, planted);
    const bool astray = sources != cells[row][source].texts.size() ||
                        targets != cells[row][target].texts.size();
    if (sources + targets > 0)
      bitext.beads.push_back({{at_source, at_source + sources},
                              {at_target, at_target + targets},
                              astray ? unsure : sure});
    at_source += sources;
    at_target += targets;
  }
  return bitext;
}

Multitext multitext_from(const Multitext& model, const std::vector<CellsOfRow>& cells,
                         const std::vector<Planted>& planted) {
  Multitext made;
  std::vector<std::uint32_t> sizes;
  for (std::size_t document = 0; document < model.documents.size(); ++document) {
    made.documents.push_back(version_from(model.documents[document], cells, document));
    sizes.push_back(static_cast<std::uint32_t>(made.documents.back().segments.size()));
  }
  const bool all_pairs = !planted.empty();
  for (std::uint32_t source = 0; source < (all_pairs ? sizes.size() : 1); ++source)
    for (std::uint32_t target = source + 1; target < sizes.size(); ++target)
      made.bitexts.push_back(linked(cells, source, target, planted));
  made.rows = rows_from(made.bitexts, sizes, made.confirmed);
  return made;
}

/// The findings of the model in each copy of their row.
std::vector<Finding> findings_again(const Multitext& model,
                                    const std::vector<CellsOfRow>& cells,
                                    const std::vector<Finding>& findings) {
  std::vector<Finding> again;
  std::vector<std::uint32_t> begins(model.documents.size());  // of the copy's segments
  const std::size_t rows = model.rows.size();
  for (std::size_t first = 0; first + rows <= cells.size(); first += rows) {
    const auto move = [&](Spot& spot) {
      for (std::size_t i = 0; i < model.documents.size(); ++i) {
        if (model.documents[i].document.language != spot.language) continue;
        std::uint32_t begin = begins[i];
        for (std::size_t row = 0; row < rows; ++row) {
          const SegmentRun& run = model.rows[row].runs[i];
          if (run.first <= spot.segment && spot.segment < run.last) {
            const std::uint32_t inside = spot.segment - run.first;
            const std::size_t by = inside > 0 ? 0 : numbered(first + row, "").size();
            spot.segment = begin + inside;
            spot.range = {spot.range.begin + by, spot.range.end + by};
            return;
          }
          begin += run.size();
        }
      }
    };
    for (Finding finding : findings) {
      std::ranges::for_each(finding.source, move);
      std::ranges::for_each(finding.target, move);
      again.push_back(std::move(finding));
    }
    for (std::size_t i = 0; i < begins.size(); ++i)
      for (std::size_t row = 0; row < rows; ++row)
        begins[i] += model.rows[row].runs[i].size();
  }
  return again;
}

void write_long_work(const std::string& from, const std::string& file, std::size_t rows,
                     std::size_t count) {
  const Store store = Store::open(from);
  const Multitext model = store.multitext();
  const Termbase termbase = store.termbase();
  const std::vector<Finding> findings = store.findings();
  std::vector<CellsOfRow> cells =
      repeated(model, rows_to_repeat(model, findings, count == 0), rows);
  const std::vector<Planted> planted = plant(cells, model, count);
  const Multitext made = multitext_from(model, cells, planted);
  Store::write_corpus(
      file, made, termbase,
      count == 0 ? findings_again(model, cells, findings) : findings_of(made, termbase));
  for (const Planted& one : planted)
    std::cout << one.row << '\t' << model.documents[one.document].document.language.tag()
              << '\t' << one.kind << '\n';
}

}  // namespace
}  // namespace hexapla

int main(int argc, char** argv) {
  if (argc != 4 && argc != 5) {
    std::cerr << "long_work CORPUS FILE ROWS [FAULTS]\n";
    return 64;
  }
  try {
    hexapla::write_long_work(argv[1], argv[2], std::stoul(argv[3]),
                             argc == 5 ? std::stoul(argv[4]) : 0);
  } catch (const hexapla::Error& error) {
    std::cerr << error.what() << '\n';
    return EXIT_FAILURE;
  }
  return 0;
}
