#include "term/table/read_table.hpp"

#include "text/error.hpp"

#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

Termbase read_csv_termbase(std::string_view text, std::string_view name,
                           const TableSettings& settings = {}) {
  return read_csv(text, name, settings, OnFault::refuse).termbase;
}

}  // namespace

TEST_CASE("the columns of a termbase may stand in any order", "[term]") {
  const Termbase termbase = read_csv_termbase(
      "term,status,language,concept,remark,subject,part_of_speech,source,note\r\n"
      "civilian objects,preferred,en,c7,x,law,noun,AP I,\"in the plural,\nmostly\"\r\n"
      "民用物体,,zh,c7,,,,,\r\n"
      "\"the \"\"objects\"\"\",deprecated,en,c8,,,,,\r\n",
      "terms.csv");
  const Termbase expected{
      {{"c7",
        "law",
        {{languages::en, "civilian objects", TermStatus::preferred, "noun", "AP I",
          "in the plural, mostly"},
         {languages::zh, "民用物体", TermStatus::preferred, "", "", ""}}},
       {"c8",
        "",
        {{languages::en, "the \"objects\"", TermStatus::deprecated, "", "", ""}}}}};
  CHECK(termbase == expected);
}

TEST_CASE("tabs and semicolons may stand for commas", "[term]") {
  const Termbase expected{{{"c1", "", {{languages::ru, "перемирие", {}, "", "", ""}}}}};
  CHECK(read_csv_termbase("concept\tlanguage\tterm\nc1\tru\tперемирие\n", "t") == expected);
  CHECK(read_csv_termbase("concept;language;term\nc1;ru;перемирие", "t") == expected);
}

TEST_CASE("what is wrong with a termbase is said with its line", "[term][error]") {
  const auto [text, line, words] =
      GENERATE(table<std::string_view, std::size_t, std::string_view>({
          {"", 1, "empty"},
          {"concept,term\nc1,x\n", 1, "no column “language”"},
          {"concept,language,term,term\n", 1, "twice"},
          {"concept,language,term\nc1,en\n", 2, "2 fields"},
          {"concept,language,term\n\nc1,en,\"x\n\ny\nz\n", 3, "never closed"},
          {"concept,language,term\nc1,en,\"x\"y\n", 2, "after a closing quotation mark"},
          {"concept,language,term\nc1,e n,x\n", 2, "no language tag"},
          {"concept,language,term,status\nc1,en,x,banned\n", 2, "no status"},
          {"concept,language,term\n,en,x\n", 2, "names no concept"},
          {"concept,language,term\nc1,en,  \n", 2, "has no text"},
          {"concept,language,term\nc1,en,\"a\nb\"\nc2,en,y\nc1,fr,z\n", 5, "twice"},
      }));
  CAPTURE(text);
  try {
    (void)read_csv_termbase(text, "terms.csv");
    FAIL("nothing was found wrong");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::malformed);
    CHECK(error.place() == Place{"terms.csv", line});
    CHECK_THAT(error.what(), Catch::Contains(std::string(words)));
  }
}

TEST_CASE("all that a term can carry is read from columns of our names", "[term]") {
  const Termbase termbase = read_csv_termbase(
      "concept,language,term,status,case_sensitive,exact_form,full_form,definition,"
      "concept_note\n"
      "c1,en,World Health Organization,,,,,\"the agency, in Geneva\",since 1948\n"
      "c1,en,WHO,admitted,yes,1,World Health Organization,,\n"
      "c1,en,World Health Organisation,FORBIDDEN,no,0,,,\n"
      "c1,ru,ВОЗ СССР,superseded,,,,,\n",
      "t.csv");
  const Termbase expected{
      {{"c1",
        "",
        {{languages::en, "World Health Organization", {}, "", "", ""},
         {languages::en, "WHO", TermStatus::admitted, "", "", "", true, true,
          "World Health Organization"},
         {languages::en, "World Health Organisation", TermStatus::forbidden, "", "", ""},
         {languages::ru, "ВОЗ СССР", TermStatus::obsolete, "", "", ""}},
        "the agency, in Geneva",
        "since 1948"}}};
  CHECK(termbase == expected);
}

TEST_CASE("a table may have a row a concept and a column a language", "[term]") {
  const Termbase expected{{{"1000001",
                            "",
                            {{languages::ar, "الأطفال المسبيون", {}, "", "", ""},
                             {languages::en, "abandoned children", {}, "", "", ""},
                             {languages::zh, "被遗弃儿童", {}, "", "", ""}}},
                           {"1000002", "", {{languages::en, "abortion", {}, "", "", ""}}}}};
  CHECK(read_csv_termbase("id\tar\ten\tzh\n"
                          "1000001\tالأطفال المسبيون\tabandoned children\t被遗弃儿童\n"
                          "\t\t\t\n"
                          "1000002\t\tabortion\t\n",
                          "unbis.tsv") == expected);
}

TEST_CASE("a column map names columns that are called otherwise, or by number", "[term]") {
  const std::string_view csv =
      "stringID,pos,what,sourceString,targetString,state\n"
      "7,adjective,of a disease,contagious,可传染 | 有传染性,admitted\n";
  const Termbase expected{
      {{"7",
        "",
        {{languages::en, "contagious", TermStatus::preferred, "adjective", "",
          "of a disease"},
         {languages::zh, "可传染", TermStatus::admitted, "adjective", "", "of a disease"},
         {languages::zh, "有传染性", TermStatus::admitted, "adjective", "",
          "of a disease"}}}}};
  CHECK(read_csv_termbase(csv, "t.csv",
                          {"concept=stringID,part_of_speech=pos,note=3,en=sourceString,"
                           "zh=targetString,zh.status=state",
                           "|"}) == expected);
  const auto [map, words] = GENERATE(table<std::string, std::string>({
      {"en=sourceString,zh=Chinese", "no column “Chinese”"},
      {"en=9", "6 columns"},
      {"english=sourceString", "maps no column"},
      {"en=sourceString,en=5", "named twice"},
      {"term=sourceString,language=pos", "“concept”"},
      {"en=sourceString,term=targetString", "don't go together"},
  }));
  CAPTURE(map);
  CHECK_THROWS_WITH(read_csv_termbase(csv, "t.csv", {map, ""}), Catch::Contains(words));
}

TEST_CASE("a glossary without heads is read by numbers, its short rows, too", "[term]") {
  const Termbase expected{
      {{"1",
        "",
        {{languages::en, "Security Council", {}, "", "", "UN body"},
         {languages::fr, "Conseil de sécurité", {}, "", "", "UN body"}}},
       {"2",
        "",
        {{languages::en, "war", {}, "", "", ""},
         {languages::fr, "guerre", {}, "", "", ""}}}}};
  const TableSettings map{"en=1,fr=2,note=3", ""};
  CHECK(read_csv_termbase("Security Council\tConseil de sécurité\tUN body\nwar\tguerre\n",
                          "omegat.txt", map) == expected);
  CHECK(read_csv_termbase("English\tFrench\tNote\nSecurity Council\tConseil de "
                          "sécurité\tUN body\nwar\tguerre\t\n",
                          "omegat.txt", map) == expected);
}

TEST_CASE("heads may be words of any official language, under a title", "[term]") {
  const Termbase expected{{{"1",
                            "",
                            {{languages::en, "war", {}, "", "", ""},
                             {languages::zh, "战争", {}, "", "", ""}}}}};
  CHECK(read_csv_termbase("Glossary of the Council\n2020\n英文,中文\nwar,战争\n",
                          "t.csv") == expected);
  CHECK(read_csv_termbase("anglais;chinois\nwar;战争\n", "t.csv") == expected);
}

TEST_CASE("a concept whose rows have no term is none", "[term]") {
  const SurveyedTermbase read = read_csv(
      "concept,language,term\nc1,fr,\nc2,fr,paix\nc3,en,\n", "t.csv", {}, OnFault::mend);
  REQUIRE(read.termbase.concepts.size() == 1);
  CHECK(read.termbase.concepts[0].id == "c2");
  CHECK(read.issues.size() == 4);
}

TEST_CASE("rows that are short or long cost a glossary themselves at most", "[term]") {
  const SurveyedTermbase read = read_csv(
      "en,fr,note\nwar,guerre\npeace,paix,,\nveto,veto,a,b\n", "t.csv", {}, OnFault::mend);
  REQUIRE(read.termbase.concepts.size() == 2);
  CHECK(read.termbase.concepts[0].terms.size() == 2);
  CHECK(read.termbase.concepts[1].terms.at(1).text == "paix");
  REQUIRE(read.issues.size() == 1);
  CHECK(read.issues[0].line == 4);
}

TEST_CASE("a survey of a table goes on behind what is wrong", "[term]") {
  const SurveyedTermbase survey = read_csv(
      "concept,language,term,status\n"
      "c1,en,peace ,\n"
      "c1,e n,x,\n"
      "c1,fr,,\n"
      "c1,fr,paix,banned\n"
      "c1,fr\n"
      "c2,ru,мир,\n"
      "c1,es,paz,\n"
      "c3,en,«\u00A0Smerch\u00A0»,\n"
      "c3,fr,«\u00A0Smerch\u00A0»,\n",
      "t.csv", {}, OnFault::collect);
  std::vector<std::pair<std::size_t, LintRule>> found;
  for (const LintIssue& issue : survey.issues)
    found.emplace_back(issue.line, issue.rule);
  CHECK(found ==
        std::vector<std::pair<std::size_t, LintRule>>{{2, LintRule::odd_spaces},
                                                      {3, LintRule::unreadable_value},
                                                      {4, LintRule::empty_term},
                                                      {5, LintRule::unreadable_value},
                                                      {6, LintRule::broken_row},
                                                      {8, LintRule::duplicate_concept},
                                                      {9, LintRule::odd_spaces}});
  CHECK(survey.termbase.concepts.at(0).terms.at(0).text == "peace");
  CHECK(survey.termbase.concepts.at(1).terms.at(0).line.number == 7);
}

TEST_CASE("a semicolon in a spreadsheet's cell parts synonyms when it looks so", "[term]") {
  const std::string_view sheet =
      "id,en,zh\n1,ceasefire; cease-fire,停火\n2,\"treaty (1949; revised)\",条约\n";
  const Termbase termbase = read_csv_termbase(sheet, "t");
  REQUIRE(termbase.concepts.size() == 2);
  REQUIRE(termbase.concepts[0].terms.size() == 3);
  CHECK(termbase.concepts[0].terms[0].text == "ceasefire");
  CHECK(termbase.concepts[0].terms[1].text == "cease-fire");
  CHECK(termbase.concepts[0].terms[1].status == TermStatus::admitted);
  CHECK(termbase.concepts[1].terms[0].text == "treaty (1949; revised)");
  const auto issues = read_csv(sheet, "t", {}, OnFault::collect).issues;
  REQUIRE(issues.size() == 1);
  CHECK(issues[0].rule == LintRule::listed_synonyms);
  CHECK(issues[0].line == 2);
}

}  // namespace hexapla
