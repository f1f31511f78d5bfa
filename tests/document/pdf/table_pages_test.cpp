// Tables of words that fill pages, with an answer or a figure beside each item, as the
// performance reports of peacekeeping missions have them.
#include "document/cells.hpp"
#include "document/pdf_xml.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla::table_pages_test {
namespace {

constexpr double pitch = 18;       // from line to line
constexpr double row_gap = 12;     // more than that between rows
constexpr double answer_at = 395;  // where the columns begin
constexpr double remark_at = 463;
constexpr double margin = 90;

struct Remark {
  std::string answer;
  Strings lines;
};

struct Row {
  Strings label;
  std::vector<Remark> remarks;
};

/// Sets `rows` from `top` down, remarks and answers below each other beside the label, and
/// returns where the next would be.
double set_rows(PdfXml& page, double top, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    double label_end = top;
    for (const std::string& line : row.label) {
      page.text(margin, label_end, line, PdfXml::body,
                6.5 * static_cast<double>(line.size()));
      label_end += pitch;
    }
    double end = top;
    for (const Remark& remark : row.remarks) {
      page.text(answer_at, end, remark.answer);
      for (const std::string& line : remark.lines) {
        page.text(remark_at, end, line, PdfXml::body,
                  6.5 * static_cast<double>(line.size()));
        end += pitch;
      }
      end += row_gap;
    }
    top = std::max(label_end + row_gap, end);
  }
  return top;
}

const std::vector<Row> outputs{
    {{"Operation and maintenance of 32 United",
      "Nations-owned generators in 2 locations:", "19 in Bamako and 13 in Gao"},
     {{"8", {"Generators in Gao handed over to the host Government"}},
      {"5", {"Generators in Gao disposed of through commercial sale"}},
      {"10", {"Generators in Bamako handed over to the host", "Government"}}}},
    {{"Disposal of inventory including property,", "plant and equipment, with a total",
      "approximate book value of $87,848,600,", "through different modalities, including",
      "transfer to peacekeeping missions"},
     {{"Yes",
       {"Property, plant and equipment and inventory with a",
        "depreciated or residual value of $130 million was", "disposed of"}}}},
    {{"Maintenance and repair services for two", "sites: Bamako and Gao"}, {{"Yes", {}}}},
    {{"Support for and management of one fully", "serviced camp surveillance suite (Gao)"},
     {{"No",
       {"Decommissioned on 16 July 2024 owing to the",
        "earlier-than-planned closure of the camp in Gao"}}}}};

const Strings expected{
    "1.1.1 Operation and maintenance of 32 United Nations-owned generators in 2 locations: "
    "19 in Bamako and 13 in Gao",
    "1.1.2 8",
    "1.1.3 Generators in Gao handed over to the host Government",
    "1.2.2 5",
    "1.2.3 Generators in Gao disposed of through commercial sale",
    "1.3.2 10",
    "1.3.3 Generators in Bamako handed over to the host Government",
    "1.4.1 Disposal of inventory including property, plant and equipment, with a total "
    "approximate book value of $87,848,600, through different modalities, including "
    "transfer to peacekeeping missions",
    "1.4.2 Yes",
    "1.4.3 Property, plant and equipment and inventory with a depreciated or residual "
    "value "
    "of $130 million was disposed of",
    "1.5.1 Maintenance and repair services for two sites: Bamako and Gao",
    "1.5.2 Yes",
    "1.6.1 Support for and management of one fully serviced camp surveillance suite (Gao)",
    "1.6.2 No",
    "1.6.3 Decommissioned on 16 July 2024 owing to the earlier-than-planned closure of the "
    "camp in Gao"};

}  // namespace

TEST_CASE("outputs, answers and remarks beside each other are rows, not columns of text",
          "[document][pdf][tables]") {
  PdfXml page;
  set_rows(page, 160, outputs);
  CHECK(cells_in(document_from(manuscript_of(page), "t.pdf", languages::en)) == expected);
}

TEST_CASE("a table that goes on overleaf with the title of a group goes on with it",
          "[document][pdf][tables]") {
  PdfXml pages;
  double top = set_rows(pages, 160, outputs);
  while (top < 1100)
    top = set_rows(pages, top, {outputs[2]});
  pages.page();
  pages.text(margin, 160, "<b>Medical services</b>");
  set_rows(pages, 160 + pitch + row_gap, outputs);
  const Strings cells =
      cells_in(document_from(manuscript_of(pages), "t.pdf", languages::en));
  CHECK(std::ranges::none_of(
      cells, [](const std::string& cell) { return cell.starts_with("2."); }));
  CHECK(std::ranges::any_of(cells, [](const std::string& cell) {
    return cell.ends_with(".1 Medical services");
  }));
}

TEST_CASE("numbered rows of words are no columns of text, whatever the size of their head",
          "[document][pdf][tables]") {
  PdfXml page;
  page.text(margin, 130, "No.", PdfXml::mark);
  page.text(140, 130, "Request", PdfXml::mark);
  page.text(480, 130, "Action taken", PdfXml::mark);
  for (int row = 0; row < 10; ++row) {
    const double top = 160 + 48 * static_cast<double>(row);
    page.text(margin, top, std::to_string(row + 15));
    page.text(140, top, "Requests the Secretary-General to improve", PdfXml::body, 310);
    page.text(140, top + pitch, "comprehensive oversight", PdfXml::body, 180);
    page.text(480, top, "Regular follow-up is undertaken with the", PdfXml::body, 310);
    page.text(480, top + pitch, "entities concerned", PdfXml::body, 140);
  }
  const Strings cells =
      cells_in(document_from(manuscript_of(page), "t.pdf", languages::en));
  CAPTURE(cells);
  REQUIRE(cells.size() == 33);
  CHECK(cells[0] == "1.1.1 No.");
  CHECK(cells[3] == "1.2.1 15");
  CHECK(cells[4] ==
        "1.2.2 Requests the Secretary-General to improve comprehensive oversight");
  CHECK(cells[5] == "1.2.3 Regular follow-up is undertaken with the entities concerned");
}

TEST_CASE("numbered paragraphs in two columns are no table for their numbers",
          "[document][pdf]") {
  PdfXml page;
  const Strings lines{"The General Assembly considered the",
                      "report of the Committee on the", "situation in the region and took",
                      "note of the statement that was made",
                      "on behalf of the Group of States."};
  for (const double left : {90., 480.})
    for (int paragraph = 0; paragraph < 4; ++paragraph)
      for (std::size_t line = 0; line < lines.size(); ++line) {
        const double top = 160 + pitch * static_cast<double>(6 * paragraph) +
                           pitch * static_cast<double>(line);
        const int number = paragraph + (left > 300 ? 5 : 1);
        if (line == 0) page.text(left, top, std::to_string(number) + ".");
        page.text(left + 40, top, lines[line], PdfXml::body, line < 4 ? 280 : 240);
      }
  const Document document = document_from(manuscript_of(page), "t.pdf", languages::en);
  CHECK(cells_in(document).empty());
  Strings labels;
  for (const Block& block : document.blocks)
    labels.push_back(block.label);
  CHECK(labels == Strings{"1.", "2.", "3.", "4.", "5.", "6.", "7.", "8."});
}

}  // namespace hexapla::table_pages_test
