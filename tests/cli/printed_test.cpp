#include "cli/documents/read_pdf_file.hpp"
#include "document/audit.hpp"
#include "document/print_letter.hpp"
#include "document/read_text.hpp"
#include "files.hpp"
#include "segment/segments.hpp"

#include <cstdlib>
#include <filesystem>
#include <map>

#include <catch2/catch.hpp>

namespace hexapla::cli::printed_test {
namespace {

namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

const Strings tags{"ar", "en", "es", "fr", "ru", "zh"};

Document letter(const std::string& tag) {
  const std::string name = "corpora/letter/letter." + tag + ".txt";
  return read_text(project_file(name), name, Language(tag));
}

std::string file_bytes(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool is_there(const std::string& program) {
  return fs::exists(program) && std::system("command -v pdftohtml >/dev/null") == 0;
}

/// What a program printed of `pages`, by their names; empty when it isn't there.
using Pages = std::map<std::string, std::string>;

fs::path fresh_folder(const std::string& name) {
  fs::path folder = fs::path(SCRATCH) / name;
  fs::remove_all(folder);
  fs::create_directories(folder);
  return folder;
}

Pages read_printed(const fs::path& folder, const Pages& pages) {
  Pages printed;
  for (const auto& [name, page] : pages)
    printed[name] = file_bytes(folder / (name + ".pdf"));
  return printed;
}

Pages printed_by_libreoffice(const std::string& folder_name, const Pages& pages) {
  const std::string program = SOFFICE;
  if (!is_there(program)) return {};
  const fs::path folder = fresh_folder(folder_name);
  std::string command = "'" + program + "' --headless '-env:UserInstallation=file://" +
                        (folder / "profile").string() + "' --convert-to pdf --outdir '" +
                        folder.string() + "'";
  for (const auto& [name, page] : pages) {
    const fs::path file = folder / (name + ".fodt");
    std::ofstream(file, std::ios::binary) << page;
    command += " '" + file.string() + "'";
  }
  REQUIRE(std::system((command + " >/dev/null 2>&1").c_str()) == 0);
  return read_printed(folder, pages);
}

Pages printed_by_chromium(const std::string& folder_name, const Pages& pages) {
  const std::string program = CHROMIUM;
  if (!is_there(program)) return {};
  const fs::path folder = fresh_folder(folder_name);
  for (const auto& [name, page] : pages) {
    const std::string file = (folder / name).string();
    std::ofstream(file + ".html", std::ios::binary) << page;
    const std::string command =
        "timeout 60 '" + program +
        "' --headless --no-sandbox --disable-gpu --no-pdf-header-footer '--user-data-dir=" +
        (folder / "profile").string() + "' '--print-to-pdf=" + file + ".pdf' 'file://" +
        file + ".html' >/dev/null 2>&1";
    REQUIRE(std::system(command.c_str()) == 0);
  }
  return read_printed(folder, pages);
}

/// Each segment with the kind and the label of its block.
Strings segments_of(Document document) {
  const SegmentedDocument cut = segmented(std::move(document));
  Strings segments;
  for (const Segment& segment : cut.segments) {
    const Block& block = cut.block_of(segment);
    segments.push_back(std::string(name_of(block.kind)) + block.label + ": " +
                       std::string(cut.text_of(segment)));
  }
  return segments;
}

Strings blocks_of(const Document& document, std::string_view kind) {
  Strings blocks;
  for (const Block& block : document.blocks)
    if (name_of(block.kind) == kind) blocks.emplace_back(block.range.of(document.text));
  return blocks;
}

Strings differences(const Strings& found, const Strings& expected) {
  Strings different;
  for (std::size_t i = 0; i < std::max(found.size(), expected.size()); ++i) {
    const std::string one = i < found.size() ? found[i] : "(nothing)";
    const std::string other = i < expected.size() ? expected[i] : "(nothing)";
    if (one != other) different.push_back(one + " <> " + other);
  }
  return different;
}

/// Reads `bytes` and checks that nothing of them is lost.
Document read_whole(const std::string& bytes, const std::string& tag) {
  const ReadPdf read = read_pdf_file(bytes, tag + ".pdf");
  Document document = document_from(read.manuscript, tag + ".pdf", Language(tag));
  CHECK(audit(document, read.xml).unaccounted.empty());
  return document;
}

/// LibreOffice parts this name at the end of a line without a hyphen: nobody can tell.
Strings mended(Strings segments) {
  for (std::string& segment : segments)
    segment = replaced(segment, "Vagh arshak", "Vagharshak");
  return segments;
}

/// The paragraphs of the letter without their footnote marks: text enough for some pages.
Strings paragraphs_of(const std::string& tag) {
  const Document document = letter(tag);
  const LetterWriter plain{document, [](std::size_t, const std::string&) { return ""; }};
  Strings paragraphs;
  for (const Block& block : document.blocks)
    if (block.kind == BlockKind::paragraph)
      paragraphs.push_back(
          plain.text_of(block, [](std::string_view text) { return std::string(text); }));
  return paragraphs;
}

/// A report of several pages, with running heads, page numbers and footnotes, some of
/// which are long enough to go on overleaf.
struct Report {
  std::string fodt;
  Strings paragraphs;
  Strings footnotes;
};

Report report_in(const std::string& tag) {
  Report report;
  const Strings texts = paragraphs_of(tag);
  std::string body;
  constexpr std::size_t note_every = 3;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string number = std::to_string(i + 1) + ". ";
    std::string note;
    if (i % note_every == 0) {
      const std::string label = std::to_string(report.footnotes.size() + 1);
      const std::string& words = texts[texts.size() - 1 - i];
      report.footnotes.push_back(label + " " + words);
      note = "<text:note text:note-class=\"footnote\" text:id=\"ftn" + label +
             "\"><text:note-citation>" + label +
             "</text:note-citation><text:note-body><text:p text:style-name=\"Footnote\">" +
             escaped(words) + "</text:p></text:note-body></text:note>";
      report.paragraphs.push_back(number + texts[i] + label);
    } else {
      report.paragraphs.push_back(number + texts[i]);
    }
    body += "<text:p text:style-name=\"paragraph\">" + number + escaped(texts[i]) + note +
            "</text:p>\n";
  }
  report.fodt = printable_fodt(
      tag, body, "<text:p text:style-name=\"edge\">A/75/574-S/2020/1083</text:p>",
      "<text:p text:style-name=\"edge\"><text:page-number>1</text:page-number>/"
      "<text:page-count>1</text:page-count></text:p>"
      "<text:p text:style-name=\"edge\">20-14034</text:p>");
  return report;
}

/// Reads what was printed, by the languages of the pages, and lets `check` see it.
template <class Check>
void check_printed(const Pages& printed, Check check) {
  if (printed.empty()) WARN("LibreOffice, Chromium or poppler is not there: not tested");
  for (const auto& [tag, bytes] : printed) {
    CAPTURE(tag);
    check(tag, read_whole(bytes, tag));
  }
}

}  // namespace

TEST_CASE("the letter has the same segments when it was printed",
          "[cli][formats][pdf][slow]") {
  const bool is_office = GENERATE(true, false);
  CAPTURE(is_office);
  Pages pages;
  for (const std::string& tag : tags)
    pages[tag] = is_office ? printable_fodt(letter(tag)) : printable_html(letter(tag));
  const Pages printed = is_office ? printed_by_libreoffice("printed-letters", pages)
                                  : printed_by_chromium("browsed-letters", pages);
  check_printed(printed, [&](const std::string& tag, const Document& document) {
    const Strings segments = segments_of(document);
    CHECK(differences(is_office ? mended(segments) : segments, segments_of(letter(tag))) ==
          Strings{});
  });
}

TEST_CASE("a printed report has no furniture in its paragraphs and whole footnotes",
          "[cli][formats][pdf][slow]") {
  Pages pages;
  std::map<std::string, Report> reports;
  for (const std::string& tag : tags) {
    reports[tag] = report_in(tag);
    pages[tag] = reports[tag].fodt;
  }
  const Pages printed = printed_by_libreoffice("printed-reports", pages);
  check_printed(printed, [&](const std::string& tag, const Document& document) {
    CHECK(document.parts.size() > 1);
    CHECK(differences(mended(blocks_of(document, "paragraph")), reports[tag].paragraphs) ==
          Strings{});
    CHECK(differences(mended(blocks_of(document, "footnote")), reports[tag].footnotes) ==
          Strings{});
    CHECK(blocks_of(document, "furniture").size() == 3 * document.parts.size());
  });
}

TEST_CASE("printed columns are read one after the other", "[cli][formats][pdf][slow]") {
  Pages pages;
  std::map<std::string, Strings> paragraphs;
  for (const std::string& tag : tags) {
    std::string body;
    for (const std::string& text : paragraphs_of(tag)) {
      paragraphs[tag].push_back(std::to_string(paragraphs[tag].size() + 1) + ". " + text);
      body += "<p>" + escaped(paragraphs[tag].back()) + "</p>\n";
    }
    pages[tag] = printable_html(
        tag, body, "body{columns:2;column-gap:8mm;text-align:justify;font-size:14pt}\n");
  }
  const Pages printed = printed_by_chromium("browsed-columns", pages);
  check_printed(printed, [&](const std::string& tag, const Document& document) {
    CHECK(document.parts.size() > 1);
    CHECK(differences(blocks_of(document, "paragraph"), paragraphs[tag]) == Strings{});
  });
}

}  // namespace hexapla::cli::printed_test
