#include "document/pdf/glyphs.hpp"

#include "text/code_point.hpp"

#include <algorithm>
#include <cmath>

#include <unicode/uchar.h>

namespace hexapla {
namespace {

// In units; both readings print the same numbers.
constexpr double same_place = .01;
// Gaps among spaces with glyphs are none of them while they are rarer than this.
constexpr std::size_t spaces_for_a_gap = 3;
// Single letters with gaps between them that make letter-spacing.
constexpr std::size_t spread_letters = 4;

bool is_space(const PdfCharacter& character) {
  return character.code == U' ';
}

bool is_combining_mark(char32_t code_point) {
  return u_charType(static_cast<UChar32>(code_point)) == U_NON_SPACING_MARK;
}

bool same_glyph_start(const PdfBox& box, const PdfBox& other) {
  return std::abs(box.left - other.left) < same_place &&
         std::abs(box.top - other.top) < same_place;
}

bool same_box(const PdfBox& box, const PdfBox& other) {
  return same_glyph_start(box, other) && std::abs(box.width - other.width) < same_place &&
         box.text.size() <= other.text.size();
}

std::u32string letters_of_box(const PdfBox& box) {
  std::u32string letters;
  for (const PdfCharacter& character : box.text)
    if (!is_white_space(character.code)) letters += character.code;
  return letters;
}

/// Where the pieces of `others` end that `box`, whose characters are not side by side, has
/// fallen into; `begin` when they are no such pieces.
std::size_t end_of_pieces(const PdfBox& box, const std::vector<PdfBox>& others,
                          std::size_t begin) {
  if (begin == others.size() || !same_glyph_start(box, others[begin])) return begin;
  const std::u32string letters = letters_of_box(box);
  std::u32string read;
  std::size_t end = begin;
  for (; end < others.size() && read.size() < letters.size(); ++end)
    read += letters_of_box(others[end]);
  const bool turned = end - begin > 1 && read == letters &&
                      std::abs(others[begin].top - others[end - 1].top) > same_place;
  return turned ? end : begin;
}

/// A glyph of the second reading: a space, or the characters up to the next space.
struct PlacedGlyph {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool space = false;
};

std::vector<PlacedGlyph> glyphs_in(const std::vector<PdfCharacter>& text) {
  std::vector<PlacedGlyph> glyphs;
  for (std::size_t at = 0; at < text.size(); ++at) {  // past the space after each
    PlacedGlyph glyph{at, at + 1, is_space(text[at])};
    while (!glyph.space && glyph.end < text.size() && !is_space(text[glyph.end]))
      ++glyph.end;
    at = glyph.end;
    glyphs.push_back(glyph);
  }
  return glyphs;
}

/// Reads a box and the glyphs of the same box side by side.
class GlyphMarker {
 public:
  GlyphMarker(std::vector<PdfCharacter>& text, const std::vector<PdfCharacter>& other)
      : text_(text), other_(other), glyphs_(glyphs_in(other)) {}

  /// Marks nothing when they are not of the same text.
  void mark() {
    std::vector<PdfCharacter> untouched = text_;
    std::size_t at = 0;
    for (std::size_t i = 0; i < glyphs_.size();) {
      std::size_t spaces = 0;
      for (; i < glyphs_.size() && glyphs_[i].space; ++i)
        ++spaces;
      for (; at < text_.size() && is_space(text_[at]); ++at) {
        text_[at].gap = spaces == 0;
        if (spaces > 0) --spaces;
      }
      if (i < glyphs_.size() && !mark_letters(glyphs_[i++], at)) {
        text_ = std::move(untouched);
        return;
      }
    }
    if (at != text_.size()) text_ = std::move(untouched);
  }

 private:
  bool mark_letters(const PlacedGlyph& glyph, std::size_t& at) {
    for (std::size_t letter = glyph.begin; letter < glyph.end; ++letter, ++at) {
      if (at == text_.size() || text_[at].code != other_[letter].code) return false;
      text_[at].in_glyph = letter > glyph.begin;
    }
    return true;
  }

  std::vector<PdfCharacter>& text_;
  const std::vector<PdfCharacter>& other_;
  std::vector<PlacedGlyph> glyphs_;
};

/// A run of spaces inside a box.
struct Gap {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool has_glyph = false;
};

std::vector<Gap> gaps_in(const std::vector<PdfCharacter>& text) {
  std::vector<Gap> gaps;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_space(text[at])) continue;
    Gap gap{at, at, false};
    for (; gap.end < text.size() && is_space(text[gap.end]); ++gap.end)
      gap.has_glyph = gap.has_glyph || !text[gap.end].gap;
    gaps.push_back(gap);
    at = gap.end;
  }
  return gaps;
}

/// `N A T I O N S`: all words have one letter and only gaps between them.
bool is_spread(const std::vector<PdfCharacter>& text, const std::vector<Gap>& gaps) {
  if (gaps.size() + 1 < spread_letters) return false;
  const bool bare =
      std::ranges::none_of(gaps, [](const Gap& gap) { return gap.has_glyph; });
  const auto letters = std::ranges::count_if(
      text, [](const PdfCharacter& character) { return is_letter(character.code); });
  return bare && static_cast<std::size_t>(letters) == gaps.size() + 1 &&
         text.size() == 2 * gaps.size() + 1;
}

/// Letters and hyphens, between which kerning and justification make gaps.
bool is_wordy(char32_t code_point) {
  return is_letter(code_point) || code_point == U'-' || code_point == 0x2010 ||
         code_point == 0x2019;
}

class Spacing {
 public:
  Spacing(const PdfBox& box, std::span<const PdfBox* const> blanks)
      : box_(box), blanks_(blanks), gaps_(gaps_in(box.text)) {
    bare_ = static_cast<std::size_t>(
        std::ranges::count(gaps_, false, [](const Gap& gap) { return gap.has_glyph; }));
    spread_ = is_spread(box.text, gaps_);
  }

  std::vector<PdfCharacter> text() const {
    std::vector<PdfCharacter> text;
    std::size_t at = 0;
    std::size_t bare = 0;
    for (const Gap& gap : gaps_) {
      text.insert(text.end(), place(at), place(gap.begin));
      at = gap.end;
      if (gap.has_glyph) {
        append_glyphs(text, {place(gap.begin), place(gap.end)});
      } else if (bare_ == blanks_.size()) {
        append_glyphs(text, blanks_[bare++]->text);
      } else if (is_word_space(gap)) {
        text.push_back(box_.text[gap.begin]);
      }
    }
    text.insert(text.end(), place(at), box_.text.end());
    return text;
  }

 private:
  static void append_glyphs(std::vector<PdfCharacter>& text,
                            std::span<const PdfCharacter> spaces) {
    std::ranges::copy_if(spaces, std::back_inserter(text),
                         [](const PdfCharacter& space) { return !space.gap; });
  }

  [[nodiscard]] std::vector<PdfCharacter>::const_iterator place(std::size_t at) const {
    return box_.text.begin() + static_cast<std::ptrdiff_t>(at);
  }

  [[nodiscard]] bool is_word_space(const Gap& gap) const {
    if (gap.begin == 0 || gap.end == box_.text.size() || spread_) return false;
    const char32_t before = box_.text[gap.begin - 1].code;
    const char32_t after = box_.text[gap.end].code;
    // Chinese is spread to fill its lines, and set off a little from Latin.
    if (is_combining_mark(after) || is_han(before) || is_han(after)) return false;
    // A no-break space, which is a letter to poppler, may be stretched.
    if (is_white_space(before) || is_white_space(after)) return false;
    const std::size_t glyphs = gaps_.size() - bare_;
    const bool rare = glyphs >= spaces_for_a_gap * bare_;
    // The first gap may be that after a list's number or a footnote's label.
    const bool behind_label = &gap == &gaps_.front() && gap.begin == 1;
    const bool inside_word = is_wordy(before) && (is_wordy(after) || after == U',');
    return !(rare && glyphs > 0 && inside_word) || behind_label;
  }

  const PdfBox& box_;
  std::span<const PdfBox* const> blanks_;
  std::vector<Gap> gaps_;
  std::size_t bare_ = 0;  ///< How many gaps have no glyph.
  bool spread_ = false;
};

void mark_boxes(std::vector<PdfBox>& boxes, const std::vector<PdfBox>& others) {
  std::size_t next = 0;
  for (PdfBox& box : boxes) {
    if (next < others.size() && same_box(box, others[next])) {
      GlyphMarker(box.text, others[next++].text).mark();
      continue;
    }
    const std::size_t end = end_of_pieces(box, others, next);
    if (end == next) return;
    box.turned = true;
    next = end;
  }
}

/// Among `others` may be spaces that turned text has fallen into.
void mark_blanks(std::vector<PdfBox>& blanks, const std::vector<PdfBox>& others) {
  std::size_t next = 0;
  for (PdfBox& blank : blanks) {
    std::size_t found = next;
    while (found < others.size() && !same_box(blank, others[found]))
      ++found;
    if (found == others.size()) continue;
    GlyphMarker(blank.text, others[found].text).mark();
    next = found + 1;
  }
}

}  // namespace

void mark_glyphs(std::vector<PdfPage>& pages, const std::vector<PdfPage>& glyphs) {
  const std::size_t count = std::min(pages.size(), glyphs.size());
  for (std::size_t i = 0; i < count; ++i) {
    mark_boxes(pages[i].boxes, glyphs[i].boxes);
    mark_blanks(pages[i].blanks, glyphs[i].blanks);
  }
}

std::vector<PdfCharacter> spaced_text(const PdfBox& box,
                                      std::span<const PdfBox* const> blanks) {
  return Spacing(box, blanks).text();
}

}  // namespace hexapla
