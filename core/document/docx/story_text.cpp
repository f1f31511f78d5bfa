#include "document/docx/story.hpp"
#include "document/symbol_fonts.hpp"
#include "text/code_point.hpp"

#include <algorithm>
#include <utility>

namespace hexapla {
namespace {

constexpr std::string_view xml_spaces = " \t\n\r";

}  // namespace

void DocxStoryReader::add_text(const MarkupToken& token) {
  const std::string_view xml = scanner_.source();
  ByteRange range = token.verbatim ? token.inside : token.range;
  if (!keeps_space_) {
    while (!range.empty() && xml_spaces.find(xml[range.begin]) != std::string_view::npos)
      ++range.begin;
    while (!range.empty() && xml_spaces.find(xml[range.end - 1]) != std::string_view::npos)
      --range.end;
  }
  if (range.empty() || open_.empty()) return;
  if (hidden()) return leave_out("hidden text", range);
  if (instructions_ > 0) return leave_out("a field's instruction", range);
  if (token.verbatim) return add_words({std::string(range.of(xml)), range, true});
  for (TextPiece& piece : text_pieces(xml, range, Markup::xml))
    add_words(std::move(piece));
}

void DocxStoryReader::add_words(TextPiece piece) {
  if (is_symbol_font(font_) || find_sign(piece.words) != std::string::npos)
    return add_signs(piece);
  add_plain_words(std::move(piece));
}

/// Line ends and tabs inside a text element are but spaces.
void DocxStoryReader::add_plain_words(TextPiece piece) {
  MarkupLine& line = open_.back().line;
  if (awaited_) {
    DocxNotes& notes = awaited_->front() == 'e' ? context_.endnotes : context_.footnotes;
    const std::string id = std::exchange(awaited_, std::nullopt)->substr(1);
    if (notes.set_label(id, piece.words)) {
      std::string mark = piece.words;
      typed_mark_ = mark;
      return line.add(std::move(piece), std::move(mark));
    }
    (void)notes.label_of(id);  // it has no mark, but a text
  }
  // LibreOffice makes two of a mark that is typed in RTF.
  if (const std::string mark = std::exchange(typed_mark_, {});
      !mark.empty() && piece.words == mark)
    return leave_out("the mark of a note, which is there twice", piece.source);
  if (std::exchange(below_own_number_, false) &&
      !is_white_space(code_point_at(piece.words, 0)))
    line.add_instead(" ", {piece.source.begin, piece.source.begin});
  if (!piece.copied) {
    std::ranges::replace_if(
        piece.words, [](char c) { return xml_spaces.find(c) != std::string_view::npos; },
        ' ');
    return line.add(std::move(piece));
  }
  for (std::size_t begin = 0; begin < piece.words.size();) {
    const std::size_t end =
        std::min(piece.words.find_first_of("\t\n\r", begin), piece.words.size());
    const std::size_t source = piece.source.begin + begin;
    if (end > begin)
      line.add(
          {piece.words.substr(begin, end - begin), {source, source + end - begin}, true});
    if (end < piece.words.size())
      line.add_instead(" ", {piece.source.begin + end, piece.source.begin + end + 1});
    begin = end + 1;
  }
}

/// Text that is typed in a symbol font, or holds signs of one.
void DocxStoryReader::add_signs(const TextPiece& piece) {
  for (std::size_t at = 0; at < piece.words.size();) {
    const std::size_t begin = at;
    const auto sign = sign_in_unicode(font_, next_code_point(piece.words, at));
    const ByteRange source =
        piece.copied ? ByteRange{piece.source.begin + begin, piece.source.begin + at}
                     : piece.source;
    if (sign) {
      add_plain_words({*sign, source, false});
    } else {
      leave_out("a sign of a symbol font that is no character", source);
    }
  }
}

void DocxStoryReader::add_instead(std::string words, ByteRange source, std::string mark) {
  below_own_number_ = false;
  if (words.empty() || instructions_ > 0) return;
  if (hidden()) return leave_out("hidden text", source);
  open_.back().line.add_instead(std::move(words), source, std::move(mark));
}

void DocxStoryReader::leave_out(std::string what, ByteRange range) {
  if (!story_.left_out.empty() && story_.left_out.back().what == what &&
      story_.left_out.back().source.end == range.begin) {
    story_.left_out.back().source.end = range.end;
    return;
  }
  story_.left_out.push_back({std::move(what), range});
}

}  // namespace hexapla
