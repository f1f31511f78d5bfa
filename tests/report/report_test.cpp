#include "report/report.hpp"

#include "align/made_up_rows.hpp"
#include "format/xml_reader.hpp"

#include <sstream>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

SegmentedDocument version(Language language, const std::string& name,
                          const std::vector<std::string>& sentences) {
  SegmentedDocument version;
  Document& document = version.document;
  document.name = name;
  document.language = language;
  for (const std::string& sentence : sentences) {
    const std::size_t begin = document.text.size();
    document.text += sentence + '\n';
    const auto block = static_cast<std::uint32_t>(document.blocks.size());
    const ByteRange range{begin, begin + sentence.size()};
    document.blocks.push_back(
        {block == 0 ? BlockKind::title : BlockKind::paragraph, range, ""});
    version.segments.push_back({range, block});
  }
  return version;
}

/// Chinese, Arabic without the last sentence, and English full of markup.
Multitext made_up_multitext() {
  Multitext multitext;
  multitext.documents = {
      version(languages::zh, "letter.zh.txt",
              {"秘书长的信", "导弹造成14人死亡。1", "谨启"}),
      version(languages::ar, "letter.ar.txt", {"رسالة الأمين العام", "قتل 41 مدنيا.1"}),
      version(languages::en, "<b>.txt",
              {"Letter", "<script>alert(\"x\")</script> & 14", "Yours"})};
  multitext.documents[0].document.marks = {{{42, 43}, "1"}};
  multitext.bitexts = {
      {0, 1, {{{0, 1}, {0, 1}, 1}, {{1, 2}, {1, 2}, 1}, {{2, 3}, {2, 2}, .2}}},
      {0, 2, {{{0, 1}, {0, 1}, 1}, {{1, 2}, {1, 2}, 1}, {{2, 3}, {2, 3}, 1}}}};
  multitext.rows = {{{{0, 1}, {0, 1}, {0, 1}}, 1},
                    {{{1, 2}, {1, 2}, {1, 2}}, .9},
                    {{{2, 3}, {2, 2}, {2, 3}}, .2}};
  return multitext;
}

std::vector<Finding> made_up_findings() {
  return {
      {Rule::untranslated, Severity::note, 1, {}, {{languages::en, 2, {0, 5}}}, "last", ""},
      {Rule::number,
       Severity::error,
       .9,
       {{languages::zh, 1, {12, 14}}},
       {{languages::ar, 1, {7, 9}}},
       "14 became 41 <i>",
       "14 \"&\""}};
}

std::string page_of(const std::vector<Finding>& findings = made_up_findings(),
                    const Multitext& multitext = made_up_multitext()) {
  std::ostringstream out;
  write_report(out, {"letter <1>.hexapla", "hexapla 0.1.0", multitext, findings});
  return out.str();
}

std::size_t count(const std::string& page, const std::string& words) {
  std::size_t found = 0;
  for (std::size_t at = page.find(words); at != std::string::npos;
       at = page.find(words, at + 1))
    ++found;
  return found;
}

}  // namespace

TEST_CASE("a report runs no script and asks for nothing from elsewhere", "[export]") {
  const std::string page = page_of();
  CHECK_THAT(page,
             Catch::Contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""));
  for (const std::string outside :
       {"<script", "http:", "https:", "url(", "@import", "<img", "<link", "javascript:"}) {
    CAPTURE(outside);
    CHECK(count(page, outside) == 0);
  }
}

TEST_CASE("a disputed row says so", "[export]") {
  Multitext multitext = made_up_multitext();
  CHECK_THAT(page_of(made_up_findings(), multitext), !Catch::Contains("disputed"));
  multitext.rows[1].agreement = .5;
  CHECK_THAT(page_of(made_up_findings(), multitext),
             Catch::Contains("1 disputed") && Catch::Contains(">disputed 50&#8239;%<"));
}

TEST_CASE("markup in texts, names and messages is shown, not obeyed", "[export]") {
  CHECK_THAT(page_of(), Catch::Contains(
                            "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; 14") &&
                            Catch::Contains("<title>letter &lt;1&gt;.hexapla</title>") &&
                            Catch::Contains("<bdi>&lt;b&gt;.txt</bdi>") &&
                            Catch::Contains("14 became 41 &lt;i&gt;") &&
                            Catch::Contains("<bdi>14 &quot;&amp;&quot;</bdi>"));
}

TEST_CASE("control characters in a text are shown as pictures", "[export][edge]") {
  Multitext multitext = made_up_multitext();
  multitext.documents[2].document.text.replace(0, 6, "a\x01z\x1F\x7F!");
  CHECK_THAT(page_of({}, multitext), Catch::Contains("a␁z␟"));
}

TEST_CASE("each cell names its language and direction", "[export]") {
  const std::string page = page_of();
  CHECK(count(page, "lang=\"ar\" dir=\"rtl\"") == 2);
  CHECK(count(page, "lang=\"zh\" dir=\"ltr\"") == 3);
  CHECK(count(page, "<tr id=\"row-") == 3);
}

TEST_CASE("a cell without a counterpart says so", "[export]") {
  CHECK(count(page_of(), "no counterpart") == 1);
}

TEST_CASE("a doubtful row is called so, not only tinted", "[export]") {
  const std::string page = page_of();
  CHECK(count(page, "<span class=\"flag\">doubtful</span>") == 1);
  CHECK_THAT(page,
             Catch::Contains("<tr id=\"row-2\" class=\"paragraph doubtful found k0\">"));
}

TEST_CASE("a finding is marked in its translation and lightly in its source", "[export]") {
  CHECK_THAT(
      page_of(),
      Catch::Contains(
          "قتل <mark class=\"error r-number l-ar\" title=\"14 became 41 &lt;i&gt;\">"
          "<a id=\"place-1\"></a>41</mark>"
          "<a class=\"number target error r-number l-ar\" href=\"#finding-1\">1</a> "
          "مدنيا") &&
          Catch::Contains(
              "导弹造成<mark class=\"error r-number l-ar source\" title=\"14 became 41 "
              "&lt;i&gt;\">14</mark>"
              "<a class=\"number source error r-number l-ar\" "
              "href=\"#finding-1\">1</a>人死亡"));
}

TEST_CASE("findings are numbered in the order of the text, not of the checks", "[export]") {
  CHECK_THAT(page_of(),
             Catch::Contains(
                 "<li id=\"finding-2\" value=\"2\" class=\"note r-untranslated l-en\">"));
}

TEST_CASE("all links inside a report lead somewhere, and no place is named twice",
          "[export]") {
  const std::string page = page_of();
  for (const std::string name :
       {"place-1", "place-2", "finding-1", "finding-2", "row-0", "rows"}) {
    CAPTURE(name);
    CHECK(count(page, "id=\"" + name + "\"") == 1);
    CHECK(count(page, "href=\"#" + name + "\"") >= 1);
  }
  CHECK(count(page, "#place-0") == 0);
  CHECK(count(page, "#place-3") == 0);
}

TEST_CASE("findings that overlap are cut at their borders", "[export][edge]") {
  const std::vector<Finding> findings{
      {Rule::date, Severity::note, 1, {}, {{languages::en, 2, {0, 4}}}, "m", ""},
      {Rule::name, Severity::error, 1, {}, {{languages::en, 2, {2, 5}}}, "n", ""}};
  CHECK_THAT(
      page_of(findings),
      Catch::Contains(
          "<mark class=\"note r-date l-en\" title=\"m\"><a id=\"place-1\"></a>Yo</mark>"
          "<mark class=\"error\" title=\"m\nn\"><a id=\"place-2\"></a>ur</mark>"
          "<a class=\"number target note r-date l-en\" href=\"#finding-1\">1</a>"
          "<mark class=\"error r-name l-en\" title=\"n\">s</mark>"
          "<a class=\"number target error r-name l-en\" href=\"#finding-2\">2</a></span>"));
}

TEST_CASE("findings are switched by severity, rule and language, rows with them",
          "[export]") {
  const std::string page = page_of();
  for (const std::string id : {"s-error", "r-number", "l-ar"}) {
    CAPTURE(id);
    CHECK(count(page, "<input type=\"checkbox\" id=\"" + id + "\" checked>") == 1);
    CHECK(count(page, "body:has(#" + id + ":not(:checked)) :is(.remark") == 1);
  }
  CHECK(count(page,
              ":has(#s-error:checked):has(#r-number:checked):has(#l-ar:checked) .rows "
              "tr.k") == 1);
}

TEST_CASE("findings that say the same are one line of the list, with all places",
          "[export]") {
  const Finding one{Rule::url, Severity::note, 1, {}, {{languages::en, 0, {0, 2}}}, "m",
                    ""};
  Finding other = one;
  other.target = {{languages::en, 2, {0, 2}}};
  const std::string page = page_of({one, other});
  CHECK(count(page, "<li id=\"finding-") == 1);
  CHECK(count(page, "×2</span>") == 1);
  CHECK_THAT(page, Catch::Contains("id=\"finding-2\" href=\"#place-2\""));
}

TEST_CASE("a report of many findings is cut into pages that lead to each other",
          "[export]") {
  const Multitext multitext = made_up_multitext();
  std::vector<Finding> findings;
  for (const std::uint32_t segment : {0U, 0U, 2U})
    findings.push_back({Rule::url,
                        Severity::note,
                        1,
                        {},
                        {{languages::en, segment, {findings.size(), 3}}},
                        "m",
                        ""});
  std::vector<std::string> files;
  std::vector<std::string> pages;
  write_report_pages(
      {"l", "hexapla 0.1.0", multitext, findings},
      [](std::size_t page) { return "l-" + std::to_string(page) + ".html"; },
      [&](const std::string& file, const std::function<void(std::ostream&)>& write) {
        std::ostringstream out;
        write(out);
        files.push_back(file);
        pages.push_back(out.str());
      },
      1);
  // A row with more findings than a page may have is not cut.
  REQUIRE(files == std::vector<std::string>{"l-0.html", "l-1.html"});
  CHECK(count(pages[0], "<tr id=\"row-") + count(pages[1], "<tr id=\"row-") == 3);
  CHECK_THAT(pages[0], Catch::Contains("<a href=\"l-1.html\">2</a>") &&
                           Catch::Contains("href=\"l-1.html#place-3\""));
  CHECK_THAT(pages[1],
             Catch::Contains("href=\"l-0.html#place-2\"") && Catch::EndsWith("</html>\n"));
}

TEST_CASE("footnote marks are raised", "[export]") {
  CHECK_THAT(page_of(), Catch::Contains("人死亡。<sup>1</sup></span>"));
}

TEST_CASE("a finding beyond its segment is cut, one in no row is listed only",
          "[export][edge]") {
  const std::vector<Finding> findings{
      {Rule::url, Severity::note, 1, {}, {{languages::en, 0, {3, 999}}}, "beyond", ""},
      {Rule::url, Severity::note, 1, {}, {{languages::fr, 0, {0, 1}}}, "nowhere", ""}};
  const std::string page = page_of(findings);
  CHECK_THAT(page, Catch::Contains("</a>ter</mark>") && Catch::Contains("nowhere"));
  CHECK(count(page, "#place-2") == 0);
}

TEST_CASE("a report of nothing is a page too", "[export][edge]") {
  CHECK_THAT(page_of({}, {}),
             Catch::Contains("0 versions") && Catch::EndsWith("</html>\n"));
}

TEST_CASE("a report tells how each language says a concept, and where", "[export]") {
  const Multitext multitext = made_up_multitext();
  const Termbase termbase{{{"<sg>",
                            "",
                            {{languages::zh, "秘书长", {}, "", "", ""},
                             {languages::ar, "الأمين العام", {}, "", "", ""},
                             {languages::en, "Secretary-General", {}, "", "", ""}}}}};
  std::ostringstream out;
  write_report(out, {"l", "hexapla 0.1.0", multitext, {}, &termbase});
  const std::string page = out.str();
  CHECK_THAT(page, Catch::Contains("<summary>1 concept: how each language says them") &&
                       Catch::Contains("<th scope=\"row\"><bdi>Secretary-General</bdi> "
                                       "<small>&lt;sg&gt;</small></th>") &&
                       Catch::Contains("<bdi>الأمين العام</bdi> ×1") &&
                       Catch::Contains("none of its terms ×1") &&
                       Catch::Contains("<a href=\"#row-0\">0</a>"));
  CHECK(page_of().find("class=\"concepts\"") == std::string::npos);
}

TEST_CASE("the summary counts rows, beads by shape and findings by rule", "[export]") {
  CHECK_THAT(
      page_of(),
      Catch::Contains(
          "3 versions · 3 rows, 2 of them in all versions, 1 doubtful · 2 findings") &&
          Catch::Contains("1 of 1–0, 2 of 1–1") &&
          Catch::Contains(
              "<th scope=\"row\">number</th><td>accuracy</td><td class=\"count\">·</td>"
              "<td class=\"count\">1</td>"));
}

TEST_CASE("statistics are drawn as well-formed pictures that words describe",
          "[export][report]") {
  const std::string page = page_of();
  CHECK(count(page, "<svg class=\"chart\" role=\"img\"") == 5);  // rows, two for each pair
  std::size_t end = 0;
  for (std::size_t at = page.find("<svg"); at != std::string::npos;
       at = page.find("<svg", end)) {
    end = page.find("</svg>", at) + 6;
    XmlReader picture(std::string_view(page).substr(at, end - at), "chart.svg");
    std::size_t titles = 0;
    while (picture.next())
      if (picture.event() == XmlEvent::begin && picture.local_name() == "title") ++titles;
    CHECK(titles == 1);
  }
  CHECK_THAT(page, Catch::Contains("中文: 3 of 3; العربية: 2 of 3; ") &&
                       Catch::Contains("<desc>1–0: 1; 1–1: 2; </desc>"));
}

}  // namespace hexapla
