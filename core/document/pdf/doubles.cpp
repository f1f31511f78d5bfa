#include "document/pdf/doubles.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <string>

namespace hexapla {
namespace {

// Of the font size: strokes that make letters bold, or shadows, are no farther apart.
constexpr double stroke_slip = .15;
// Boxes of a line that one is compared with; more overlap in no text.
constexpr std::size_t most_overlapping = 32;
// Letters that a part of a piece has, and pairs that a word spelled twice has, at least.
constexpr std::size_t shortest_part = 2;
constexpr std::size_t fewest_pairs = 3;
// Of its letters: how far from where it stands a part may be found in the whole.
constexpr double part_slip = .15;

std::u32string letters_of(const PdfBox& box) {
  std::u32string letters;
  for (const PdfCharacter& character : box.text)
    if (!is_white_space(character.code)) letters += character.code;
  return letters;
}

double slip_of(const PdfBox& box) {
  return stroke_slip * box.font_size;
}

/// Whether the words of `part`, which lies within `whole`, are in it at the same place.
bool is_drawn_in(const PdfBox& part, const PdfBox& whole) {
  const double slip = slip_of(whole);
  if (std::abs(part.font_size - whole.font_size) > slip) return false;
  if (part.left < whole.left - slip || part.right() > whole.right() + slip) return false;
  const std::u32string all = letters_of(whole);
  const std::u32string some = letters_of(part);
  const bool same_ends =
      part.left - whole.left < slip && whole.right() - part.right() < slip;
  if (same_ends) return some == all;
  if (some.size() < shortest_part) return false;
  const auto count = static_cast<double>(all.size());
  const double due = (part.left - whole.left) / std::max(whole.width, 1.) * count;
  const double farthest = std::max(2., part_slip * count);
  for (std::size_t at = all.find(some); at != std::u32string::npos;
       at = all.find(some, at + 1))
    if (std::abs(static_cast<double>(at) - due) <= farthest) return true;
  return false;
}

ByteRange source_of(const PdfBox& box) {
  return {box.text.front().begin, box.text.back().end};
}

/// Finds doubles among the boxes of one line, which are sorted by their left edges.
class LineOfStrokes {
 public:
  LineOfStrokes(PdfPage& page, std::span<const std::size_t> boxes, std::vector<bool>& gone)
      : page_(page), boxes_(boxes), gone_(gone) {}

  void drop() {
    drop_pairs();
    for (std::size_t i = 0; i < boxes_.size(); ++i) {
      const std::size_t end = std::min(boxes_.size(), i + 1 + most_overlapping);
      for (std::size_t j = i + 1; j < end && !gone_[boxes_[i]]; ++j) {
        if (box(j).left >= box(i).right()) break;
        if (gone_[boxes_[j]]) continue;
        if (is_drawn_in(box(j), box(i))) {
          remove(j, i);
        } else if (is_drawn_in(box(i), box(j))) {
          remove(i, j);
        }
      }
    }
  }

 private:
  [[nodiscard]] PdfBox& box(std::size_t i) const { return page_.boxes[boxes_[i]]; }

  void remove(std::size_t dropped, std::size_t kept) {
    gone_[boxes_[dropped]] = true;
    box(kept).bold = true;
    page_.doubled.push_back(source_of(box(dropped)));
  }

  /// Runs of boxes that overlap, in which every letter is twice.
  void drop_pairs() {
    for (std::size_t begin = 0; begin < boxes_.size();) {
      std::size_t end = begin + 1;
      while (end < boxes_.size() && box(end).left < box(end - 1).right() &&
             box(end - 1).right() < box(end).right() + slip_of(box(end)))
        ++end;
      if (end - begin > 1 && is_paired(begin, end)) keep_first_of_pairs(begin, end);
      begin = end;
    }
  }

  [[nodiscard]] bool is_paired(std::size_t begin, std::size_t end) const {
    std::u32string letters;
    for (std::size_t i = begin; i < end; ++i)
      letters += letters_of(box(i));
    if (letters.size() % 2 != 0 || letters.size() < 2 * fewest_pairs) return false;
    for (std::size_t at = 0; at < letters.size(); at += 2)
      if (letters[at] != letters[at + 1]) return false;
    return true;
  }

  /// Keeps them in the first box.
  void keep_first_of_pairs(std::size_t begin, std::size_t end) {
    PdfBox whole = box(begin);
    whole.width = box(end - 1).right() - whole.left;
    whole.bold = true;
    whole.text.clear();
    bool second = false;
    for (std::size_t i = begin; i < end; ++i) {
      for (const PdfCharacter& character : box(i).text) {
        const bool blank = is_white_space(character.code);
        if (second && !blank) {
          page_.doubled.push_back({character.begin, character.end});
        } else if (!blank || !second) {
          whole.text.push_back(character);
        }
        if (!blank) second = !second;
      }
      if (i > begin) gone_[boxes_[i]] = true;
    }
    box(begin) = std::move(whole);
  }

  PdfPage& page_;
  std::span<const std::size_t> boxes_;
  std::vector<bool>& gone_;
};

}  // namespace

void drop_doubles(PdfPage& page) {
  std::vector<std::size_t> order(page.boxes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto box = [&](std::size_t i) -> const PdfBox& { return page.boxes[i]; };
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return box(i).top; });
  std::vector<bool> gone(page.boxes.size(), false);
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin + 1;
    while (end < order.size() &&
           box(order[end]).top - box(order[begin]).top <= slip_of(box(order[begin])))
      ++end;
    const std::span line = std::span(order).subspan(begin, end - begin);
    std::ranges::stable_sort(line, {}, [&](std::size_t i) { return box(i).left; });
    LineOfStrokes(page, line, gone).drop();
    begin = end;
  }
  if (page.doubled.empty()) return;
  std::vector<PdfBox> kept;
  for (std::size_t i = 0; i < page.boxes.size(); ++i)
    if (!gone[i]) kept.push_back(std::move(page.boxes[i]));
  page.boxes = std::move(kept);
  std::ranges::sort(page.doubled, {}, &ByteRange::begin);
}

}  // namespace hexapla
