#pragma once

// Private to core/check/: the words of negations.tsv, which explains them.

#include "text/language.hpp"
#include "text/lookup/first_letters.hpp"
#include "text/lookup/transparent_hash.hpp"

#include <bitset>
#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hexapla {

enum class NegationSense { clear, soft, asked, weak, harmless };

/// The lists of negations.tsv that a word may be on, a bit each.
enum NegationList : unsigned {
  on_clear = 1,
  on_without = 2,
  on_soft = 4,
  on_asked = 8,
  on_weak = 16,
  on_half = 32,
  on_behind = 64,
  on_first = 128,
};

struct NegationPhrase {
  std::string text;  ///< As it is in the text.
  NegationSense sense = NegationSense::clear;
};

/// NegationStems, told from most words by their first bytes.
class NegationStems {
 public:
  void add(std::string stem) { stems_.push_back(std::move(stem)); }
  /// To be called once all are added.
  void put_in_order();
  /// True when a stem begins `word`.
  [[nodiscard]] bool begin(const std::string& word) const;

 private:
  static constexpr std::size_t telling = 4;  // bytes
  static constexpr std::size_t bits = 4096;
  [[nodiscard]] static std::size_t start_of(std::string_view word);

  std::vector<std::string> stems_;
  std::bitset<bits> starts_;
  bool any_ = false;  ///< A stem is too short to be told.
};

/// The negations of one language, as negations.tsv explains them.
struct Negations {
  /// The NegationLists of single words, folded.
  std::unordered_map<std::string, unsigned, TransparentHash, std::equal_to<>> lists;
  NegationStems stems;  ///< Of soft words.
  NegationStems weak_stems;
  std::set<std::string, std::less<>> second;  // folded, as the next one
  std::set<std::string, std::less<>> apart;
  std::vector<std::string_view> not_only;  // phrases
  std::vector<std::string_view> only;
  /// By their first word, folded; the longest first.
  std::unordered_map<std::string, std::vector<NegationPhrase>> phrases;
  FirstLetters first_letters;  ///< Of all of them but not_only and only.
};

/// Null for languages that negations.tsv does not list.
[[nodiscard]] const Negations* negations_of(Language language);

/// Неимпортированных, незарегистрированные: a Russian participle with its "not".
[[nodiscard]] bool is_negated_participle(const std::string& form);

}  // namespace hexapla
