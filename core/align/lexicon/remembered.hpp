#pragma once

#include "align/lexicon/vocabulary.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace hexapla {

/// What a function makes of texts, for those who ask again: each pair of a document's
/// versions and each round asks for the same segments. One object a thread.
template <class Value>
class Remembered {
 public:
  /// `make(text)`, unless that was asked for lately. The reference dies with the next call.
  template <class Make>
  [[nodiscard]] const Value& of(std::string_view text, const Make& make) {
    if (const auto found = values_.find(text); found != values_.end()) return found->second;
    Value value = make(text);
    if (bytes_ > most_bytes) {
      values_.clear();
      bytes_ = 0;
    }
    bytes_ += text.size();
    return values_.emplace(text, std::move(value)).first->second;
  }

 private:
  /// Of texts that are kept: all versions of all but the longest documents.
  static constexpr std::size_t most_bytes = 1 << 20;
  std::unordered_map<std::string, Value, TransparentHash, std::equal_to<>> values_;
  std::size_t bytes_ = 0;
};

}  // namespace hexapla
