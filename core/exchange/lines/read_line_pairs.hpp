#pragma once

#include "exchange/unit_reader.hpp"

#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

namespace hexapla {

/// One text of several whose lines go together.
struct LineText {
  std::istream& lines;
  std::string name;
  Language language;
};

/// Reads texts whose lines go together, a unit a line, empty lines included: a Moses pair,
/// or more than two.
/// Errors: Fault::inconsistent when they differ in their number of lines; those of
///         LineReader.
[[nodiscard]] std::unique_ptr<UnitReader> read_line_texts(std::vector<LineText> texts);

/// Reads what hunalign writes with -text: source, target and score between tabs, ` ~~~ `
/// between sentences, which becomes a space. The score is the property `x-score`; an empty
/// side is no variant.
/// Errors: Fault::malformed with the line; those of LineReader.
[[nodiscard]] std::unique_ptr<UnitReader> read_hunalign_text(std::istream& in,
                                                             std::string_view name,
                                                             Language source,
                                                             Language target);

}  // namespace hexapla
