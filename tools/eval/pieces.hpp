#pragma once

#include "text/utf8.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla::eval {

/// `text` cut into pieces of `size` code points; what is left at the end is no piece.
/// `size` 0: the whole text. The views live as long as `text`.
[[nodiscard]] std::vector<std::string_view> pieces_of(std::string_view text,
                                                      std::size_t size);

/// The language tag in a file's name: "zh" of letter.zh.txt, zh.txt and culture.raw.zh.
[[nodiscard]] std::string tag_of(const std::string& file);

/// Errors: Fault::unreadable, and as admit_utf8.
[[nodiscard]] std::string read_utf8(const std::string& file);

}  // namespace hexapla::eval
