#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hexapla {

/// Symbol, Wingdings and their kin: their letters show signs.
[[nodiscard]] bool is_symbol_font(std::string_view font);

/// The symbol font that a file calls `name`: "SymbolMT", "Wingdings-Regular",
/// "OpenSymbol". Empty for others.
[[nodiscard]] std::string_view symbol_font_named(std::string_view name);

/// A character of the private use area in which files keep the signs of symbol fonts.
[[nodiscard]] bool is_symbol(char32_t code_point);

/// What the sign `code_point` of a symbol font is in Unicode (symbol_fonts.tsv); Word keeps
/// it as U+00A3 or, in the private use area, as U+F0A3. In other fonts the character
/// itself. nullopt for what has no character.
[[nodiscard]] std::optional<std::string> sign_in_unicode(std::string_view font,
                                                         char32_t code_point);

/// The character whose number in hexadecimal digits is `code`, as `<w:sym w:char>` has it.
[[nodiscard]] std::optional<char32_t> character_numbered(std::string_view code);

/// Where in `text` the first sign of a symbol font stands, in the private use area; npos
/// when there is none.
[[nodiscard]] std::size_t find_sign(std::string_view text);

/// A list's bullet: characters of symbol fonts become "•", all else stays.
[[nodiscard]] std::string bullet_in_unicode(std::string_view text);

}  // namespace hexapla
