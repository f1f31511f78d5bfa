#include "corpus/posting_list.hpp"

#include <utility>

namespace hexapla {
namespace {

/// Bytes. With its key below a quarter of a page of 4096, which is the most that a line of
/// a table without rowid may take without pages of its own.
constexpr std::size_t largest_piece = 940;

constexpr unsigned bits = 7;  // a byte
constexpr unsigned more = 0x80;

void append_number(std::string& data, std::uint64_t number) {
  for (; number >= more; number >>= bits)
    data += static_cast<char>((number & (more - 1)) | more);
  data += static_cast<char>(number);
}

/// The number at `at`, which moves behind it; 0 when it is cut off.
std::uint64_t next_number(std::string_view data, std::size_t& at) {
  constexpr unsigned widest = 63;
  std::uint64_t number = 0;
  for (unsigned shift = 0; at < data.size() && shift <= widest; shift += bits) {
    const auto byte = static_cast<unsigned char>(data[at++]);
    number |= static_cast<std::uint64_t>(byte & (more - 1)) << shift;
    if (byte < more) return number;
  }
  return 0;
}

}  // namespace

std::size_t PostingBuilder::add(std::int64_t row, std::uint32_t word) {
  const bool new_row = pieces_.empty() || row != row_;
  if (new_row) {
    if (pieces_.empty() || pieces_.back().data.size() >= largest_piece) {
      pieces_.push_back({row, 0, {}});
      row_ = row;
    }
    word_ = 0;
  }
  PostingPiece& piece = pieces_.back();
  const std::size_t before = piece.data.size();
  append_number(piece.data, static_cast<std::uint64_t>(row - row_));
  append_number(piece.data, word - word_);
  ++piece.places;
  row_ = row;
  word_ = word;
  return piece.data.size() - before;
}

PostingReader::PostingReader(std::int64_t first, std::string data)
    : data_(std::move(data)), following_(first), has_following_(!data_.empty()) {
  static_cast<void>(next_number(data_, at_));  // 0: the first row is the key's
}

bool PostingReader::next() {
  if (!has_following_) return false;
  has_following_ = false;
  row_ = following_;
  words_.clear();
  std::uint32_t word = 0;
  for (;;) {
    word += static_cast<std::uint32_t>(next_number(data_, at_));
    words_.push_back(word);
    if (at_ >= data_.size()) return true;
    const std::uint64_t step = next_number(data_, at_);
    if (step == 0) continue;
    following_ = row_ + static_cast<std::int64_t>(step);
    has_following_ = true;
    return true;
  }
}

}  // namespace hexapla
