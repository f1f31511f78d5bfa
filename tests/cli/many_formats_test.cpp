// One document in every format that it may come in: a letter with thirty notes, a table, a
// list of States and two annexes. All are read as the same segments, but for what is said
// of each format.
#include "cli/documents/read_document.hpp"
#include "cli/make_pdf.hpp"
#include "document/print_letter.hpp"
#include "segment/segments.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

#include <catch2/catch.hpp>

namespace hexapla::cli::many_formats_test {
namespace {

namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

/// Each has two sentences, with a note to each.
const Strings paragraphs{
    "The Government of the Republic informs the Council of the measures that it has taken "
    "since its last report.|They were agreed with the neighbouring States in Geneva.",
    "The agreement on the shared river entered into force in March 2019.|Its commission "
    "meets "
    "twice a year and decides by consensus.",
    "Some 4,500 families returned to their villages in the course of the summer.|Each was "
    "given "
    "seed, tools and a small sum in cash.",
    "Schools were opened again in eleven districts of the south.|Two hundred teachers were "
    "trained with the help of the United Nations.",
    "The mine action centre cleared 73 square kilometres of farmland.|No accident was "
    "reported "
    "after the clearance ended.",
    "The Special Representative visited the border posts in April.|She found them in good "
    "order "
    "and thanked the guards for their patience.",
    "A joint commission looks into the fate of missing persons.|It has closed 118 of the "
    "240 "
    "files that were laid before it.",
    "The ceasefire was observed along the whole of the line.|Where shots were heard, both "
    "sides "
    "told the observers at once.",
    "Relief goods reached the capital by rail and by road.|The port remains closed to "
    "ships of "
    "more than 10,000 tons.",
    "Elections to the local councils were held on 4 October 2020.|Women won a third of all "
    "the "
    "seats.",
    "The courts have begun to hear cases of corruption in public office.|Three judges from "
    "abroad sit with those of the Republic.",
    "The central bank keeps the currency stable.|Prices rose by less than four per cent "
    "during "
    "the year under review."};
const Strings annex_paragraphs{
    "The parties shall meet in Vienna before the end of the year.|Their experts prepare "
    "the "
    "agenda.",
    "The depositary shall inform all States of each signature.|It keeps the original of "
    "the "
    "agreement.",
    "This agreement enters into force on the thirtieth day.|It is done in six languages."};
const std::vector<Strings> rows{{"District", "Families", "Schools"},
                                {"Northern hills", "1 774", "12"},
                                {"River valley", "2 310", "9"},
                                {"Southern coast", "416", "–"}};
const Strings states{"Albania", "Brazil",   "Chad",   "Denmark",
                     "Ecuador", "Portugal", "Rwanda", "Zimbabwe"};

/// What is before and after a table, its rows and its cells.
struct TableMarks {
  std::string begin;
  std::string row;
  std::string cell;
  std::string cell_end;
  std::string row_end;
  std::string end;
};

/// Writes the document for one kind of file.
class Maker {
 public:
  virtual ~Maker() = default;
  std::string body() {
    add("masthead", "General Assembly");
    add("title",
        "Letter dated 3 November 2020 from the Permanent Representative of the "
        "Republic to the United Nations addressed to the Secretary-General");
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
      add("paragraph", std::to_string(i + 1) + ". " + noted(paragraphs[i]));
      if (i == 3) add_table();
    }
    add("paragraph", "The following States have joined the agreement on the shared river:");
    for (const std::string& state : states)
      add("state", state);
    for (std::size_t i = 0; i < annex_paragraphs.size(); ++i) {
      if (i != 1) add("heading", i == 0 ? "Annex I" : "Annex II");
      add("paragraph", noted(annex_paragraphs[i]));
    }
    end();
    return body_;
  }

 protected:
  virtual void add(const std::string& style, const std::string& text) = 0;
  virtual TableMarks table_marks() = 0;
  virtual std::string mark(const std::string& label, const std::string& note) = 0;
  virtual void end() {}

  std::string body_;

 private:
  void add_table() {
    const TableMarks marks = table_marks();
    body_ += marks.begin;
    for (const Strings& row : rows) {
      body_ += marks.row;
      for (const std::string& cell : row)
        body_ += marks.cell + cell + marks.cell_end;
      body_ += marks.row_end;
    }
    body_ += marks.end;
  }

  /// Both sentences with their marks.
  std::string noted(const std::string& sentences) {
    std::string text;
    for (std::size_t begin = 0; begin < sentences.size();) {
      const std::size_t end = std::min(sentences.find('|', begin), sentences.size());
      const std::string label = std::to_string(++notes_);
      text += (begin > 0 ? " " : "") + sentences.substr(begin, end - begin) +
              mark(label, "See A/75/" + std::to_string(100 + notes_) + ", paragraph " +
                              label + ", where the figures are explained.");
      begin = end + 1;
    }
    return text;
  }

  std::size_t notes_ = 0;
};

class OfficeMaker : public Maker {
 protected:
  void add(const std::string& style, const std::string& text) override {
    body_ += "<text:p text:style-name=\"" + style + "\">" + text + "</text:p>\n";
  }
  TableMarks table_marks() override {
    return {"<table:table><table:table-column table:number-columns-repeated=\"3\"/>",
            "<table:table-row>",
            "<table:table-cell><text:p text:style-name=\"masthead\">",
            "</text:p></table:table-cell>",
            "</table:table-row>",
            "</table:table>\n"};
  }
  std::string mark(const std::string& label, const std::string& note) override {
    return "<text:note text:note-class=\"footnote\" text:id=\"ftn" + label +
           "\"><text:note-citation>" + label +
           "</text:note-citation><text:note-body><text:p text:style-name=\"Footnote\">" +
           note + "</text:p></text:note-body></text:note>";
  }
};

class WebMaker : public Maker {
 protected:
  void add(const std::string& style, const std::string& text) override {
    body_ += "<p class=" + style + ">" + text + "</p>\n";
  }
  TableMarks table_marks() override {
    return {"<table style='width:100%;margin-bottom:1em'>",
            "<tr>",
            "<td>",
            "</td>",
            "</tr>",
            "</table>\n"};
  }
  std::string mark(const std::string& label, const std::string& note) override {
    notes_ += "<p class=footnote><sup>" + label + "</sup> " + note + "</p>\n";
    return "<sup>" + label + "</sup>";
  }
  void end() override { body_ += "<hr width=30% align=left>\n" + notes_; }

 private:
  std::string notes_;
};

bool runs(const std::string& command) {
  return std::system((command + " >/dev/null 2>&1").c_str()) == 0;
}

bool is_there(const std::string& program) {
  return runs("command -v '" + program + "'");
}

/// The pages of a PDF file as pictures of 200 dpi, in a PDF file that holds nothing else.
bool scan(const fs::path& pdf, const fs::path& scanned) {
  const std::string prefix = (scanned.parent_path() / "page").string();
  if (!runs("pdftoppm -r 200 -jpeg '" + pdf.string() + "' '" + prefix + "'")) return false;
  std::vector<fs::path> pictures;
  for (const auto& entry : fs::directory_iterator(scanned.parent_path()))
    if (entry.path().extension() == ".jpg") pictures.push_back(entry.path());
  std::ranges::sort(pictures);
  std::string kids;
  std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R >>", ""};
  for (const fs::path& picture : pictures) {
    std::ifstream in(picture, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    const std::string page = std::to_string(objects.size() + 1);
    kids += page + " 0 R ";
    objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " +
                      std::to_string(objects.size() + 2) +
                      " 0 R /Resources << /XObject << /P " +
                      std::to_string(objects.size() + 3) + " 0 R >> >> >>");
    objects.push_back(pdf_stream("595 0 0 842 0 0 cm /P Do"));
    objects.push_back(pdf_stream(bytes,
                                 "/Type /XObject /Subtype /Image /Width 1654 /Height 2339 "
                                 "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter "
                                 "/DCTDecode"));
  }
  objects[1] = "<< /Type /Pages /Kids [" + kids + "] /Count " +
               std::to_string(pictures.size()) + " >>";
  std::ofstream(scanned, std::ios::binary) << pdf_of(objects);
  return !pictures.empty();
}

/// The segments, those of notes with their labels, whatever the kinds of the others.
Strings segments_of(const fs::path& file) {
  ReadOptions options{languages::en, std::nullopt};
  options.recognise = file.stem() == "scan";
  const SegmentedDocument cut = segmented(read_document(file, options).document);
  Strings segments;
  for (const Segment& segment : cut.segments) {
    const Block& block = cut.block_of(segment);
    const std::string text(cut.text_of(segment));
    const bool note = block.kind == BlockKind::footnote;
    // Some formats keep a note's label in its text.
    const std::size_t label =
        note && text.starts_with(block.label + " ") ? block.label.size() : 0;
    segments.push_back((note ? "[" + block.label + "] " : "") +
                       text.substr(label > 0 ? text.find_first_not_of(' ', label) : 0));
  }
  return segments;
}

/// How many segments one of both lacks; they go into `different`.
std::size_t differences(Strings found, Strings expected, Strings& different) {
  std::ranges::sort(found);
  std::ranges::sort(expected);
  std::ranges::set_symmetric_difference(found, expected, std::back_inserter(different));
  return different.size();
}

/// Marks are plain numbers in what pdftotext prints, and small print is hard to recognise:
/// there, words are compared; of those that the document has, so many are there.
const std::map<std::string, double> shared_words_of{{"text", 1}, {"scan", .8}};

/// The share of the words of `expected`, those of letters, that `found` has.
double shared_words(const Strings& found, const Strings& expected) {
  const auto words_of = [](const Strings& segments) {
    std::vector<std::string> words;
    for (const std::string& segment : segments) {
      std::string word;
      for (const char sign : segment + " ") {
        const bool letter = (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
        if (letter) {
          word += sign;
        } else if (!word.empty()) {
          words.push_back(std::move(word));
          word.clear();
        }
      }
    }
    std::ranges::sort(words);
    return words;
  };
  const std::vector<std::string> own = words_of(expected);
  std::vector<std::string> shared;
  std::ranges::set_intersection(words_of(found), own, std::back_inserter(shared));
  return static_cast<double>(shared.size()) / static_cast<double>(own.size());
}

}  // namespace

TEST_CASE("a document has the same segments in whatever format it comes",
          "[cli][formats][pdf][slow]") {
  const std::string office = SOFFICE;
  if (!fs::exists(office) || !is_there("pdftohtml")) {
    WARN("LibreOffice or poppler is not there: not tested");
    return;
  }
  const fs::path folder = fs::path(SCRATCH) / "many-formats";
  fs::remove_all(folder);
  fs::create_directories(folder);
  const std::string source = (folder / "letter.fodt").string();
  std::ofstream(source, std::ios::binary) << printable_fodt("en", OfficeMaker().body());
  const auto convert = [&](const std::string& format) {
    return runs("'" + office + "' --headless '-env:UserInstallation=file://" +
                (folder / "profile").string() + "' --convert-to " + format + " --outdir '" +
                folder.string() + "' '" + source + "'");
  };
  std::map<std::string, fs::path> files;
  for (const std::string format : {"docx", "doc", "rtf", "odt", "html", "pdf"}) {
    REQUIRE(convert(format));
    files[format] = folder / ("letter." + format);
  }
  const fs::path plain = folder / "letter.txt";
  if (runs("pdftotext -layout '" + files["pdf"].string() + "' '" + plain.string() + "'"))
    files["text"] = plain;
  const fs::path web = folder / "web.html";
  std::ofstream(web, std::ios::binary) << printable_html("en", WebMaker().body());
  const std::string browser = CHROMIUM;
  if (fs::exists(browser) && runs("timeout 120 '" + browser +
                                  "' --headless --no-sandbox --disable-gpu "
                                  "--no-pdf-header-footer '--user-data-dir=" +
                                  (folder / "browser").string() +
                                  "' '--print-to-pdf=" + (folder / "web.pdf").string() +
                                  "' 'file://" + web.string() + "'"))
    files["printed by Chromium"] = folder / "web.pdf";
  if (is_there("ocrmypdf") && is_there("pdftoppm") &&
      scan(files["pdf"], folder / "scan.pdf"))
    files["scan"] = folder / "scan.pdf";

  const Strings expected = segments_of(files["docx"]);
  CHECK(std::ranges::count_if(expected, [](const std::string& segment) {
          return segment.starts_with('[');
        }) == 30);
  // What differs where, and why: core/document/MEASURED.md.
  const std::map<std::string, std::size_t> allowed{{"printed by Chromium", 1}};
  for (const auto& [format, file] : files) {
    CAPTURE(format);
    const Strings found = segments_of(file);
    if (const auto share = shared_words_of.find(format); share != shared_words_of.end()) {
      CHECK(shared_words(found, expected) >= share->second);
      continue;
    }
    Strings different;
    const std::size_t count = differences(found, expected, different);
    const auto known = allowed.find(format);
    CAPTURE(different);
    CHECK(count <= (known == allowed.end() ? 0 : known->second));
  }
}

}  // namespace hexapla::cli::many_formats_test
