#include "align/lexicon/vocabulary.hpp"

#include <algorithm>

namespace hexapla {

void HanWords::add(std::string_view word) {
  words_.emplace(word);
  longest_ = std::max(longest_, word.size());
}

std::size_t HanWords::longest_at(std::string_view text) const {
  for (auto size = std::min(longest_, text.size()); size > 0; --size)
    if (words_.contains(text.substr(0, size))) return size;
  return 0;
}

std::optional<std::uint32_t> Vocabulary::find(std::string_view key) const {
  const auto found = numbers_.find(key);
  if (found == numbers_.end()) return std::nullopt;
  return found->second;
}

Vocabulary Vocabulary::without_keys() const {
  Vocabulary result;
  result.kinds_ = kinds_;
  return result;
}

std::vector<std::string_view> Vocabulary::keys() const {
  std::vector<std::string_view> keys(size());
  for_each([&](std::string_view key, std::uint32_t number) { keys[number] = key; });
  return keys;
}

std::uint32_t Vocabulary::number_of(std::string_view key, TokenKind kind) {
  const auto found = numbers_.find(key);
  if (found != numbers_.end()) return found->second;
  const auto number = size();
  numbers_.emplace(key, number);
  kinds_.push_back(kind);
  return number;
}

}  // namespace hexapla
