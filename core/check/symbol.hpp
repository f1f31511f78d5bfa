#pragma once

#include "text/utf8.hpp"

#include <string_view>
#include <vector>

namespace hexapla {

/// The symbols of United Nations documents in `text`, in order: `A/75/574`,
/// `S/2020/1024`, `A/RES/70/1`, `E/CN.4/2003/8/Add.2`, `A/C.3/60/L.55/Rev.1`,
/// `CCPR/C/GC/36`: capitals, then parts behind slashes, one of which has a digit.
/// Source: ST/LIB/SER.B/5/Rev.5, United Nations Document Series Symbols.
[[nodiscard]] std::vector<ByteRange> symbols_in(std::string_view text);

}  // namespace hexapla
