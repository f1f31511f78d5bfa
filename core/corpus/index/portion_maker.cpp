#include "corpus/index/portion_maker.hpp"

#include <algorithm>
#include <functional>

namespace hexapla {
namespace {

LanguageLists lists_of(std::int64_t number, LanguagePostings& postings) {
  LanguageLists lists;
  lists.language_number = number;
  postings.each_piece([&](std::string_view form, const PostingPiece& piece) {
    if (lists.forms.empty() || lists.forms.back() != form) lists.forms.emplace_back(form);
    lists.pieces.push_back({static_cast<std::uint32_t>(lists.forms.size() - 1),
                            piece.places, piece.first, lists.data.size(),
                            piece.data.size()});
    lists.data += piece.data;
  });
  lists.stems = postings.take_stems();
  return lists;
}

}  // namespace

void PortionMaker::add(std::span<const IndexedText> batch) {
  if (is_full()) finish();
  while (!batch.empty()) {
    const auto descent =
        std::ranges::adjacent_find(batch, std::ranges::greater(), &IndexedText::row);
    const auto size = descent == batch.end()
                          ? batch.size()
                          : static_cast<std::size_t>(descent - batch.begin()) + 1;
    add_ascending(batch.first(size));
    batch = batch.subspan(size);
  }
}

void PortionMaker::add_ascending(std::span<const IndexedText> texts) {
  if (texts.front().row < last_) finish();
  if (languages_.empty()) first_ = texts.front().row;
  last_ = texts.back().row;
  std::map<std::int64_t, std::vector<const IndexedText*>> by_language;
  for (const IndexedText& text : texts)
    by_language[text.language_number].push_back(&text);
  for (const auto& [number, same] : by_language) {
    LanguagePostings& postings =
        languages_.try_emplace(number, same.front()->language).first->second;
    for (const IndexedText* const text : same)
      postings.add(text->row, text->text);
  }
}

void PortionMaker::finish() {
  if (languages_.empty()) return;
  PortionLists portion{first_, last_, {}};
  // What has become lists makes room for the next ones.
  for (; !languages_.empty(); languages_.erase(languages_.begin()))
    portion.languages.push_back(
        lists_of(languages_.begin()->first, languages_.begin()->second));
  finished_.push_back(std::move(portion));
}

bool PortionMaker::is_full() const {
  std::size_t bytes = 0;
  for (const auto& [number, postings] : languages_)
    bytes += postings.bytes();
  return bytes >= largest_;
}

}  // namespace hexapla
