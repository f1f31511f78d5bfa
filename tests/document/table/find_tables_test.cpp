#include "document/table/find_tables.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

struct Words {
  double start = 0;
  std::string words;
};

/// Lines of a page, a letter one unit wide and ten high.
class Page {
 public:
  Page& line(double top, const std::vector<Words>& pieces) {
    TableLine line{top, top + 10, 10, {}};
    for (const auto& [start, words] : pieces) {
      const bool figure = words.find_first_not_of("0123456789 .,()–") == std::string::npos;
      const bool lower = words[0] >= 'a' && words[0] <= 'z';
      line.pieces.push_back(
          {top, start, start + static_cast<double>(words.size()) * 5, figure, lower});
      texts_.push_back(words);
    }
    lines_.push_back(line);
    return *this;
  }

  /// Each table's cells as `row.column words`, lines of a cell joined.
  [[nodiscard]] std::vector<std::vector<std::string>> tables() const {
    std::vector<std::vector<std::string>> tables;
    for (const FoundTable& table : find_tables(lines_)) {
      std::map<std::pair<std::uint32_t, std::uint32_t>, std::string> cells;
      std::size_t text = 0;
      for (std::size_t i = 0; i < table.first; ++i)
        text += lines_[i].pieces.size();
      for (const auto& line : table.places)
        for (const TablePlace& place : line) {
          std::string& cell = cells[{place.row, place.column}];
          cell += (cell.empty() ? "" : " ") + texts_[text++];
        }
      tables.emplace_back();
      for (const auto& [place, words] : cells)
        tables.back().push_back(std::to_string(place.first) + "." +
                                std::to_string(place.second) + " " + words);
    }
    return tables;
  }

 private:
  std::vector<TableLine> lines_;
  std::vector<std::string> texts_;
};

using Cells = std::vector<std::string>;

}  // namespace

TEST_CASE("figures in columns are a table, its head with it", "[document]") {
  Page page;
  page.line(0, {{0,
                 "The resources for the period are shown in the table that follows, by "
                 "category of expenditure and with the variances."}})
      .line(40, {{380, "Variance"}})
      .line(
          60,
          {{0, "Category"}, {200, "Apportionment"}, {300, "Expenditure"}, {400, "Amount"}})
      .line(80, {{0, "Military personnel"},
                 {205, "37 339.0"},
                 {305, "48 442.5"},
                 {385, "(11 103.5)"}})
      .line(100, {{0, "Civilian personnel"}, {205, "68 552.0"}, {305, "–"}, {405, "582.2"}})
      .line(120, {{0, "Total"}, {200, "202 783.5"}, {300, "164 805.9"}, {395, "977.6"}})
      .line(150, {{0,
                   "The increased requirements were attributable to the deployment of "
                   "additional personnel and to higher costs."}});
  CHECK(page.tables() ==
        std::vector<Cells>{{"1.4 Variance", "2.1 Category", "2.2 Apportionment",
                            "2.3 Expenditure", "2.4 Amount", "3.1 Military personnel",
                            "3.2 37 339.0", "3.3 48 442.5", "3.4 (11 103.5)",
                            "4.1 Civilian personnel", "4.2 68 552.0", "4.3 –", "4.4 582.2",
                            "5.1 Total", "5.2 202 783.5", "5.3 164 805.9", "5.4 977.6"}});
}

TEST_CASE("rows of several lines are told by the space between them", "[document]") {
  Page page;
  page.line(0, {{0, "Request"}, {200, "Action taken"}})
      .line(30, {{0, "All written-off materials"}, {200, "Achieved. The handovers at Gao"}})
      .line(42, {{0, "are disposed of"}, {200, "and Bamako were completed"}})
      .line(54, {{0, "as recommended"}})
      .line(80, {{0, "Compliance with the policy"}, {200, "Achieved"}})
      .line(92, {{0, "for waste"}})
      .line(118, {{0, "Handover of locations"}, {200, "Achieved in full"}});
  CHECK(page.tables() ==
        std::vector<Cells>{{"1.1 Request", "1.2 Action taken",
                            "2.1 All written-off materials are disposed of as recommended",
                            "2.2 Achieved. The handovers at Gao and Bamako were completed",
                            "3.1 Compliance with the policy for waste", "3.2 Achieved",
                            "4.1 Handover of locations", "4.2 Achieved in full"}});
}

TEST_CASE("labels that wrap are told by their lower case where no space tells",
          "[document]") {
  Page page;
  page.line(0, {{0, "Item"}, {200, "2024"}, {260, "2025"}})
      .line(12, {{0, "Contributions received"}, {200, "312.2"}, {260, "298.0"}})
      .line(24, {{0, "in advance"}})
      .line(36, {{0, "Accounts payable"}, {200, "98.1"}, {260, "87.4"}})
      .line(48, {{0, "Total"}, {200, "410.3"}, {260, "385.4"}});
  CHECK(page.tables() ==
        std::vector<Cells>{{"1.1 Item", "1.2 2024", "1.3 2025",
                            "2.1 Contributions received in advance", "2.2 312.2",
                            "2.3 298.0", "3.1 Accounts payable", "3.2 98.1", "3.3 87.4",
                            "4.1 Total", "4.2 410.3", "4.3 385.4"}});
}

TEST_CASE("labels that fill most of a page are in its first column", "[document]") {
  Page page;
  page.line(0, {{0, "Category and subcategory"}, {400, "2025"}, {440, "2026"}})
      .line(30, {{0, "Parliamentary documentation"}, {400, "4"}, {440, "4"}})
      .line(50, {{0,
                  "1. Reports to the Joint Advisory Group on the International Trade "
                  "Centre"},
                 {400, "3"},
                 {440, "3"}})
      .line(70,
            {{0, "2. Annual report on the activities of the Centre to the Joint Group"}})
      .line(82, {{0, "and to the committee of the trust fund"}, {400, "1"}, {440, "1"}});
  CHECK(
      page.tables() ==
      std::vector<Cells>{
          {"1.1 Category and subcategory", "1.2 2025", "1.3 2026",
           "2.1 Parliamentary documentation", "2.2 4", "2.3 4",
           "3.1 1. Reports to the Joint Advisory Group on the International Trade Centre",
           "3.2 3", "3.3 3",
           "4.1 2. Annual report on the activities of the Centre to the Joint Group and to "
           "the committee of the trust fund",
           "4.2 1", "4.3 1"}});
}

TEST_CASE("running text, a masthead's two lines and two signatures are no table",
          "[document]") {
  Page page;
  page.line(0, {{0, "General Assembly"}, {300, "Security Council"}})
      .line(14, {{0, "Seventy-fifth session"}, {300, "Seventy-fifth year"}})
      .line(60, {{0, "1. The Assembly took note of the report."}})
      .line(74, {{0, "2. It decided to remain seized of the matter."}})
      .line(120, {{0, "(Signed) A. Baker"}, {300, "(Signed) C. Adams"}})
      .line(134, {{0, "Permanent Representative"}, {300, "Chargé d'affaires"}});
  CHECK(page.tables().empty());
}

TEST_CASE("text in two columns is no table", "[document]") {
  Page page;
  for (int line = 0; line < 12; ++line)
    page.line(14 * line, {{0, "of the report that the Assembly noted"},
                          {200, "before the end of the session it was"}});
  CHECK(page.tables().empty());
}

TEST_CASE("a head of two levels is two rows, its upper cells in their first columns",
          "[document]") {
  Page page;
  page.line(0, {{200, "Apportionment"}, {300, "Expenditure"}, {440, "Variance"}})
      .line(12, {{0, "Category"},
                 {205, "(1)"},
                 {305, "(2)"},
                 {400, "(3)=(1)-(2)"},
                 {480, "(4)=(3):(1)"}})
      .line(30, {{0, "Military personnel"},
                 {205, "37 339.0"},
                 {305, "48 442.5"},
                 {400, "(11 103.5)"},
                 {500, "(29.7)"}})
      .line(48, {{0, "Civilian personnel"},
                 {205, "68 552.0"},
                 {305, "–"},
                 {405, "582.2"},
                 {505, "0.8"}});
  const Cells cells = page.tables().at(0);
  CHECK(Cells(cells.begin(), cells.begin() + 9) ==
        Cells{"1.2 Apportionment", "1.3 Expenditure", "1.4 Variance", "2.1 Category",
              "2.2 (1)", "2.3 (2)", "2.4 (3)=(1)-(2)", "2.5 (4)=(3):(1)",
              "3.1 Military personnel"});
}

TEST_CASE("heads on the left of their columns and figures on the right are one column",
          "[document]") {
  Page page;
  page.line(0, {{0, "Category"}, {200, "Funds"}, {300, "Spent"}})
      .line(20, {{0, "Military"}, {240, "37 339.0"}, {340, "48 442.5"}})
      .line(40, {{0, "Civilian"}, {240, "68 552.0"}, {340, "67 969.8"}});
  CHECK(page.tables() ==
        std::vector<Cells>{{"1.1 Category", "1.2 Funds", "1.3 Spent", "2.1 Military",
                            "2.2 37 339.0", "2.3 48 442.5", "3.1 Civilian", "3.2 68 552.0",
                            "3.3 67 969.8"}});
}

}  // namespace hexapla
