#include "corpus/index/word_table.hpp"

#include <cstring>

namespace hexapla {
namespace {

constexpr std::size_t head = 2;  // of an entry: number and size

}  // namespace

std::uint32_t WordTable::hash_of(std::string_view word) noexcept {
  // Eight bytes at a time, mixed as wyhash does it (Wang Yi 2019): words are short.
  constexpr std::uint64_t odd = 0x9e3779b97f4a7c15;
  constexpr std::size_t step = sizeof(std::uint64_t);
  constexpr unsigned half = 32;
  std::uint64_t hash = word.size() * odd;
  const auto mix = [&](std::uint64_t bytes) {
    hash = (hash ^ bytes) * odd;
    hash ^= hash >> half;
  };
  for (; word.size() >= step; word.remove_prefix(step)) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, word.data(), step);
    mix(bytes);
  }
  std::uint64_t rest = 0;
  if (!word.empty()) std::memcpy(&rest, word.data(), word.size());
  mix(rest);
  return static_cast<std::uint32_t>(hash ^ (hash >> half));
}

bool WordTable::is_at(std::size_t entry, std::string_view word) const noexcept {
  return entries_[entry + 1] == word.size() &&
         std::memcmp(&entries_[entry] + head, word.data(), word.size()) == 0;
}

const std::uint32_t* WordTable::find(std::string_view word,
                                     std::uint32_t hash) const noexcept {
  if (slots_.empty()) return nullptr;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at].entry_behind != 0; at = (at + 1) & mask)
    if (slots_[at].hash == hash && is_at(slots_[at].entry_behind - 1, word))
      return &entries_[slots_[at].entry_behind - 1];
  return nullptr;
}

void WordTable::add(std::string_view word, std::uint32_t hash, std::uint32_t number) {
  if (++words_ * 2 > slots_.size()) grow();
  const std::size_t entry = entries_.size();
  const std::size_t size =
      (word.size() + sizeof(std::uint32_t) - 1) / sizeof(std::uint32_t);
  entries_.resize(entry + head + size);
  entries_[entry] = number;
  entries_[entry + 1] = static_cast<std::uint32_t>(word.size());
  std::memcpy(&entries_[entry] + head, word.data(), word.size());
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].entry_behind != 0)
    at = (at + 1) & mask;
  slots_[at] = {hash, static_cast<std::uint32_t>(entry + 1)};
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
