#include "document/pdf/job_lines.hpp"

#include "text/code_point.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

namespace hexapla {
namespace {

// Of the page's height: how far up from its foot a job number may stand.
constexpr double foot_zone = .2;
constexpr std::size_t longest_job_line = 80;  // characters

/// The form of a word: 9 for a digit, A for a capital, other signs as they are, but for
/// brackets: in Arabic lines they may stand on the wrong side.
std::string form_of(std::string_view word) {
  constexpr std::string_view brackets = "()[]";
  std::string form;
  for (const char sign : word) {
    if (brackets.find(sign) != std::string_view::npos) continue;
    const bool digit = sign >= '0' && sign <= '9';
    const bool capital = sign >= 'A' && sign <= 'Z';
    form += digit ? '9' : capital ? 'A' : sign;
  }
  return form;
}

/// New York numbers jobs 25-16552, Geneva GE.25-16552, Vienna V.25-16552, Bangkok
/// B25-16552, Nairobi K2516552; the language may be glued to it, and a bar code is between
/// asterisks.
bool is_job_number(std::string_view form) {
  if (form == "*99999999*") return true;
  const bool coded = form.starts_with('*');
  if (coded) form.remove_prefix(1);
  const bool starred = form.ends_with('*');
  if (starred) form.remove_suffix(1);
  if (coded && !starred) return false;
  if (!coded && form.ends_with('A')) form.remove_suffix(1);
  const std::size_t office = std::min(form.find_first_not_of('A'), form.size());
  form.remove_prefix(office);
  if (office > 0 && form.starts_with('.')) form.remove_prefix(1);
  if (form == "99-99999") return true;
  return form == "9999999" && (office == 1 || coded);
}

/// What is beside a job number: the language, dates, the page's number.
bool goes_with_job_number(std::string_view form) {
  if (form == "A" || form == "999999" || form == "A999999" || form == "*") return true;
  return std::ranges::all_of(form, [](char sign) { return sign == '9' || sign == '/'; }) &&
         form.find('/') != std::string_view::npos;
}

std::string ascii_words_of(const PdfLine& line) {
  std::string words;
  for (const PdfCharacter& character : line.text)
    append_code_point(words, is_white_space(character.code) ? U' ' : character.code);
  return words;
}

bool is_job_line(const PdfLine& line) {
  if (line.text.size() > longest_job_line) return false;
  const std::string words = ascii_words_of(line);
  bool found = false;
  std::string before;  // the form of the word before
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    const std::string form = form_of(std::string_view(words).substr(begin, end - begin));
    begin = end + 1;
    if (form.empty()) continue;
    // With its language it is on the first page, where other words may be beside it.
    const std::string with_language =
        before + form.substr(0, form.starts_with('A') ? 1 : form.size());
    if (is_job_number(with_language) && with_language.ends_with('A')) return true;
    before = form;
    if (is_job_number(form)) {
      found = true;
    } else if (!goes_with_job_number(form)) {
      return false;
    }
  }
  return found;
}

bool starts_set_off(const PdfLine& line) {
  const auto first = std::ranges::find_if_not(
      line.text, [](const PdfCharacter& sign) { return is_white_space(sign.code); });
  return first != line.text.end() && first->raised;
}

}  // namespace

void mark_job_lines(std::span<PdfLine> lines, std::span<const PdfPage> pages) {
  std::map<std::uint32_t, double> tops;  // of the highest job line, by pages
  for (const PdfLine& line : lines) {
    const double height = pages[line.page].height;
    if (line.top < (1 - foot_zone) * height || !is_job_line(line)) continue;
    const auto [top, first] = tops.emplace(line.page, line.top);
    if (!first) top->second = std::min(top->second, line.top);
  }
  for (PdfLine& line : lines) {
    const auto top = tops.find(line.page);
    if (top == tops.end() || starts_set_off(line)) continue;
    if ((line.top + line.bottom) / 2 >= top->second || is_job_line(line))
      line.kind = BlockKind::furniture;
  }
}

}  // namespace hexapla
