#pragma once

// Private to core/exchange/. Source: RFC 2781, section 2.

namespace hexapla {

inline constexpr char32_t first_high_surrogate = 0xD800;
inline constexpr char32_t first_low_surrogate = 0xDC00;
inline constexpr char32_t behind_surrogates = 0xE000;
/// The first code point that takes two units, with so many bits in each.
inline constexpr char32_t first_of_two_units = 0x10000;
inline constexpr unsigned bits_of_surrogate = 10;

[[nodiscard]] constexpr bool is_high_surrogate(char32_t unit) noexcept {
  return unit >= first_high_surrogate && unit < first_low_surrogate;
}
[[nodiscard]] constexpr bool is_low_surrogate(char32_t unit) noexcept {
  return unit >= first_low_surrogate && unit < behind_surrogates;
}
[[nodiscard]] constexpr char32_t joined_surrogates(char32_t high, char32_t low) noexcept {
  return first_of_two_units + ((high - first_high_surrogate) << bits_of_surrogate) +
         (low - first_low_surrogate);
}

/// Puts the one or two units of a code point.
template <class Put>
void put_utf16(char32_t code_point, const Put& put) {
  if (code_point < first_of_two_units) return put(code_point);
  const char32_t rest = code_point - first_of_two_units;
  constexpr char32_t low_bits = (char32_t{1} << bits_of_surrogate) - 1;
  put(first_high_surrogate + (rest >> bits_of_surrogate));
  put(first_low_surrogate + (rest & low_bits));
}

}  // namespace hexapla
