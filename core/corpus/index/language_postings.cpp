#include "corpus/index/language_postings.hpp"

#include "corpus/index/search_key.hpp"
#include "corpus/index/varint.hpp"
#include "search/text_form.hpp"

#include <algorithm>
#include <numeric>

namespace hexapla {
namespace {

// Bytes with libstdc++ on 64 bits, roughly: a string, half of them with a block of its own;
// a stem with its form in a set.
constexpr std::size_t bytes_a_form = 56;
constexpr std::size_t bytes_a_stem = 130;

}  // namespace

/// A form's places, and the last of them while they are counted or written.
struct LanguagePostings::List {
  std::int64_t first_row = 0;
  std::int64_t row = 0;
  std::uint32_t word = 0;
  std::uint32_t places = 0;
  std::size_t size = 0;   ///< Bytes of all places, coded as in a PostingPiece.
  std::size_t begin = 0;  ///< Where they lie among those of all forms.

  /// Hands on the numbers by which a place is coded.
  template <class Code>
  void add(std::int64_t next_row, std::uint32_t next_word, Code code) {
    if (places++ == 0) first_row = row = next_row;
    if (next_row != row) word = 0;
    code(static_cast<std::uint64_t>(next_row - row));
    code(next_word - word);
    row = next_row;
    word = next_word;
  }
};

namespace {

/// Reads a sequence again: hands on each form's id with its place.
template <class Take>
void each_place(std::string_view sequence, std::int64_t row, Take take) {
  std::uint32_t word = 0;
  for (std::size_t at = 0; at < sequence.size();) {
    const auto form_plus_one = static_cast<std::uint32_t>(next_varint(sequence, at));
    if (form_plus_one == 0) {
      row += static_cast<std::int64_t>(next_varint(sequence, at));
      word = 0;
    } else {
      take(form_plus_one - 1, row, word++);
    }
  }
}

/// Cuts the places of a form, coded as one piece would be, where pieces end: their bytes
/// stay as they are but for the first row's. `take` is called with each in `piece`.
template <class Take>
void each_piece_of(std::string_view coded, std::int64_t row, PostingPiece& piece,
                   Take take) {
  piece.places = 0;
  std::size_t begin = 0;  // of the piece, after its first row
  for (std::size_t at = 0; at < coded.size();) {
    const std::size_t place = at;
    const std::uint64_t step = next_varint(coded, at);
    row += static_cast<std::int64_t>(step);
    const bool is_full = piece.places > 0 && step > 0 && 1 + place - begin >= largest_piece;
    if (is_full) {
      piece.data.append(coded.substr(begin, place - begin));
      take();
      piece.places = 0;
    }
    if (piece.places == 0) {
      piece.first = row;
      piece.data.assign(1, '\0');  // the first row is the key's
      begin = at;
    }
    static_cast<void>(next_varint(coded, at));
    ++piece.places;
  }
  if (piece.places == 0) return;
  piece.data.append(coded.substr(begin));
  take();
}

}  // namespace

void LanguagePostings::add(std::int64_t row, std::string_view text) {
  if (sequence_.empty()) first_row_ = last_row_ = row;
  append_varint(sequence_, 0);
  append_varint(sequence_, static_cast<std::uint64_t>(row - last_row_));
  last_row_ = row;
  cut(text);
  std::string_view han;  // the word before, when it is a Chinese character
  for (const Cut& word : cut_) {
    const bool is_han = word.kind == WordKind::han;
    const std::uint32_t form_plus_one = is_han ? 0 : form_behind_of(word);
    if (!is_han && form_plus_one == 0) continue;  // not even a word
    if (!han.empty()) add_han(han, is_han ? word.raw : std::string_view());
    han = is_han ? word.raw : std::string_view();
    if (!is_han) append_varint(sequence_, form_plus_one);
  }
  if (!han.empty()) add_han(han, {});
}

/// What will be looked up is asked of the memory for all words of the text at once: one by
/// one, each would wait for its own.
void LanguagePostings::cut(std::string_view text) {
  cut_.clear();
  for (const Word& word : words_of(text)) {
    if (word.kind == WordKind::punctuation) continue;
    const std::string_view raw = word.range.of(text);
    const std::uint32_t hash = word.kind == WordKind::han ? 0 : WordTable::hash_of(raw);
    cut_.push_back({raw, hash, word.kind});
    if (word.kind != WordKind::han) spellings_.fetch_slot(hash);
  }
  for (const Cut& word : cut_)
    if (word.kind != WordKind::han) spellings_.fetch_entry(word.hash);
}

void LanguagePostings::add_han(std::string_view character, std::string_view next) {
  scratch_.assign(character).append(next);
  const std::uint32_t hash = WordTable::hash_of(scratch_);
  const std::uint32_t* const known = spellings_.find(scratch_, hash);
  if (known != nullptr) return append_varint(sequence_, *known);
  std::string form = form_of(character, WordKind::han);
  if (!next.empty()) form += form_of(next, WordKind::han);
  const std::uint32_t form_plus_one = form_behind_named(form);
  spellings_.add(scratch_, hash, form_plus_one);
  append_varint(sequence_, form_plus_one);
}

std::uint32_t LanguagePostings::form_behind_of(const Cut& word) {
  const std::uint32_t* const known = spellings_.find(word.raw, word.hash);
  if (known != nullptr) return *known;
  const std::string form = form_of(word.raw, word.kind);
  const std::uint32_t form_plus_one = form.empty() ? 0 : form_behind_named(form);
  spellings_.add(word.raw, word.hash, form_plus_one);
  if (!form.empty() && word.kind == WordKind::letters) note_stems(form);
  return form_plus_one;
}

std::uint32_t LanguagePostings::form_behind_named(std::string_view form) {
  const std::string_view key = search_key(form);
  const std::uint32_t hash = WordTable::hash_of(key);
  const std::uint32_t* const known = ids_behind_.find(key, hash);
  if (known != nullptr) return *known;
  forms_.emplace_back(key);
  const auto id_plus_one = static_cast<std::uint32_t>(forms_.size());
  ids_behind_.add(key, hash, id_plus_one);
  return id_plus_one;
}

void LanguagePostings::note_stems(const std::string& form) {
  keys_.of_text_word(form, WordKind::letters, stems_of_form_);
  for (const std::string& stem : stems_of_form_)
    if (stem != form) stems_.emplace(search_key(stem), search_key(form));
}

std::size_t LanguagePostings::bytes() const noexcept {
  return forms_.size() * bytes_a_form + ids_behind_.bytes() + spellings_.bytes() +
         sequence_.size() + stems_.size() * bytes_a_stem;
}

/// How long each form's list is, and where it begins when they lie after each other.
std::vector<LanguagePostings::List> LanguagePostings::lists() const {
  std::vector<List> lists(forms_.size());
  each_place(sequence_, first_row_,
             [&](std::uint32_t form, std::int64_t row, std::uint32_t word) {
               List& list = lists[form];
               list.add(row, word,
                        [&](std::uint64_t number) { list.size += size_of_varint(number); });
             });
  std::size_t begin = 0;
  for (List& list : lists) {
    list.begin = begin;
    begin += list.size;
  }
  return lists;
}

std::vector<std::uint32_t> LanguagePostings::forms_by_bytes() const {
  std::vector<std::uint32_t> forms(forms_.size());
  std::iota(forms.begin(), forms.end(), 0U);
  std::ranges::sort(forms, {},
                    [&](std::uint32_t id) -> const std::string& { return forms_[id]; });
  return forms;
}

void LanguagePostings::each_piece(
    const std::function<void(std::string_view, const PostingPiece&)>& take) const {
  const std::vector<List> lists = this->lists();
  std::string coded(lists.empty() ? 0 : lists.back().begin + lists.back().size, '\0');
  std::vector<List> writing(lists.size());
  std::vector<std::size_t> ends(lists.size());
  for (std::size_t form = 0; form < lists.size(); ++form)
    ends[form] = lists[form].begin;
  each_place(sequence_, first_row_,
             [&](std::uint32_t form, std::int64_t row, std::uint32_t word) {
               writing[form].add(row, word, [&](std::uint64_t number) {
                 put_varint(coded, ends[form], number);
               });
             });
  PostingPiece piece;
  for (const std::uint32_t form : forms_by_bytes()) {
    const List& list = lists[form];
    each_piece_of(std::string_view(coded).substr(list.begin, list.size), list.first_row,
                  piece, [&] { take(forms_[form], piece); });
  }
}

}  // namespace hexapla
