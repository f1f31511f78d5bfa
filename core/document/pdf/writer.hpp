#pragma once

#include "document/manuscript.hpp"
#include "document/pdf/lines.hpp"
#include "document/pdf/measures.hpp"
#include "document/pdf/shapes.hpp"

#include <set>
#include <span>
#include <string>
#include <vector>

namespace hexapla {

/// Writes the lines of pages as a manuscript. Keeps a view of them; one use.
class PdfWriter {
 public:
  explicit PdfWriter(std::span<const PdfLine> lines);

  /// Text, lines, marks and source map.
  [[nodiscard]] Manuscript write();

 private:
  void write_line(const PdfLine& line);
  void write_text(const PdfLine& line);
  void write_character(const PdfCharacter& character);
  void append(std::string_view words, const PdfCharacter& character, bool copied);
  [[nodiscard]] Line shape_of(const PdfLine& line) const;
  [[nodiscard]] bool is_heading(const PdfLine& line) const;
  [[nodiscard]] bool is_italic_heading(const PdfLine& line) const;
  [[nodiscard]] bool stands_apart(const PdfLine& above, const PdfLine& line) const;
  [[nodiscard]] bool goes_on_heading(const PdfLine& above, const PdfLine& line) const;
  [[nodiscard]] bool goes_on_in_bold(const PdfLine& above, const PdfLine& line) const;
  [[nodiscard]] bool goes_on_from_page(const PdfLine& above, const PdfLine& line) const;
  [[nodiscard]] bool goes_on_in_column(const PdfLine& above, const PdfLine& line) const;
  [[nodiscard]] bool goes_on_in_lower_case(const PdfLine& above, const PdfLine& line) const;
  [[nodiscard]] LineHint hint_of(const PdfLine& line) const;

  std::span<const PdfLine> lines_;
  PdfMeasures measures_;
  PdfShapes shapes_;
  std::set<std::string, std::less<>> labels_;  ///< Of the footnotes.
  Manuscript manuscript_;
  const PdfLine* above_ = nullptr;  ///< The line before, of the same kind.
  bool below_heading_ = false;      ///< It is a heading.
};

}  // namespace hexapla
