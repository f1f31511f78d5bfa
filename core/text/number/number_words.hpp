#pragma once

#include "text/language.hpp"
#include "text/lookup/first_letters.hpp"
#include "text/lookup/transparent_hash.hpp"
#include "text/utf8.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace hexapla {

struct NumberText;

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
  one_and_half,
  part,
  part_alone,
  part_twice,
  share_noun,
  division,
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
  /// `word` as it is in the text.
  [[nodiscard]] std::optional<NumberWord> find_folded(std::string_view word) const;
  /// Whether `word`, as it is in the text, may be one of the words, alone or after "and" or
  /// a preposition that is written together with it, or begin with one.
  [[nodiscard]] bool may_begin(std::string_view word) const {
    return first_letters_.may_begin(word);
  }
  /// True for "pour cent", "في المائة": both words folded.
  [[nodiscard]] bool no_number(std::string_view before, std::string_view word) const;
  [[nodiscard]] const std::vector<std::string>& counters() const { return counters_; }
  /// Stems that make one word with a number before them: летн, процентн.
  [[nodiscard]] const std::vector<std::string>& compounds() const { return compounds_; }
  /// How many words of "and a half" there are from word `first` on; 0 when there are none.
  [[nodiscard]] std::size_t and_half(const NumberText& text, std::size_t first) const;
  /// Whether "minus" is right before byte `begin`, or "below zero" right after `end`
  /// or after the unit there.
  [[nodiscard]] bool is_negative(std::string_view text, ByteRange number) const;
  /// Whether what is right before byte `begin` is counted by what comes: 附件.
  [[nodiscard]] bool divides_before(std::string_view text, std::size_t begin) const;

  explicit NumberWords(Language language);

 private:
  [[nodiscard]] bool add_phrase(std::string_view kind, std::string_view phrase);

  std::unordered_map<std::string, NumberWord, TransparentHash, std::equal_to<>> words_;
  FirstLetters first_letters_;
  std::unordered_set<std::string> never_;
  std::vector<std::string> counters_;
  std::vector<std::string> compounds_;
  std::vector<std::string> divisions_;  ///< Of scripts without spaces.
  std::vector<std::vector<std::string>> and_halves_;
  std::vector<std::string> minus_before_;
  std::vector<std::string> minus_behind_;
  std::vector<std::string> no_minus_;
};

}  // namespace hexapla
