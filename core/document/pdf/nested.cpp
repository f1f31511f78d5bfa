#include "document/pdf/nested.hpp"

#include "document/pdf/direction.hpp"
#include "text/code_point.hpp"

#include <algorithm>
#include <cmath>

#include <unicode/uchar.h>

namespace hexapla {
namespace {

using Boxes = std::vector<const PdfBox*>;

// Boxes inside one; nobody's line has more.
constexpr std::size_t most_nested = 64;
// Of the font size: a box may stick out of the gap that it is in.
constexpr double slip = .1;
// Of the font size: how far a gap may be from where it was reckoned to be.
constexpr double farthest_gap = 2.5;

/// Whether `inner` is in a gap of `outer`, with text on both sides.
bool stands_inside(const PdfBox& inner, const PdfBox& outer) {
  const double edge = slip * outer.font_size;
  return inner.left > outer.left + edge && inner.right() < outer.right() - edge &&
         inner.text.size() < outer.text.size();
}

/// Spaces of which one or more have no glyph.
struct NestedGap {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t glyphs = 0;  ///< How many of them have one.
};

std::vector<NestedGap> nested_gaps(const std::vector<PdfCharacter>& text) {
  std::vector<NestedGap> gaps;
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (!is_white_space(text[at].code)) continue;
    NestedGap gap{at, at};
    for (; gap.end < text.size() && is_white_space(text[gap.end].code); ++gap.end)
      if (!text[gap.end].gap) ++gap.glyphs;
    at = gap.end;
    const bool bare = gap.glyphs < gap.end - gap.begin;
    if (bare && gap.end < text.size()) gaps.push_back(gap);
  }
  return gaps;
}

/// Where a box is cut: the characters from `begin` to `end` are dropped.
struct Cut {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Opening marks are beside the next word, others beside the one before.
bool opens_nested(char32_t code_point) {
  return u_charType(static_cast<UChar32>(code_point)) == U_START_PUNCTUATION ||
         u_charType(static_cast<UChar32>(code_point)) == U_INITIAL_PUNCTUATION;
}

/// On which side of the spaces of `gap` a nested box stood can't be seen.
Cut cut_in(const NestedGap& gap, const PdfBox& outer, const PdfBox& nested) {
  const bool right_to_left = is_right_to_left(outer.text[gap.begin - 1].code) ||
                             is_right_to_left(outer.text[gap.end].code);
  const bool before_spaces = opens_nested(nested.text.front().code) == right_to_left;
  if (before_spaces) return {gap.begin, gap.end - gap.glyphs};
  return {gap.begin + gap.glyphs, gap.end};
}

/// Where `left` is in `box`, all its characters taken to be of one width.
std::size_t reckoned_place(const PdfBox& box, double left) {
  const auto size = static_cast<double>(box.text.size());
  const double share = (left - box.left) / std::max(box.width, 1.);
  return static_cast<std::size_t>(std::clamp(std::round(share * size), 1., size - 1));
}

class Cutter {
 public:
  Cutter(const PdfBox& box, const Boxes& inside)
      : box_(box), inside_(inside), gaps_(nested_gaps(box.text)) {}

  /// Adds the pieces to `pieces`; those without characters are left out.
  void cut(std::deque<PdfBox>& pieces, Boxes& boxes) const {
    std::size_t begin = 0;
    double left = box_.left;
    for (std::size_t i = 0; i < inside_.size(); ++i) {
      const Cut cut = place_of(i, begin);
      add({begin, cut.begin}, {left, inside_[i]->left}, pieces, boxes);
      begin = cut.end;
      left = inside_[i]->right();
    }
    add({begin, box_.text.size()}, {left, box_.right()}, pieces, boxes);
  }

 private:
  struct Extent {
    double left;
    double right;
  };

  [[nodiscard]] Cut place_of(std::size_t nested, std::size_t earliest) const {
    if (gaps_.size() == inside_.size())
      return cut_in(gaps_[nested], box_, *inside_[nested]);
    const double middle = inside_[nested]->left + inside_[nested]->width / 2;
    const std::size_t place = std::max(reckoned_place(box_, middle), earliest);
    const double character = box_.width / static_cast<double>(box_.text.size());
    Cut best{place, place};
    double nearest = farthest_gap * box_.font_size;
    for (const NestedGap& gap : gaps_) {
      if (gap.begin < earliest) continue;
      const double distance =
          std::abs(static_cast<double>(gap.begin) - static_cast<double>(place)) * character;
      if (distance >= nearest) continue;
      nearest = distance;
      best = cut_in(gap, box_, *inside_[nested]);
    }
    return best;
  }

  void add(Cut part, Extent extent, std::deque<PdfBox>& pieces, Boxes& boxes) const {
    if (part.begin >= part.end) return;
    PdfBox& piece = pieces.emplace_back(box_);
    piece.left = extent.left;
    piece.width = std::max(extent.right - extent.left, 0.);
    piece.text.assign(box_.text.begin() + static_cast<std::ptrdiff_t>(part.begin),
                      box_.text.begin() + static_cast<std::ptrdiff_t>(part.end));
    // Of the spaces at a cut as many are left as have glyphs, whichever were marked.
    for (auto space = piece.text.begin(); space != piece.text.end() && space->gap; ++space)
      space->gap = false;
    for (auto space = piece.text.rbegin(); space != piece.text.rend() && space->gap;
         ++space)
      space->gap = false;
    boxes.push_back(&piece);
  }

  const PdfBox& box_;
  const Boxes& inside_;
  std::vector<NestedGap> gaps_;
};

}  // namespace

Boxes cut_around_nested(const Boxes& boxes, std::deque<PdfBox>& pieces) {
  Boxes cut;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    Boxes inside;
    double reached = boxes[i]->left;
    for (std::size_t next = i + 1; next < boxes.size() && next <= i + most_nested &&
                                   boxes[next]->left < boxes[i]->right();
         ++next) {
      if (!stands_inside(*boxes[next], *boxes[i]) || boxes[next]->left < reached) continue;
      inside.push_back(boxes[next]);
      reached = boxes[next]->right();
    }
    if (inside.empty()) {
      cut.push_back(boxes[i]);
    } else {
      Cutter(*boxes[i], inside).cut(pieces, cut);
    }
  }
  std::ranges::stable_sort(cut, {}, &PdfBox::left);
  return cut;
}

}  // namespace hexapla
