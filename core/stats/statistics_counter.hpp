#pragma once

#include "align/multitext.hpp"
#include "stats/statistics.hpp"

#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace hexapla {

/// What a row says in a language.
struct RowText {
  Language language;
  std::string_view text;
};

/// What is known of a row beside its texts.
struct RowFacts {
  double confidence = 1;
  bool confirmed = false;  ///< By a person.
  bool rejected = false;
  bool of_documents = false;  ///< Its links are counted by add_links().
};

/// Counts rows one after the other. Memory grows with the number of different words and,
/// by eight bytes for each pair of languages, with the rows; not with their texts.
class StatisticsCounter {
 public:
  /// `languages`: those of the rows, without repetition, in the order of the figures. The
  /// pivot is Chinese if it is among them, else the first. Texts in others are passed over.
  explicit StatisticsCounter(std::vector<Language> languages);
  ~StatisticsCounter();
  StatisticsCounter(StatisticsCounter&&) noexcept;
  StatisticsCounter& operator=(StatisticsCounter&&) noexcept;

  /// Empty texts count as absent; of several in a language the first is in the pairs.
  void add(std::span<const RowText> texts, const RowFacts& facts);

  /// The segments and links of the documents that rows were made of.
  void add_links(const Multitext& multitext);

  /// `most_frequent`: how many words of each language to name.
  [[nodiscard]] Statistics figures(std::size_t most_frequent) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace hexapla
