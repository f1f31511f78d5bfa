#include "corpus/index/word_slot.hpp"

#include "corpus/index/search_key.hpp"
#include "search/text_form.hpp"
#include "term/word_keys.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace hexapla {
namespace {

constexpr std::size_t most_forms = 4096;  // of one word in a portion: 4 MB of lists

bool is_han(const QueryPart& part, std::size_t index) {
  return index < part.words.size() && part.words[index].kind == WordKind::han;
}

std::string form_at(const QueryPart& part, std::size_t index) {
  return form_of(part.words[index].text, part.words[index].kind);
}

using Forms = std::optional<std::vector<std::string>>;

/// The forms of the word at `index`, if the index can tell.
class SlotForms {
 public:
  SlotForms(PostingLists& lists, const ListPlace& place, const WordKeys& keys)
      : lists_(lists), place_(place), keys_(keys) {}

  Forms of(const QueryPart& part, std::size_t index) {
    const QueryWord& word = part.words[index];
    const std::string form = form_at(part, index);
    const std::string key(search_key(form));
    if (word.kind == WordKind::han) return of_han(part, index, form);
    if (word.match == WordMatch::prefix) return lists_.forms_from(place_, key, most_forms);
    std::vector<std::string> forms{key};
    if (word.match == WordMatch::exact || word.kind != WordKind::letters) return forms;
    const std::string stem = keys_.of_term_word(word.text, word.kind);
    const std::string stem_key(search_key(stem));
    forms.push_back(stem_key);
    for (std::string& inflected : lists_.forms_of_stem(place_.language, stem_key))
      forms.push_back(std::move(inflected));
    std::ranges::sort(forms);
    forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
    return forms;
  }

 private:
  /// Characters are in the index with the one that follows.
  Forms of_han(const QueryPart& part, std::size_t index, const std::string& form) {
    if (is_han(part, index + 1))
      return std::vector{std::string(search_key(form + form_at(part, index + 1)))};
    if (index + 1 < part.words.size()) return std::vector{std::string(search_key(form))};
    if (index > 0 && is_han(part, index - 1)) return std::nullopt;
    return lists_.forms_from(place_, search_key(form), most_forms);
  }

  PostingLists& lists_;
  ListPlace place_;
  const WordKeys& keys_;
};

}  // namespace

WordSlot::WordSlot(std::vector<PostingCursor> cursors, std::size_t part,
                   std::uint32_t offset, std::int64_t places)
    : cursors_(std::move(cursors)), part_(part), offset_(offset), places_(places) {}

std::int64_t WordSlot::seek(PostingLists& lists, std::int64_t target) {
  if (row_ >= target) return row_;
  row_ = no_row;
  for (PostingCursor& cursor : cursors_)
    row_ = std::min(row_, cursor.seek(lists, target));
  return row_;
}

std::span<const std::int64_t> WordSlot::begins() {
  begins_.clear();
  for (const PostingCursor& cursor : cursors_)
    if (cursor.row() == row_)
      for (const std::uint32_t word : cursor.words())
        begins_.push_back(static_cast<std::int64_t>(word) - offset_);
  std::ranges::sort(begins_);
  return begins_;
}

std::vector<WordSlot> word_slots(const Query& query, PostingLists& lists,
                                 std::int64_t portion, const NumberedLanguage& language) {
  const WordKeys keys(language.language);
  const ListPlace place{portion, language.number};
  SlotForms forms_of_slot(lists, place, keys);
  std::vector<WordSlot> slots;
  for (std::size_t part = 0; part < query.parts.size(); ++part) {
    const QueryPart& words = query.parts[part];
    for (std::size_t i = 0; i < words.words.size(); ++i) {
      Forms forms = forms_of_slot.of(words, i);
      if (!forms) continue;
      std::vector<PostingCursor> cursors;
      std::int64_t places = 0;
      for (std::string& form : *forms) {
        const std::int64_t found = lists.places(place, form);
        places += found;
        if (found > 0) cursors.emplace_back(place, std::move(form));
      }
      slots.emplace_back(std::move(cursors), part, static_cast<std::uint32_t>(i), places);
    }
  }
  std::ranges::sort(slots, {}, &WordSlot::places);
  return slots;
}

}  // namespace hexapla
