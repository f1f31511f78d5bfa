#include "cli/documents/read_pdf_file.hpp"

#include "cli/make_pdf.hpp"
#include "document/audit.hpp"
#include "text/error.hpp"

#include <chrono>

#include <catch2/catch.hpp>

namespace hexapla::cli::read_pdf_file_test {
namespace {

using namespace std::chrono_literals;
using Catch::Matchers::Contains;

/// What the program says of `bytes`; empty when it reads them.
std::string complaint(const std::string& bytes, const PdfReader& reader = {}) {
  try {
    (void)read_pdf_file(bytes, "letter.pdf", reader);
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

PdfReader impatient() {
  PdfReader reader;
  reader.limits.time = 1s;
  return reader;
}

bool has_poppler() {
  return complaint(pdf_of(one_page(pdf_words("Words")))).empty();
}

}  // namespace

TEST_CASE("a PDF file is read, and every character is accounted for", "[cli][pdf]") {
  if (!has_poppler()) {
    WARN("poppler is not there: not tested");
    return;
  }
  const ReadPdf read =
      read_pdf_file(pdf_of(one_page(pdf_words("The Security Council decides."))), "-x.pdf");
  CHECK(read.manuscript.format == "pdf");
  CHECK(read.manuscript.parts == std::vector<Part>{{"page 1", read.xml.find("<page")}});
  CHECK(read.manuscript.left_out.empty());
  const Document document = document_from(read.manuscript, "-x.pdf", languages::en);
  CHECK(document.text == "The Security Council decides.");
  CHECK(audit(document, read.xml).unaccounted.empty());
}

TEST_CASE("a missing poppler is named with its package", "[cli][pdf][error]") {
  PdfReader reader;
  reader.program = "hexapla-has-no-such-program";
  CHECK_THAT(complaint(pdf_of(one_page(pdf_words("Words"))), reader),
             Contains("letter.pdf") && Contains("apt-get install poppler-utils"));
}

TEST_CASE("PDF files that can't be read are refused with a way out", "[cli][pdf][error]") {
  if (!has_poppler()) return;
  const std::string whole = pdf_of(one_page(pdf_words("Words")));
  CHECK_THAT(complaint("%PDF-1.4\n"), Contains("poppler can't read it"));
  CHECK_THAT(complaint(whole.substr(0, 40)), Contains("poppler can't read it"));
  CHECK_THAT(complaint(pdf_of(one_page("0 0 100 100 re f"))),
             Contains("there is no text in it") && Contains("ocrmypdf"));
}

TEST_CASE("a locked PDF file is refused with a way out", "[cli][pdf][error]") {
  if (!has_poppler()) return;
  std::vector<std::string> objects = one_page(pdf_words("Words"));
  const std::string hash(64, 'a');
  objects.push_back("<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + hash + "> /U <" + hash +
                    "> >>");
  const std::string bytes = pdf_of(objects, "/Encrypt 6 0 R /ID [<00> <00>]");
  CHECK_THAT(complaint(bytes), Contains("a password locks it") && Contains("qpdf"));
}

TEST_CASE("a PDF file that never ends is given up", "[cli][pdf][error][slow]") {
  if (!has_poppler()) return;
  // Each form draws the next one ten times: the last is drawn 10^12 times.
  constexpr int depth = 12;
  std::vector<std::string> objects = one_page("/X Do", "/XObject << /X 6 0 R >>");
  for (int i = 0; i < depth; ++i) {
    std::string calls;
    for (int call = 0; call < 10; ++call)
      calls += "/X Do ";
    objects.push_back(pdf_stream(i + 1 == depth ? pdf_words("Words") : calls,
                                 "/Type /XObject /Subtype /Form /BBox [0 0 595 842] "
                                 "/Resources << /Font << /F 5 0 R >> /XObject << /X " +
                                     std::to_string(7 + i) + " 0 R >> >>"));
  }
  const auto begin = std::chrono::steady_clock::now();
  CHECK_THAT(complaint(pdf_of(objects), impatient()),
             Contains("poppler is not done with it after 1 s"));
  CHECK(std::chrono::steady_clock::now() - begin < 10s);
}

TEST_CASE("a PDF file with more pages than a document has is refused",
          "[cli][pdf][error][slow]") {
  if (!has_poppler()) return;
  std::vector<std::string> objects = one_page(pdf_words("Words"));
  constexpr int pages = 20'001;
  const std::string page = objects[2];
  std::string kids;
  for (int i = 0; i < pages; ++i) {
    objects.push_back(page);
    kids += std::to_string(objects.size()) + " 0 R ";
  }
  objects[1] =
      "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages) + " >>";
  CHECK_THAT(complaint(pdf_of(objects)), Contains("more than 20000 pages; cut it up"));
  // One that only says so.
  objects[1] = "<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>";
  CHECK_THAT(complaint(pdf_of(objects)),
             Contains("poppler can't read it") && Contains("2000000000"));
}

TEST_CASE("the invisible text of a recognised scan is read and said to be recognised",
          "[cli][pdf]") {
  if (!has_poppler()) return;
  const std::string drawn = pdf_words("The General Assembly took note of it.");
  const ReadPdf read = read_pdf_file(pdf_of(one_page("3 Tr " + drawn)), "scan.pdf");
  CHECK(read.manuscript.format == "pdf, recognised");
  CHECK_THAT(read.manuscript.text, Contains("The General Assembly took note of it."));
  REQUIRE(read.manuscript.left_out.size() == 1);
  CHECK_THAT(read.manuscript.left_out[0].what, Contains("recognised from pictures"));
}

TEST_CASE("a PDF file nested deeper than poppler goes ends in words", "[cli][pdf][error]") {
  if (!has_poppler()) return;
  constexpr std::size_t depth = 1'000'000;
  std::vector<std::string> objects = one_page(pdf_words("Words"));
  objects[3] = std::string(depth, '[');
  CHECK_THAT(complaint(pdf_of(objects)), Contains("there is no text in it"));
}

TEST_CASE("damage inside a PDF file is reported", "[cli][pdf]") {
  if (!has_poppler()) return;
  std::vector<std::string> objects = one_page(pdf_words("Words") + " (open");
  const ReadPdf read = read_pdf_file(pdf_of(objects), "letter.pdf");
  REQUIRE(read.manuscript.left_out.size() == 1);
  CHECK_THAT(read.manuscript.left_out[0].what, Contains("damaged"));
}

}  // namespace hexapla::cli::read_pdf_file_test
