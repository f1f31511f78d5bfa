#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

enum class WordChangeKind : std::uint8_t { kept, gone, added };

/// A stretch of two texts.
struct WordChange {
  WordChangeKind kind = WordChangeKind::kept;
  std::string text;

  friend bool operator==(const WordChange&, const WordChange&) = default;
};

/// What became of a text, word by word; of Chinese, character by character.
/// Shape:  kept and gone parts together are `before`, kept and added ones `after`; what is
///         gone stands before what came in its place.
/// Cost:   that of the words of one by those of the other, between what both begin and end
///         with; beyond a million all between is told as one change.
/// Source: longest common subsequence, Wagner and Fischer 1974.
[[nodiscard]] std::vector<WordChange> word_changes(std::string_view before,
                                                   std::string_view after);

}  // namespace hexapla
