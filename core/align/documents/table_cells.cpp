#include "align/documents/table_cells.hpp"

#include "align/documents/best_pairs.hpp"
#include "document/table_cell.hpp"
#include "text/code_point.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include <unicode/uchar.h>

namespace hexapla {
namespace {

// Of the cells of two versions of a table: how many both have, and of those with numbers,
// how many have the same.
constexpr double shared_cells = .8;
constexpr double same_figures = .6;
// No pair at all.
constexpr double foreign_table = -1;

using CellPlace = std::pair<std::uint32_t, std::uint32_t>;  // row and column

struct Table {
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;
  std::map<CellPlace, Numbers> cells;
  std::map<CellPlace, std::string> figures;  ///< Of cells without words.
};

/// The digits of a text without words, whatever parts their groups: "68 552.0", "68 552,0".
std::string figures_in(std::string_view text) {
  std::string figures;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t sign = next_code_point(text, at);
    if (is_letter(sign)) return {};
    if (is_digit(sign))
      figures += static_cast<char>('0' + u_charDigitValue(static_cast<UChar32>(sign)));
  }
  return figures;
}

/// The tables of a body, in order.
std::vector<Table> tables_in(const SegmentedDocument& version, const Numbers& body) {
  std::vector<Table> tables;
  std::map<std::uint32_t, std::size_t> places;  // by the document's number
  for (const auto number : body) {
    const Segment& segment = version.segments[number];
    const auto& cell = version.block_of(segment).cell;
    if (!cell) continue;
    const auto [known, first] = places.emplace(cell->table, tables.size());
    if (first) tables.emplace_back();
    Table& table = tables[known->second];
    const CellPlace place{cell->row, cell->column};
    table.rows = std::max(table.rows, cell->row);
    table.columns = std::max(table.columns, cell->column);
    table.cells[place].push_back(number);
    table.figures[place] += figures_in(version.text_of(segment));
  }
  return tables;
}

double table_likeness(const Table& source, const Table& target) {
  if (source.rows != target.rows || source.columns != target.columns) return foreign_table;
  std::size_t shared = 0;
  std::size_t with_figures = 0;
  std::size_t same = 0;
  for (const auto& [place, figures] : source.figures) {
    const auto other = target.figures.find(place);
    if (other == target.figures.end()) continue;
    ++shared;
    if (figures.empty() || other->second.empty()) continue;
    ++with_figures;
    if (figures == other->second) ++same;
  }
  const std::size_t more = std::max(source.cells.size(), target.cells.size());
  const bool alike =
      static_cast<double>(shared) >= shared_cells * static_cast<double>(more) &&
      static_cast<double>(same) >= same_figures * static_cast<double>(with_figures);
  return alike ? static_cast<double>(1 + shared + same) : foreign_table;
}

/// A table between paragraphs is a run of the body; an inner one would be torn from its
/// own.
bool is_run(const Table& table) {
  Numbers all;
  for (const auto& [place, numbers] : table.cells)
    all.insert(all.end(), numbers.begin(), numbers.end());
  const auto [least, most] = std::ranges::minmax(all);
  return most - least + 1 == all.size();
}

}  // namespace

std::vector<NumberPair> paired_cells(const SegmentedDocument& source, Streams& sources,
                                     const SegmentedDocument& target, Streams& targets) {
  std::vector<Table> ours = tables_in(source, sources.body);
  std::vector<Table> theirs = tables_in(target, targets.body);
  std::vector<NumberPair> pairs;
  const auto take_out = [](Numbers& body, const Numbers& cell) {
    std::erase_if(body, [&](std::uint32_t number) {
      return std::ranges::binary_search(cell, number);
    });
  };
  Numbers of_source;
  Numbers of_target;
  for (const auto& [one, other] : best_pairs(ours, theirs, table_likeness)) {
    if (!is_run(ours[one]) || !is_run(theirs[other])) continue;
    std::map<CellPlace, NumberPair> cells;
    for (const auto& [place, numbers] : ours[one].cells)
      cells[place].source = numbers;
    for (const auto& [place, numbers] : theirs[other].cells)
      cells[place].target = numbers;
    for (auto& [place, cell] : cells) {
      of_source.insert(of_source.end(), cell.source.begin(), cell.source.end());
      of_target.insert(of_target.end(), cell.target.begin(), cell.target.end());
      pairs.push_back(std::move(cell));
    }
  }
  std::ranges::sort(of_source);
  std::ranges::sort(of_target);
  take_out(sources.body, of_source);
  take_out(targets.body, of_target);
  return pairs;
}

}  // namespace hexapla
