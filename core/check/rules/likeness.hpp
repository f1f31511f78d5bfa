#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hexapla {

/// A word as likeness() compares it.
class Spelling {
 public:
  explicit Spelling(std::string_view word);

  [[nodiscard]] const std::u32string& letters() const noexcept { return letters_; }
  /// A bit for each letter that it has; some letters share one.
  [[nodiscard]] std::uint64_t kinds() const noexcept { return kinds_; }

 private:
  std::u32string letters_;  ///< Folded.
  std::uint64_t kinds_ = 0;
};

/// How alike two words are, from 0 to 1: one minus the share of letters to change. Letter
/// case does not count; swapping two neighbours is one change.
/// Cost:   the product of the lengths.
/// Source: optimal string alignment distance (Damerau 1964, Levenshtein 1966).
[[nodiscard]] double likeness(std::string_view one, std::string_view other);

/// The same for words that are compared with many; 0 for what can be seen at a glance to be
/// less than `least`.
[[nodiscard]] double likeness(const Spelling& one, const Spelling& other, double least = 0);

}  // namespace hexapla
