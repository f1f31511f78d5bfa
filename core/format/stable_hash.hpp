#pragma once

// Private to core/export/.

#include <cstdint>
#include <string_view>

namespace hexapla {

inline constexpr std::uint64_t hash_start = 0xcbf29ce484222325;

/// The same number for the same bytes on every machine, in every version: what was dealt
/// into train and test stays there. Hand one's result to the next to go on.
/// Source: FNV-1a, 64 bits (Fowler, Noll, Vo).
[[nodiscard]] inline std::uint64_t stable_hash(std::string_view bytes,
                                               std::uint64_t hash = hash_start) noexcept {
  constexpr std::uint64_t prime = 0x100000001b3;
  for (const char byte : bytes)
    hash = (hash ^ static_cast<unsigned char>(byte)) * prime;
  return hash;
}

}  // namespace hexapla
