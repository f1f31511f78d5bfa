#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hexapla {

/// How often keys were met. Bounded: when there are very many, new ones are not counted.
/// Cost: 16 bytes a key, twice as many while half full; one step a look-up.
class KeyCounts {
 public:
  static constexpr std::size_t most = 1'000'000;  ///< Keys; 32 MB.

  void count(std::uint64_t key);
  [[nodiscard]] std::uint32_t times(std::uint64_t key) const noexcept;

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t times = 0;  ///< 0: the slot is free.
  };
  /// The slot of the key, or the free one where it would be.
  [[nodiscard]] std::size_t slot_of(std::uint64_t key) const noexcept;
  void grow();

  std::vector<Slot> slots_;  ///< As many as a power of two.
  std::size_t used_ = 0;
};

/// Two numbers as one key.
[[nodiscard]] constexpr std::uint64_t two_keys(std::uint32_t first,
                                               std::uint32_t second) noexcept {
  constexpr unsigned half = 32;
  return (std::uint64_t{first} << half) | second;
}

}  // namespace hexapla
