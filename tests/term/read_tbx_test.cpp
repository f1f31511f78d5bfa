#include "term/read_tbx.hpp"

#include "text/error.hpp"

#include <string>
#include <string_view>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

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
       {languages::en, "ethnic purge", TermStatus::deprecated, "", "", ""},
       {languages::zh, "族裔清洗", TermStatus::admitted, "", "", ""}}}}};

}  // namespace

TEST_CASE("TBX of 2008 is read with its statuses", "[term]") {
  CHECK(read_tbx(martif(one_entry), "t.tbx") == one_concept);
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
<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec></langSec>
<langSec xml:lang="zh"><termSec><term>族裔清洗</term>
<termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></termSec></langSec>
</conceptEntry></body></text></tbx>)";
  CHECK(read_tbx(tbx, "t.tbx") == one_concept);
}

TEST_CASE("the five entities of XML are text", "[term]") {
  const Termbase termbase = read_tbx(
      martif("<termEntry id='a'><langSet xml:lang='en'><tig><term>law &amp; &#x6CD5;</term>"
             "</tig></langSet></termEntry>"),
      "t.tbx");
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
    (void)read_tbx(text, "t.tbx");
    FAIL("nothing was found wrong");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::malformed);
    CHECK(error.place() == Place{"t.tbx", line});
    CHECK_THAT(error.what(), Catch::Contains(words));
  }
}

TEST_CASE("TBX in DCT style is refused by name", "[term][error]") {
  CHECK_THROWS_WITH(
      read_tbx("<tbx style='dct' xmlns='urn:iso:std:iso:30042:ed-2'/>", "t.tbx"),
      Catch::Contains("DCT"));
}

TEST_CASE("elements nested without an end are refused", "[term][error]") {
  std::string deep = "<martif>";
  for (int level = 0; level < 100; ++level)
    deep += "<p>";
  CHECK_THROWS_WITH(read_tbx(deep, "t.tbx"), Catch::Contains("nested too deeply"));
}

}  // namespace hexapla
