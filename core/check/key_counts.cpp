#include "check/key_counts.hpp"

#include <bit>
#include <utility>

namespace hexapla {

std::size_t KeyCounts::slot_of(std::uint64_t key) const noexcept {
  // The golden ratio spreads neighbouring keys. Source: Knuth, vol. 3, 6.4.
  constexpr std::uint64_t golden = 0x9E3779B97F4A7C15;
  constexpr int bits = 64;
  const int shift = bits - std::countr_zero(slots_.size());
  std::size_t at = (key * golden) >> shift;
  while (slots_[at].times != 0 && slots_[at].key != key)
    at = (at + 1) & (slots_.size() - 1);
  return at;
}

void KeyCounts::grow() {
  constexpr std::size_t first_size = 1024;
  std::vector<Slot> old(slots_.empty() ? first_size : slots_.size() * 2);
  std::swap(old, slots_);
  for (const Slot& slot : old)
    if (slot.times != 0) slots_[slot_of(slot.key)] = slot;
}

void KeyCounts::count(std::uint64_t key) {
  if (used_ * 2 >= slots_.size() && used_ < most) grow();
  Slot& slot = slots_[slot_of(key)];
  if (slot.times == 0) {
    if (used_ == most) return;
    slot.key = key;
    ++used_;
  }
  ++slot.times;
}

std::uint32_t KeyCounts::times(std::uint64_t key) const noexcept {
  return slots_.empty() ? 0 : slots_[slot_of(key)].times;
}

}  // namespace hexapla
