#pragma once

// Private to core/corpus/: LEB128, small numbers in few bytes.
// Source: DWARF Debugging Information Format 5, section 7.6.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hexapla {

namespace varint_detail {
inline constexpr unsigned bits = 7;     // of the number in a byte
inline constexpr unsigned more = 0x80;  // set where another byte follows
}  // namespace varint_detail

inline constexpr std::size_t longest_varint = 10;  // bytes of a number of 64 bits

inline void append_varint(std::string& data, std::uint64_t number) {
  using namespace varint_detail;
  for (; number >= more; number >>= bits)
    data += static_cast<char>((number & (more - 1)) | more);
  data += static_cast<char>(number);
}

[[nodiscard]] inline std::size_t size_of_varint(std::uint64_t number) noexcept {
  const auto width = 64 - static_cast<std::size_t>(std::countl_zero(number | 1U));
  return (width + varint_detail::bits - 1) / varint_detail::bits;
}

/// Writes over what is at `at`, which moves after it; there must be room.
inline void put_varint(std::string& data, std::size_t& at, std::uint64_t number) {
  using namespace varint_detail;
  for (; number >= more; number >>= bits)
    data[at++] = static_cast<char>((number & (more - 1)) | more);
  data[at++] = static_cast<char>(number);
}

/// The number at `at`, which moves after it; 0 when it is cut off.
[[nodiscard]] inline std::uint64_t next_varint(std::string_view data, std::size_t& at) {
  using namespace varint_detail;
  constexpr unsigned widest = 63;
  if (at < data.size() && static_cast<unsigned char>(data[at]) < more)
    return static_cast<unsigned char>(data[at++]);
  std::uint64_t number = 0;
  for (unsigned shift = 0; at < data.size() && shift <= widest; shift += bits) {
    const auto byte = static_cast<unsigned char>(data[at++]);
    number |= static_cast<std::uint64_t>(byte & (more - 1)) << shift;
    if (byte < more) return number;
  }
  return 0;
}

}  // namespace hexapla
