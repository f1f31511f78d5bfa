#include "errors.hpp"
#include "files.hpp"
#include "term/multiterm/write_multiterm.hpp"
#include "term/read_termbase.hpp"
#include "utf16.hpp"

#include <sstream>

#include <catch2/catch.hpp>

namespace hexapla::multiterm_test {

TEST_CASE("MultiTerm's groups are concepts, languages and terms", "[term]") {
  const Termbase termbase = read_termbase(
      "<?xml version=\"1.0\"?><mtf><conceptGrp><concept>1234</concept>"
      "<system type=\"entryClass\">1</system><transacGrp><transac type=\"origination\">ana"
      "</transac><date>2011-01-14T17:54:08</date></transacGrp>"
      "<descripGrp><descrip type=\"Subject field\">peace</descrip></descripGrp>"
      "<descripGrp><descrip type=\"Definition\">an end of <xref Tlink=\"x\">fighting</xref>"
      "</descrip><descripGrp><descrip type=\"Source\">UNTERM</descrip></descripGrp>"
      "</descripGrp>"
      "<languageGrp><language type=\"English\" lang=\"EN-US\"/>"
      "<termGrp><term>ceasefire</term><descripGrp><descrip type=\"Part of Speech\">noun"
      "</descrip></descripGrp></termGrp>"
      "<termGrp><term>truce</term><descripGrp><descrip type=\"Status\">do not use</descrip>"
      "</descripGrp><descripGrp><descrip type=\"Note\">older texts</descrip></descripGrp>"
      "</termGrp></languageGrp>"
      "<languageGrp><language name=\"French\" locale=\"fr_ca\"/><termGrp>"
      "<term>cessez-le-feu</term></termGrp></languageGrp>"
      "<languageGrp><language type=\"Russian\"/><termGrp><term>прекращение огня</term>"
      "</termGrp></languageGrp></conceptGrp></mtf>",
      "un.xml");
  REQUIRE(termbase.concepts.size() == 1);
  const Concept& entry = termbase.concepts[0];
  CHECK(entry.id == "1234");
  CHECK(entry.subject == "peace");
  CHECK(entry.definition == "an end of fighting");
  REQUIRE(entry.terms.size() == 4);
  CHECK(entry.terms[0].language == Language("en-US"));
  CHECK(entry.terms[0].part_of_speech == "noun");
  CHECK(entry.terms[0].status == TermStatus::preferred);
  CHECK(entry.terms[1].status == TermStatus::forbidden);
  CHECK(entry.terms[1].note == "older texts");
  CHECK(entry.terms[2].language == Language("fr-CA"));
  CHECK(entry.terms[3].language == Language("ru"));
}

TEST_CASE("empty terms and unknown statuses of MultiTerm cost no termbase", "[term]") {
  const SurveyedTermbase read = read_termbase_telling(
      utf16_of("<mtf><conceptGrp><concept>1</concept><languageGrp>"
               "<language type=\"English\" lang=\"EN\"/><termGrp><term/></termGrp><termGrp>"
               "<term>veto</term><descripGrp><descrip type=\"Status\">odd</descrip>"
               "</descripGrp></termGrp></languageGrp></conceptGrp></mtf>"),
      "un.xml", {});
  REQUIRE(read.termbase.concepts.size() == 1);
  REQUIRE(read.termbase.concepts[0].terms.size() == 1);
  CHECK(read.termbase.concepts[0].terms[0].note == "status: odd");
  CHECK(read.issues.size() == 2);
}

TEST_CASE("the core termbase comes back from MultiTerm XML as it was", "[term]") {
  const Termbase before =
      read_termbase(project_file("corpora/termbases/un-core.tbx"), "un-core.tbx");
  std::ostringstream out;
  CHECK(write_multiterm(out, before) == 0);
  const Termbase after = read_termbase(out.str(), "core.xml");
  REQUIRE(after.concepts.size() == before.concepts.size());
  for (std::size_t at = 0; at < before.concepts.size(); ++at) {
    CAPTURE(before.concepts[at].id);
    CHECK(after.concepts[at] == before.concepts[at]);
  }
}

}  // namespace hexapla::multiterm_test
