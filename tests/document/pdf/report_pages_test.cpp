// Pages of reports and budgets as the United Nations print them: cells of A/80/590,
// A/80/604/Add.1 and A/81/6 (Sect. 13), at places like theirs.
#include "document/cells.hpp"
#include "document/pdf_xml.hpp"
#include "text/code_point.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla::report_pages_test {
namespace {

constexpr double pitch = 18;  // from line to line of the body

Document document_of(const PdfXml& pages) {
  return document_from(manuscript_of(pages), "t.pdf", languages::en);
}

/// The blocks that are no cells: kind, label and words.
Strings blocks_in(const Document& document) {
  Strings blocks;
  for (const Block& block : document.blocks)
    if (!block.cell)
      blocks.push_back(std::string(name_of(block.kind)) + " " + block.label + ": " +
                       std::string(block.range.of(document.text)));
  return blocks;
}

bool holds_start(const Strings& all, std::string_view start) {
  return std::ranges::any_of(
      all, [&](const std::string& one) { return one.starts_with(start); });
}

/// `words` in small print that end at `right`, as figures and their heads are set.
void flush_right(PdfXml& page, double right, double top, const std::string& words) {
  constexpr double letter = 5;
  const double width = letter * static_cast<double>(display_width(words));
  page.text(right - width, top, words, PdfXml::mark, width);
}

/// Justified lines from the margin to the edge, from `top` down; bold type is a piece of
/// its own, as all fonts are. Returns where the next line would be.
double paragraph(PdfXml& page, double top, const Strings& lines) {
  constexpr double letter = 7.3;
  constexpr double width = 550;
  for (std::size_t i = 0; i < lines.size(); ++i, top += pitch) {
    const std::size_t bold = lines[i].find("<b>");
    const bool mixed = bold != std::string::npos && bold > 0;
    const double plain = mixed ? letter * static_cast<double>(bold) : 0;
    if (mixed) page.text(185, top, lines[i].substr(0, bold), PdfXml::body, plain);
    page.text(185 + plain, top, mixed ? lines[i].substr(bold) : lines[i], PdfXml::body,
              i + 1 < lines.size() ? width - plain : 0);
  }
  return top;
}

}  // namespace

TEST_CASE("figures flush right and heads that stand close above them are columns",
          "[document][pdf][tables]") {
  PdfXml page;
  const double below = paragraph(
      page, 150,
      {"27. Information on vacancy rates was provided to the Committee, which",
       "trusts that the most accurate rates will be given to the General Assembly, as",
       "well as the actual rates of the period."});
  constexpr std::array<double, 8> edges{344, 399, 453, 525, 606, 676, 755, 817};
  const std::array<Strings, 3> heads{
      Strings{"", "", "", "Actual as at", "Actual average", "Actual as at",
              "Actual average", ""},
      Strings{"Budgeted", "Actual", "Budgeted", "31 December", "January–", "28 February",
              "July 2025–", "Proposed"},
      Strings{"2024/25", "2024/25", "2025/26", "2025", "December 2025", "2026",
              "February 2026", "2026/27"}};
  double top = below + 40;
  for (const Strings& line : heads) {
    for (std::size_t i = 0; i < line.size(); ++i)
      if (!line[i].empty()) flush_right(page, edges[i], top, line[i]);
    top += 12;
  }
  page.text(90, top - 12, "Category", PdfXml::mark);
  const std::vector<std::pair<std::string, Strings>> rows{
      {"International staff",
       {"9.4", "13.5", "9.4", "15.7", "17.3", "15.7", "15.7", "14.0"}},
      {"National General Service staff",
       {"5.6", "7.8", "7.8", "11.1", "8.9", "17.8", "11.1", "7.0"}},
      {"United Nations Volunteers",
       {"50.0", "0.0", "0.0", "100.0", "50.0", "100.0", "100.0", "0.0"}}};
  top += 20;
  for (const auto& [label, figures] : rows) {
    page.text(90, top, label, PdfXml::mark);
    for (std::size_t i = 0; i < figures.size(); ++i)
      flush_right(page, edges[i], top, figures[i]);
    top += 20;
  }
  const Strings cells = cells_in(document_of(page));
  Strings expected{"1.1.1 Category",
                   "1.1.2 Budgeted 2024/25",
                   "1.1.3 Actual 2024/25",
                   "1.1.4 Budgeted 2025/26",
                   "1.1.5 Actual as at 31 December 2025",
                   "1.1.6 Actual average January–December 2025",
                   "1.1.7 Actual as at 28 February 2026",
                   "1.1.8 Actual average July 2025–February 2026",
                   "1.1.9 Proposed 2026/27"};
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const std::string at = "1." + std::to_string(row + 2) + ".";
    expected.push_back(at + "1 " + rows[row].first);
    for (std::size_t i = 0; i < rows[row].second.size(); ++i)
      expected.push_back(at + std::to_string(i + 2) + " " + rows[row].second[i]);
  }
  CHECK(cells == expected);
}

TEST_CASE("a table of five columns of words is no text in columns",
          "[document][pdf][tables]") {
  PdfXml page;
  double top = paragraph(
      page, 150,
      {"13.23 Expected progress towards the objective is presented in the",
       "performance measure below, which compares the years, in words and not in any",
       "of the figures of the tables before."});
  const std::array<Strings, 5> columns{
      Strings{"2023 (actual)", "Textile and clothing", "small and medium-",
              "sized enterprises in", "Kyrgyzstan", "increased their", "export value"},
      Strings{"2024 (actual)", "Armenian, Tajik and", "Uzbek small and", "medium-sized",
              "enterprises signed", "contracts worth", "over $24 million"},
      Strings{"2025 (actual)", "Policymakers", "developed a road", "map for the",
              "development of", "exports of Kazakh", "oil and fat products"},
      Strings{"2026 (planned)", "80 small and", "medium-sized", "enterprises in",
              "Eastern European", "countries enhance", "their competitiveness"},
      Strings{"2027 (planned)", "50 small and", "medium-sized", "enterprises in",
              "Eastern European", "countries transact", "international business"}};
  top += 50;
  for (std::size_t column = 0; column < columns.size(); ++column)
    for (std::size_t line = 0; line < columns[column].size(); ++line)
      page.text(80 + 158 * static_cast<double>(column),
                top + pitch * static_cast<double>(line) + (line > 0 ? 16 : 0),
                columns[column][line], PdfXml::small + 2, 124);
  top += 190;
  page.text(185, top, "Legislative mandates", PdfXml::large);
  page.text(139, top + 40, "13.24");
  page.text(185, top + 40, "The list below, which was reviewed, provides all mandates",
            PdfXml::body, 640);
  page.text(185, top + 40 + pitch, "entrusted to the Centre.");
  const Document document = document_of(page);
  const Strings cells = cells_in(document);
  REQUIRE(cells.size() == 10);
  CHECK(cells[2] == "1.1.3 2025 (actual)");
  CHECK(cells[5] ==
        "1.2.1 Textile and clothing small and medium-sized enterprises in Kyrgyzstan "
        "increased their export value");
  CHECK(
      cells[9] ==
      "1.2.5 50 small and medium-sized enterprises in Eastern European countries transact "
      "international business");
  const Strings blocks = blocks_in(document);
  CAPTURE(blocks);
  CHECK(holds_start(blocks, "paragraph 13.24: 13.24 The list below, which was reviewed"));
}

TEST_CASE("two lists of resolutions side by side are read one after the other",
          "[document][pdf][tables]") {
  PdfXml page;
  paragraph(page, 150,
            {"13.24 The list below, which was reviewed in the preparation of the",
             "proposed programme budget, provides all mandates of the General Assembly",
             "that are entrusted to the Centre."});
  using Entries = std::vector<std::pair<std::string, Strings>>;
  const Entries left{{"69/313", {"Addis Ababa Action Agenda of the", "Third Conference"}},
                     {"70/1", {"Transforming our world: the 2030", "Agenda"}},
                     {"71/279", {"Micro-, Small and Medium-sized", "Enterprises Day"}},
                     {"76/258", {"Doha Programme of Action for the", "Least Developed"}}};
  const Entries right{
      {"77/330", {"Cooperation with the Organization", "of Cooperation"}},
      {"78/317",
       {"The Antigua and Barbuda Agenda", "for Small States", "for Resilient Prosperity"}},
      {"79/1", {"The Pact for the Future"}},
      {"79/215", {"Towards a New Economic Order"}}};
  const auto list = [&](const Entries& entries, double start) {
    double top = 260;
    for (const auto& [symbol, title] : entries) {
      page.text(start, top, symbol, PdfXml::small + 2);
      for (const std::string& line : title) {
        page.text(start + 110, top, line, PdfXml::small + 2);
        top += 16;
      }
      top += 8;
    }
  };
  list(left, 90);
  list(right, 470);
  const Document document = document_of(page);
  CHECK(cells_in(document) ==
        Strings{"1.1.1 69/313", "1.1.2 Addis Ababa Action Agenda of the Third Conference",
                "1.2.1 70/1", "1.2.2 Transforming our world: the 2030 Agenda",
                "1.3.1 71/279", "1.3.2 Micro-, Small and Medium-sized Enterprises Day",
                "1.4.1 76/258", "1.4.2 Doha Programme of Action for the Least Developed",
                "2.1.1 77/330", "2.1.2 Cooperation with the Organization of Cooperation",
                "2.2.1 78/317",
                "2.2.2 The Antigua and Barbuda Agenda for Small States for Resilient "
                "Prosperity",
                "2.3.1 79/1", "2.3.2 The Pact for the Future", "2.4.1 79/215",
                "2.4.2 Towards a New Economic Order"});
}

TEST_CASE("a label and two figures beside it are a table of one line",
          "[document][pdf][tables]") {
  PdfXml page;
  double top = 150;
  for (const auto& [number, label, amount, share] : std::vector<std::array<std::string, 4>>{
           {"60", "Military contingents", "($14 115.9)", "(49.4%)"},
           {"61", "Formed police units", "$2 912.8", "34.3%"}}) {
    page.text(605, top, "Variance", PdfXml::small);
    page.text(185, top + 24, label, PdfXml::small);
    flush_right(page, 640, top + 24, amount);
    flush_right(page, 730, top + 24, share);
    top = paragraph(page, top + 56,
                    {number + ". The requirements were attributable primarily to the",
                     "reimbursements to troop-contributing countries after the closure of",
                     "the camp in Gao."}) +
          34;
  }
  const Document document = document_of(page);
  CHECK(cells_in(document) == Strings{"1.1.2 Variance", "1.2.1 Military contingents",
                                      "1.2.2 ($14 115.9)", "1.2.3 (49.4%)",
                                      "2.1.2 Variance", "2.2.1 Formed police units",
                                      "2.2.2 $2 912.8", "2.2.3 34.3%"});
  CHECK(blocks_in(document).size() == 2);
}

TEST_CASE("lines in bold type inside a paragraph are no heading", "[document][pdf]") {
  PdfXml page;
  double top = paragraph(
      page, 60,
      {"27. Information on vacancy rates was provided to the Committee, with the rates of",
       "the period before and those of the months that have gone by since the budget was",
       "drawn up, and with the reasons for which they differ from each other."});
  top = paragraph(
      page, top + 9,
      {"28. The Secretary-General indicates in his budget report the approach taken",
       "to ensure that vacancy rates are based on actual data. <b>The Committee trusts "
       "that the</b>",
       "<b>Secretary-General will provide updated information on the latest actual and</b>",
       "<b>actual average vacancy rates to the General Assembly.</b>"});
  top = paragraph(
      page, top + 9,
      {"29. <b>The Advisory Committee recommends the approval of the proposals of</b>",
       "<b>the Secretary-General for civilian personnel.</b>"});
  page.text(185, top + 24, "<b>Operational costs</b>");
  paragraph(
      page, top + 60,
      {"30. The proposed requirements reflect a decrease of one per cent, which is",
       "attributable to lower costs of travel and of fuel, and to fewer purchases of",
       "vehicles, of spare parts, of tyres and of the other things that are needed to",
       "keep the vehicles of a mission on the road in the rain, than in the budgets of",
       "the periods before."});
  CHECK(
      blocks_in(document_of(page)) ==
      Strings{
          "paragraph 27.: 27. Information on vacancy rates was provided to the Committee, "
          "with "
          "the rates of the period before and those of the months that have gone by since "
          "the budget was drawn up, and with the reasons for which they differ from each "
          "other.",
          "paragraph 28.: 28. The Secretary-General indicates in his budget report the "
          "approach taken to ensure that vacancy rates are based on actual data. The "
          "Committee trusts that the Secretary-General will provide updated "
          "information on the latest actual and actual average vacancy rates to the "
          "General Assembly.",
          "paragraph 29.: 29. The Advisory Committee recommends the approval of the "
          "proposals of the Secretary-General for civilian personnel.",
          "heading : Operational costs",
          "paragraph 30.: 30. The proposed requirements reflect a decrease of one per "
          "cent, which is attributable to lower costs of travel and of fuel, and to "
          "fewer purchases of vehicles, of spare parts, of tyres and of the other things "
          "that are needed to keep the vehicles of a mission on the road in the rain, "
          "than in the budgets of the periods before."});
}

TEST_CASE("the number of a resolution on a line of its own is no page mark",
          "[document][pdf]") {
  PdfXml page;
  double top = paragraph(
      page, 150,
      {"2.16 The list below, which was reviewed in the preparation of the proposed",
       "programme budget, provides the mandates of the programme in all of its",
       "subprogrammes."});
  page.text(90, top + 30, "79/209");
  page.text(90, top + 70, "1/1");
  const Strings blocks = blocks_in(document_of(page));
  CHECK(std::ranges::none_of(blocks, [](const std::string& block) {
    return block.starts_with("furniture") && block.ends_with("79/209");
  }));
  CHECK(holds(blocks, "furniture : 1/1"));
}

}  // namespace hexapla::report_pages_test
