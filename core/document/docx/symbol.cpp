#include "document/docx/symbol.hpp"

#include "text/code_point.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace hexapla {
namespace {

// Symbol fonts stand in the private use area, byte for byte.
constexpr char32_t first_symbol = 0xF000;
constexpr char32_t last_symbol = 0xF0FF;

// Of the font Symbol, what texts use. Source: Unicode's mapping file for Adobe Symbol.
constexpr std::array<std::pair<char32_t, char32_t>, 16> symbols{{{0x2D, U'−'},
                                                                 {0xA3, U'≤'},
                                                                 {0xA5, U'∞'},
                                                                 {0xB0, U'°'},
                                                                 {0xB1, U'±'},
                                                                 {0xB2, U'″'},
                                                                 {0xB3, U'≥'},
                                                                 {0xB4, U'×'},
                                                                 {0xB7, U'•'},
                                                                 {0xB8, U'÷'},
                                                                 {0xB9, U'≠'},
                                                                 {0xBB, U'≈'},
                                                                 {0xBC, U'…'},
                                                                 {0xA2, U'′'},
                                                                 {0xD2, U'®'},
                                                                 {0xD3, U'©'}}};
constexpr std::u32string_view greek_capitals = U"ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
constexpr std::u32string_view greek_letters = U"αβχδεφγηιϕκλμνοπθρστυϖωξψζ";

char32_t meaning_of(std::string_view font, char32_t code_point) {
  if (code_point < first_symbol || code_point > last_symbol) return code_point;
  const char32_t byte = code_point - first_symbol;
  if (font != "Symbol") return code_point;
  if (byte >= U'A' && byte <= U'Z') return greek_capitals[byte - U'A'];
  if (byte >= U'a' && byte <= U'z') return greek_letters[byte - U'a'];
  if (byte >= U'0' && byte <= U'9') return byte;
  const auto* const found =
      std::ranges::find(symbols, byte, &std::pair<char32_t, char32_t>::first);
  return found == symbols.end() ? code_point : found->second;
}

}  // namespace

std::string symbol_in_unicode(std::string_view font, std::string_view code) {
  std::uint32_t number = 0;
  const char* const end = code.data() + code.size();
  const auto [stop, error] = std::from_chars(code.data(), end, number, 16);
  std::string text;
  if (error != std::errc() || stop != end || number < 0x20 || number > 0xFFFF ||
      (number >= 0xD800 && number < 0xE000))
    return text;
  append_code_point(text, meaning_of(font, number));
  return text;
}

std::string bullet_in_unicode(std::string_view text) {
  std::string bullet;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code_point = next_code_point(text, at);
    const bool symbol = code_point >= first_symbol && code_point <= last_symbol;
    append_code_point(bullet, symbol ? U'•' : code_point);
  }
  return bullet;
}

}  // namespace hexapla
