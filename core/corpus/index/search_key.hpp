#pragma once

// Private to core/corpus/.

#include <cstddef>
#include <string_view>

namespace hexapla {

/// What search_list and search_stem keep of a form: all of it but for monsters.
/// Shape: whole characters; equal forms have equal keys, and a form that begins with
///        another has a key that begins with the other's.
[[nodiscard]] inline std::string_view search_key(std::string_view form) noexcept {
  constexpr std::size_t longest = 48;  // bytes; with it a line stays below a quarter page
  constexpr unsigned follows_mask = 0xC0;
  constexpr unsigned follows = 0x80;  // bytes inside a UTF-8 character: 10xxxxxx
  if (form.size() <= longest) return form;
  std::size_t size = longest;
  while (size > 0 && (static_cast<unsigned char>(form[size]) & follows_mask) == follows)
    --size;
  return form.substr(0, size);
}

}  // namespace hexapla
