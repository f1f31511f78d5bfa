#include "corpus/index/posting_list.hpp"

#include "corpus/index/varint.hpp"

#include <utility>

namespace hexapla {
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
