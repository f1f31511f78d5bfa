#include "document/docx/read_docx.hpp"
#include "document/html/read_html.hpp"
#include "document/make_letter.hpp"
#include "document/read_text.hpp"
#include "files.hpp"
#include "segment/segments.hpp"

#include <cstdlib>
#include <filesystem>
#include <regex>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> tags{"ar", "en", "es", "fr", "ru", "zh"};

Document letter(const std::string& tag) {
  const std::string name = "corpora/letter/letter." + tag + ".txt";
  return read_text(project_file(name), name, Language(tag));
}

Document from_docx(const std::string& bytes, const std::string& tag) {
  return document_from(manuscript_from_docx(bytes, "t.docx"), "t.docx", Language(tag));
}

Document from_html(const std::string& bytes, const std::string& tag) {
  return document_from(manuscript_from_html(bytes, "t.html"), "t.html", Language(tag));
}

/// Each segment with the kind and the label of its block.
std::vector<std::string> segments_of(Document document) {
  const SegmentedDocument segmented_document = segmented(std::move(document));
  std::vector<std::string> segments;
  for (const Segment& segment : segmented_document.segments) {
    const Block& block = segmented_document.block_of(segment);
    segments.push_back(std::string(name_of(block.kind)) + block.label + ": " +
                       std::string(segmented_document.text_of(segment)));
  }
  return segments;
}

/// What HTML can't hold: in the letter only the masthead and the session, whose columns
/// the extraction set apart by spaces, have two in a row.
std::vector<std::string> with_single_spaces(std::vector<std::string> segments) {
  for (std::string& segment : segments)
    segment = std::regex_replace(segment, std::regex("  +"), " ");
  return segments;
}

/// What is in one list at a place where the other has something else.
std::vector<std::string> differences(const std::vector<std::string>& found,
                                     const std::vector<std::string>& expected) {
  std::vector<std::string> different;
  for (std::size_t i = 0; i < std::max(found.size(), expected.size()); ++i) {
    const std::string one = i < found.size() ? found[i] : "(nothing)";
    const std::string other = i < expected.size() ? expected[i] : "(nothing)";
    if (one != other) different.push_back(one + " <> " + other);
  }
  return different;
}

std::vector<std::string> labels_of(const Document& document) {
  std::vector<std::string> labels;
  for (const FootnoteMark& mark : document.marks)
    labels.push_back(mark.label + std::string(mark.range.of(document.text)));
  return labels;
}

std::string file_bytes(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A heading, lists, a table and a footnote of two paragraphs, in several scripts.
constexpr std::string_view report_body = R"xml(
<text:h text:outline-level="1">导言</text:h>
<text:p>Совет Безопасности &amp; Генеральная Ассамблея заявили: «Нет»<text:note
text:note-class="footnote" text:id="ftn1"><text:note-citation>1</text:note-citation><text:note-body>
<text:p>См. резолюцию 73/3.</text:p><text:p>Там же.</text:p></text:note-body></text:note>. Они
решили <text:span>продол</text:span>жать.</text:p>
<text:list><text:list-item><text:p>Первый пункт.</text:p></text:list-item>
<text:list-item><text:p>Второй пункт.</text:p></text:list-item></text:list>
<table:table><table:table-column table:number-columns-repeated="2"/>
<table:table-row><table:table-cell><text:p>الدولة</text:p></table:table-cell>
<table:table-cell><text:p>Aportación. En dólares.</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>أذربيجان</text:p></table:table-cell>
<table:table-cell><text:p>1 774</text:p></table:table-cell></table:table-row></table:table>
<text:p>结束。</text:p>)xml";

/// Lets LibreOffice write all letters and the report in `format`; false when there is no
/// LibreOffice.
bool convert_letters(const fs::path& folder, const std::string& format) {
  const std::string program = SOFFICE;
  if (!fs::exists(program)) return false;
  fs::remove_all(folder);
  fs::create_directories(folder);
  std::string files;
  const auto add = [&](const std::string& name, const std::string& fodt) {
    const fs::path file = folder / (name + ".fodt");
    std::ofstream(file, std::ios::binary) << fodt;
    files += " '" + file.string() + "'";
  };
  for (const std::string& tag : tags)
    add(tag, fodt_of(letter(tag)));
  add("report", fodt_around(report_body));
  const std::string command =
      "'" + program + "' --headless '-env:UserInstallation=file://" +
      (folder / "profile").string() + "' --convert-to " + format + " --outdir '" +
      folder.string() + "'" + files + " >'" + (folder / "log").string() + "' 2>&1";
  return std::system(command.c_str()) == 0;
}

}  // namespace

TEST_CASE("the letter has the same segments as text, DOCX and HTML", "[segment][formats]") {
  const auto tag = GENERATE(from_range(tags));
  CAPTURE(tag);
  const Document text = letter(tag);
  const Document docx = from_docx(docx_of(text), tag);
  const Document html = from_html(html_of(text), tag);
  CHECK(differences(segments_of(docx), segments_of(text)) == std::vector<std::string>{});
  CHECK(differences(segments_of(html), with_single_spaces(segments_of(text))) ==
        std::vector<std::string>{});
  CHECK(labels_of(docx) == labels_of(text));
  CHECK(labels_of(html) == labels_of(text));
}

TEST_CASE("the letter has the same segments when LibreOffice wrote it",
          "[segment][formats][slow]") {
  const fs::path folder = fs::path(SCRATCH) / "formats";
  const auto format = GENERATE(values<std::string>({"docx", "html"}));
  if (!convert_letters(folder / format, format)) {
    WARN("LibreOffice is not there: not tested");
    return;
  }
  for (const std::string& tag : tags) {
    CAPTURE(format, tag);
    const std::string bytes = file_bytes(folder / format / (tag + "." + format));
    REQUIRE_FALSE(bytes.empty());
    const Document text = letter(tag);
    const Document made = format == "docx" ? from_docx(bytes, tag) : from_html(bytes, tag);
    if (format == "docx") {
      CHECK(differences(segments_of(made), segments_of(text)) ==
            std::vector<std::string>{});
    } else {
      CHECK(differences(segments_of(made), with_single_spaces(segments_of(text))) ==
            std::vector<std::string>{});
    }
    CHECK(labels_of(made) == labels_of(text));
  }
  const std::string report = file_bytes(folder / format / ("report." + format));
  CHECK(segments_of(format == "docx" ? from_docx(report, "ru") : from_html(report, "ru")) ==
        std::vector<std::string>{
            "heading: 导言",
            "paragraph: Совет Безопасности & Генеральная Ассамблея заявили: «Нет»1.",
            "paragraph: Они решили продолжать.", "list_item•: • Первый пункт.",
            "list_item•: • Второй пункт.", "table: الدولة", "table: Aportación.",
            "table: En dólares.", "table: أذربيجان", "table: 1 774", "paragraph: 结束。",
            "footnote1: 1 См. резолюцию 73/3.", "footnote1: Там же."});
}

}  // namespace hexapla
