#include "errors.hpp"
#include "term/read_termbase.hpp"
#include "term/utx/write_utx.hpp"

#include <sstream>

#include <catch2/catch.hpp>

namespace hexapla::utx_test {
namespace {

const std::string head =
    "#UTX 1.11; en/fr; 2013-12-20T17:00:45; copyright: UN; license: CC-by 3.0;\r\n"
    "#description: terms of meetings;\r\n"
    "#src\ttgt\tsrc:pos\ttgt:pos\tterm status\ttgt:comment\tcustomer\tconcept ID\r\n";

}  // namespace

TEST_CASE("rows of UTX with one concept ID are one concept", "[term]") {
  const Termbase termbase = read_termbase(
      head +
          "ceasefire\tcessez-le-feu\tnoun\tnoun\tapproved\t\tUN\tC002\r\n"
          "ceasefire\ttrêve\tnoun\tnoun\tforbidden\tin the Charter's sense\tUN\tC002\r\n"
          "# a remark\r\n"
          "meeting\tséance\tnoun\t-\t\t\t\t-\r\n",
      "un.utx");
  REQUIRE(termbase.concepts.size() == 2);
  const Concept& first = termbase.concepts[0];
  CHECK(first.id == "C002");
  REQUIRE(first.terms.size() == 3);
  CHECK(first.terms[0].text == "ceasefire");
  CHECK(first.terms[0].language == Language("en"));
  CHECK(first.terms[1].status == TermStatus::preferred);
  CHECK(first.terms[2].text == "trêve");
  CHECK(first.terms[2].status == TermStatus::forbidden);
  CHECK(first.terms[2].note == "in the Charter's sense");
  CHECK(termbase.concepts[1].terms.at(1).part_of_speech.empty());
}

TEST_CASE("UTX's older head, statuses and short rows are read", "[term]") {
  const SurveyedTermbase read = read_termbase_telling(
      "#UTX-S 1.00; en-US/zh-Hans; 2010-01-01\n#src\ttgt\tsrc:pos\tterm status\n"
      "Charter\t宪章\tnoun\tprovisional\nCharter Day\nveto\t否决\tnoun\tnobody knows\n",
      "un.utx", {});
  REQUIRE(read.termbase.concepts.size() == 3);
  CHECK(read.termbase.concepts[0].terms.at(1).status == TermStatus::admitted);
  CHECK(read.termbase.concepts[1].terms.size() == 1);
  REQUIRE(read.issues.size() == 1);
  CHECK(read.issues[0].line == 5);
}

TEST_CASE("UTX without names of columns is refused", "[term][error]") {
  CHECK_THAT(error_of(Fault::malformed,
                      [] { (void)read_termbase("#UTX 1.11; en/fr; ;\na\tb\n", "un.utx"); }),
             Catch::Contains("names of its columns"));
}

TEST_CASE("what UTX can hold of a termbase comes back", "[term]") {
  Termbase termbase;
  termbase.concepts.push_back({"C1", "", {}});
  auto& terms = termbase.concepts[0].terms;
  terms.push_back(
      {Language("en"), "ceasefire", TermStatus::preferred, "noun", "", "a note"});
  terms.push_back({Language("en"), "cease-fire", TermStatus::admitted, "noun", "", ""});
  terms.push_back({Language("fr"), "cessez-le-feu", TermStatus::preferred, "noun", "", ""});
  terms.push_back({Language("fr"), "trêve", TermStatus::forbidden, "noun", "", "n"});
  terms.push_back({Language("fr"), "armistice", TermStatus::deprecated, "noun", "", ""});
  termbase.concepts.push_back({"C2", "", {}});
  termbase.concepts[1].terms.push_back(
      {Language("ru"), "устав", TermStatus::preferred, "", "", ""});
  std::ostringstream out;
  CHECK(write_utx(out, termbase, {Language("en"), Language("fr"), "hexapla"}) == 1);
  const Termbase back = read_termbase(out.str(), "back.utx");
  REQUIRE(back.concepts.size() == 1);
  CHECK(back.concepts[0] == termbase.concepts[0]);
}

}  // namespace hexapla::utx_test
