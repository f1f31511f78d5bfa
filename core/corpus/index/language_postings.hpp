#pragma once

// Private to core/corpus/.

#include "corpus/index/posting_list.hpp"
#include "corpus/index/word_table.hpp"
#include "term/word_keys.hpp"
#include "text/language.hpp"
#include "text/words.hpp"

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hexapla {

/// The lists of one language in a portion, as they are written.
struct LanguageLists {
  /// See PostingPiece, whose data are here bytes of `data`.
  struct Piece {
    std::uint32_t form = 0;  ///< Into `forms`.
    std::uint32_t places = 0;
    std::int64_t first = 0;
    std::size_t begin = 0;
    std::size_t size = 0;
  };

  std::int64_t language_number = 0;
  std::vector<std::string> forms;  ///< In the order of their bytes.
  std::vector<Piece> pieces;       ///< In the order of forms and rows.
  std::string data;
  std::set<std::pair<std::string, std::string>> stems;  ///< Each with a form of it.

  [[nodiscard]] std::string_view data_of(const Piece& piece) const {
    return std::string_view(data).substr(piece.begin, piece.size);
  }
};

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

  /// Nothing can be added afterwards. Makes room for the lists.
  void forget_spellings();

  /// Ends this. Takes about as much memory again as bytes().
  [[nodiscard]] LanguageLists take_lists();

 private:
  /// A word of a text, and by which the table of spellings has it: a Chinese character by
  /// itself with the one that follows at once, if one does.
  struct Cut {
    std::string_view raw;
    WordKey key;
    WordKind kind = WordKind::letters;
  };

  /// The last place of a form while its places are counted or written.
  struct LastPlace {
    std::int64_t row = 0;
    std::uint32_t bytes = 0;  ///< Of the places so far; or where the next one is written.
    std::uint32_t word = 0;
  };

  void cut(std::string_view text);
  void count(std::uint32_t form, std::int64_t row, std::uint32_t word);
  /// `form_plus_one` of a word as texts have it; 0 for a word without a form.
  std::uint32_t form_behind_of(const Cut& word);
  std::uint32_t form_behind_of_han(const Cut& character, const Cut* next);
  std::uint32_t form_behind_named(std::string_view form);
  void note_stems(const std::string& form);
  [[nodiscard]] std::vector<std::uint32_t> forms_by_bytes() const;
  [[nodiscard]] std::string coded_places(const std::vector<std::uint32_t>& begins) const;

  WordKeys keys_;
  std::vector<std::string> forms_;
  std::vector<LastPlace> counted_;        ///< By form.
  std::vector<std::int64_t> first_rows_;  ///< By form.
  WordTable ids_behind_;                  ///< Of forms: places in `forms_`, + 1.
  WordTable spellings_;  ///< The same by words as texts have them; 0 without a form.
  std::string
      sequence_;  ///< Varints: 0 and by how many rows it goes on, or a form's id + 1.
  std::int64_t first_row_ = 0;
  std::int64_t last_row_ = 0;
  std::set<std::pair<std::string, std::string>> stems_;
  std::vector<std::string> stems_of_form_;
  std::string scratch_;
  std::string coded_;  ///< Of one text, as in `sequence_`.
  std::vector<Word> words_;
  std::vector<Cut> cut_;
};

}  // namespace hexapla
