#include "document/html/read_html.hpp"
#include "document/manuscript_lines.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

/// The paragraphs of a page, lines that go on joined by a space.
Strings paragraphs_of(const Manuscript& manuscript) {
  Strings paragraphs;
  for (const Line& line : manuscript.lines) {
    const std::string words(line.range.of(manuscript.text));
    if (line.hint.continues)
      paragraphs.back() += " " + words;
    else
      paragraphs.push_back(words);
  }
  return paragraphs;
}

Strings paragraphs_in(const std::string& body) {
  return paragraphs_of(manuscript_from_html(
      "<html><meta charset=utf-8><body>" + body + "</body></html>", "p"));
}

}  // namespace

TEST_CASE("labelled lines after a line break are items of their own", "[document][html]") {
  CHECK(paragraphs_in("<p>Decides:<br>(a) To meet;<br>(b) To report<br>in spring.</p>") ==
        Strings{"Decides:", "(a) To meet;", "(b) To report in spring."});
  CHECK(paragraphs_in("<p>决定：<br>一、开会；<br>二、提出报告。</p>") ==
        Strings{"决定：", "一、开会；", "二、提出报告。"});
  CHECK(paragraphs_in("<p>As said in paragraph<br>2. of the report, it met.</p>") ==
        Strings{"As said in paragraph 2. of the report, it met."});
}

TEST_CASE("a raised number at a paragraph's start is the note of the one in the text",
          "[document][html]") {
  const Manuscript manuscript = manuscript_from_html(
      "<html><meta charset=utf-8><body><p>Le projet<sup>2</sup> fait 5 km<sup>2</sup>.</p>"
      "<p>Adopt&eacute;<sup>1</sup>.</p><hr><p><sup>1</sup> Voir A/75/1.</p></body></html>",
      "p");
  REQUIRE(manuscript.marks.size() == 1);
  CHECK(manuscript.marks.front().label == "1");
  REQUIRE(manuscript.lines.size() == 3);
  CHECK(manuscript.lines.back().hint.kind == BlockKind::footnote);
  CHECK(manuscript.lines.front().hint.kind != BlockKind::footnote);
}

TEST_CASE(
    "bytes that don't fit the encoding a page declares are read as what they are, and "
    "it is said",
    "[document][html]") {
  // "اعتمد المجلس القرار بالإجماع" in windows-1256, declared windows-1252.
  const std::string arabic =
      "\xC7\xDA\xCA\xE3\xCF \xC7\xE1\xE3\xCC\xE1\xD3 \xC7\xE1\xDE\xD1\xC7\xD1 "
      "\xC8\xC7\xE1\xC5\xCC\xE3\xC7\xDA";
  const Manuscript doubted = manuscript_from_html(
      "<html><meta charset=windows-1252><body><p>" + arabic + "</p></body></html>", "p");
  CHECK(paragraphs_of(doubted) == Strings{"اعتمد المجلس القرار بالإجماع"});
  CHECK_FALSE(doubted.encoding_certain);
  const Manuscript right = manuscript_from_html(
      "<html><meta charset=iso-8859-1><body><p>Le Comit\xE9 a adopt\xE9.</p></body></html>",
      "p");
  CHECK(paragraphs_of(right) == Strings{"Le Comité a adopté."});
  CHECK(right.encoding_certain);
}

TEST_CASE("banners, menus, columns beside the text and feet of a site are furniture",
          "[document][html]") {
  const Manuscript manuscript = manuscript_from_html(
      "<html><meta charset=utf-8><body><a class='visually-hidden focusable' href=#m>Skip "
      "to "
      "main content</a><header><form><label>Search</label></form><p>UN Press</p></header>"
      "<main id=m><h1>Press statement</h1><p>The Council met.</p></main>"
      "<aside><p>Related</p></aside><footer>Terms of use</footer></body></html>",
      "p");
  CHECK(told_lines_in(manuscript) ==
        Strings{"furniture: UN Press", "heading: Press statement", "The Council met.",
                "furniture: Related", "furniture: Terms of use"});
}

TEST_CASE("an article's own header is text", "[document][html]") {
  const Manuscript manuscript = manuscript_from_html(
      "<html><meta charset=utf-8><body><header><h1>Report</h1></header><article><header>"
      "<p>By the Secretary-General</p></header></article></body></html>",
      "p");
  CHECK(told_lines_in(manuscript) ==
        Strings{"heading: Report", "By the Secretary-General"});
}

TEST_CASE("items counted with letters are items, with figures paragraphs",
          "[document][html]") {
  const Document document =
      document_from(manuscript_from_html(
                        "<html><meta charset=utf-8><body><ol start=3><li>Third"
                        "<ol type=a><li>Reports on peace</li></ol></li></ol></body></html>",
                        "p"),
                    "p", languages::en);
  REQUIRE(document.blocks.size() == 2);
  CHECK(document.blocks[0].label == "3.");
  CHECK(document.blocks[0].kind == BlockKind::paragraph);
  CHECK(document.blocks[1].label == "a.");
  CHECK(document.blocks[1].kind == BlockKind::list_item);
}

}  // namespace hexapla
