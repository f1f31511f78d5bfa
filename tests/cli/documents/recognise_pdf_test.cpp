#include "cli/documents/recognise_pdf.hpp"

#include "cli/documents/read_pdf_file.hpp"
#include "cli/documents/workplace.hpp"
#include "cli/make_pdf.hpp"
#include "text/error.hpp"

#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

namespace hexapla::cli::recognise_pdf_test {
namespace {

using Catch::Matchers::Contains;
namespace fs = std::filesystem;

/// A script in the place of ocrmypdf.
class StandIn {
 public:
  explicit StandIn(const std::string& script) : place_("test") {
    std::ofstream(program()) << "#!/bin/sh\n" << script;
    fs::permissions(program(), fs::perms::owner_all);
  }

  [[nodiscard]] std::string program() const { return place_.path() + "/ocr"; }
  [[nodiscard]] std::string add_file(const std::string& name,
                                     const std::string& bytes) const {
    const std::string path = place_.path() + "/" + name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  [[nodiscard]] PdfRecogniser recogniser() const {
    PdfRecogniser recogniser;
    recogniser.program = program();
    return recogniser;
  }

 private:
  Workplace place_;
};

std::string complaint(const PdfRecogniser& recogniser, Language language = languages::ru) {
  try {
    (void)recognised_pdf("%PDF", "scan.pdf", language, recogniser);
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("the text of a scan is recognised in its language", "[cli][pdf]") {
  const StandIn stand_in("echo $* >&2; [ \"${10}\" = rus ] && cat");
  CHECK(recognised_pdf("%PDF words", "scan.pdf", languages::ru, stand_in.recogniser()) ==
        "%PDF words");
  CHECK_THAT(complaint(stand_in.recogniser(), languages::fr), Contains("-l fra - -"));
}

TEST_CASE("what recognition lacks is named with its packages", "[cli][pdf][error]") {
  PdfRecogniser absent;
  absent.program = "hexapla-has-no-such-program";
  CHECK_THAT(complaint(absent), Contains("isn't installed") &&
                                    Contains("apt-get install ocrmypdf tesseract-ocr-rus"));
  const StandIn no_data("echo 'no language data: rus' >&2; exit 3");
  CHECK_THAT(complaint(no_data.recogniser()),
             Contains("no language data: rus") && Contains("tesseract-ocr-rus"));
  const StandIn locked("exit 8");
  CHECK_THAT(complaint(locked.recogniser()), Contains("a password locks it"));
  CHECK_THAT(complaint(absent, Language("de")), Contains("not 'de'"));
}

TEST_CASE("a recognition that takes too long is given up", "[cli][pdf][error]") {
  const StandIn endless("sleep 1000");
  PdfRecogniser recogniser = endless.recogniser();
  recogniser.limits.time = std::chrono::milliseconds{300};
  CHECK_THAT(complaint(recogniser), Contains("cut it up"));
}

TEST_CASE("a page that is a picture is read once it is recognised, and told apart",
          "[cli][pdf]") {
  const std::string layer =
      pdf_of(one_page("BT 3 Tr /F 12 Tf 72 700 Td (The Council decides.) Tj ET"));
  const StandIn stand_in("cat \"$(dirname \"$0\")/layer.pdf\"");
  (void)stand_in.add_file("layer.pdf", layer);
  PdfReader reader;
  reader.recogniser = stand_in.recogniser();
  std::string said;
  reader.say = [&](std::string_view words) { said = words; };
  const std::string scan = pdf_of(one_page("0 0 100 100 re f"));
  CHECK_THROWS_WITH(read_pdf_file(scan, "scan.pdf", reader), Contains("--ocr"));
  reader.recognised_as = languages::en;
  const ReadPdf read = read_pdf_file(scan, "scan.pdf", reader);
  CHECK(said == "recognising the text of 1 page");
  CHECK(read.manuscript.format == "pdf, recognised");
  CHECK_THAT(read.manuscript.text, Contains("The Council decides."));
  REQUIRE(read.manuscript.left_out.size() == 1);
  CHECK_THAT(read.manuscript.left_out.front().what, Contains("may have wrong letters"));
}

TEST_CASE("a page with text is not recognised again", "[cli][pdf]") {
  const StandIn stand_in("exit 15");
  PdfReader reader;
  reader.recogniser = stand_in.recogniser();
  reader.recognised_as = languages::en;
  const ReadPdf read =
      read_pdf_file(pdf_of(one_page(pdf_words("The Council met."))), "a.pdf", reader);
  CHECK(read.manuscript.format == "pdf");
}

}  // namespace hexapla::cli::recognise_pdf_test
