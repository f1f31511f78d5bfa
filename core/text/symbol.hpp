#pragma once

#include "text/utf8.hpp"

#include <string_view>
#include <vector>

namespace hexapla {

/// The symbols of United Nations documents in `text`, in order: `A/75/574-S/2020/1083`,
/// `S/RES/1325`, `E/CN.4/Sub.2/1999/1/Add.1`, `CCPR/C/GC/36`. All languages share them. A
/// double symbol is one; the year after `S/RES/1325 (2000)` is none of it; symbols inside
/// web addresses are none.
/// Units: bytes from the start of `text`, which is valid UTF-8.
/// Source: symbols.tsv for the series; Dag Hammarskjöld Library, "UN Document Symbols".
[[nodiscard]] std::vector<ByteRange> symbols_in(std::string_view text);

}  // namespace hexapla
