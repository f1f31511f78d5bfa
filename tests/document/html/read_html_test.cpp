#include "document/html/read_html.hpp"

#include "document/check_left_out.hpp"
#include "document/manuscript_lines.hpp"
#include "text/error.hpp"

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

Strings lines_of_page(std::string_view html) {
  return lines_in(manuscript_from_html(html, "t"));
}

}  // namespace

TEST_CASE("block elements end a line, and white space is one space", "[document][html]") {
  CHECK(lines_of_page("<html><body><h1>Résolution\n 73/3</h1><p>L’Assemblée\n\t générale"
                      "<p>Rappelant <b>sa</b> <i>résolution</i><div>fin</div>reste") ==
        Strings{"Résolution 73/3", "L’Assemblée générale", "Rappelant sa résolution", "fin",
                "reste"});
}

TEST_CASE("a line end between Han characters is no space", "[document][html][zh]") {
  CHECK(lines_of_page("<p>安全理\n  事会，\r\n“决定”\n继续 处理 2020\n年</p>") ==
        Strings{"安全理事会，“决定”继续 处理 2020 年"});
}

TEST_CASE("a line end between Han characters is a space in a page broken at spaces only",
          "[document][html][zh]") {
  std::string run;
  for (int i = 0; i < 70; ++i)
    run += "会";
  CHECK(lines_of_page("<p>第七十五届会议\n第七十五年</p><p>" + run) ==
        Strings{"第七十五届会议 第七十五年", run});
}

TEST_CASE("references are resolved, and what is none stays", "[document][html]") {
  CHECK(lines_of_page(
            "<p>Q&amp;A &laquo;&nbsp;oui&nbsp;&raquo; &#1041;&#x411; &#146; AT&T &copy2020 "
            "&nosuch; &#0; &#xFFFFFFFF; a<b &lt;p&gt;") ==
        Strings{"Q&A «\u00A0oui\u00A0» ББ ’ AT&T ©2020 &nosuch; &#0; &#xFFFFFFFF; a"});
  CHECK(lines_of_page("<p>3 < 5 & 7 > 2</p>") == Strings{"3 < 5 & 7 > 2"});
}

TEST_CASE("one line break goes on with the paragraph, two end it", "[document][html]") {
  const Manuscript manuscript =
      manuscript_from_html("<p>(Подпись) Иванов<br>Посол<br/><br>Текст</p>", "t");
  REQUIRE(lines_in(manuscript) == Strings{"(Подпись) Иванов", "Посол", "Текст"});
  CHECK_FALSE(manuscript.lines[0].hint.continues);
  CHECK(manuscript.lines[1].hint.continues);
  CHECK_FALSE(manuscript.lines[2].hint.continues);
}

TEST_CASE("scripts, styles, hidden elements and controls are left out and reported",
          "[document][html]") {
  const std::string html =
      "<head><title>T</title><style>p{}</style></head><body>"
      "<script>if (a < b) document.write('<p>no</p>');</script>"
      "<noscript><p>no</p></noscript><template><p>no</p></template>"
      "<div style='display: none'>no<div>no</div></div><span hidden>no</span>"
      "<p>yes<img src=x "
      "alt=no></p><textarea>no</textarea><select><option>no</select></body>";
  const Manuscript manuscript = manuscript_from_html(html, "t");
  CHECK(lines_in(manuscript) == Strings{"yes"});
  CHECK(left_out(manuscript) == Strings{"the page's title", "a style sheet", "a script",
                                        "text for browsers without scripts",
                                        "a template for scripts", "hidden text",
                                        "hidden text", "a picture", "a form's control",
                                        "a form's control"});
  CHECK(manuscript.left_out[1].source.of(html) == "<style>p{}</style>");
}

TEST_CASE("an element without its end tag does not hide the page", "[document][html]") {
  CHECK(lines_of_page("<noscript><p>one<p hidden>two<p>three") ==
        Strings{"one", "two", "three"});
  CHECK(lines_of_page("<p>one<script>two") == Strings{"one"});
  CHECK(lines_of_page("<p>one<a href=\"x>two</a><p>three") == Strings{"onetwo", "three"});
  const Manuscript cut = manuscript_from_html("<p>one</p><div class=", "t");
  CHECK(left_out(cut) == Strings{"a tag that the page breaks off in"});
}

TEST_CASE("lists have their numbers and bullets", "[document][html]") {
  const Manuscript manuscript = manuscript_from_html(
      "<ol><li>Recuerda<li><p>Decide:</p><ol type=a start=2><li>uno</li><li "
      "value=5>dos</ol>"
      "<li>Pide</ol><ul><li>punto</ul>",
      "t");
  CHECK(lines_in(manuscript) ==
        Strings{"1. Recuerda", "2. Decide:", "b. uno", "e. dos", "3. Pide", "• punto"});
  CHECK(manuscript.lines[2].hint.label == "b.");
}

TEST_CASE("tables of a page come cell by cell, and cells that lay out a page are no tables",
          "[document][html]") {
  const Manuscript manuscript = manuscript_from_html(
      "<table><tr><td>One<td>Two<tr><th><p>Three</p></th></table>"
      "<table><tr><td><p>First.</p><p>Second.</p><table><tr><td>inner</table></td></table>",
      "t");
  REQUIRE(lines_in(manuscript) ==
          Strings{"One", "Two", "Three", "First.", "Second.", "inner"});
  for (const std::size_t cell : {0U, 1U, 2U, 5U})
    CHECK(manuscript.lines[cell].hint.kind == BlockKind::table);
  CHECK_FALSE(manuscript.lines[3].hint.kind);
}

TEST_CASE("headings are headings, navigation and page footers are furniture",
          "[document][html]") {
  const Manuscript manuscript = manuscript_from_html(
      "<nav><ul><li><a href=/>Home</a></ul></nav><h2>Mandat</h2><article>texte"
      "<footer>auteur</footer></article><footer>© ONU</footer>",
      "t");
  REQUIRE(lines_in(manuscript) == Strings{"• Home", "Mandat", "texte", "auteur", "© ONU"});
  CHECK(manuscript.lines[0].hint.kind == BlockKind::furniture);
  CHECK(manuscript.lines[1].hint.kind == BlockKind::heading);
  CHECK_FALSE(manuscript.lines[3].hint.kind);
  CHECK(manuscript.lines[4].hint.kind == BlockKind::furniture);
}

TEST_CASE("links that point at each other are a footnote and its mark",
          "[document][html]") {
  const std::string html = GENERATE(
      // as LibreOffice writes them
      "<p>“No.”<a name=\"f1anc\" href=\"#f1sym\"><sup>1</sup></a> It went on.</p><div "
      "id=f1>"
      "<p><a name=\"f1sym\" href=\"#f1anc\">1</a>See\n A/75/1.</p><p>Ibid.</p></div>",
      // as Word does
      "<p>“No.”<a href=\"#_ftn1\" name=\"_ftnref1\"><span>1</span></a> It went on.</p>"
      "<div id=ftn1><p><a href=\"#_ftnref1\" name=\"_ftn1\">1</a> See "
      "A/75/1.</p><p>Ibid.</div>",
      // as pandoc does
      "<p>“No.”<a href=\"#fn1\" id=\"fnref1\"><sup>1</sup></a> It went on.</p><div>"
      "<p id=fn1>1 See A/75/1.<br>Ibid. <a href=\"#fnref1\">↩︎</a></p></div>");
  CAPTURE(html);
  const Document document =
      document_from(manuscript_from_html(html, "t"), "t", languages::en);
  REQUIRE(document.blocks.size() == 2);
  CHECK(document.blocks[0].range.of(document.text) == "“No.”1 It went on.");
  CHECK(document.blocks[1].kind == BlockKind::footnote);
  CHECK(document.blocks[1].label == "1");
  CHECK(document.blocks[1].range.of(document.text) == "1 See A/75/1. Ibid.");
  REQUIRE(document.marks.size() == 1);
  CHECK(document.marks[0].range.of(document.text) == "1");
}

TEST_CASE("a raised link to a paragraph with its number is a footnote's mark",
          "[document][html]") {
  const std::string html = GENERATE(
      "<p>“No.”<sup><a href=#n1>1</a></sup> It went on.<p id=n1>1 See A/75/1.",
      "<p>“No.”<a href=#n1><sup>1</sup></a> It went on.<p><a name=n1></a>1 See A/75/1.",
      "<p>“No.”<sup><a href=#n1>1</a></sup> It went on.<p id=n1><sup>1</sup> See A/75/1.");
  CAPTURE(html);
  const Document document =
      document_from(manuscript_from_html(html, "t"), "t", languages::en);
  REQUIRE(document.blocks.size() == 2);
  CHECK(document.blocks[1].kind == BlockKind::footnote);
  CHECK(document.blocks[1].label == "1");
  CHECK(document.blocks[1].range.of(document.text) == "1 See A/75/1.");
  REQUIRE(document.marks.size() == 1);
}

TEST_CASE("a link that is not raised, or leads to another number, is no mark",
          "[document][html]") {
  const std::string html =
      GENERATE("<p>See <a href=#n2>2</a> States.<p id=n2>2 States signed.",
               "<p>“No.”<sup><a href=#n1>1</a></sup> It went on.<p id=n1>12 States signed.",
               "<p>“No.”<sup><a href=#n3>1</a></sup> It went on.<p id=n1>1 See A/75/1.");
  CAPTURE(html);
  CHECK(manuscript_from_html(html, "t").marks.empty());
}

TEST_CASE("links of a table of contents are no footnotes", "[document][html]") {
  const Manuscript manuscript = manuscript_from_html(
      "<p><a id=t1 href=#c1>Introduction</a></p><h1 id=c1><a "
      "href=#t1>Introduction</a></h1>",
      "t");
  CHECK(manuscript.marks.empty());
  CHECK(manuscript.lines[1].hint.kind == BlockKind::heading);
}

TEST_CASE("lines of preformatted text stay lines, to be joined as text is",
          "[document][html]") {
  const Manuscript manuscript = manuscript_from_html(
      "<pre>\nFirst line\n  second\n\nthird &amp; last</pre><p>x", "t");
  REQUIRE(lines_in(manuscript) == Strings{"First line", "second", "third & last", "x"});
  CHECK_FALSE(manuscript.lines[0].hint.whole_block);
  CHECK(manuscript.lines[1].indent == 2);
  CHECK(manuscript.lines[2].blank_lines_before == 1);
  CHECK(manuscript.lines[3].hint.whole_block);
}

TEST_CASE("each character of a page leads back to its bytes", "[document][html]") {
  const std::string html = "<p>Совет &laquo;Без<b>опас</b>ности&raquo;\n решил</p>";
  const Manuscript manuscript = manuscript_from_html(html, "t");
  const auto bytes_of = [&](std::string_view words) {
    const std::size_t at = manuscript.text.find(words);
    std::string bytes;
    for (const ByteRange range : manuscript.origin.source_of({at, at + words.size()}))
      bytes += range.of(html);
    return bytes;
  };
  CHECK(bytes_of("Безопасности»") == "Безопасности&raquo;");
  CHECK(bytes_of("решил") == "решил");
  CHECK(bytes_of(" решил") == "\n решил");
}

TEST_CASE("every word of a page is kept or reported", "[document][html]") {
  const std::string html =
      "\xEF\xBB\xBF<!DOCTYPE "
      "html><html><head><title>T</title></head><body>\n<nav>Inicio</nav>"
      "<p>La&nbsp;Asamblea &amp; el <b>Consejo</b>&nbsp;</p><p>&nbsp;</p><!-- c "
      "--><ol><li>uno"
      "</ol><script>x()</script><p>fin<br><a hidden>no</a><b";
  check_left_out(document_from(manuscript_from_html(html, "t"), "t", languages::es), html,
                 "Inicio", "T");
}

TEST_CASE("the encoding is the one that the page names", "[document][html]") {
  const std::string body = "<p>\xD1\xEE\xE2\xE5\xF2</p>";  // Совет in Windows-1251
  const std::string page =
      "<html><head><meta http-equiv=Content-Type content=\"text/html; "
      "charset=windows-1251\"></head>" +
      body;
  const Manuscript manuscript = manuscript_from_html(page, "t");
  CHECK(lines_in(manuscript) == Strings{"Совет"});
  const auto source = manuscript.origin.source_of({2, 4});
  REQUIRE(source.size() == 1);
  CHECK(source[0].of(page) == "\xEE");
  CHECK(html_charset("<meta charset=gb2312>") == "GB18030");
  CHECK(html_charset("<meta charset=ISO-8859-1>") == "windows-1252");
  CHECK_FALSE(html_charset("<meta charset=klingon>"));
  CHECK_FALSE(html_charset("<p>charset=utf-8"));
}

TEST_CASE("pages nested beyond reason are refused", "[document][html][error]") {
  std::string html;
  for (int i = 0; i < 100'000; ++i)
    html += "<div>";
  CHECK_THROWS_WITH(manuscript_from_html(html, "page.html"),
                    Catch::StartsWith("page.html: byte ") &&
                        Catch::Contains("nested more than 512 deep"));
}

TEST_CASE("a letter's structure is found in a page without classes", "[document][html]") {
  const Document document = document_from(
      manuscript_from_html(
          "<table><tr><td>General Assembly</td><td>Security Council</td></tr></table>"
          "<p>Seventy-fifth session<br>Agenda items 35 and 40<br>Situation in the "
          "area<br>Rule "
          "of law</p><p><b>Letter dated 1 May 2020 from the Permanent "
          "Representative</b></p>"
          "<p>I have the honour to write.</p><p>Yours,</p>"
          "<p>(Signed) Jane Doe<br>Ambassador</p>",
          "t"),
      "t", languages::en);
  Strings blocks;
  for (const Block& block : document.blocks)
    blocks.push_back(std::string(name_of(block.kind)) + ": " +
                     std::string(block.range.of(document.text)));
  CHECK(blocks ==
        Strings{"masthead: General Assembly", "masthead: Security Council",
                "session: Seventy-fifth session",
                "agenda_reference: Agenda items 35 and 40",
                "agenda_item: Situation in the area", "agenda_item: Rule of law",
                "title: Letter dated 1 May 2020 from the Permanent Representative",
                "paragraph: I have the honour to write.",
                "signature: Yours,\n(Signed) Jane Doe\nAmbassador"});
}

}  // namespace hexapla
