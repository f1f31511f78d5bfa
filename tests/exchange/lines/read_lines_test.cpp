#include "exchange/lines/line_writers.hpp"
#include "exchange/lines/read_jsonl.hpp"
#include "exchange/lines/read_line_pairs.hpp"
#include "exchange/lines/read_links.hpp"
#include "exchange/lines/read_sheet.hpp"
#include "exchange/po/read_po.hpp"
#include "exchange/shared_names.hpp"
#include "exchange/xces/read_xces.hpp"
#include "text/error.hpp"

#include <map>
#include <sstream>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

using Units = std::vector<TranslationUnit>;

Units all_of(UnitReader& reader) {
  Units units;
  for (TranslationUnit unit; reader.next(unit);)
    units.push_back(unit);
  return units;
}

Units sheet(const std::string& bytes, SheetKind kind,
            std::vector<std::string> columns = {}) {
  std::istringstream in(bytes);
  return all_of(*read_sheet(in, "t.tsv", kind, std::move(columns)));
}

Units jsonl(const std::string& bytes) {
  std::istringstream in(bytes);
  return all_of(*read_jsonl(in, "t.jsonl"));
}

Units po(const std::string& bytes) {
  std::istringstream in(bytes);
  return all_of(*read_po(in, "t.po", languages::en, Language()));
}

Units linked(const std::string& links, LinkKind kind) {
  std::istringstream in(links);
  std::istringstream source("a\nb\nc\n");
  std::istringstream target("一\n二\n");
  return all_of(*read_linked_lines(in, "t.links", kind, {source, "s", languages::en},
                                   {target, "t", languages::zh}));
}

Units xces(const std::string& alignment, Language source = Language(),
           Language target = Language()) {
  const std::map<std::string, std::string> documents{
      {"en/A.xml",
       "<text><p><s id=\"s1\">\n<w>Security</w> <w>Council</w>\n</s><s "
       "id=\"s2\">meets</s></p></text>"},
      {"ru/A.xml", "<text><s id=\"s1\">Совет  Безопасности</s></text>"}};
  std::istringstream in(alignment);
  return all_of(*read_xces(in, "t.xml", source, target, [&](const std::string& name) {
    return std::make_unique<std::istringstream>(documents.at(name));
  }));
}

std::string text(const TranslationUnit& unit, std::size_t side) {
  return unit.variants.at(side).text;
}

}  // namespace

TEST_CASE("a table's first row names languages, ids, and what else there is", "[memory]") {
  const Units units = sheet(
      "id,en,zh-Hant,domain,confidence\n7,\"a, b\",安,law,0.5\n8,c,,,\n", SheetKind::csv);
  REQUIRE(units.size() == 2);
  CHECK(units[0].id == "7");
  CHECK(units[0].confidence == .5);
  CHECK(text(units[0], 0) == "a, b");
  CHECK(units[0].variants[1].language == Language("zh-Hant"));
  CHECK(units[0].properties == std::vector<NamedValue>{{"domain", "law"}});
  CHECK(units[1].variants.size() == 1);
}

TEST_CASE("a table without heads is read by a list of columns", "[memory]") {
  const Units units = sheet("a\tx\tb\n", SheetKind::tsv, {"en", "-", "fr"});
  REQUIRE(units.size() == 1);
  CHECK(text(units[0], 1) == "b");
  CHECK(units[0].properties.empty());
}

TEST_CASE("a table names its languages in words, under a title", "[memory]") {
  const Units units =
      sheet("Glossary of the Council; 2020\n\nEnglish;法文;Domain\nwar;guerre;law\n",
            SheetKind::csv);
  REQUIRE(units.size() == 1);
  CHECK(units[0].variants.at(0).language == languages::en);
  CHECK(units[0].variants.at(1).language == languages::fr);
  CHECK(units[0].properties == std::vector<NamedValue>{{"Domain", "law"}});
}

TEST_CASE("units come back from a workbook", "[memory]") {
  std::ostringstream out;
  const auto writer =
      xlsx_writer(out, {{}, {languages::en, Language("zh-TW"), languages::ar}, "0.1.0"});
  TranslationUnit unit;
  unit.id = "row-0007";
  unit.confidence = .5;
  for (const Language language : {languages::en, languages::ar}) {
    unit.variants.emplace_back();
    unit.variants.back().language = language;
    unit.variants.back().text = language == languages::en ? "<war> & \npeace" : "حرب";
  }
  writer->add(unit);
  CHECK(writer->finish().written == 1);
  const Units units = sheet(out.str(), SheetKind::xlsx);
  REQUIRE(units.size() == 1);
  CHECK(units[0].id == "row-0007");
  CHECK(units[0].confidence == .5);
  REQUIRE(units[0].variants.size() == 2);
  CHECK(text(units[0], 0) == "<war> & \npeace");
  CHECK(units[0].variants[1].language == languages::ar);
}

TEST_CASE("backslashes are escapes in our own tables only", "[memory]") {
  CHECK(text(sheet("unit\tconfidence\ten\n0\t1\ta\\tb\\\\\n", SheetKind::tsv).at(0), 0) ==
        "a\tb\\");
  CHECK(text(sheet("en\tfr\nC:\\new\td\n", SheetKind::tsv).at(0), 0) == "C:\\new");
  CHECK(text(sheet("en\tfr\n\"quoted\td\n", SheetKind::tsv).at(0), 0) == "\"quoted");
}

TEST_CASE("a table without languages is refused, a row with fields to spare passed over",
          "[memory][error]") {
  CHECK_THROWS_WITH(sheet("source,target\na,b\n", SheetKind::csv),
                    Catch::Contains("--columns"));
  std::istringstream in("en,fr\na,b,c\nd,e,\n");
  const auto reader = read_sheet(in, "t.csv", SheetKind::csv, {});
  TranslationUnit unit;
  REQUIRE(reader->next(unit));
  CHECK(unit.variants[1].text == "e");
  REQUIRE(reader->warnings().count == 1);
  CHECK(reader->warnings().first[0].place.line == 2);
  std::istringstream again("en,fr\na,b,c\n");
  const auto strict = read_sheet(again, "t.csv", SheetKind::csv, {});
  strict->be_strict();
  CHECK_THROWS_WITH(strict->next(unit), Catch::Contains("t.csv:2"));
}

TEST_CASE("JSON lines of ours and of data sets are read", "[memory]") {
  const Units units = jsonl(
      R"({"id":"a","confidence":0.25,"cells":{"en":{"text":"x"},"fr":[{"text":"y"},{"text":"z"}]}})"
      "\n\n"
      R"({"translation":{"en":"Council","ru":"Совет"},"score":2,"domain":"law"})"
      "\n"
      R"({"unit":3,"confidence":1.0,"cells":{"zh":{"text":"安","segments":[0],"kinds":["title"]}}})");
  REQUIRE(units.size() == 3);
  CHECK(units[0].confidence == .25);
  CHECK(units[0].variants.size() == 3);
  CHECK(text(units[1], 1) == "Совет");
  CHECK(units[1].properties == std::vector<NamedValue>{{"score", "2"}, {"domain", "law"}});
  CHECK(units[2].id == "3");
}

TEST_CASE("a JSON line that is no unit is refused by its number", "[memory][error]") {
  const std::string line =
      GENERATE(as<std::string>{}, "[1]", "{", "{\"cells\":[]}", "{\"cells\":{\"en\":7}}",
               "{\"cells\":{\"en\":{\"text\":\"é\",\"tags\":[{\"at\":"
               "1,\"role\":\"alone\",\"element\":\"ph\"}]}}}",
               "{\"cells\":{\"en\":{\"text\":\"e\",\"tags\":[{\"at\":"
               "9,\"role\":\"alone\",\"element\":\"ph\"}]}}}",
               std::string(100'000, '['));
  CAPTURE(line.substr(0, 80));
  CHECK_THROWS_WITH(jsonl("{\"cells\":{\"en\":\"a\"}}\n" + line),
                    Catch::Contains("t.jsonl:2"));
}

TEST_CASE("a JSON line without texts is passed over with its number", "[memory][error]") {
  std::istringstream in("{\"a\":1}\n{\"eng\":\"a\"}\n{\"en\":\"a\",\"fr\":\"b\"}\n");
  const auto reader = read_jsonl(in, "t.jsonl");
  TranslationUnit unit;
  REQUIRE(reader->next(unit));
  CHECK(unit.variants.size() == 2);
  REQUIRE(reader->warnings().count == 2);
  CHECK(reader->warnings().first[1].place.line == 2);
}

TEST_CASE("a PO file's entries are units with their comments, contexts and forms",
          "[memory]") {
  const Units units = po(
      "# File\nmsgid \"\"\nmsgstr \"\"\n\"Language: ru\\n\"\n\"Content-Type: text/plain; "
      "charset=UTF-8\\n\"\n\n# note\n#. for you\n#: a.c:1\n#, fuzzy\n#| msgid "
      "\"old\"\nmsgctxt "
      "\"menu\"\nmsgid \"\"\n\"Security \"\n\"\\\"Council\\\"\\n\"\nmsgstr "
      "\"Совет\"\n\nmsgid "
      "\"vote\"\nmsgid_plural \"votes\"\nmsgstr[0] \"голос\"\nmsgstr[1] \"голоса\"\nmsgid "
      "\"next\"\nmsgstr \"\"\n#~ msgid \"gone\"\n#~ msgstr \"нет\"\n");
  REQUIRE(units.size() == 5);
  CHECK(units[0].id == "menu");
  CHECK(units[0].state == UnitState::draft);
  CHECK(text(units[0], 0) == "Security \"Council\"\n");
  CHECK(units[0].variants[1].language == languages::ru);
  CHECK(units[0].notes == std::vector<std::string>{"note"});
  CHECK(units[0].properties.size() == 4);
  CHECK(text(units[1], 0) == "vote");
  CHECK(text(units[1], 1) == "голос");
  CHECK(text(units[2], 0) == "votes");
  CHECK(text(units[2], 1) == "голоса");
  CHECK(units[3].variants.size() == 1);
  CHECK(units[3].state == UnitState::untranslated);
  CHECK(units[4].attributes == std::vector<NamedValue>{{"obsolete", "yes"}});
}

TEST_CASE("a PO file is read in the encoding that it declares", "[memory]") {
  const Units units =
      po("# \xF0\xF2\xE9\xED\xE5\xF2\nmsgid \"\"\nmsgstr \"\"\n\"Language: ru\\n\"\n"
         "\"Content-Type: text/plain; charset=KOI8-R\\n\"\n\nmsgid \"peace\"\nmsgstr "
         "\"\xCD\xC9\xD2\"\n");
  REQUIRE(units.size() == 1);
  CHECK(text(units[0], 1) == "мир");
}

TEST_CASE("an entry without a msgstr, and forms without all numbers, are read",
          "[memory]") {
  const Units units =
      po("msgid \"a\"\n\nmsgid \"vote\"\nmsgid_plural \"votes\"\nmsgstr[0] \"\"\n\nmsgid "
         "\"b\"\nmsgstr[0] \"б\"\n");
  REQUIRE(units.size() == 3);
  CHECK(text(units[1], 0) == "vote");
  CHECK(text(units[2], 1) == "б");
}

TEST_CASE("a PO file in no known encoding, or broken, is refused", "[memory][error]") {
  CHECK_THROWS_WITH(
      po("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=QUX-9\\n\"\n"),
      Catch::Contains("qux-9"));
  CHECK_THROWS_WITH(po("msgid \"a\nmsgstr \"b\"\n"), Catch::Contains("t.po:1"));
  CHECK_THROWS_WITH(po("\"a\"\n"), Catch::Contains("without a keyword"));
  CHECK_THROWS_WITH(po("msgfoo \"a\"\n"), Catch::Contains("msgfoo"));
}

TEST_CASE("lines that go together are units; a text that ends early is refused",
          "[memory][error]") {
  const auto pair = [](const std::string& one, const std::string& other) {
    std::istringstream source(one);
    std::istringstream target(other);
    return all_of(*read_line_texts(
        {{source, "a.en", languages::en}, {target, "a.fr", languages::fr}}));
  };
  CHECK(pair("a\n\nc\n", "x\ny\nz\n").size() == 3);
  CHECK_THROWS_WITH(pair("a\nb\n", "x\n"), Catch::Contains("number of lines"));
  CHECK_THROWS_WITH(pair("a\n", "x\ny\n"), Catch::Contains("number of lines"));
}

TEST_CASE("hunalign's text and ladder are read", "[memory]") {
  std::istringstream in("a ~~~ b\t一\t0.5\n\t二\t-0.3\n");
  const Units units = all_of(*read_hunalign_text(in, "t", languages::en, languages::zh));
  REQUIRE(units.size() == 2);
  CHECK(text(units[0], 0) == "a b");
  CHECK(units[0].properties == std::vector<NamedValue>{{"x-score", "0.5"}});
  CHECK(units[1].variants.size() == 1);
  const Units rungs =
      linked("0\t0\t0.3\n2\t1\t0.5\n2\t2\t0.1\n3\t2\t0\n", LinkKind::ladder);
  REQUIRE(rungs.size() == 3);
  CHECK(text(rungs[0], 0) == "a b");
  CHECK(rungs[0].properties == std::vector<NamedValue>{{"x-score", "0.3"}});
  CHECK(text(rungs[1], 0) == "二");
  CHECK(text(rungs[2], 0) == "c");
}

TEST_CASE("links join sentences; a third field is a confidence, or vecalign's cost",
          "[memory]") {
  const Units units = linked("[0, 1]:[0]:0.75\n[]:[1]:0.5\n[2]:[]:1\n", LinkKind::links);
  REQUIRE(units.size() == 3);
  CHECK(text(units[0], 0) == "a b");
  CHECK(units[0].confidence == .75);
  CHECK(units[0].variants[0].properties == std::vector<NamedValue>{{"x-segments", "0 1"}});
  CHECK(units[1].variants.size() == 1);
  const Units costs = linked("[0]:[0]:0.75\n", LinkKind::vecalign);
  CHECK(costs.at(0).confidence == 1);
  CHECK(*value_of(costs.at(0).properties, "x-cost") == "0.75");
}

TEST_CASE("links to sentences that are not there are refused", "[memory][error]") {
  CHECK_THROWS_WITH(linked("[3]:[0]:1\n", LinkKind::links), Catch::Contains("t.links:1"));
  CHECK_THROWS_WITH(linked("999999999999\t1\t0\n", LinkKind::ladder),
                    Catch::Contains("t.links:1"));
  CHECK_THROWS_WITH(linked("1\t1\t0\n0\t1\t0\n", LinkKind::ladder),
                    Catch::Contains("goes back"));
  CHECK_THROWS_WITH(linked("0 1\n", LinkKind::links), Catch::Contains("no link"));
}

TEST_CASE("an OPUS alignment is read with its documents", "[memory]") {
  const Units units = xces(
      "<!DOCTYPE cesAlign PUBLIC \"-//CES//DTD XML cesAlign//EN\" \"\"><cesAlign "
      "version=\"1.0\">"
      "<linkGrp targType=\"s\" fromDoc=\"en/A.xml\" toDoc=\"ru/A.xml\"><link id=\"SL1\" "
      "xtargets=\"s1 s2;s1\" certainty=\"0.25\"/><link "
      "xtargets=\";s9\"/></linkGrp></cesAlign>");
  REQUIRE(units.size() == 1);
  CHECK(units[0].id == "SL1");
  CHECK(units[0].confidence == .25);
  CHECK(text(units[0], 0) == "Security Council meets");
  CHECK(units[0].variants[0].language == languages::en);
  CHECK(text(units[0], 1) == "Совет Безопасности");
  CHECK(units[0].variants[1].language == languages::ru);
  CHECK(*value_of(units[0].properties, "x-document") == "en/A.xml");
}

TEST_CASE("in InterText's links the target stands first", "[memory]") {
  const Units units = xces(
      "<linkGrp toDoc='ru/A.xml' fromDoc='en/A.xml'><link type='1-2' xtargets='s1;s1 s2' "
      "status='man'/></linkGrp>");
  REQUIRE(units.size() == 1);
  CHECK(text(units[0], 0) == "Security Council meets");
  CHECK(units[0].attributes == std::vector<NamedValue>{{"type", "1-2"}, {"status", "man"}});
}

TEST_CASE("what is no alignment is refused", "[memory][error]") {
  CHECK_THROWS_WITH(xces("<tmx/>"), Catch::Contains("no XCES alignment"));
  CHECK_THROWS_WITH(
      xces("<cesAlign><linkGrp><link xtargets=\"a;b\"/></linkGrp></cesAlign>"),
      Catch::Contains("without documents"));
  CHECK_THROWS_WITH(xces("<cesAlign fromDoc=\"en/A.xml\" toDoc=\"ru/A.xml\"><link "
                         "xtargets=\"a\"/></cesAlign>"),
                    Catch::Contains("xtargets"));
}

}  // namespace hexapla
