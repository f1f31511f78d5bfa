#pragma once

// Private to core/corpus/.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// A word and what tells it from nearly all others without a look at its bytes: its first
/// and last eight bytes (of a word of eight or fewer all are in `first`), its size, and a
/// hash.
struct WordKey {
  std::string_view word;
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  std::uint32_t hash = 0;

  WordKey() = default;
  explicit WordKey(std::string_view of) noexcept : WordKey(of, of.size()) {}
  /// `readable` are all the bytes that may be read from where the word begins: eight are
  /// read faster than fewer.
  WordKey(std::string_view of, std::size_t readable) noexcept;
};

/// A number for each of many words: a hash table of open addressing whose slots take eight
/// bytes, with the words and their numbers one after the other aside. The nodes of
/// std::unordered_map cost an index of words most of its time, by what they drag through
/// the caches. Limits: 4 GB of words.
class WordTable {
 public:
  /// Null for a word that is not there; dies at the next add().
  [[nodiscard]] const std::uint32_t* find(const WordKey& key) const noexcept;

  /// The word must not be there yet.
  void add(const WordKey& key, std::uint32_t number);

  /// Asks the memory for what find() will look at first, and second.
  void fetch_slot(std::uint32_t hash) const noexcept {
    if (!slots_.empty()) __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  }
  void fetch_entry(std::uint32_t hash) const noexcept {
    if (slots_.empty()) return;
    const Slot& slot = slots_[hash & (slots_.size() - 1)];
    if (slot.entry_behind != 0) __builtin_prefetch(&entries_[slot.entry_behind - 1]);
  }

  /// About what it takes in memory; of the same words always the same. Where portions of
  /// an index end depends on it, so that it stays what it was when words were kept whole
  /// with their numbers and sizes: a corpus has the same bytes for ever.
  [[nodiscard]] std::size_t bytes() const noexcept {
    return slots_.size() * sizeof(Slot) + measured_;
  }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t entry_behind = 0;  ///< Index into `entries_`, + 1; 0: free.
  };

  void grow();
  [[nodiscard]] bool is_at(std::size_t entry, const WordKey& key) const noexcept;

  std::vector<Slot> slots_;  ///< As many as a power of two, at most half of them taken.
  std::size_t words_ = 0;
  /// For each word its number, its size in bytes, its `first` and `last`, and its bytes
  /// between them, filled up with zeros.
  std::vector<std::uint32_t> entries_;
  std::size_t measured_ = 0;
};

}  // namespace hexapla
