#include "workbench/unit_from_row.hpp"

#include "align/made_up_rows.hpp"
#include "exchange/lines/line_writers.hpp"
#include "exchange/lines/read_jsonl.hpp"
#include "exchange/tmx/write_tmx.hpp"
#include "files.hpp"

#include <algorithm>
#include <sstream>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

constexpr std::string_view document = "letter.zh.txt";

UnitWriterSettings settings_for(std::vector<Language> tags) {
  UnitWriterSettings settings;
  settings.header.source = languages::zh;
  settings.languages = std::move(tags);
  settings.program_version = "0.1.0";
  return settings;
}

Exported write_all(UnitWriter& writer, const std::vector<AlignedUnit>& rows) {
  for (const AlignedUnit& row : rows)
    writer.add(unit_from_row(row, {languages::zh, std::string(document), true}));
  return writer.finish();
}

std::string tmx_of(const std::vector<AlignedUnit>& rows) {
  std::ostringstream out;
  const auto writer = tmx_writer(out, settings_for({}));
  for (const AlignedUnit& row : rows)
    writer->add(unit_from_row(row, {languages::zh, std::string(document)}));
  (void)writer->finish();
  return out.str();
}

std::string jsonl_of(const std::vector<AlignedUnit>& rows) {
  std::ostringstream out;
  (void)write_all(*jsonl_writer(out), rows);
  return out.str();
}

}  // namespace

TEST_CASE("a row is one line of JSON in plain UTF-8, with its segments", "[workbench]") {
  const std::string lines = jsonl_of(made_up_units());
  CHECK(lines_in(lines).at(2) ==
        R"({"id":"row-0002","confidence":0.333333,"attributes":[["srclang","en"]],)"
        R"("properties":[["x-document","letter.zh.txt"]],"cells":{"en":)"
        R"({"text":"A & B <\"c\">","segments":[2],"kinds":["paragraph"]},)"
        R"("fr":{"text":"A et B","segments":[2],"kinds":["paragraph"]}}})");
  CHECK_THAT(lines, Catch::Contains("مجلس الأمن"));
}

TEST_CASE("rows come back from JSON lines as they went out", "[workbench]") {
  std::istringstream in(jsonl_of(made_up_units()));
  const auto reader = read_jsonl(in, "rows");
  TranslationUnit unit;
  REQUIRE(reader->next(unit));
  CHECK(unit.variants.at(1).properties ==
        std::vector<NamedValue>{{"x-segments", "0"}, {"x-kinds", "paragraph"}});
}

TEST_CASE("a row that languages dispute says how many agree", "[workbench]") {
  CHECK_THAT(jsonl_of({{0, {made_up_cell(languages::zh, "是。", 0)}, .75, 2. / 3}}),
             Catch::Contains(R"(["x-agreement","0.666667"])"));
}

TEST_CASE("control characters in a text do not break a line of JSON", "[workbench][edge]") {
  const std::string line =
      jsonl_of({{0, {made_up_cell(languages::es, "a\n\x01 b", 0)}, 1}});
  CHECK(lines_in(line).size() == 1);
  CHECK_THAT(line, Catch::Contains(R"("a\n\u0001 b")"));
}

TEST_CASE("a Moses pair has the rows that both sides have, line by line", "[workbench]") {
  std::ostringstream source;
  std::ostringstream target;
  const auto writer =
      moses_writer(source, target, settings_for({languages::zh, languages::ar}));
  CHECK(write_all(*writer, made_up_units()) == Exported{2, 2, 0});
  CHECK(source.str() == "安全理事会\n第七十五年\n");
  CHECK(target.str() == "مجلس الأمن\nالسنة الخامسة والسبعون\n");
}

TEST_CASE("no line end of any kind stays inside a Moses line", "[workbench][edge]") {
  const auto line_end = GENERATE(values<std::string>(
      {"\n", "\r", "\v", "\f", "\x1C", "\x1E", "\u0085", "\u2028", "\u2029"}));
  const std::vector<AlignedUnit> rows{
      {0,
       {made_up_cell(languages::en, "Distr." + line_end + "General", 0),
        made_up_cell(languages::es, "Distr. general", 0)},
       1}};
  std::ostringstream source;
  std::ostringstream target;
  const auto writer =
      moses_writer(source, target, settings_for({languages::en, languages::es}));
  (void)write_all(*writer, rows);
  CHECK(source.str() == "Distr. General\n");
}

TEST_CASE("a table has a head, a line a row and a column a language", "[workbench]") {
  std::ostringstream out;
  const auto writer = tsv_writer(out, settings_for({languages::en, languages::zh}));
  CHECK(write_all(*writer, made_up_units()) == Exported{3, 1, 0});
  CHECK(lines_in(out.str()) ==
        std::vector<std::string>{"unit\tconfidence\ten\tzh",
                                 "row-0000\t1.000000\tSecurity Council\t安全理事会",
                                 "row-0001\t0.875000\tSeventy-fifth year\t第七十五年",
                                 "row-0002\t0.333333\tA & B <\"c\">\t"});
}

TEST_CASE("tabs, line ends and backslashes do not break a table", "[workbench][edge]") {
  std::ostringstream out;
  const auto writer = tsv_writer(out, settings_for({languages::ru}));
  (void)write_all(*writer, {{0, {made_up_cell(languages::ru, "а\tб\nв\r\\г", 0)}, 1}});
  CHECK(lines_in(out.str()).at(1) == "row-0000\t1.000000\tа\\tб\\nв\\r\\\\г");
}

TEST_CASE("a memory names its tool, its source language and all the header needs",
          "[workbench]") {
  CHECK_THAT(
      tmx_of({}),
      Catch::StartsWith(
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">") &&
          Catch::Contains("<header creationtool=\"hexapla\" creationtoolversion=\"0.1.0\" "
                          "segtype=\"sentence\" o-tmf=\"hexapla\" adminlang=\"en\" "
                          "srclang=\"zh\" datatype=\"plaintext\"/>"));
}

TEST_CASE("a row becomes a tu with a tuv for each language", "[workbench]") {
  CHECK_THAT(tmx_of({made_up_units().front()}),
             Catch::Contains("<tu tuid=\"row-0000\">\n"
                             "   <prop type=\"x-document\">letter.zh.txt</prop>\n"
                             "   <prop type=\"x-confidence\">1.000000</prop>\n"
                             "   <tuv xml:lang=\"zh\">\n"
                             "    <prop type=\"x-segments\">0</prop>\n"
                             "    <seg>安全理事会</seg>\n"
                             "   </tuv>\n"
                             "   <tuv xml:lang=\"ar\">\n") &&
                 Catch::Contains("<seg>Совет Безопасности</seg>"));
}

TEST_CASE("a row without the pivot names its own source language", "[workbench]") {
  CHECK_THAT(tmx_of({made_up_units().at(2)}),
             Catch::Contains("<tu tuid=\"row-0002\" srclang=\"en\">"));
}

TEST_CASE("markup in a text is spelled out", "[workbench]") {
  CHECK_THAT(tmx_of({made_up_units().at(2)}),
             Catch::Contains("<seg>A &amp; B &lt;\"c\"&gt;</seg>"));
}

TEST_CASE("characters that XML forbids are written as words and counted",
          "[workbench][edge]") {
  const std::string text = std::string("a\x01") + '\0' + "b\xEF\xBF\xBE" + "c\td";
  std::ostringstream out;
  const auto writer = tmx_writer(out, settings_for({}));
  const Exported exported = write_all(
      *writer,
      {{7,
        {made_up_cell(languages::en, text, 0), made_up_cell(languages::fr, "é", 0)},
        1}});
  CHECK(exported == Exported{1, 0, 3});
  CHECK_THAT(out.str(), Catch::Contains("<seg>a[U+0001][U+0000]b[U+FFFE]c\td</seg>"));
}

TEST_CASE("a large row number keeps its digits", "[workbench][edge]") {
  CHECK(row_id(123456) == "row-123456");
  CHECK(row_id(7) == "row-0007");
}

}  // namespace hexapla
