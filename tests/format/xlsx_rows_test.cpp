#include "format/xlsx_rows.hpp"

#include "format/zip.hpp"
#include "text/error.hpp"
#include "zip.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla::xlsx_rows_test {
namespace {

const std::string workbook_part =
    R"(<workbook xmlns="m" xmlns:r="r"><sheets><sheet name="x" state="hidden" r:id="rId1"/>)"
    R"(<sheet name="Terms" r:id="rId2"/></sheets></workbook>)";
const std::string relations =
    R"(<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>)"
    R"(<Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>)";

std::string workbook(const std::string& sheet, const std::string& strings = "<sst/>") {
  return zip_of({{"xl/workbook.xml", workbook_part},
                 {"xl/_rels/workbook.xml.rels", relations},
                 {"xl/sharedStrings.xml", strings},
                 {"xl/worksheets/sheet1.xml", "<worksheet/>"},
                 {"xl/worksheets/sheet2.xml",
                  "<worksheet><sheetData>" + sheet + "</sheetData></worksheet>"}});
}

using Rows = std::vector<std::pair<std::size_t, std::vector<std::string>>>;

Rows rows_of(const std::string& bytes) {
  const auto source = xlsx_rows(bytes, "t.xlsx");
  Rows rows;
  for (TableRow row; source->next(row);)
    rows.emplace_back(row.line, row.fields);
  return rows;
}

}  // namespace

TEST_CASE("cells of every kind are read from the first sheet that shows", "[format]") {
  const std::string strings =
      "<sst><si><t>en</t></si><si><r><t>Security </t></r><r><t>Council</t></r></si>"
      "<si><t>安理会</t><rPh sb='0' eb='1'><t>reading</t></rPh></si></sst>";
  const std::string sheet =
      "<row r='1'><c r='A1' t='inlineStr'><is><t>concept</t></is></c><c r='B1' t='s'>"
      "<v>0</v></c><c r='D1' t='str'><f>UPPER(1)</f><v>zh</v></c></row>"
      "<row r='2'/><row r='4'><c r='A4'><v>1000001</v></c><c r='D4' t='s'><v>2</v></c>"
      "<c r='E4'><v>9</v></c></row>"
      "<row><c><v>7</v></c><c t='s'><v>1</v></c><c t='e'><v>#N/A</v></c></row>";
  CHECK(rows_of(workbook(sheet, strings)) ==
        Rows{{1, {"concept", "en", "", "zh"}},
             {4, {"1000001", "", "", "安理会", "9"}},
             {5, {"7", "Security Council", "", "", ""}}});
}

TEST_CASE("a workbook that can't be read is refused with the reason", "[format][error]") {
  const auto [bytes, words] = GENERATE(table<std::string, std::string>({
      {"PK\x03\x04 and no more", "ZIP archive"},
      {zip_of({{"word/document.xml", "<w/>"}}), "without a workbook"},
      {zip_of({{"xl/workbook.xml", "<workbook/>"}}), "without sheets"},
      {zip_of({{"xl/workbook.xml", workbook_part}}), "is missing"},
      {workbook("<row><c t='s'><v>5</v></c></row>"),
       "names a text that the workbook lacks"},
      {workbook("<row><c t='s'><v>-1</v></c></row>"),
       "names a text that the workbook lacks"},
      {workbook("<row><c r='ZZZZ1'><v>1</v></c></row>"), "no cell"},
      {workbook("<row r='99999999'/>"), "more rows"},
      {workbook("<row><c>"), "not well-formed"},
      {workbook("<!DOCTYPE x [<!ENTITY a 'b'>]>"), "not well-formed"},
  }));
  CAPTURE(words);
  CHECK_THROWS_WITH(rows_of(bytes), Catch::Contains(words));
}

TEST_CASE("a workbook cut short anywhere is refused or read", "[format][error]") {
  const std::string bytes =
      workbook("<row><c t='inlineStr'><is><t>concept</t></is></c></row>");
  for (std::size_t size = 4; size < bytes.size(); size += 7) {
    CAPTURE(size);
    CHECK_THROWS_AS(rows_of(bytes.substr(0, size)), Error);
  }
}

TEST_CASE("a ZIP bomb is refused before it is unpacked", "[format][error]") {
  const std::string bytes = zip_of(
      {{"xl/workbook.xml", workbook_part},
       {"xl/worksheets/sheet1.xml", std::string(std::size_t{64} * 1024 * 1024, ' ')}});
  REQUIRE(bytes.size() < ZipLimits{}.harmless / 10);
  CHECK_THROWS_WITH(rows_of(bytes), Catch::Contains("times its size"));
}

TEST_CASE("one long text named by many cells does not fill the memory", "[format][error]") {
  std::string sheet;
  for (int row = 0; row < 3000; ++row)
    sheet += "<row><c t='s'><v>0</v></c></row>";
  const std::string bytes =
      workbook(sheet, "<sst><si><t>" + std::string(100'000, 'x') + "</t></si></sst>");
  CHECK_THROWS_WITH(rows_of(bytes), Catch::Contains("256 MiB of text"));
}

}  // namespace hexapla::xlsx_rows_test
