#include "cli/documents/read_pdf_file.hpp"

#include "cli/print/counted.hpp"
#include "document/pdf/boxes.hpp"
#include "document/pdf/read_pdf.hpp"
#include "text/error.hpp"
#include "text/utf8.hpp"

#include <vector>

namespace hexapla::cli {
namespace {

constexpr std::size_t longest_complaint = 200;  // bytes of it that a message shows

[[noreturn]] void fail_pdf(Fault fault, std::string_view name, const std::string& what) {
  throw Error(fault, {std::string(name), 0}, what);
}

/// The first line of `stderr_text` that reports an error, or nothing.
std::string first_error(std::string_view stderr_text) {
  for (std::size_t begin = 0; begin < stderr_text.size();) {
    const std::size_t end = std::min(stderr_text.find('\n', begin), stderr_text.size());
    const std::string_view line = stderr_text.substr(begin, end - begin);
    if (line.find("Error") != std::string_view::npos && !find_ill_formed(line))
      return std::string(line.substr(0, longest_complaint));
    begin = end + 1;
  }
  return {};
}

[[noreturn]] void refuse_pdf(const ChildResult& result, std::string_view name,
                             const PdfReader& reader) {
  const auto seconds = std::chrono::duration<double>(reader.limits.time).count();
  switch (result.end) {
    case ChildEnd::not_found:
      fail_pdf(Fault::unsupported, name,
               "reading PDF files needs poppler's " + reader.program +
                   ", which isn't installed: apt-get install poppler-utils");
    case ChildEnd::took_too_long:
      fail_pdf(Fault::unsupported, name,
               "poppler is not done with it after " +
                   std::to_string(static_cast<long>(seconds)) +
                   " s; print it to PDF again, or save it as .docx");
    case ChildEnd::wrote_too_much:
      fail_pdf(Fault::unsupported, name,
               "poppler finds more than " + std::to_string(reader.limits.output >> 20U) +
                   " MiB of text in it, more than any document has; cut it up");
    case ChildEnd::crashed:
      fail_pdf(Fault::malformed, name,
               "poppler breaks down over it; print it to PDF again, or save it as .docx");
    case ChildEnd::exited:
      break;
  }
  if (result.stderr_text.find("Incorrect password") != std::string::npos)
    fail_pdf(Fault::unsupported, name,
             "a password locks it; save a copy without one, with qpdf --decrypt for one");
  const std::string error = first_error(result.stderr_text);
  fail_pdf(Fault::malformed, name,
           "poppler can't read it" + (error.empty() ? "" : " (" + error + ")") +
               "; it may be cut off or no PDF at all: fetch it again");
}

ChildResult run_poppler(std::string_view bytes, std::string_view name,
                        const PdfReader& reader, std::vector<std::string> more_words) {
  // One page more than is read, for the reader to see that there are too many. The file is
  // never named: whatever it is called, its name is no option.
  std::vector<std::string> words{
      reader.program, "-xml",          "-i", "-stdout",
      "-nodrm",       "-noroundcoord", "-l", std::to_string(most_pdf_pages + 1)};
  words.insert(words.end(), more_words.begin(), more_words.end());
  words.emplace_back("/dev/stdin");
  ChildResult result = run_child(words, bytes, reader.limits, name);
  if (result.end != ChildEnd::exited || result.exit_code != 0)
    refuse_pdf(result, name, reader);
  return result;
}

}  // namespace

ReadPdf read_pdf_file(std::string_view bytes, std::string_view name,
                      const PdfReader& reader) {
  ChildResult words = run_poppler(bytes, name, reader, {});
  std::vector<std::string> layer;
  std::string replaced;  // the text in whose place recognised text was read
  // Programs that recognise scans lay their text over the picture without drawing it.
  if (!pdf_xml_has_text(words.out)) {
    layer = {"-hidden"};
    words = run_poppler(bytes, name, reader, layer);
    replaced = "text that is set";
  }
  std::string with_layer;
  const std::size_t pictures = pdf_xml_pages_without_text(words.out);
  if (reader.recognised_as && pictures > 0) {
    if (reader.say) reader.say("recognising the text of " + counted(pictures, "page"));
    with_layer = recognised_pdf(bytes, name, *reader.recognised_as, reader.recogniser);
    bytes = with_layer;
    layer = {"-hidden"};
    words = run_poppler(bytes, name, reader, layer);
    const std::size_t blank = pdf_xml_pages_without_text(words.out);
    if (replaced.empty() && blank < pictures)
      replaced = "text that is set on " + counted(pictures - blank, "page");
  }
  // The same with a space after each glyph; see pdf_glyphs.hpp.
  std::vector<std::string> spread = layer;
  spread.insert(spread.end(), {"-wbt", "-100"});
  const ChildResult glyphs = run_poppler(bytes, name, reader, spread);
  ReadPdf read{std::move(words.out), {}};
  read.manuscript = manuscript_from_pdf_xml(read.xml, name, glyphs.out);
  if (!replaced.empty()) {
    read.manuscript.format = "pdf, recognised";
    read.manuscript.left_out.push_back(
        {replaced + ": what was read is an invisible layer, recognised from pictures, and "
                    "may have wrong letters",
         {}});
  }
  const std::string error = first_error(words.stderr_text);
  if (!error.empty())
    read.manuscript.left_out.push_back({"what is damaged, says poppler: " + error, {}});
  return read;
}

}  // namespace hexapla::cli
