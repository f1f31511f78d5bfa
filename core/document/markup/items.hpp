#pragma once

#include "document/markup/line.hpp"

namespace hexapla {

/// Whether `line`, below a line break inside a paragraph, is an item of a list: its label
/// tells, where the line above ends a clause or is an item too, so that `see paragraph`,
/// `2. of the report` is none.
[[nodiscard]] bool is_next_item(const MarkupLine& above, const MarkupLine& line);

}  // namespace hexapla
