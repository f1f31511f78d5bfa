#pragma once

#include <string>
#include <string_view>

namespace hexapla {

/// The simplified form of a traditional Chinese character; any other character as it is.
/// For keys only: 乾 and 幹 both give 干.
/// Source: CLDR's transform Traditional-Simplified, character by character.
[[nodiscard]] char32_t simplified(char32_t code_point);

/// A Chinese character as texts are compared: folded, and in its simplified form.
[[nodiscard]] std::string simplified_form(std::string_view character);

}  // namespace hexapla
