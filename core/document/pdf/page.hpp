#pragma once

#include "text/code_point.hpp"
#include "text/utf8.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace hexapla {

/// A character as poppler found it on a page, and the bytes of poppler's XML that say it.
struct PdfCharacter {
  char32_t code = 0;
  char32_t said = 0;  ///< As the XML says it; 0 where it says nothing.
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  ///< The same as `begin` for a space that is ours.
  bool in_glyph = false;  ///< The glyph of the character before says this one too: ﻻ.
  bool gap = false;       ///< A space that has no glyph: poppler saw a gap.
  bool raised = false;    ///< Smaller than its line and above its base: ¹.
  bool linked = false;    ///< Leads to another place of the document.

  /// As around the mark (1) in Arabic.
  [[nodiscard]] bool is_bracket() const { return code == U'(' || code == U')'; }

  /// Set off from the words beside it, as the mark of a footnote and its label are: raised,
  /// or a number that leads to the other.
  [[nodiscard]] bool set_off() const {
    return raised || (linked && (is_digit(code) || code == U'*' || is_bracket()));
  }
};

/// Characters that poppler found side by side in one font, from left to right.
/// Units: of `PdfPage`, from the upper left corner of the page.
struct PdfBox {
  double left = 0;
  double top = 0;
  double width = 0;
  double height = 0;
  double font_size = 0;
  bool bold = false;
  bool italic = false;
  bool turned = false;  ///< Its characters don't be beside each other: slanting, upright.
  std::vector<PdfCharacter> text;

  [[nodiscard]] double right() const { return left + width; }
  [[nodiscard]] double bottom() const { return top + height; }
};

struct PdfPage {
  std::uint32_t number = 0;  ///< From 1.
  double width = 0;          ///< In poppler's units: 1.5 for a point.
  double height = 0;
  std::size_t source_begin = 0;  ///< Of its element in the XML.
  std::vector<PdfBox> boxes;     ///< That hold something; in the order of the file.
  std::vector<PdfBox> blanks;    ///< That hold white space only.
  std::vector<PdfBox> asides;    ///< That lie beside or below the text; see asides.hpp.
  std::vector<ByteRange>
      doubled;  ///< Of the XML: what was drawn once more; see doubles.hpp.
  std::vector<ByteRange> strokes;  ///< Of the XML: kashidas; see direction.hpp.
};

}  // namespace hexapla
