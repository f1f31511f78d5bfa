#pragma once

#include <bitset>
#include <string_view>

namespace hexapla {

/// With which letters the words of a list begin: tells most other words from these before
/// they are folded.
class FirstLetters {
 public:
  /// `word` is folded(), or begins as the folded words do that are looked for.
  void add(std::string_view word);

  /// False when folded(word) is none of the words; true when it may be one.
  [[nodiscard]] bool may_begin(std::string_view word) const noexcept;

 private:
  /// Letters of one alphabet have a bit each, Chinese characters share them.
  static constexpr std::size_t bits = 1024;
  std::bitset<bits> letters_;
};

}  // namespace hexapla
