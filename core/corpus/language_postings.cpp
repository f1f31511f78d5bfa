#include "corpus/language_postings.hpp"

#include "corpus/search_key.hpp"
#include "corpus/varint.hpp"
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

struct LanguagePostings::Place {
  std::int64_t row = 0;
  std::uint32_t word = 0;
};

/// Forms in the order of their bytes, and how often each stands in the texts.
struct LanguagePostings::FormOrder {
  std::vector<std::uint32_t> forms;   ///< Ids by rank.
  std::vector<std::uint32_t> ranks;   ///< By id.
  std::vector<std::uint32_t> counts;  ///< By rank.
};

void LanguagePostings::add(std::int64_t row, std::string_view text) {
  if (sequence_.empty()) first_row_ = last_row_ = row;
  append_varint(sequence_, 0);
  append_varint(sequence_, static_cast<std::uint64_t>(row - last_row_));
  last_row_ = row;
  std::string_view han;  // the word before, when it is a Chinese character
  for (const Word& word : words_of(text)) {
    if (word.kind == WordKind::punctuation) continue;
    const std::string_view raw = word.range.of(text);
    const bool is_han = word.kind == WordKind::han;
    const std::uint32_t form_behind = is_han ? 0 : form_behind_of(raw, word.kind);
    if (!is_han && form_behind == 0) continue;  // not even a word
    if (!han.empty()) add_han(han, is_han ? raw : std::string_view());
    han = is_han ? raw : std::string_view();
    if (!is_han) append_varint(sequence_, form_behind);
  }
  if (!han.empty()) add_han(han, {});
}

void LanguagePostings::add_han(std::string_view character, std::string_view next) {
  scratch_.assign(character).append(next);
  const std::uint32_t* const known = spellings_.find(scratch_);
  if (known != nullptr) return append_varint(sequence_, *known);
  std::string form = form_of(character, WordKind::han);
  if (!next.empty()) form += form_of(next, WordKind::han);
  const std::uint32_t form_behind = form_behind_named(form);
  spellings_.add(scratch_, form_behind);
  append_varint(sequence_, form_behind);
}

std::uint32_t LanguagePostings::form_behind_of(std::string_view raw, WordKind kind) {
  const std::uint32_t* const known = spellings_.find(raw);
  if (known != nullptr) return *known;
  const std::string form = form_of(raw, kind);
  const std::uint32_t form_behind = form.empty() ? 0 : form_behind_named(form);
  spellings_.add(raw, form_behind);
  if (!form.empty() && kind == WordKind::letters) note_stems(form);
  return form_behind;
}

std::uint32_t LanguagePostings::form_behind_named(std::string_view form) {
  const std::string_view key = search_key(form);
  const std::uint32_t* const known = ids_behind_.find(key);
  if (known != nullptr) return *known;
  forms_.emplace_back(key);
  const auto id_behind = static_cast<std::uint32_t>(forms_.size());
  ids_behind_.add(key, id_behind);
  return id_behind;
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

LanguagePostings::FormOrder LanguagePostings::order() const {
  FormOrder order;
  order.forms.resize(forms_.size());
  std::iota(order.forms.begin(), order.forms.end(), 0U);
  std::ranges::sort(order.forms, {},
                    [&](std::uint32_t id) -> const std::string& { return forms_[id]; });
  order.ranks.resize(forms_.size());
  for (std::uint32_t rank = 0; rank < order.forms.size(); ++rank)
    order.ranks[order.forms[rank]] = rank;
  order.counts.resize(forms_.size());
  for (std::size_t at = 0; at < sequence_.size();) {
    const auto form_behind = static_cast<std::uint32_t>(next_varint(sequence_, at));
    if (form_behind == 0) {
      static_cast<void>(next_varint(sequence_, at));
    } else {
      ++order.counts[order.ranks[form_behind - 1]];
    }
  }
  return order;
}

/// The places of the forms of ranks [first, last), forms one behind the other.
void LanguagePostings::collect(const FormOrder& order, std::uint32_t first,
                               std::uint32_t last, std::vector<Place>& places) const {
  std::vector<std::size_t> next(last - first);
  std::size_t sum = 0;
  for (std::uint32_t rank = first; rank < last; ++rank) {
    next[rank - first] = sum;
    sum += order.counts[rank];
  }
  places.resize(sum);
  Place place{first_row_, 0};
  for (std::size_t at = 0; at < sequence_.size();) {
    const auto form_behind = static_cast<std::uint32_t>(next_varint(sequence_, at));
    if (form_behind == 0) {
      place.row += static_cast<std::int64_t>(next_varint(sequence_, at));
      place.word = 0;
      continue;
    }
    const std::uint32_t rank = order.ranks[form_behind - 1];
    if (rank >= first && rank < last) places[next[rank - first]++] = place;
    ++place.word;
  }
}

void LanguagePostings::each_piece(
    const std::function<void(std::string_view, const PostingPiece&)>& take,
    std::size_t places_at_once) const {
  const FormOrder order = this->order();
  const auto ranks = static_cast<std::uint32_t>(order.forms.size());
  std::vector<Place> places;
  for (std::uint32_t first = 0, last = 0; first < ranks; first = last) {
    std::size_t sum = 0;
    for (last = first;
         last < ranks && (last == first || sum + order.counts[last] <= places_at_once);
         ++last)
      sum += order.counts[last];
    collect(order, first, last, places);
    std::size_t at = 0;
    for (std::uint32_t rank = first; rank < last; ++rank) {
      PostingBuilder list;
      for (const std::size_t end = at + order.counts[rank]; at < end; ++at)
        list.add(places[at].row, places[at].word);
      for (const PostingPiece& piece : list.pieces())
        take(forms_[order.forms[rank]], piece);
    }
  }
}

}  // namespace hexapla
