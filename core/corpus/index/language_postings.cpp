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

constexpr std::int64_t no_place = -1;  // as a row

/// Characters with nothing between them.
bool is_run(std::string_view one, std::string_view next) {
  return one.data() + one.size() == next.data();
}

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

/// Hands on the numbers by which the next place of a form is coded, and moves there.
template <class Last, class Code>
void move_to(Last& last, std::int64_t row, std::uint32_t word, Code code) {
  if (row != last.row) last.word = 0;
  code(static_cast<std::uint64_t>(row - last.row));
  code(std::uint64_t{word - last.word});
  last.row = row;
  last.word = word;
}

/// Cuts the places of a form, coded as one piece would be, where pieces end: their bytes
/// stay as they are and where they are, but for the first row's, which is the key's.
/// `piece` begins and ends as all of them; `take` is called with each in its place.
template <class Take>
void each_piece_of(std::string& coded, LanguageLists::Piece piece, std::int64_t row,
                   Take take) {
  const std::size_t end = piece.begin + piece.size;
  for (std::size_t at = piece.begin; at < end;) {
    const std::size_t place = at;
    const std::uint64_t step = next_varint(coded, at);
    row += static_cast<std::int64_t>(step);
    const bool is_full =
        piece.places > 0 && step > 0 && place - piece.begin >= largest_piece;
    if (is_full) {
      piece.size = place - piece.begin;
      take(piece);
      piece.places = 0;
    }
    if (piece.places++ == 0) {
      piece.first = row;
      piece.begin = at - 1;
      coded[piece.begin] = '\0';
    }
    static_cast<void>(next_varint(coded, at));
  }
  if (piece.places == 0) return;
  piece.size = end - piece.begin;
  take(piece);
}

}  // namespace

void LanguagePostings::add(std::int64_t row, std::string_view text) {
  if (sequence_.empty()) first_row_ = last_row_ = row;
  cut(text);
  const std::size_t most = (cut_.size() + 2) * longest_varint;
  if (coded_.size() < most) coded_.resize(most);
  std::size_t end = 0;
  put_varint(coded_, end, 0);
  put_varint(coded_, end, static_cast<std::uint64_t>(row - last_row_));
  last_row_ = row;
  std::uint32_t place = 0;
  const auto put = [&](std::uint32_t form_plus_one) {
    put_varint(coded_, end, form_plus_one);
    count(form_plus_one - 1, row, place++);
  };
  const Cut* han = nullptr;  // the word before, when it is a Chinese character
  for (const Cut& word : cut_) {
    const bool is_han = word.kind == WordKind::han;
    const std::uint32_t form_plus_one = is_han ? 0 : form_behind_of(word);
    if (!is_han && form_plus_one == 0) continue;  // not even a word
    if (han != nullptr) put(form_behind_of_han(*han, &word));
    han = is_han ? &word : nullptr;
    if (!is_han) put(form_plus_one);
  }
  if (han != nullptr) put(form_behind_of_han(*han, nullptr));
  sequence_.append(coded_, 0, end);
}

/// How long the list of each form will be is known when the texts are.
void LanguagePostings::count(std::uint32_t form, std::int64_t row, std::uint32_t word) {
  LastPlace& last = counted_[form];
  if (last.row == no_place) last.row = first_rows_[form] = row;
  move_to(last, row, word, [&](std::uint64_t number) {
    last.bytes += static_cast<std::uint32_t>(size_of_varint(number));
  });
}

/// What will be looked up is asked of the memory for all words of the text at once: one by
/// one, each would wait for its own.
void LanguagePostings::cut(std::string_view text) {
  const char* const end = text.data() + text.size();
  words_of(text, words_);
  cut_.clear();
  for (const Word& word : words_)
    if (word.kind != WordKind::punctuation)
      cut_.push_back({word.range.of(text), {}, word.kind});
  for (std::size_t i = 0; i < cut_.size(); ++i) {
    Cut& word = cut_[i];
    const bool is_pair = word.kind == WordKind::han && i + 1 < cut_.size() &&
                         cut_[i + 1].kind == WordKind::han &&
                         is_run(word.raw, cut_[i + 1].raw);
    const std::size_t size = word.raw.size() + (is_pair ? cut_[i + 1].raw.size() : 0);
    const auto readable = static_cast<std::size_t>(end - word.raw.data());
    word.key = WordKey({word.raw.data(), size}, readable);
    spellings_.fetch_slot(word.key.hash);
  }
  for (const Cut& word : cut_)
    spellings_.fetch_entry(word.key.hash);
}

/// Of a character with the one that follows it, or without, when `next` is none.
std::uint32_t LanguagePostings::form_behind_of_han(const Cut& character, const Cut* next) {
  if (next != nullptr && next->kind != WordKind::han) next = nullptr;
  const bool is_cut = next == nullptr
                          ? character.key.word.size() == character.raw.size()
                          : next == &character + 1 && is_run(character.raw, next->raw);
  if (!is_cut) {
    scratch_.assign(character.raw);
    if (next != nullptr) scratch_.append(next->raw);
  }
  const WordKey key = is_cut ? character.key : WordKey(scratch_);
  const std::uint32_t* const known = spellings_.find(key);
  if (known != nullptr) return *known;
  std::string form = form_of(character.raw, WordKind::han);
  if (next != nullptr) form += form_of(next->raw, WordKind::han);
  const std::uint32_t form_plus_one = form_behind_named(form);
  spellings_.add(key, form_plus_one);
  return form_plus_one;
}

std::uint32_t LanguagePostings::form_behind_of(const Cut& word) {
  const std::uint32_t* const known = spellings_.find(word.key);
  if (known != nullptr) return *known;
  const std::string form = form_of(word.raw, word.kind);
  const std::uint32_t form_plus_one = form.empty() ? 0 : form_behind_named(form);
  spellings_.add(word.key, form_plus_one);
  if (!form.empty() && word.kind == WordKind::letters) note_stems(form);
  return form_plus_one;
}

std::uint32_t LanguagePostings::form_behind_named(std::string_view form) {
  const WordKey key(search_key(form));
  const std::uint32_t* const known = ids_behind_.find(key);
  if (known != nullptr) return *known;
  forms_.emplace_back(key.word);
  counted_.push_back({no_place, 0, 0});
  first_rows_.push_back(0);
  const auto id_plus_one = static_cast<std::uint32_t>(forms_.size());
  ids_behind_.add(key, id_plus_one);
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

std::vector<std::uint32_t> LanguagePostings::forms_by_bytes() const {
  std::vector<std::uint32_t> forms(forms_.size());
  std::iota(forms.begin(), forms.end(), 0U);
  std::ranges::sort(forms, {},
                    [&](std::uint32_t id) -> const std::string& { return forms_[id]; });
  return forms;
}

void LanguagePostings::forget_spellings() {
  spellings_ = {};
  ids_behind_ = {};
}

/// The places of all forms, those of each where `begins` says.
std::string LanguagePostings::coded_places(const std::vector<std::uint32_t>& begins) const {
  std::vector<LastPlace> places(forms_.size());
  for (std::size_t form = 0; form < forms_.size(); ++form)
    places[form] = {first_rows_[form], begins[form], 0};
  std::string coded(begins.back(), '\0');
  each_place(sequence_, first_row_,
             [&](std::uint32_t form, std::int64_t row, std::uint32_t word) {
               LastPlace& place = places[form];
               move_to(place, row, word, [&](std::uint64_t number) {
                 std::size_t at = place.bytes;
                 put_varint(coded, at, number);
                 place.bytes = static_cast<std::uint32_t>(at);
               });
             });
  return coded;
}

LanguageLists LanguagePostings::take_lists() {
  std::vector<std::uint32_t> begins{0};
  begins.reserve(forms_.size() + 1);
  for (const LastPlace& counted : counted_)
    begins.push_back(begins.back() + counted.bytes);
  LanguageLists lists;
  lists.data = coded_places(begins);
  sequence_ = {};
  lists.forms.reserve(forms_.size());
  for (const std::uint32_t form : forms_by_bytes()) {
    const auto number = static_cast<std::uint32_t>(lists.forms.size());
    const std::size_t size = begins[form + 1] - begins[form];
    each_piece_of(
        lists.data, {number, 0, 0, begins[form], size}, first_rows_[form],
        [&](const LanguageLists::Piece& piece) { lists.pieces.push_back(piece); });
    lists.forms.push_back(std::move(forms_[form]));
  }
  lists.stems = std::move(stems_);
  return lists;
}

}  // namespace hexapla
