#include "corpus/index/posting_list.hpp"

#include "corpus/index/varint.hpp"

#include <utility>

namespace hexapla {
namespace {

/// Bytes. With its key below a quarter of a page of 4096, which is the most that a line of
/// a table without rowid may take without pages of its own.
constexpr std::size_t largest_piece = 940;

}  // namespace

void PostingBuilder::add(std::int64_t row, std::uint32_t word) {
  const bool new_row = pieces_.empty() || row != row_;
  if (new_row) {
    if (pieces_.empty() || pieces_.back().data.size() >= largest_piece) {
      pieces_.push_back({row, 0, {}});
      row_ = row;
    }
    word_ = 0;
  }
  PostingPiece& piece = pieces_.back();
  append_varint(piece.data, static_cast<std::uint64_t>(row - row_));
  append_varint(piece.data, word - word_);
  ++piece.places;
  row_ = row;
  word_ = word;
}

PostingReader::PostingReader(std::int64_t first, std::string data)
    : data_(std::move(data)), following_(first), has_following_(!data_.empty()) {
  static_cast<void>(next_varint(data_, at_));  // 0: the first row is the key's
}

bool PostingReader::next() {
  if (!has_following_) return false;
  has_following_ = false;
  row_ = following_;
  words_.clear();
  std::uint32_t word = 0;
  for (;;) {
    word += static_cast<std::uint32_t>(next_varint(data_, at_));
    words_.push_back(word);
    if (at_ >= data_.size()) return true;
    const std::uint64_t step = next_varint(data_, at_);
    if (step == 0) continue;
    following_ = row_ + static_cast<std::int64_t>(step);
    has_following_ = true;
    return true;
  }
}

}  // namespace hexapla
