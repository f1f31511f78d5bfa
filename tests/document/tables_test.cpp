// Tables of budget and performance reports and of assessments, as text, HTML, DOCX and PDF
// have them: the same cells, so that two versions of a document can be compared by them.
#include "document/cells.hpp"
#include "document/docx/read_docx.hpp"
#include "document/html/read_html.hpp"
#include "document/make_docx.hpp"
#include "document/pdf_xml.hpp"
#include "document/read_text.hpp"
#include "text/code_point.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

namespace hexapla::tables_test {
namespace {

using Rows = std::vector<Strings>;

struct Sample {
  Language language;
  std::string before;
  Rows rows;                         ///< Empty strings are cells without words.
  std::vector<std::size_t> columns;  ///< Where they start, in letters.
  std::string after;
};

std::vector<Sample> samples() {
  return {
      {languages::en,
       "1. The performance of financial resources for the period is shown in the table "
       "below.",
       {{"Category", "Apportionment", "Expenditure", "Variance"},
        {"Military and police personnel", "37 339.0", "48 442.5", "(11 103.5)"},
        {"Civilian personnel", "68 552.0", "50 969.8", "17 582.2"},
        {"Consultants", "–", "–", "–"},
        {"Gross requirements", "202 783.5", "164 805.9", "37 977.6"}},
       {0, 34, 52, 68},
       "2. The increased requirements were attributable to the repatriation of contingents "
       "by air."},
      {languages::ru,
       "1. Данные об исполнении решений и рекомендаций приводятся в следующей таблице "
       "ниже.",
       {{"Решение", "Принятые меры", "Срок"},
        {"Завершить закрытие лагеря в Гао", "Выполнено в полном объеме", "2024"},
        {"Передать имущество принимающей стране", "Осуществляется", "2025"},
        {"Представить доклад о проверке", "Доклад представлен", "2025"}},
       {0, 42, 72},
       "2. Генеральной Ассамблее предлагается принять к сведению настоящий доклад "
       "Секретаря."},
      {languages::zh,
       "1. "
       "会员国在本期间的缴款情况以千美元为单位列于下表，未缴数额截至本报告所述期间终了时为"
       "止，其中不包括自愿捐助。",
       {{"会员国", "应缴数额", "未缴数额"},
        {"阿富汗", "1 774", "312"},
        {"安道尔", "298", "–"},
        {"阿塞拜疆", "", "45"},
        {"共计", "2 072", "357"}},
       {0, 30, 50},
       "2. "
       "请大会注意到会员国的缴款情况并决定在第八十一届会议期间继续审议本组织财务状况的改善"
       "这一项目和有关问题。"}};
}

Strings expected_cells(const Rows& rows) {
  Strings cells;
  for (std::size_t row = 0; row < rows.size(); ++row)
    for (std::size_t column = 0; column < rows[row].size(); ++column)
      if (!rows[row][column].empty())
        cells.push_back("1." + std::to_string(row + 1) + "." + std::to_string(column + 1) +
                        " " + rows[row][column]);
  return cells;
}

Document from_text(const Sample& sample) {
  std::string text = sample.before + "\n\n";
  for (const Strings& row : sample.rows) {
    std::string line;
    for (std::size_t column = 0; column < row.size(); ++column) {
      const std::size_t width = display_width(line);
      line += std::string(sample.columns[column] - std::min(width, sample.columns[column]),
                          ' ') +
              row[column];
    }
    text += line + "\n";
  }
  return read_text(text + "\n" + sample.after + "\n", "t", sample.language);
}

Document from_html(const Sample& sample) {
  std::string html = "<meta charset=utf-8><p>" + sample.before + "</p><table>";
  for (const Strings& row : sample.rows) {
    html += "<tr>";
    for (const std::string& cell : row)
      html += "<td>" + cell + "</td>";
    html += "</tr>";
  }
  html += "</table><p>" + sample.after + "</p>";
  return document_from(manuscript_from_html(html, "t"), "t", sample.language);
}

Document from_docx(const Sample& sample) {
  DocxFile file;
  file.body = docx_paragraph(docx_run(sample.before)) + "<w:tbl>";
  for (const Strings& row : sample.rows) {
    file.body += "<w:tr>";
    for (const std::string& cell : row)
      file.body += "<w:tc><w:tcPr><w:tcW w:w=\"100\"/></w:tcPr>" +
                   docx_paragraph(docx_run(cell)) + "</w:tc>";
    file.body += "</w:tr>";
  }
  file.body += "</w:tbl>" + docx_paragraph(docx_run(sample.after));
  return document_from(manuscript_from_docx(file.bytes(), "t"), "t", sample.language);
}

constexpr double margin = 100;
constexpr double letter = 8;

/// Words as wide as their letters.
void add(PdfXml& pages, double left, double top, const std::string& words) {
  pages.text(left, top, words, PdfXml::body,
             letter * static_cast<double>(display_width(words)));
}

void add_rows(PdfXml& pages, double top, const Rows& rows,
              const std::vector<std::size_t>& columns) {
  for (std::size_t row = 0; row < rows.size(); ++row)
    for (std::size_t column = 0; column < rows[row].size(); ++column)
      if (!rows[row][column].empty())
        add(pages, margin + letter * static_cast<double>(columns[column]),
            top + 28 * static_cast<double>(row), rows[row][column]);
}

Document from_pdf(const Sample& sample) {
  PdfXml pages;
  add(pages, margin, 200, sample.before);
  add_rows(pages, 240, sample.rows, sample.columns);
  add(pages, margin, 260 + 28 * static_cast<double>(sample.rows.size()), sample.after);
  return document_from(manuscript_of(pages), "t", sample.language);
}

}  // namespace

TEST_CASE("a table has the same cells in text, HTML, DOCX and PDF", "[document]") {
  for (const Sample& sample : samples()) {
    CAPTURE(sample.before);
    const Strings cells = expected_cells(sample.rows);
    CHECK(cells_in(from_text(sample)) == cells);
    CHECK(cells_in(from_html(sample)) == cells);
    CHECK(cells_in(from_docx(sample)) == cells);
    CHECK(cells_in(from_pdf(sample)) == cells);
    for (const Document& document : {from_text(sample), from_pdf(sample)}) {
      CHECK(document.blocks.front().range.of(document.text) == sample.before);
      CHECK(document.blocks.back().range.of(document.text) == sample.after);
    }
  }
}

TEST_CASE("cells that span columns and rows keep the others in their columns",
          "[document]") {
  const Document html = document_from(
      manuscript_from_html("<table><tr><td rowspan=2>Category<td colspan=2>Amount"
                           "<tr><td>2024<td>2025<tr><td>Staff<td>12<td>14</table>",
                           "t"),
      "t", languages::en);
  CHECK(cells_in(html) == Strings{"1.1.1 Category", "1.1.2 Amount", "1.2.2 2024",
                                  "1.2.3 2025", "1.3.1 Staff", "1.3.2 12", "1.3.3 14"});
  const auto cell = [](const std::string& words, const std::string& properties = {}) {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + docx_paragraph(docx_run(words)) +
           "</w:tc>";
  };
  DocxFile file;
  file.body = "<w:tbl><w:tr>" + cell("Category", "<w:vMerge w:val=\"restart\"/>") +
              cell("Amount", "<w:gridSpan w:val=\"2\"/>") + cell("Note") + "</w:tr><w:tr>" +
              cell("", "<w:vMerge/>") + cell("2024") + cell("2025") + cell("a") +
              "</w:tr></w:tbl>";
  const Document docx =
      document_from(manuscript_from_docx(file.bytes(), "t"), "t", languages::en);
  CHECK(cells_in(docx) == Strings{"1.1.1 Category", "1.1.2 Amount", "1.1.4 Note",
                                  "1.2.2 2024", "1.2.3 2025", "1.2.4 a"});
}

TEST_CASE("tables are numbered as they begin, cells of several paragraphs are theirs",
          "[document][html]") {
  const Document document = document_from(
      manuscript_from_html(
          "<table><tr><td>One<td><p>First.</p><p>Second.</p><tr><td>Two<td>2</table>"
          "<p>Between.</p><table><tr><td>A<td>B<tr><td>C<td>D</table>",
          "t"),
      "t", languages::en);
  CHECK(cells_in(document) == Strings{"1.1.1 One", "1.1.2 First.", "1.1.2 Second.",
                                      "1.2.1 Two", "1.2.2 2", "2.1.1 A", "2.1.2 B",
                                      "2.2.1 C", "2.2.2 D"});
}

TEST_CASE("a table goes on overleaf; its head, once more, is furniture",
          "[document][pdf]") {
  const Rows head{{"Category", "Approved", "Actual"}};
  const std::vector<std::size_t> columns{0, 40, 60};
  PdfXml pages;
  add(pages, margin, 200, "1. The incumbency of the posts of the mission is shown below.");
  add_rows(pages, 900, head, columns);
  add_rows(pages, 928,
           {{"International staff", "264", "187"}, {"National staff", "193", "144"}},
           columns);
  pages.page();
  add_rows(pages, 220, head, columns);
  add_rows(pages, 248, {{"Volunteers", "16", "9"}, {"Total", "473", "340"}}, columns);
  add(pages, margin, 340,
      "2. The mission maintained its overall strength over the period.");
  const Document document = document_from(manuscript_of(pages), "t", languages::en);
  CHECK(cells_in(document) == Strings{"1.1.1 Category", "1.1.2 Approved", "1.1.3 Actual",
                                      "1.2.1 International staff", "1.2.2 264", "1.2.3 187",
                                      "1.3.1 National staff", "1.3.2 193", "1.3.3 144",
                                      "1.4.1 Volunteers", "1.4.2 16", "1.4.3 9",
                                      "1.5.1 Total", "1.5.2 473", "1.5.3 340"});
  Strings furniture;
  for (const Block& block : document.blocks)
    if (block.kind == BlockKind::furniture)
      furniture.emplace_back(block.range.of(document.text));
  CHECK(furniture == Strings{"Category", "Approved", "Actual"});
}

TEST_CASE("lines of a cell are one, its row's others apart", "[document][pdf]") {
  PdfXml pages;
  const std::vector<std::size_t> columns{0, 44};
  add_rows(pages, 200, {{"Expected accomplishment", "Indicator"}}, columns);
  const std::vector<std::pair<double, Strings>> lines{
      {240, {"1.1.1 Percentage of approved hours", "33.5 per cent utilized"}},
      {260, {"utilized (excluding rescue)", "The underutilization is due to"}},
      {280, {"", "the closure of the camp"}},
      {320, {"1.1.2 Handover of the locations", "Achieved"}},
      {340, {"to the host Government", ""}}};
  for (const auto& [top, cells] : lines)
    add_rows(pages, top, {cells}, columns);
  const Document document = document_from(manuscript_of(pages), "t", languages::en);
  CHECK(cells_in(document) ==
        Strings{"1.1.1 Expected accomplishment", "1.1.2 Indicator",
                "1.2.1 1.1.1 Percentage of approved hours utilized (excluding rescue)",
                "1.2.2 33.5 per cent utilized The underutilization is due to the closure "
                "of the camp",
                "1.3.1 1.1.2 Handover of the locations to the host Government",
                "1.3.2 Achieved"});
}

}  // namespace hexapla::tables_test
