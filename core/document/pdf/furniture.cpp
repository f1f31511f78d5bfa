#include "document/pdf/furniture.hpp"

#include "document/pdf/head_lines.hpp"
#include "document/pdf/job_lines.hpp"
#include "document/pdf/notes.hpp"
#include "text/code_point.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include <unicode/uchar.h>

namespace hexapla {
namespace {

// Of the page's height: how far heads and feet reach into it.
constexpr double margin_zone = .15;
// Of a line's height: how far heads of two pages may be out of line.
constexpr double same_height = .6;
// Of its height: the white space that sets a lonely page number off from the text.
constexpr double set_off = 1;
constexpr std::size_t longest_number = 4;  // digits of a page number

/// The words of a line without its spaces, all numbers alike.
std::u32string likeness(const PdfLine& line) {
  std::u32string words;
  for (const PdfCharacter& character : line.text) {
    if (is_white_space(character.code)) continue;
    const char32_t sign = is_digit(character.code) ? U'#' : character.code;
    if (sign != U'#' || words.empty() || words.back() != U'#') words += sign;
  }
  return words;
}

class FurnitureFinder {
 public:
  FurnitureFinder(std::span<PdfLine> lines, std::span<const PdfPage> pages)
      : lines_(lines), pages_(pages) {
    for (PdfLine& line : lines_) {
      if (is_in_head(line)) places_[likeness(line)].push_back({line.page, line.top});
      if (is_in_foot(line)) places_[likeness(line)].push_back({line.page, foot_of(line)});
    }
    for (auto& [words, places] : places_)
      std::ranges::sort(places, {}, &Place::distance);
  }

  void mark() {
    for (std::size_t begin = 0; begin < lines_.size();) {
      std::vector<PdfLine*> page;
      const std::uint32_t number = lines_[begin].page;
      for (; begin < lines_.size() && lines_[begin].page == number; ++begin)
        page.push_back(&lines_[begin]);
      std::ranges::stable_sort(page, {}, &PdfLine::top);
      mark_from_edge(page, true);
      std::ranges::stable_sort(page, std::greater<>(), &PdfLine::bottom);
      mark_from_edge(page, false);
    }
  }

 private:
  struct Place {
    std::uint32_t page = 0;
    double distance = 0;  ///< From the upper or lower edge, which is negative.
  };

  [[nodiscard]] double foot_of(const PdfLine& line) const {
    return line.bottom - pages_[line.page].height;
  }
  [[nodiscard]] bool is_in_head(const PdfLine& line) const {
    return line.bottom <= margin_zone * pages_[line.page].height;
  }
  [[nodiscard]] bool is_in_foot(const PdfLine& line) const {
    return -foot_of(line) <= margin_zone * pages_[line.page].height;
  }

  /// `page` begins with the outermost line. What follows the first line of text is text.
  void mark_from_edge(const std::vector<PdfLine*>& page, bool head) const {
    for (std::size_t i = 0; i < page.size(); ++i) {
      PdfLine& line = *page[i];
      if (head ? !is_in_head(line) : !is_in_foot(line)) return;
      if (line.kind == BlockKind::furniture) continue;
      if (!head && is_in_note(line, page)) return;
      const PdfLine* const inner = i + 1 < page.size() ? page[i + 1] : nullptr;
      if (!is_repeated(line, head ? line.top : foot_of(line)) &&
          !is_page_number(line, inner))
        return;
      line.kind = BlockKind::furniture;
    }
  }

  /// Paragraphs that begin alike may stand at the head of two pages: "5. Requests".
  [[nodiscard]] static bool is_numbered(const PdfLine& line) {
    const auto blank = [](const PdfCharacter& sign) { return is_white_space(sign.code); };
    auto at = std::ranges::find_if_not(line.text, blank);
    const auto begin = at;
    while (at != line.text.end() && is_digit(at->code))
      ++at;
    if (at == begin || at == line.text.end() || at->code != U'.') return false;
    const auto word = std::find_if_not(at + 1, line.text.end(), blank);
    return word > at + 1 && word != line.text.end() && is_letter(word->code);
  }

  [[nodiscard]] bool is_repeated(const PdfLine& line, double distance) const {
    if (is_numbered(line)) return false;
    const std::vector<Place>& places = places_.at(likeness(line));
    const double slip = same_height * line.height();
    auto place = std::ranges::lower_bound(places, distance - slip, {}, &Place::distance);
    for (; place != places.end() && place->distance <= distance + slip; ++place)
      if (place->page != line.page) return true;
    return false;
  }

  /// A short note is like that of the next page but for its numbers: "1 A/80/237." It
  /// begins with a label that is raised or leads to its mark, or has words and is
  /// below a rule or one of several alike.
  [[nodiscard]] static bool is_in_note(const PdfLine& line,
                                       const std::vector<PdfLine*>& page) {
    const auto first = std::ranges::find_if_not(
        line.text, [](const PdfCharacter& sign) { return is_white_space(sign.code); });
    if (first == line.text.end()) return false;
    if (first->set_off()) return true;
    const bool label = is_digit(first->code) || first->code == U'*';
    const bool words = std::ranges::any_of(
        line.text, [](const PdfCharacter& sign) { return is_letter(sign.code); });
    return label && words && std::ranges::any_of(page, [&](const PdfLine* other) {
             const bool above = other->bottom <= line.top && is_note_rule(*other);
             const bool apart = std::abs(other->top - line.top) > line.height() / 2;
             return above || (apart && likeness(*other) == likeness(line));
           });
  }

  [[nodiscard]] bool is_page_number(const PdfLine& line, const PdfLine* inner) const {
    std::uint32_t number = 0;
    std::size_t digits = 0;
    for (const PdfCharacter& character : line.text) {
      if (is_white_space(character.code)) continue;
      if (!is_digit(character.code) || ++digits > longest_number) return false;
      number = 10 * number + static_cast<std::uint32_t>(
                                 u_charDigitValue(static_cast<UChar32>(character.code)));
    }
    if (digits == 0 || number != pages_[line.page].number || inner == nullptr) return false;
    const double gap = std::max(line.top - inner->bottom, inner->top - line.bottom);
    return gap > set_off * line.height();
  }

  std::span<PdfLine> lines_;
  std::span<const PdfPage> pages_;
  std::map<std::u32string, std::vector<Place>> places_;
};

}  // namespace

void mark_furniture(std::span<PdfLine> lines, std::span<const PdfPage> pages) {
  mark_job_lines(lines, pages);
  mark_symbol_heads(lines, pages);
  FurnitureFinder(lines, pages).mark();
}

}  // namespace hexapla
