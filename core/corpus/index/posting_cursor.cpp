#include "corpus/index/posting_cursor.hpp"

#include <utility>

namespace hexapla {

PostingLists::PostingLists(const sqlite::Connection& connection)
    : at_or_before_(
          connection,
          "SELECT first, data FROM search_list WHERE portion = ? AND language = ? "
          "AND form = ? AND first <= ? ORDER BY first DESC LIMIT 1"),
      behind_(connection,
              "SELECT first, data FROM search_list WHERE portion = ? AND language = ? "
              "AND form = ? AND first > ? ORDER BY first LIMIT 1"),
      places_(connection,
              "SELECT sum(places) FROM search_list WHERE portion = ? AND language = ? "
              "AND form = ?"),
      next_form_(connection,
                 "SELECT form FROM search_list WHERE portion = ? AND language = ? "
                 "AND form > ? ORDER BY form LIMIT 1"),
      forms_of_stem_(connection,
                     "SELECT form FROM search_stem WHERE language = ? AND stem = ?") {}

std::optional<PostingPiece> PostingLists::piece_at(const ListPlace& place,
                                                   std::string_view form,
                                                   std::int64_t row) {
  for (sqlite::Statement* question : {&at_or_before_, &behind_}) {
    question->reset();
    question->bind(1, place.portion).bind(2, place.language).bind(3, form).bind(4, row);
    if (question->step())
      return PostingPiece{question->integer(0), 0, std::string(question->text(1))};
  }
  return std::nullopt;
}

std::int64_t PostingLists::first_behind(const ListPlace& place, std::string_view form,
                                        std::int64_t first) {
  behind_.reset();
  behind_.bind(1, place.portion).bind(2, place.language).bind(3, form).bind(4, first);
  return behind_.step() ? behind_.integer(0) : no_row;
}

std::int64_t PostingLists::places(const ListPlace& place, std::string_view form) {
  places_.reset();
  places_.bind(1, place.portion).bind(2, place.language).bind(3, form);
  return places_.step() ? places_.integer(0) : 0;
}

std::optional<std::vector<std::string>> PostingLists::forms_from(const ListPlace& place,
                                                                 std::string_view beginning,
                                                                 std::size_t most) {
  std::vector<std::string> forms;
  if (places(place, beginning) > 0) forms.emplace_back(beginning);
  std::string last(beginning);
  for (;;) {
    next_form_.reset();
    next_form_.bind(1, place.portion).bind(2, place.language).bind(3, last);
    if (!next_form_.step()) return forms;
    last = next_form_.text(0);
    if (!last.starts_with(beginning)) return forms;
    if (forms.size() == most) return std::nullopt;
    forms.push_back(last);
  }
}

std::vector<std::string> PostingLists::forms_of_stem(std::int64_t language,
                                                     std::string_view stem) {
  forms_of_stem_.reset();
  forms_of_stem_.bind(1, language).bind(2, stem);
  std::vector<std::string> forms;
  while (forms_of_stem_.step())
    if (forms_of_stem_.text(0) != stem) forms.emplace_back(forms_of_stem_.text(0));
  return forms;
}

PostingCursor::PostingCursor(const ListPlace& place, std::string form)
    : place_(place), form_(std::move(form)) {}

bool PostingCursor::load(PostingLists& lists, std::int64_t target) {
  if (next_first_ == no_row) return false;
  std::optional<PostingPiece> piece = lists.piece_at(place_, form_, target);
  if (!piece) return false;
  next_first_ = lists.first_behind(place_, form_, piece->first);
  reader_ = PostingReader(piece->first, std::move(piece->data));
  return true;
}

std::int64_t PostingCursor::seek(PostingLists& lists, std::int64_t target) {
  if (row_ >= target && row_ > 0) return row_;
  if (target >= next_first_ && !load(lists, target)) return row_ = no_row;
  for (;;) {
    while (reader_.next())
      if (reader_.row() >= target) return row_ = reader_.row();
    if (!load(lists, next_first_)) return row_ = no_row;
  }
}

}  // namespace hexapla
