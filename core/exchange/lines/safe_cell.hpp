#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hexapla {

/// `text` so that no spreadsheet takes it for a formula: with an apostrophe before a first
/// character that begins one, or that a spreadsheet passes over on its way to one.
/// Source: OWASP, "CSV Injection".
[[nodiscard]] inline std::string safe_cell(std::string_view text) {
  constexpr std::string_view ascii = "=+-@\t\r\n";
  // Their wide forms, which some spreadsheets read alike: U+FF1D, U+FF0B, U+FF0D, U+FF20.
  constexpr std::string_view wide = "\xEF\xBC\x9D\xEF\xBC\x8B\xEF\xBC\x8D\xEF\xBC\xA0";
  constexpr std::size_t wide_size = 3;  // bytes
  const std::size_t place = wide.find(text.substr(0, wide_size));
  const bool is_formula =
      !text.empty() && (ascii.find(text.front()) != std::string_view::npos ||
                        (place != std::string_view::npos && place % wide_size == 0));
  return (is_formula ? "'" : "") + std::string(text);
}

}  // namespace hexapla
