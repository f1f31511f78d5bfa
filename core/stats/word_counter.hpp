#pragma once

// Private to core/stats/.

#include "stats/statistics.hpp"
#include "text/lookup/transparent_hash.hpp"
#include "text/words.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hexapla {

/// Counts the words of one language. Memory grows with the number of different words, not
/// with the text.
class WordCounter {
 public:
  void add(std::string_view text);

  /// `most_frequent`: how many forms to name.
  [[nodiscard]] VocabularyFigures figures(std::size_t most_frequent) const;

 private:
  template <class Value>
  using ByWord = std::unordered_map<std::string, Value, TransparentHash, std::equal_to<>>;

  std::uint64_t& count_of(std::string_view word);
  void note_growth();

  ByWord<std::uint64_t> counts_;    ///< By folded forms.
  ByWord<std::uint64_t*> spelled_;  ///< Into `counts_`, by words as texts have them.
  std::vector<VocabularyFigures::Growth> growth_;
  std::uint64_t step_ = 1;  ///< Words between two points of `growth_`.
  std::uint64_t words_ = 0;
};

}  // namespace hexapla
