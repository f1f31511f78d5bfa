#include "corpus/index/portion_maker.hpp"

#include <algorithm>
#include <functional>

namespace hexapla {
void PortionMaker::add(const TextBatch& batch) {
  if (is_full()) finish();
  for (std::span<const IndexedText> left = batch.texts; !left.empty();) {
    const auto descent =
        std::ranges::adjacent_find(left, std::ranges::greater(), &IndexedText::row);
    const auto size = descent == left.end()
                          ? left.size()
                          : static_cast<std::size_t>(descent - left.begin()) + 1;
    add_ascending(left.first(size), batch.bytes);
    left = left.subspan(size);
  }
}

void PortionMaker::add_ascending(std::span<const IndexedText> texts,
                                 std::string_view bytes) {
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
      postings.add(text->row, text->range.of(bytes));
  }
}

void PortionMaker::finish() {
  if (languages_.empty()) return;
  PortionLists portion{first_, last_, {}};
  // What has become lists makes room for the next ones.
  for (auto& [number, postings] : languages_)
    postings.forget_spellings();
  for (; !languages_.empty(); languages_.erase(languages_.begin())) {
    portion.languages.push_back(languages_.begin()->second.take_lists());
    portion.languages.back().language_number = languages_.begin()->first;
  }
  finished_.push_back(std::move(portion));
}

bool PortionMaker::is_full() const {
  std::size_t bytes = 0;
  for (const auto& [number, postings] : languages_)
    bytes += postings.bytes();
  return bytes >= largest_;
}

}  // namespace hexapla
