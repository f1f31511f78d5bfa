#include "document/symbol_fonts.hpp"

#include "document_data.hpp"
#include "text/code_point.hpp"
#include "text/fold.hpp"
#include "text/table.hpp"

#include <charconv>
#include <cstdint>
#include <functional>
#include <map>

namespace hexapla {
namespace {

constexpr char32_t byte_of_sign = 0xFF;

using Signs = std::map<char32_t, std::string_view>;
using Fonts = std::map<std::string, Signs, std::less<>>;

/// symbol_fonts.tsv, read when the first sign is met.
const Fonts& fonts() {
  static const Fonts all = [] {
    Fonts made;
    for (const auto& row : rows_of_table(embedded::symbol_fonts_tsv)) {
      std::uint32_t code = 0;
      (void)std::from_chars(row[1].data(), row[1].data() + row[1].size(), code, 16);
      for (const std::string_view sign : parts_of(row[2], ' '))
        made[std::string(row[0])].emplace(code++, sign);
    }
    return made;
  }();
  return all;
}

}  // namespace

bool is_symbol(char32_t code_point) {
  constexpr char32_t first_sign = 0xF000;
  constexpr char32_t last_sign = 0xF0FF;
  return code_point >= first_sign && code_point <= last_sign;
}

std::string_view symbol_font_named(std::string_view name) {
  const std::string said = folded(name);
  const auto has = [&](std::string_view word) {
    return said.find(word) != std::string::npos;
  };
  if (has("wingdings") && has("2")) return "wingdings 2";
  if (has("wingdings")) return has("3") ? "wingdings 3" : "wingdings";
  if (has("webdings")) return "webdings";
  return has("symbol") ? "symbol" : std::string_view();
}

bool is_symbol_font(std::string_view font) {
  // Wingdings 3 is one too, though we know none of its signs.
  const std::string name = folded(font);
  return name == "symbol" || name.starts_with("wingdings") || name == "webdings";
}

std::optional<std::string> sign_in_unicode(std::string_view font, char32_t code_point) {
  std::string text;
  if (is_symbol_font(font) && (is_symbol(code_point) || code_point <= byte_of_sign)) {
    if (is_white_space(code_point & byte_of_sign) && (code_point & byte_of_sign) < 0x80)
      return " ";
    const auto found = fonts().find(folded(font));
    if (found == fonts().end()) return std::nullopt;
    const auto sign = found->second.find(code_point & byte_of_sign);
    if (sign == found->second.end()) return std::nullopt;
    return std::string(sign->second);
  }
  if (is_symbol(code_point)) return std::nullopt;
  append_code_point(text, code_point);
  return text;
}

std::optional<char32_t> character_numbered(std::string_view code) {
  std::uint32_t number = 0;
  const char* const end = code.data() + code.size();
  const auto [stop, error] = std::from_chars(code.data(), end, number, 16);
  const bool surrogate = number >= 0xD800 && number < 0xE000;
  if (error != std::errc() || stop != end || number < 0x20 || number > 0xFFFF || surrogate)
    return std::nullopt;
  return number;
}

std::size_t find_sign(std::string_view text) {
  constexpr char first_byte = '\xEF';  // of U+F000 to U+F0FF: EF 80 80 to EF 83 BF
  for (std::size_t at = text.find(first_byte); at != std::string_view::npos;
       at = text.find(first_byte, at + 1))
    if (is_symbol(code_point_at(text, at))) return at;
  return std::string_view::npos;
}

std::string bullet_in_unicode(std::string_view text) {
  std::string bullet;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code_point = next_code_point(text, at);
    append_code_point(bullet, is_symbol(code_point) ? U'•' : code_point);
  }
  return bullet;
}

}  // namespace hexapla
