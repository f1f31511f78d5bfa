#pragma once

// Private to core/corpus/.

#include "corpus/index/posting_list.hpp"
#include "corpus/index/word_table.hpp"
#include "term/word_keys.hpp"
#include "text/language.hpp"
#include "text/words.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hexapla {

/// Where the words of one language are in the rows of a portion. Texts become a sequence
/// of numbers of forms, in the order of the texts, a byte or two each; the lists are made
/// of it by counting, once the portion is full, so that nothing is looked up but the words.
class LanguagePostings {
 public:
  explicit LanguagePostings(Language language) : keys_(language) {}

  /// Rows come in ascending order.
  void add(std::int64_t row, std::string_view text);

  /// That it takes in memory.
  [[nodiscard]] std::size_t bytes() const noexcept;

  /// Hands on the pieces of all forms, forms in the order of their bytes. Takes about as
  /// much memory again as bytes().
  void each_piece(const std::function<void(std::string_view form,
                                           const PostingPiece& piece)>& take) const;

  /// Stems, each with a form that has been seen in the texts.
  [[nodiscard]] const std::set<std::pair<std::string, std::string>>& stems()
      const noexcept {
    return stems_;
  }

  [[nodiscard]] std::set<std::pair<std::string, std::string>> take_stems() noexcept {
    return std::exchange(stems_, {});
  }

 private:
  struct List;

  /// A word of a text, and where the table of spellings may have it.
  struct Cut {
    std::string_view raw;
    std::uint32_t hash = 0;
    WordKind kind = WordKind::letters;
  };

  void cut(std::string_view text);
  void add_han(std::string_view character, std::string_view next);
  /// `form_plus_one` of a word as texts have it; 0 for a word without a form.
  std::uint32_t form_behind_of(const Cut& word);
  std::uint32_t form_behind_named(std::string_view form);
  void note_stems(const std::string& form);
  [[nodiscard]] std::vector<List> lists() const;
  [[nodiscard]] std::vector<std::uint32_t> forms_by_bytes() const;

  WordKeys keys_;
  std::vector<std::string> forms_;
  WordTable ids_behind_;  ///< Of forms: places in `forms_`, + 1.
  WordTable spellings_;   ///< The same by words as texts have them; 0 without a form.
  std::string
      sequence_;  ///< Varints: 0 and by how many rows it goes on, or a form's id + 1.
  std::int64_t first_row_ = 0;
  std::int64_t last_row_ = 0;
  std::set<std::pair<std::string, std::string>> stems_;
  std::vector<std::string> stems_of_form_;
  std::string scratch_;
  std::vector<Cut> cut_;
};

}  // namespace hexapla
