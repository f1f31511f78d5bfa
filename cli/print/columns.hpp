#pragma once

#include "text/utf8.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla::cli {

/// `text` in lines of at most `width` columns: broken between words, or between characters
/// in scripts without spaces. A word wider than `width` is broken too.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// `line` filled with spaces to `width` columns: on the left for right-to-left languages.
[[nodiscard]] std::string padded(std::string_view line, std::size_t width,
                                 bool right_to_left);

}  // namespace hexapla::cli
