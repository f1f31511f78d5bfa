#include "corpus/index/word_table.hpp"

#include <bit>
#include <cstring>

namespace hexapla {
namespace {

constexpr std::size_t step = sizeof(std::uint64_t);
constexpr std::size_t unit = sizeof(std::uint32_t);
constexpr std::size_t first_at = 2;  // in an entry, after number and size
constexpr std::size_t head = first_at + 2 * step / unit;

std::uint64_t eight_bytes(const char* at) noexcept {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, at, step);
  return bytes;
}

/// `size` bytes, eight at most, the first as the lowest of a number.
std::uint64_t few_bytes(const char* at, std::size_t size) noexcept {
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < size; ++i)
    bytes |= std::uint64_t{static_cast<unsigned char>(at[i])} << (8 * i);
  return bytes;
}

/// What is neither among the first eight bytes nor among the last.
std::string_view middle_of(std::string_view word) noexcept {
  return word.size() <= 2 * step ? std::string_view()
                                 : word.substr(step, word.size() - 2 * step);
}

}  // namespace

WordKey::WordKey(std::string_view of, std::size_t readable) noexcept : word(of) {
  constexpr std::uint64_t odd = 0x9e3779b97f4a7c15;
  constexpr unsigned half = 32;
  // Without a branch on the size, which no processor guesses.
  const bool is_long = of.size() > step;
  const std::size_t few = is_long ? step : of.size();
  if (std::endian::native == std::endian::little && readable >= step) {
    constexpr unsigned bits = 64;
    const std::uint64_t all = eight_bytes(of.data());
    first = few == 0 ? 0 : all << (bits - 8 * few) >> (bits - 8 * few);
    const std::uint64_t end = eight_bytes(of.data() + (of.size() - few) * is_long);
    last = is_long ? end : 0;
  } else {
    first = few_bytes(of.data(), few);
    last = is_long ? few_bytes(of.data() + of.size() - step, step) : 0;
  }
  // Eight bytes at a time, mixed as wyhash does it (Wang Yi 2019).
  std::uint64_t mixed = of.size() * odd;
  const auto mix = [&](std::uint64_t bytes) {
    mixed = (mixed ^ bytes) * odd;
    mixed ^= mixed >> half;
  };
  mix(first);
  for (std::size_t at = step; at + step < of.size(); at += step)
    mix(eight_bytes(of.data() + at));
  mix(last);
  hash = static_cast<std::uint32_t>(mixed ^ (mixed >> half));
}

bool WordTable::is_at(std::size_t entry, const WordKey& key) const noexcept {
  const std::uint32_t* const at = &entries_[entry];
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  std::memcpy(&first, at + first_at, step);
  std::memcpy(&last, at + first_at + step / unit, step);
  if (at[1] != key.word.size() || first != key.first || last != key.last) return false;
  const std::string_view middle = middle_of(key.word);
  return middle.empty() || std::memcmp(at + head, middle.data(), middle.size()) == 0;
}

const std::uint32_t* WordTable::find(const WordKey& key) const noexcept {
  if (slots_.empty()) return nullptr;
  const std::size_t mask = slots_.size() - 1;
  const Slot* const slots = slots_.data();
  for (std::size_t at = key.hash & mask; slots[at].entry_behind != 0; at = (at + 1) & mask)
    if (slots[at].hash == key.hash && is_at(slots[at].entry_behind - 1, key))
      return &entries_[slots[at].entry_behind - 1];
  return nullptr;
}

void WordTable::add(const WordKey& key, std::uint32_t number) {
  if (++words_ * 2 > slots_.size()) grow();
  const auto units_of = [](std::size_t size) { return (size + unit - 1) / unit; };
  const std::string_view middle = middle_of(key.word);
  const std::size_t entry = entries_.size();
  entries_.resize(entry + head + units_of(middle.size()));
  std::uint32_t* const at = &entries_[entry];
  at[0] = number;
  at[1] = static_cast<std::uint32_t>(key.word.size());
  std::memcpy(at + first_at, &key.first, step);
  std::memcpy(at + first_at + step / unit, &key.last, step);
  if (!middle.empty()) std::memcpy(at + head, middle.data(), middle.size());
  measured_ += (first_at + units_of(key.word.size())) * unit;
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = key.hash & mask;
  while (slots_[slot].entry_behind != 0)
    slot = (slot + 1) & mask;
  slots_[slot] = {key.hash, static_cast<std::uint32_t>(entry + 1)};
}

void WordTable::grow() {
  constexpr std::size_t fewest = 1024;
  std::vector<Slot> old(slots_.empty() ? fewest : slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.entry_behind == 0) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].entry_behind != 0)
      at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace hexapla
