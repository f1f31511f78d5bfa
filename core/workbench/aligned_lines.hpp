#pragma once

#include "align/aligned_unit.hpp"
#include "text/language.hpp"
#include "text/utf8.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// A text of which each line is a segment.
struct LinesText {
  std::string name;  ///< Of its file, for messages.
  Language language;
  std::string bytes;
};

/// Two texts of which line N of one says what line N of the other says, as Moses has them.
/// Owns both; units are read out of them a stretch at a time, so that a million lines fit
/// into memory.
class AlignedLines {
 public:
  /// Errors: those of admit_utf8; Fault::malformed when one text has more lines than the
  ///         other, naming both counts.
  AlignedLines(const LinesText& source, const LinesText& target);

  [[nodiscard]] Language source() const { return sides_[0].language; }
  [[nodiscard]] Language target() const { return sides_[1].language; }
  [[nodiscard]] std::size_t size() const { return sides_[0].lines.size(); }
  /// Lines [first, last) as units of one segment a side, numbered as the lines are, from 0.
  /// A blank line is no cell.
  [[nodiscard]] std::vector<AlignedUnit> units(std::size_t first, std::size_t last) const;
  /// The view lives as long as this.
  [[nodiscard]] std::string_view line(Language language, std::size_t number) const;

 private:
  struct Side {
    Language language;
    std::string text;
    std::vector<ByteRange> lines;
  };
  [[nodiscard]] static Side side_of(const LinesText& given);

  std::array<Side, 2> sides_;
};

}  // namespace hexapla
