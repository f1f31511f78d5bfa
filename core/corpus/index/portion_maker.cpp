#include "corpus/index/portion_maker.hpp"

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

void PortionMaker::add(const IndexedText& text) {
  const bool is_new_row = text.row != last_;
  if (text.row < last_ || (is_new_row && is_full())) finish();
  if (languages_.empty()) first_ = text.row;
  last_ = text.row;
  languages_.try_emplace(text.language_number, text.language)
      .first->second.add(text.row, text.text);
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
