#include "document/html/story.hpp"
#include "document/markup/items.hpp"
#include "text/code_point.hpp"

#include <algorithm>
#include <utility>

namespace hexapla {
namespace {

constexpr bool is_space(char32_t letter) {
  return letter == U' ' || letter == U'\t' || letter == U'\n' || letter == U'\r' ||
         letter == U'\f';
}

constexpr bool is_space(char letter) {
  return is_space(static_cast<char32_t>(static_cast<unsigned char>(letter)));
}

/// Full-width punctuation, which like Han takes no space at a line's end.
bool is_full_width_mark(char32_t code_point) {
  return (code_point >= 0x3000 && code_point <= 0x303F) ||
         (code_point >= 0xFF00 && code_point <= 0xFF60);
}

bool is_east_asian(char32_t code_point) {
  return is_han(code_point) || is_full_width_mark(code_point);
}

/// Marks that Chinese shares with Latin scripts: wide only beside a wide character.
bool is_shared_mark(char32_t code_point) {
  constexpr std::u32string_view marks = U"“”‘’…—·";
  return marks.find(code_point) != std::u32string_view::npos;
}

bool takes_no_space(char32_t before, char32_t after) {
  return (is_east_asian(before) && (is_east_asian(after) || is_shared_mark(after))) ||
         (is_shared_mark(before) && is_east_asian(after));
}

/// Characters. Whoever leaves so many without a line end breaks lines at spaces only.
constexpr std::size_t longest_wrapped_run = 45;

bool says_something(std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const char32_t next = next_code_point(words, at);
    if (is_letter(next) || is_digit(next) || next == U'*') return true;
  }
  return false;
}

bool closes(char32_t code_point) {
  constexpr std::u32string_view marks = U".,:;)]。，：；）、";
  return marks.find(code_point) != std::u32string_view::npos;
}

}  // namespace

bool HtmlStoryReader::wraps_between_han(std::string_view source) {
  std::size_t run = 0;
  for (std::size_t at = 0; at < source.size();) {
    const char32_t next = next_code_point(source, at);
    if (is_east_asian(next) && ++run > longest_wrapped_run) return false;
    if (is_space(next)) run = 0;
  }
  return true;
}

void HtmlStoryReader::add_text(const MarkupToken& token) {
  for (TextPiece& piece : text_pieces(scanner_.source(), token.range, Markup::html)) {
    if (preformatted_ > 0) {
      add_kept(piece);
    } else {
      add_collapsed(std::move(piece));
    }
  }
}

/// Words as they are, white space as one space that waits for the next word.
void HtmlStoryReader::add_collapsed(TextPiece piece) {
  const std::string& words = piece.words;
  for (std::size_t begin = 0; begin < words.size();) {
    const bool space = is_space(words[begin]);
    const auto border =
        std::find_if(words.begin() + static_cast<std::ptrdiff_t>(begin), words.end(),
                     [&](char c) { return is_space(c) != space; });
    const auto end = static_cast<std::size_t>(border - words.begin());
    const ByteRange source =
        piece.copied ? ByteRange{piece.source.begin + begin, piece.source.begin + end}
                     : piece.source;
    TextPiece part{words.substr(begin, end - begin), source, piece.copied};
    if (!space) {
      add_words(std::move(part));
    } else if (space_) {
      space_->words += part.words;
      space_->source.end = source.end;
      space_->copied = false;
    } else {
      space_ = std::move(part);
    }
    begin = end;
  }
}

/// The text of `<pre>`: its lines are lines, and its white space is its layout.
void HtmlStoryReader::add_kept(const TextPiece& piece) {
  const std::string& words = piece.words;
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find('\n', begin), words.size());
    ByteRange part{begin, end};
    if (end > begin && words[end - 1] == '\r') --part.end;
    const ByteRange source = piece.copied ? ByteRange{piece.source.begin + part.begin,
                                                      piece.source.begin + part.end}
                                          : piece.source;
    if (!part.empty())
      line_.add({std::string(part.of(words)), source, piece.copied}, mark_);
    if (end < words.size()) end_line(false);
    begin = end + 1;
  }
}

void HtmlStoryReader::add_pending_space(std::string_view words) {
  const std::optional<TextPiece> space = std::exchange(space_, std::nullopt);
  const bool below_number = below_own_number_ && !way_back_;
  if (below_number) below_own_number_ = false;
  if (line_.spans.empty()) return;
  const char32_t after = code_point_at(words, 0);
  if (!space) {
    const std::size_t end = line_.spans.back().piece.source.end;
    if (below_number && !closes(after) && !is_white_space(after))
      line_.add_instead(" ", {end, end});
    return;
  }
  const std::string& last = line_.spans.back().piece.words;
  const bool line_end =
      wraps_between_han_ && space->words.find_first_of("\n\r") != std::string::npos;
  if (line_end && takes_no_space(code_point_before(last, last.size()), after)) return;
  line_.add({" ", space->source, space->copied && space->words == " "});
}

void HtmlStoryReader::add_words(TextPiece piece) {
  if (way_back_ && !says_something(piece.words)) {
    story_.left_out.push_back({"a link from a footnote to its mark", piece.source});
    return;
  }
  if (item_) {
    line_.hint.label = item_->words;
    line_.add(std::move(*item_));
    item_.reset();
    space_ = TextPiece{" ", {piece.source.begin, piece.source.begin}, false};
  }
  add_pending_space(piece.words);
  if (way_back_) below_own_number_ = true;
  line_.add(std::move(piece), mark_);
}

void HtmlStoryReader::end_line(bool paragraph_ends) {
  space_.reset();
  below_own_number_ = false;
  MarkupLine line = std::exchange(line_, {});
  if (line.blank()) {
    if (preformatted_ > 0) ++blank_lines_;
    continues_ = false;
    return;
  }
  LineHint& hint = line.hint;
  hint.whole_block = preformatted_ == 0;
  hint.continues = continues_ && hint.whole_block &&
                   (story_.lines.empty() || !is_next_item(story_.lines.back(), line));
  line.keeps_layout = preformatted_ > 0;
  line.blank_lines_before = std::exchange(blank_lines_, 0);
  if (!note_.empty()) {
    hint.kind = BlockKind::footnote;
    hint.label = note_;
    hint.continues = std::exchange(note_begun_, true);
  } else if (furniture_ > 0) {
    hint.kind = BlockKind::furniture;
  } else if (in_heading_) {
    hint.kind = BlockKind::heading;
  }
  story_.lines.push_back(std::move(line));
  continues_ = !paragraph_ends;
  if (paragraph_ends && !note_is_element_) note_.clear();
}

}  // namespace hexapla
