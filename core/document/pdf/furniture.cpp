#include "document/pdf/furniture.hpp"

#include "document/pdf/head_lines.hpp"
#include "document/pdf/job_lines.hpp"
#include "document/pdf/notes.hpp"
#include "text/code_point.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <unicode/uchar.h>

namespace hexapla {
namespace {

// Of the page's height: how far heads and feet reach into it.
constexpr double margin_zone = .15;
// Of a line's height: how far heads of two pages may be out of line.
constexpr double same_height = .6;
// Of its height: the white space that sets a lonely page number off from the text.
constexpr double set_off = 1;
constexpr std::size_t longest_number = 4;   // digits of a page number
constexpr std::ptrdiff_t longest_item = 4;  // letters of its label: viii
// Of a line's height: lines of one paragraph are no farther apart.
constexpr double close_lines = .5;
// Heads that nothing sets off from the text are on so many pages, one in so many of all.
constexpr std::size_t fewest_head_pages = 3;
constexpr std::size_t pages_a_head = 3;
// Of the width of its neighbour: a line of text that goes on.
constexpr double full_line = .8;
// Of the size of the body.
constexpr double body_print = .95;

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
      : lines_(lines), pages_(pages), body_(body_print * body_size(lines)) {
    for (PdfLine& line : lines_) {
      if (is_in_head(line)) places_[likeness(line)].push_back({line.page, line.top});
      if (is_in_foot(line)) places_[likeness(line)].push_back({line.page, foot_of(line)});
    }
    for (auto& [words, places] : places_) {
      std::set<std::uint32_t> holding;  // these words
      for (const Place& place : places)
        holding.insert(place.page);
      page_counts_[words] = holding.size();
      std::ranges::sort(places, {}, &Place::distance);
    }
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

  /// Whether nothing sets a line off from the text: lines from it on stand as close as
  /// those of a paragraph, in one print, up to one that is on no other page.
  [[nodiscard]] bool leads_to_text(const std::vector<PdfLine*>& page, std::size_t at,
                                   bool head) const {
    for (; at + 1 < page.size(); ++at) {
      const PdfLine& line = *page[at];
      const PdfLine& inner = *page[at + 1];
      const double gap = head ? inner.top - line.bottom : line.top - inner.bottom;
      const bool close = gap < close_lines * line.height() &&
                         std::abs(inner.top - line.top) > line.height() / 2;
      const bool alike =
          line.size == inner.size && line.bold == inner.bold && line.size >= body_;
      if (!close || !alike) return false;
      const bool near = head ? is_in_head(inner) : is_in_foot(inner);
      if (!near || !is_repeated(inner, head ? inner.top : foot_of(inner))) return true;
    }
    return false;
  }

  /// The end of a paragraph may be alone at the head of two pages.
  [[nodiscard]] bool ends_paragraph(const PdfLine& line) const {
    const auto last = std::ranges::find_if_not(
        line.text.rbegin(), line.text.rend(), [](const auto& sign) {
          return is_white_space(sign.code) || sign.raised || is_closing_mark(sign.code);
        });
    return last != line.text.rend() && is_terminal(last->code) && line.size >= body_;
  }

  /// Whether a line whose words are on other pages too is text all the same.
  [[nodiscard]] bool is_repeated_text(const std::vector<PdfLine*>& page, std::size_t at,
                                      bool head) const {
    const PdfLine& line = *page[at];
    const std::size_t pages = page_counts_.at(likeness(line));
    const bool on_most =
        pages >= fewest_head_pages && pages * pages_a_head >= pages_.size();
    if (head && ends_paragraph(line) && pages + 1 < pages_.size()) return true;
    const bool full =
        at + 1 < page.size() && line.width() > full_line * page[at + 1]->width();
    return (full || !on_most) && leads_to_text(page, at, head);
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
      if (is_repeated_text(page, i, head)) return;
      line.kind = BlockKind::furniture;
    }
  }

  /// Paragraphs that begin alike may stand at the head of two pages: "5. Requests", "(a)
  /// The".
  [[nodiscard]] static bool is_numbered(const PdfLine& line) {
    const auto blank = [](const PdfCharacter& sign) { return is_white_space(sign.code); };
    auto at = std::ranges::find_if_not(line.text, blank);
    const bool item = at != line.text.end() && at->code == U'(';
    if (item) ++at;
    const auto begin = at;
    while (at != line.text.end() && (is_digit(at->code) || (item && is_letter(at->code) &&
                                                            at - begin < longest_item)))
      ++at;
    if (at == begin || at == line.text.end() || at->code != (item ? U')' : U'.'))
      return false;
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
  double body_;  ///< The least size of the body's letters.
  std::map<std::u32string, std::vector<Place>> places_;
  std::map<std::u32string, std::size_t> page_counts_;  ///< Of those places.
};

}  // namespace

void mark_furniture(std::span<PdfLine> lines, std::span<const PdfPage> pages) {
  mark_job_lines(lines, pages);
  mark_symbol_heads(lines, pages);
  FurnitureFinder(lines, pages).mark();
}

}  // namespace hexapla
