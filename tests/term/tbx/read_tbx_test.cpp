#include "term/tbx/read_tbx.hpp"

#include "text/error.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

Termbase read(std::string_view text) {
  return read_tbx(text, "t.tbx", OnFault::refuse).termbase;
}

std::string martif(std::string_view entries) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<martif type=\"TBX\" xml:lang=\"en\">"
         "<martifHeader><fileDesc><sourceDesc><p>note</p></sourceDesc></fileDesc>"
         "</martifHeader><text><body>\n" +
         std::string(entries) + "\n</body></text></martif>\n";
}

constexpr std::string_view one_entry =
    R"(<termEntry id="c1"><descrip type="subjectField">law</descrip>
<langSet xml:lang="en"><tig><term>ethnic cleansing</term>
<termNote type="partOfSpeech">noun</termNote>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
<admin type="source">General Assembly</admin><note>since 1992</note></tig>
<ntig><termGrp><term>ethnic <hi>purge</hi></term>
<termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termGrp></ntig></langSet>
<langSet xml:lang="zh"><tig><term>族裔清洗</term>
<termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></tig></langSet>
</termEntry>)";

const Termbase one_concept{
    {{"c1",
      "law",
      {{languages::en, "ethnic cleansing", TermStatus::preferred, "noun",
        "General Assembly", "since 1992"},
       {languages::en, "ethnic purge", TermStatus::obsolete, "", "", ""},
       {languages::zh, "族裔清洗", TermStatus::admitted, "", "", ""}}}}};

}  // namespace

TEST_CASE("TBX of 2008 is read with its statuses", "[term]") {
  CHECK(read(martif(one_entry)) == one_concept);
}

TEST_CASE("TBX of 2019 in DCA style is read alike", "[term]") {
  const std::string tbx =
      R"(<tbx style="dca" type="TBX-Basic" xmlns="urn:iso:std:iso:30042:ed-2" xml:lang="en">
<tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body>
<conceptEntry id="c1"><descrip type="subjectField">law</descrip><langSec xml:lang="en">
<termSec><term>ethnic cleansing</term><termNote type="partOfSpeech">noun</termNote>
<termNoteGrp><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termNoteGrp>
<admin type="source">General Assembly</admin><note>since 1992</note></termSec>
<termSec><term>ethnic purge</term>
<termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termSec></langSec>
<langSec xml:lang="zh"><termSec><term>族裔清洗</term>
<termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></termSec></langSec>
</conceptEntry></body></text></tbx>)";
  CHECK(read(tbx) == one_concept);
}

TEST_CASE("the five entities of XML are text", "[term]") {
  const Termbase termbase = read(
      martif("<termEntry id='a'><langSet xml:lang='en'><tig><term>law &amp; &#x6CD5;</term>"
             "</tig></langSet></termEntry>"));
  CHECK(termbase.concepts.at(0).terms.at(0).text == "law & 法");
}

TEST_CASE("what is wrong with a TBX file is said with its line", "[term][error]") {
  const auto [text, line, words] = GENERATE(table<std::string, std::size_t, std::string>({
      {"<martif>\n<text></martif>", 2, "not well-formed"},
      {"<html/>", 1, "“html”"},
      {"<!DOCTYPE martif [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n<martif/>", 1,
       "DOCTYPE"},
      {martif("<termEntry id='a'><langSet xml:lang='en'>\n<tig><term>x</term><termNote "
              "type='administrativeStatus'>banned</termNote></tig></langSet></termEntry>"),
       4, "no status"},
      {martif("<termEntry id='a'/>"), 3, "no terms"},
      {martif("<termEntry id='a'><langSet xml:lang='1'/></termEntry>"), 3,
       "no language tag"},
      {martif("<termEntry id='a'><langSet xml:lang='en'><tig/></langSet></termEntry>"), 3,
       "no text"},
      {martif("<termEntry id='a'><langSet xml:lang='en'><tig><term>x</term></tig></langSet>"
              "</termEntry>\n<termEntry id='a'/>"),
       4, "twice"},
  }));
  CAPTURE(text);
  try {
    (void)read(text);
    FAIL("nothing was found wrong");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::malformed);
    CHECK(error.place() == Place{"t.tbx", line});
    CHECK_THAT(error.what(), Catch::Contains(words));
  }
}

TEST_CASE("TBX of 2019 in DCT style is read alike", "[term]") {
  const std::string tbx =
      R"(<?xml version="1.0"?>
<tbx style="dct" type="TBX-Basic" xmlns="urn:iso:std:iso:30042:ed-2" xml:lang="en"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body>
<conceptEntry id="c1"><min:subjectField>law</min:subjectField><langSec xml:lang="en">
<termSec><term>ethnic cleansing</term><min:partOfSpeech>noun</min:partOfSpeech>
<min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>
<basic:source>General Assembly</basic:source><note>since 1992</note>
<descripGrp><basic:context>the practice of</basic:context><basic:source>A/1</basic:source>
<note>of the context</note></descripGrp></termSec>
<termSec><term>ethnic purge</term>
<min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec></langSec>
<langSec xml:lang="zh"><termSec><term>族裔清洗</term>
<min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec></langSec>
</conceptEntry></body></text></tbx>)";
  CHECK(read(tbx) == one_concept);
}

TEST_CASE("an export of a term tool is read: DOCTYPE, EN-US, definitions", "[term]") {
  const std::string tbx = R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="EN-US"><martifHeader/><text><body>
<termEntry id="eid-1"><descrip type="subjectField">Environment</descrip>
<descripGrp><descrip type="definition">rise in <hi>mean</hi> temperature</descrip>
<admin type="source">IPCC</admin></descripGrp><note>see UNFCCC</note>
<langSet xml:lang="EN-US"><tig id="t1"><term>global warming</term>
<termNote type="termType">fullForm</termNote>
<termNote type="normativeAuthorization">standardizedTerm</termNote></tig>
<tig><term>GW</term><termNote type="termType">acronym</termNote>
<termNote type="administrativeStatus">notRecommended</termNote></tig></langSet>
</termEntry></body></text></martif>)";
  const Termbase expected{
      {{"eid-1",
        "Environment",
        {{Language("en-US"), "global warming", TermStatus::preferred, "", "", ""},
         {Language("en-US"), "GW", TermStatus::deprecated, "", "", "", false, false,
          "global warming"}},
        "rise in mean temperature",
        "see UNFCCC"}}};
  CHECK(read(tbx) == expected);
}

TEST_CASE("an abbreviation is tied to the full form it refers to", "[term]") {
  const Termbase termbase = read(martif(
      R"(<termEntry id="_x0031_2"><langSet xml:lang="en"><tig id="a"><term>Fund</term></tig>
<tig id="b"><term>Children's Fund</term></tig><tig><term>UNICEF</term>
<termNote type="termType">abbreviation</termNote><ref type="crossReference" target="b">x</ref>
</tig></langSet></termEntry>)"));
  CHECK(termbase.concepts.at(0).id == "12");
  CHECK(termbase.concepts.at(0).terms.at(2).full_form == "Children's Fund");
}

TEST_CASE("of synonyms of which nothing is said one is preferred, the others admitted",
          "[term]") {
  const auto statuses = [](std::string_view terms) {
    const Termbase termbase = read(martif("<termEntry id=\"c\"><langSet xml:lang=\"en\">" +
                                          std::string(terms) + "</langSet></termEntry>"));
    std::vector<TermStatus> found;
    for (const Term& term : termbase.concepts.at(0).terms)
      found.push_back(term.status);
    return found;
  };
  using Statuses = std::vector<TermStatus>;
  CHECK(statuses("<tig><term>Security Council</term></tig><tig><term>UNSC</term></tig>") ==
        Statuses{TermStatus::preferred, TermStatus::admitted});
  CHECK(statuses("<tig><term>UNSC</term></tig><tig><term>Security Council</term><termNote "
                 "type=\"administrativeStatus\">preferredTerm-admn-sts</termNote></tig>") ==
        Statuses{TermStatus::admitted, TermStatus::preferred});
}

TEST_CASE("an empty term or an unknown status costs no termbase, and is told", "[term]") {
  const std::string tbx = martif(
      "<termEntry id=\"c1\"><langSet xml:lang=\"en\"><tig><term>war</term><termNote "
      "type=\"administrativeStatus\">maybe</termNote></tig></langSet><langSet "
      "xml:lang=\"fr\"><tig><term/></tig></langSet></termEntry>");
  CHECK_THROWS_AS(read(tbx), Error);
  const SurveyedTermbase mended = read_tbx(tbx, "t.tbx", OnFault::mend);
  REQUIRE(mended.termbase.concepts.size() == 1);
  REQUIRE(mended.termbase.concepts[0].terms.size() == 1);
  CHECK(mended.termbase.concepts[0].terms[0].note == "status: maybe");
  CHECK(mended.issues.size() == 2);
  CHECK(mended.issues.at(1).line == 3);
}

TEST_CASE("terms outside of concepts are refused", "[term][error]") {
  const std::string text =
      GENERATE("<martif><tig><term>x</term></tig></martif>",
               "<martif><langSet xml:lang='en'/></martif>",
               "<martif><termEntry><tig><term>x</term></tig></termEntry></martif>",
               "<martif><termEntry><termEntry/></termEntry></martif>");
  CAPTURE(text);
  CHECK_THROWS_WITH(read(text), Catch::Contains("TBX allows none"));
}

TEST_CASE("elements nested without an end are refused", "[term][error]") {
  std::string deep = "<martif>";
  for (int level = 0; level < 100; ++level)
    deep += "<p>";
  CHECK_THROWS_WITH(read(deep), Catch::Contains("nested too deeply"));
}

}  // namespace hexapla
