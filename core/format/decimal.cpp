#include "format/decimal.hpp"

#include <array>
#include <charconv>

namespace hexapla {

std::string decimal(double number) {
  constexpr int digits = 6;             // as in a links file
  constexpr std::size_t longest = 512;  // a double has at most 309 digits before the point
  std::array<char, longest> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), number,
                                 std::chars_format::fixed, digits);
  return {text.data(), end.ptr};
}

}  // namespace hexapla
