#include "cli/documents/recognise_pdf.hpp"

#include "cli/documents/workplace.hpp"
#include "text/error.hpp"
#include "text/utf8.hpp"

#include <array>
#include <utility>

namespace hexapla::cli {
namespace {

constexpr std::size_t longest_ocr_complaint = 200;  // bytes of it that a message shows
// Exit codes of ocrmypdf; its manual, "Return code policy".
constexpr int exit_missing_dependency = 3;
constexpr int exit_locked = 8;

/// What tesseract, and Debian's packages of its data, call a language.
std::string data_of(Language language, std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> names{
      {{"ar", "ara"},
       {"en", "eng"},
       {"es", "spa"},
       {"fr", "fra"},
       {"ru", "rus"},
       {"zh", "chi_sim"}}};
  for (const auto& [tag, data] : names)
    if (language.tag() == tag) return std::string(data);
  throw Error(Fault::unsupported, {std::string(name), 0},
              "--ocr recognises ar, en, es, fr, ru and zh, not '" +
                  std::string(language.tag()) +
                  "'; have the text recognised with ocrmypdf -l");
}

std::string package_of(std::string data) {
  if (const std::size_t at = data.find('_'); at != std::string::npos) data[at] = '-';
  return "tesseract-ocr-" + data;
}

std::string last_line(std::string_view complaints) {
  while (!complaints.empty() && complaints.back() == '\n')
    complaints.remove_suffix(1);
  const std::size_t begin = complaints.rfind('\n');
  const std::string_view line =
      begin == std::string_view::npos ? complaints : complaints.substr(begin + 1);
  return find_ill_formed(line) ? std::string()
                               : std::string(line.substr(0, longest_ocr_complaint));
}

[[noreturn]] void fail_recognition(std::string_view name, Fault fault,
                                   const std::string& what) {
  throw Error(fault, {std::string(name), 0}, what);
}

[[noreturn]] void refuse_recognition(const ChildResult& result, std::string_view name,
                                     const std::string& data,
                                     const PdfRecogniser& recogniser) {
  const std::string install = "apt-get install ocrmypdf " + package_of(data);
  if (result.end == ChildEnd::not_found)
    fail_recognition(name, Fault::unsupported,
                     "recognising text needs " + recogniser.program +
                         ", which isn't installed: " + install);
  if (result.end == ChildEnd::took_too_long)
    fail_recognition(name, Fault::unsupported,
                     "its text is not recognised after " +
                         std::to_string(recogniser.limits.time.count() / 60'000) +
                         " min; cut it up, with qpdf --pages for one");
  if (result.end == ChildEnd::wrote_too_much)
    fail_recognition(name, Fault::unsupported,
                     "with its text recognised it is larger than any document; cut it up");
  const std::string said = last_line(result.stderr_text);
  if (result.exit_code == exit_missing_dependency)
    fail_recognition(
        name, Fault::unsupported,
        "recognising its text needs what isn't installed (" + said + "): " + install);
  if (result.exit_code == exit_locked)
    fail_recognition(
        name, Fault::unsupported,
        "a password locks it; save a copy without one, with qpdf --decrypt for one");
  fail_recognition(name, Fault::malformed,
                   recogniser.program + " can't recognise its text" +
                       (said.empty() ? "" : " (" + said + ")") +
                       "; scan it anew, or get the document in another format");
}

}  // namespace

std::string recognised_pdf(std::string_view bytes, std::string_view name, Language language,
                           const PdfRecogniser& recogniser) {
  const std::string data = data_of(language, name);
  const Workplace place(name);
  // Pages with text stay as they are; the file is neither named nor made smaller. A page
  // that takes long is not left out without a word, as it is after three minutes otherwise.
  const auto limit = std::chrono::ceil<std::chrono::seconds>(recogniser.limits.time);
  const std::array<std::string, 13> words{recogniser.program,
                                          "--skip-text",
                                          "--quiet",
                                          "--output-type",
                                          "pdf",
                                          "--optimize",
                                          "0",
                                          "--tesseract-timeout",
                                          std::to_string(limit.count()),
                                          "-l",
                                          data,
                                          "-",
                                          "-"};
  ChildResult result = run_child(words, bytes, recogniser.limits, name,
                                 {place.path(), recogniser.largest_file});
  if (result.end != ChildEnd::exited || result.exit_code != 0)
    refuse_recognition(result, name, data, recogniser);
  return std::move(result.out);
}

}  // namespace hexapla::cli
