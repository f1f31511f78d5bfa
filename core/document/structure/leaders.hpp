#pragma once

#include "text/utf8.hpp"

#include <optional>
#include <string_view>

namespace hexapla {

/// The row of points in a line of a table of contents, with the white space around it:
/// `Introduction . . . . . . 3`. What leads to a page number (3, xii, II-4), or to the
/// line's end from far away; an ellipsis is none, nor is what has no words before it.
/// Units: bytes from the start of `line`.
[[nodiscard]] std::optional<ByteRange> leader_in(std::string_view line);

}  // namespace hexapla
