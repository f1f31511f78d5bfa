#pragma once

#include "exchange/awkward_tmx.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

inline std::string xliff_1(std::string_view body, std::string_view header = "") {
  return "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"><file "
         "original=\"letter.doc\" source-language=\"en\" target-language=\"ru\" "
         "datatype=\"plaintext\">" +
         std::string(header) + "<body>" + std::string(body) + "</body></file></xliff>";
}

inline std::string xliff_2(std::string_view units) {
  return "<xliff version=\"2.1\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" "
         "srcLang=\"en\" trgLang=\"ru\"><file id=\"f1\">" +
         std::string(units) + "</file></xliff>";
}

/// Files that are sound, though awkward; each has one unit or more.
inline std::vector<AwkwardFile> awkward_xliff() {
  const std::string plain =
      "<trans-unit id=\"1\"><source>a</source><target>b</target></trans-unit>";
  return {
      {"1.2: no target", xliff_1("<trans-unit id=\"1\"><source>a</source></trans-unit>")},
      {"1.2: an empty target",
       xliff_1("<trans-unit id=\"1\"><source>a</source><target/></trans-unit>")},
      {"1.2: a state",
       xliff_1("<trans-unit id=\"1\" approved=\"yes\" xml:space=\"preserve\"><source "
               "xml:lang=\"en-US\"> a </source><target state=\"needs-review-translation\" "
               "state-qualifier=\"fuzzy-match\">b</target></trans-unit>")},
      {"1.2: inline tags",
       xliff_1(
           "<trans-unit id=\"1\"><source><g id=\"1\" ctype=\"bold\">a<x id=\"2\"/><mrk "
           "mtype=\"term\">b</mrk></g><bpt id=\"3\">&lt;i><sub>s</sub></bpt>c<ept "
           "id=\"3\">&lt;/i></ept><ph id=\"4\"/><it id=\"5\" pos=\"open\">{</it></source>"
           "</trans-unit>")},
      {"1.2: alternatives, contexts and notes",
       xliff_1(
           "<trans-unit id=\"1\"><source>a</source><seg-source><mrk mtype=\"seg\" "
           "mid=\"0\">a</mrk></seg-source><target><mrk mtype=\"seg\" mid=\"0\">b</mrk>"
           "</target><alt-trans match-quality=\"80%\"><source>A</source><target>B &lt;"
           "</target></alt-trans><note from=\"r\" priority=\"2\">n</note><note>plain</note>"
           "<context-group purpose=\"location\"><context "
           "context-type=\"sourcefile\">f.c</context></context-group></trans-unit>")},
      {"1.2: a header with a glossary",
       xliff_1(
           plain,
           "<header><skl><external-file href=\"s.skl\"/></skl><note>h</note></header>")},
      {"1.2: groups in groups",
       xliff_1(
           "<group id=\"g1\" resname=\"a\"><note>of the group</note>" + plain +
           "<group id=\"g2\"><trans-unit id=\"2\"><source>c</source></trans-unit></group>"
           "</group><trans-unit id=\"3\"><source>d</source></trans-unit>")},
      {"1.2: two files",
       "<xliff version=\"1.2\"><file original=\"a\" source-language=\"en\" "
       "datatype=\"x\"><body>" +
           plain +
           "</body></file><file original=\"b\" source-language=\"fr\" "
           "target-language=\"ar\" "
           "datatype=\"x\"><header><note>h</note></header><body>" +
           plain + plain + "</body></file></xliff>"},
      {"1.2: a namespace of a tool",
       "<xliff version=\"1.2\" xmlns:okp=\"urn:okp\"><file original=\"a\" "
       "source-language=\"en\" "
       "datatype=\"x\" okp:inputEncoding=\"UTF-8\"><body><trans-unit id=\"1\" "
       "okp:k=\"v\"><source>"
       "a</source><okp:data okp:x=\"1\">t</okp:data></trans-unit></body></file></xliff>"},
      {"1.0: an old version",
       "<xliff version=\"1.0\"><file original=\"a\" source-language=\"en\" "
       "datatype=\"x\"><body>" +
           plain + "</body></file></xliff>"},
      {"1.2: UTF-16",
       utf16("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + xliff_1(plain), true)},
      {"1.2: CDATA",
       xliff_1("<trans-unit id=\"1\"><source><![CDATA[<b>&]]></source></trans-unit>")},
      {"1.2: a unit that is no text",
       xliff_1("<bin-unit id=\"b\" mime-type=\"image/png\"><bin-source><external-file "
               "href=\"x\"/></bin-source></bin-unit>" +
               plain)},
      {"1.2: character references and marks of XML",
       xliff_1("<trans-unit id=\"&lt;1&gt;\"><source>&#x5b89;&#29702; &amp;amp; "
               "&quot;&apos;</source><target>]]&gt;&#13;&#9;&#10;</target></trans-unit>")},
      {"1.2: characters beyond the first plane, and marks of direction",
       xliff_1("<trans-unit id=\"1\"><source>&#x20000;\u200Fمجلس\u202E الأمن\u202C</source>"
               "<target>𠀀</target></trans-unit>")},
      {"1.2: letter case of languages",
       xliff_1("<trans-unit id=\"1\"><source xml:lang=\"EN\">a</source><target "
               "xml:lang=\"RU-ru\">b</target></trans-unit>")},
      {"1.2: a file without its attributes",
       "<xliff version=\"1.2\"><file source-language=\"en\"><body>" + plain +
           "</body></file></xliff>"},
      {"1.2: a DTD named",
       "<!DOCTYPE xliff PUBLIC \"-//XLIFF//DTD XLIFF//EN\" "
       "\"http://example.org/xliff.dtd\">" +
           xliff_1(plain)},
      {"1.2: a DTD inside",
       "<!DOCTYPE xliff [<!ELEMENT xliff ANY><!ATTLIST file x CDATA #IMPLIED>]>" +
           xliff_1(plain)},
      {"1.2: a mark before UTF-8", "\xEF\xBB\xBF<?xml version=\"1.0\"?>" + xliff_1(plain)},
      {"1.2: Latin 1",
       "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><xliff version=\"1.2\"><file "
       "original=\"a\" source-language=\"fr\" datatype=\"x\"><body><trans-unit id=\"1\">"
       "<source>\xE9t\xE9</source></trans-unit></body></file></xliff>"},
      {"1.2: text inside of tags inside of text",
       xliff_1("<trans-unit id=\"1\"><source>a<g id=\"1\"><g id=\"2\"><g id=\"3\">b<ph "
               "id=\"4\">{<sub>c<g id=\"5\">d</g></sub>}</ph></g></g></g></source>"
               "</trans-unit>")},
      {"1.2: comments and instructions",
       xliff_1("<!-- a --><trans-unit id=\"1\"><source>a<!-- b -->c<?d e?>f</source>"
               "</trans-unit>")},
      {"1.2: a huge source",
       xliff_1("<trans-unit id=\"1\"><source>" + std::string(3'000'000, 'x') +
               "</source></trans-unit>")},
      {"1.2: ids used twice", xliff_1(plain + plain)},
      {"2.1: UTF-16",
       utf16(
           "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" +
               xliff_2("<unit id=\"u\"><segment><source>停火𠀀</source></segment></unit>"),
           false)},
      {"2.1: a state of one's own and CDATA",
       xliff_2(
           "<unit id=\"u\" canResegment=\"no\" translate=\"no\"><segment id=\"s\" "
           "state=\"translated\" subState=\"x:checked\"><source><![CDATA[<b>&]]></source>"
           "<target xml:lang=\"ru-RU\">б</target></segment></unit>")},
      {"2.1: control characters",
       xliff_2("<unit id=\"u\"><segment><source>a<cp hex=\"0001\"/>b<cp hex=\"FFFF\"/>"
               "</source></segment></unit>")},
      {"2.1: segments of a unit",
       xliff_2(
           "<unit id=\"u1\" name=\"n\"><notes><note id=\"1\" "
           "category=\"c\">n</note><note>plain"
           "</note></notes><originalData><data "
           "id=\"d1\">&lt;b></data></originalData><segment "
           "id=\"s1\" "
           "state=\"final\"><source>a</source><target>b</target></segment><ignorable>"
           "<source> </source></ignorable><segment><source>c</source></segment></unit>")},
      {"2.1: inline tags",
       xliff_2(
           "<unit id=\"u\"><segment><source><pc id=\"1\" dataRefStart=\"d1\">a<ph id=\"2\" "
           "equiv=\"x\"/></pc><cp hex=\"001A\"/><sc id=\"3\"/>b<ec startRef=\"3\"/><mrk "
           "id=\"m\" "
           "type=\"term\">c</mrk><sm id=\"4\"/>d<em "
           "startRef=\"4\"/></source></segment></unit>")},
      {"2.1: modules",
       xliff_2(
           "<unit id=\"u\" "
           "xmlns:mda=\"urn:oasis:names:tc:xliff:metadata:2.0\"><mda:metadata>"
           "<mda:metaGroup category=\"k\"><mda:meta type=\"t\">v</mda:meta></mda:metaGroup>"
           "</mda:metadata><segment><source>a</source></segment></unit>")},
      {"2.1: groups, and text that may be left",
       xliff_2("<skeleton href=\"s\"/><notes><note>of the file</note></notes><group "
               "id=\"g\"><unit "
               "id=\"u1\"><ignorable><source>x</source></ignorable><segment><source "
               "xml:space=\"preserve\">a </source></segment></unit></group><unit "
               "id=\"u2\"><segment>"
               "<source>b</source><target order=\"1\">c</target></segment></unit>")},
      {"2.0: an older version",
       "<xliff version=\"2.0\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" "
       "srcLang=\"zh\" "
       "trgLang=\"ar\"><file id=\"f\"><unit "
       "id=\"u\"><segment><source>停火</source></segment></unit>"
       "</file><file id=\"g\" original=\"o\"><unit "
       "id=\"u\"><segment><source>停</source></segment>"
       "</unit></file></xliff>"},
  };
}

}  // namespace hexapla
