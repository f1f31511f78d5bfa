#include "term/read_csv.hpp"

#include "text/error.hpp"

#include <string_view>
#include <tuple>

#include <catch2/catch.hpp>

namespace hexapla {

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
          {"concept,language,term\nc1,en,\"x\"y\n", 2, "behind a closing quotation mark"},
          {"concept,language,term\nc1,e n,x\n", 2, "no language tag"},
          {"concept,language,term,status\nc1,en,x,forbidden\n", 2, "no status"},
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

}  // namespace hexapla
