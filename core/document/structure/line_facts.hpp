#pragma once

#include "document/lines.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hexapla {

/// What a line's first and last characters say of where paragraphs begin and end.
struct LineFacts {
  bool ended = false;         ///< A sentence ends with it, or a colon does.
  bool clause_ended = false;  ///< A semicolon or a comma ends it.
  bool hyphenated = false;    ///< A hyphen after a letter ends it.
  bool lower_start = false;   ///< It begins with a lower-case letter.
  bool upper_start = false;   ///< It begins with a capital.
  bool leader = false;        ///< A row of points leads to its page number: contents.
  bool labelled = false;      ///< It begins with a bullet or a number, and a space.
  /// Columns of what can't be parted from its first character, with the space before it.
  std::uint32_t first_unit = 0;
};

[[nodiscard]] LineFacts facts_of(std::string_view source, const Line& line);

/// One for each of `lines`.
[[nodiscard]] std::vector<LineFacts> facts_of(std::string_view source,
                                              std::span<const Line> lines);

/// Columns left in `line` once the first word of the next were moved up: negative when it
/// would not have fitted into `width`, so that the line had to end there.
[[nodiscard]] std::ptrdiff_t slack(const Line& line, const LineFacts& next,
                                   std::size_t width);

/// How many sentences end inside `line`, not at its end.
[[nodiscard]] std::size_t inner_sentence_ends(std::string_view source, const Line& line);

}  // namespace hexapla
