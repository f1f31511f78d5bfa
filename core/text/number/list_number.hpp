#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hexapla {

/// `number` as a list prints it. `format` is a name of WordprocessingML ("lowerRoman",
/// "arabicAbjad", "chineseCounting") or a type of an HTML list ("1", "a", "A", "i", "I");
/// what is not known prints in decimal digits, as Word does.
/// Source: ECMA-376 part 1, 17.18.59 (ST_NumberFormat).
[[nodiscard]] std::string list_number(std::string_view format, std::int32_t number);

}  // namespace hexapla
