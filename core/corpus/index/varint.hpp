#pragma once

// Private to core/corpus/: LEB128, small numbers in few bytes.
// Source: DWARF Debugging Information Format 5, section 7.6.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hexapla {

namespace varint_detail {
inline constexpr unsigned bits = 7;     // of the number in a byte
inline constexpr unsigned more = 0x80;  // set where another byte follows
}  // namespace varint_detail

inline void append_varint(std::string& data, std::uint64_t number) {
  using namespace varint_detail;
  for (; number >= more; number >>= bits)
    data += static_cast<char>((number & (more - 1)) | more);
  data += static_cast<char>(number);
}

[[nodiscard]] inline std::size_t size_of_varint(std::uint64_t number) noexcept {
  std::size_t size = 1;
  for (; number >= varint_detail::more; number >>= varint_detail::bits)
    ++size;
  return size;
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
  std::uint64_t number = 0;
  for (unsigned shift = 0; at < data.size() && shift <= widest; shift += bits) {
    const auto byte = static_cast<unsigned char>(data[at++]);
    number |= static_cast<std::uint64_t>(byte & (more - 1)) << shift;
    if (byte < more) return number;
  }
  return 0;
}

}  // namespace hexapla
