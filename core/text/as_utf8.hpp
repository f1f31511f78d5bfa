#pragma once

#include <string>
#include <string_view>

namespace hexapla {

/// `bytes` with U+FFFD for each byte that is not UTF-8: for names of files and people,
/// which a system keeps as bytes. Texts are never mended so.
[[nodiscard]] std::string as_utf8(std::string_view bytes);

}  // namespace hexapla
