#pragma once

#include "document/lines.hpp"
#include "document/structure/layout.hpp"
#include "document/structure/line_facts.hpp"

#include <cstdint>
#include <span>

namespace hexapla {

/// Decides which lines of a body start a paragraph. Keeps views of what it is given.
class ParagraphBreaks {
 public:
  ParagraphBreaks(std::span<const Line> lines, std::span<const LineFacts> facts,
                  const Layout& layout)
      : lines_(lines), facts_(facts), layout_(layout) {}

  /// What is known of the paragraph that might go on.
  struct Paragraph {
    std::uint32_t first = 0;      ///< Its first line so far.
    std::uint32_t last = 0;       ///< Its last.
    std::size_t text_column = 0;  ///< Where its text begins after a label; 0 without.
  };

  /// `labelled`: the line begins as a numbered paragraph or a bullet does.
  [[nodiscard]] bool starts_paragraph(const Paragraph& above, std::uint32_t line,
                                      bool labelled) const;

 private:
  [[nodiscard]] bool starts_by_indent(const Paragraph& above, std::uint32_t line) const;
  [[nodiscard]] bool goes_on_in_item(const Paragraph& above, std::uint32_t line) const;
  [[nodiscard]] bool goes_on_set_in(const Paragraph& above, std::uint32_t line) const;
  [[nodiscard]] bool leaves_room(const Paragraph& above, std::uint32_t line) const;
  [[nodiscard]] bool stands_alone(const Paragraph& above, std::uint32_t line) const;
  [[nodiscard]] bool clearly_ended(const Paragraph& above, std::uint32_t line) const;
  [[nodiscard]] bool starts_by_room(const Paragraph& above, std::uint32_t line) const;

  std::span<const Line> lines_;
  std::span<const LineFacts> facts_;
  const Layout& layout_;
};

}  // namespace hexapla
