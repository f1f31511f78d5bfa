#pragma once

#include "document/lines.hpp"
#include "document/structure/line_facts.hpp"

#include <cstddef>

namespace hexapla {

/// Two lines of the body that follow each other on one page.
struct LinePair {
  const Line* line;
  const Line* next;
  const LineFacts* facts;
  const LineFacts* next_facts;

  [[nodiscard]] bool open() const { return !facts->ended; }
  /// Its sentence goes on in lower case; for scripts without case this says nothing.
  [[nodiscard]] bool surely_goes_on() const { return open() && next_facts->lower_start; }
  [[nodiscard]] bool rises() const { return next->indent > line->indent; }
  [[nodiscard]] bool falls() const { return next->indent < line->indent; }
};

/// Of lines that end no sentence: how many there are, and how many were full.
struct OpenLines {
  std::size_t all = 0;
  std::size_t full = 0;
  std::size_t almost = 0;  ///< Full, or almost.
  std::size_t nearly = 0;  ///< With up to twice the room of those.

  /// `room` is the slack of a line in a text so many columns wide.
  void add(std::ptrdiff_t room, std::size_t width);
  [[nodiscard]] bool mostly_full() const;
};

/// How full the lines of a text are, by whether the next line stands farther left, level or
/// farther right: a first line's successor stands farther left, even where most paragraphs
/// have a single line.
struct Fullness {
  std::size_t pairs = 0;
  OpenLines falling;
  OpenLines level;
  OpenLines rising;
  OpenLines sure;  ///< Those that surely go on.

  void add(const LinePair& pair, std::size_t width);

  /// Lengths that vary freely get rarer towards the longest; where lines are wrapped many
  /// end there.
  [[nodiscard]] bool pile_up() const;

  /// The lines are those of paragraphs that run over several.
  [[nodiscard]] bool wrapped() const;
};

}  // namespace hexapla
