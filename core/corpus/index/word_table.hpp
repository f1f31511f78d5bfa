#pragma once

// Private to core/corpus/.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// A number for each of many words: a hash table of open addressing whose slots take eight
/// bytes, with the words and their numbers one after the other aside. The nodes of
/// std::unordered_map cost an index of words most of its time, by what they drag through
/// the caches. Limits: 4 GB of words.
class WordTable {
 public:
  /// By which a word is looked up.
  [[nodiscard]] static std::uint32_t hash_of(std::string_view word) noexcept;

  /// Null for a word that is not there; dies at the next add(). `hash` is the word's.
  [[nodiscard]] const std::uint32_t* find(std::string_view word,
                                          std::uint32_t hash) const noexcept;

  /// `word` must not be there yet.
  void add(std::string_view word, std::uint32_t hash, std::uint32_t number);

  [[nodiscard]] const std::uint32_t* find(std::string_view word) const noexcept {
    return find(word, hash_of(word));
  }
  void add(std::string_view word, std::uint32_t number) {
    add(word, hash_of(word), number);
  }

  /// Asks the memory for what find() will look at first, and second.
  void fetch_slot(std::uint32_t hash) const noexcept {
    if (!slots_.empty()) __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  }
  void fetch_entry(std::uint32_t hash) const noexcept {
    if (slots_.empty()) return;
    const Slot& slot = slots_[hash & (slots_.size() - 1)];
    if (slot.entry_behind != 0) __builtin_prefetch(&entries_[slot.entry_behind - 1]);
  }

  /// That it takes in memory.
  [[nodiscard]] std::size_t bytes() const noexcept {
    return slots_.size() * sizeof(Slot) + entries_.size() * sizeof(std::uint32_t);
  }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t entry_behind = 0;  ///< Index into `entries_`, + 1; 0: free.
  };

  void grow();
  [[nodiscard]] bool is_at(std::size_t entry, std::string_view word) const noexcept;

  std::vector<Slot> slots_;  ///< As many as a power of two, at most half of them taken.
  std::size_t words_ = 0;
  /// For each word its number, its size in bytes, and its bytes, filled up with zeros.
  std::vector<std::uint32_t> entries_;
};

}  // namespace hexapla
