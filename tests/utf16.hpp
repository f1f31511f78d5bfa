#pragma once

#include <string>

namespace hexapla {

/// `text`, which is ASCII, as UTF-16 with a mark.
inline std::string utf16_of(const std::string& text) {
  std::string bytes = "\xFF\xFE";
  for (const char byte : text)
    bytes += {byte, '\0'};
  return bytes;
}

}  // namespace hexapla
