#pragma once

#include <string>
#include <string_view>

namespace hexapla {

/// What a dictionary says of a word without its remarks in brackets, which are no
/// translations.
inline std::string without_remarks(std::string_view phrase) {
  std::string result;
  int depth = 0;
  for (const char byte : phrase) {
    if (byte == '(' || byte == '[') ++depth;
    if (depth == 0) result += byte;
    if ((byte == ')' || byte == ']') && depth > 0) --depth;
  }
  return result;
}

}  // namespace hexapla
