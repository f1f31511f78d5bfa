#pragma once

#include "text/language.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace hexapla {

/// What a word does in a number; the kinds of number_words.tsv, where they are explained.
enum class NumberPart : std::uint8_t {
  add,
  bound,
  times,
  times_alone,
  scale,
  scale_alone,
  ordinal,
  link,
  suffix,
  digit,
  counter,
  ordinal_mark,
  vague,
  half,
};

struct NumberWord {
  NumberPart part = NumberPart::add;
  std::uint64_t value = 0;
};

/// The number words of one language.
class NumberWords {
 public:
  /// Made once for each official language; empty for others. Lives as long as the program.
  [[nodiscard]] static const NumberWords& of(Language language);

  /// `word` is folded().
  [[nodiscard]] std::optional<NumberWord> find(std::string_view word) const;
  /// True for "pour cent", "في المائة": both words folded.
  [[nodiscard]] bool no_number(std::string_view before, std::string_view word) const;
  [[nodiscard]] const std::vector<std::string>& counters() const { return counters_; }

  explicit NumberWords(Language language);

 private:
  std::unordered_map<std::string, NumberWord> words_;
  std::unordered_set<std::string> never_;
  std::vector<std::string> counters_;
};

}  // namespace hexapla
