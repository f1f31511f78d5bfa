#include "align/documents/table_cells.hpp"

#include "align/align_documents.hpp"
#include "align/made_documents.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla::table_cells_test {
namespace {

using Rows = std::vector<std::vector<std::string>>;

/// A paragraph, a table and a paragraph; empty strings are cells without words.
SegmentedDocument report(Language language, const std::string& before, const Rows& rows,
                         const std::string& after) {
  std::vector<MadeLine> lines{{BlockKind::paragraph, before}};
  std::vector<TableCell> cells;
  for (std::uint32_t row = 0; row < rows.size(); ++row)
    for (std::uint32_t column = 0; column < rows[row].size(); ++column)
      if (!rows[row][column].empty()) {
        lines.push_back({BlockKind::table, rows[row][column]});
        cells.push_back({1, row + 1, column + 1});
      }
  lines.push_back({BlockKind::paragraph, after});
  SegmentedDocument version = made_document(language, lines);
  for (std::size_t i = 0; i < cells.size(); ++i)
    version.document.blocks[i + 1].cell = cells[i];
  return version;
}

const Rows english_rows{{"Category", "Apportionment", "Expenditure", "Implemented"},
                        {"Military observers", "–", "–", "Yes"},
                        {"Civilian personnel", "68 552.0", "50 969.8", "Yes"},
                        {"Official travel", "2 956.9", "803.3", ""},
                        {"Medical", "1 722.7", "598.4", "No"}};

SegmentedDocument english() {
  return report(languages::en, "The performance is shown in the table below.", english_rows,
                "The Assembly is requested to take note of the report.");
}

SegmentedDocument russian(const Rows& rows) {
  return report(languages::ru, "Данные об исполнении приводятся в таблице ниже.", rows,
                "Ассамблее предлагается принять доклад к сведению.");
}

const Rows russian_rows{{"Категория", "Ассигнования", "Расходы", "Выполнено"},
                        {"Военные наблюдатели", "–", "–", "Да"},
                        {"Гражданский персонал", "68 552,0", "50 969,8", "Да"},
                        {"Официальные поездки", "2 956,9", "803,3", "–"},
                        {"Медицинское обслуживание", "1 722,7", "", "Нет"}};

const Block& block_of(const SegmentedDocument& version, std::uint32_t segment) {
  return version.block_of(version.segments[segment]);
}

}  // namespace

TEST_CASE("cells at one place of two versions of a table belong together", "[align]") {
  const SegmentedDocument source = english();
  const SegmentedDocument target = russian(russian_rows);
  const SegmentConcepts nothing;
  const auto beads = align_documents({source, nothing}, {target, nothing});
  REQUIRE(tiles(beads, static_cast<std::uint32_t>(source.segments.size()),
                static_cast<std::uint32_t>(target.segments.size())));
  std::size_t paired = 0;
  for (const Bead& bead : beads) {
    if (bead.source.empty() || bead.target.empty()) continue;
    const auto& cell = block_of(source, bead.source.first).cell;
    const auto& other = block_of(target, bead.target.first).cell;
    CHECK(cell == other);
    if (cell) ++paired;
  }
  CHECK(paired == 18);  // of 20 places each version lacks another one
}

TEST_CASE("tables of other rows or other figures are left to what their words say",
          "[align][edge]") {
  const SegmentedDocument source = english();
  Rows rows = russian_rows;
  SECTION("a row more") {
    rows.insert(rows.begin() + 1, {"Полиция", "246,7", "147,1", "Да"});
  }
  SECTION("other figures") {
    rows[2] = {"Гражданский персонал", "1 402,5", "1 261,0", "Да"};
    rows[3] = {"Официальные поездки", "3 876,6", "4 564,5", "–"};
  }
  const SegmentedDocument target = russian(rows);
  Streams sources = streams_of(source);
  Streams targets = streams_of(target);
  const std::size_t size = sources.body.size();
  CHECK(paired_cells(source, sources, target, targets).empty());
  CHECK(sources.body.size() == size);
}

TEST_CASE("sentences of a cell are aligned inside it", "[align]") {
  const auto made = [](Language language, const std::vector<std::string>& sentences) {
    SegmentedDocument version =
        report(language, "1.", {{"A", "1"}, {"B", "2"}, {"C", "3"}}, "2.");
    Document& document = version.document;
    // The last cell of words gets sentences of its own.
    std::string text;
    std::vector<ByteRange> ranges;
    const std::size_t begin = document.text.size() + 1;
    for (const std::string& sentence : sentences) {
      if (!text.empty()) text += ' ';
      ranges.push_back({begin + text.size(), begin + text.size() + sentence.size()});
      text += sentence;
    }
    document.text += "\n" + text;
    document.blocks.push_back(
        {BlockKind::table, {begin, document.text.size()}, "", TableCell{2, 1, 1}});
    for (const ByteRange range : ranges)
      version.segments.push_back(
          {range, static_cast<std::uint32_t>(document.blocks.size() - 1)});
    return version;
  };
  const SegmentedDocument source =
      made(languages::en, {"Achieved.", "88,939 tons were transported in 2024."});
  const SegmentedDocument target =
      made(languages::fr, {"Réalisé.", "88 939 tonnes ont été transportées en 2024."});
  const SegmentConcepts nothing;
  const auto beads = align_documents({source, nothing}, {target, nothing});
  REQUIRE(tiles(beads, 10, 10));
  CHECK(std::ranges::count_if(beads, [](const Bead& bead) {
          return bead.source == bead.target && bead.source.size() == 1;
        }) == 10);
}

}  // namespace hexapla::table_cells_test
