#pragma once

#include <map>
#include <optional>
#include <string>

namespace hexapla {

/// The letters behind the shapes that a PDF names in their place: ligatures (ﬁ), Arabic
/// presentation forms (ﻻ), and Chinese radicals (⽉, ⻓), which are what some programs call
/// the glyphs of whole characters (月, 长).
class PdfShapes {
 public:
  PdfShapes();

  /// The letter that `code_point` shows alone, if it is such a shape.
  [[nodiscard]] std::optional<char32_t> letter_of(char32_t code_point) const;

  /// The letters of a ligature; nothing when `code_point` is no such shape.
  [[nodiscard]] std::optional<std::string> letters_of(char32_t code_point) const;

 private:
  std::map<char32_t, std::string> radicals_;  ///< From radicals.tsv.
};

}  // namespace hexapla
