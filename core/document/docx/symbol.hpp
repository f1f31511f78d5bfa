#pragma once

#include <string>
#include <string_view>

namespace hexapla {

/// The character that `code`, the hexadecimal number of `<w:sym w:char>`, means in the old
/// symbol fonts, where they say a character of text (bullets, degrees, comparisons, Greek);
/// else the character of that number, private or not, so that it isn't lost.
[[nodiscard]] std::string symbol_in_unicode(std::string_view font, std::string_view code);

/// A list's bullet: characters of symbol fonts become "•", all else stays.
[[nodiscard]] std::string bullet_in_unicode(std::string_view text);

}  // namespace hexapla
