#pragma once

#include "text/lookup/transparent_hash.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace hexapla {

/// What a token is, since some are to be trusted more than others.
enum class TokenKind : std::uint8_t {
  word,
  han,  ///< Two characters of a script without spaces, or one that is alone.
  number,
  mark,
  anchor,  ///< Rare, no mark, and about as frequent on one side as on the other.
};
inline constexpr std::size_t token_kinds = 5;

/// Words of a script without spaces, by which its text is cut.
class HanWords {
 public:
  void add(std::string_view word);
  [[nodiscard]] bool empty() const noexcept { return words_.empty(); }
  /// How many bytes the longest of the words that `text` begins with has; 0 for none.
  [[nodiscard]] std::size_t longest_at(std::string_view text) const;

 private:
  std::unordered_set<std::string, TransparentHash, std::equal_to<>> words_;
  std::size_t longest_ = 0;  ///< Bytes.
};

/// Numbers the keys of both sides of a bitext, so that tokens which look alike on both
/// (names, numbers, marks) have one number.
class Vocabulary {
 public:
  [[nodiscard]] std::uint32_t number_of(std::string_view key, TokenKind kind);
  [[nodiscard]] std::uint32_t size() const noexcept {
    return static_cast<std::uint32_t>(kinds_.size());
  }
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view key) const;
  /// The same numbers and kinds, for texts in which no key is looked up any more.
  [[nodiscard]] Vocabulary without_keys() const;
  /// Calls visit(key, number) for each, in no order.
  template <class Visit>
  void for_each(const Visit& visit) const {
    for (const auto& [key, number] : numbers_)
      visit(std::string_view(key), number);
  }
  /// By number; the views die when the vocabulary changes.
  [[nodiscard]] std::vector<std::string_view> keys() const;
  [[nodiscard]] TokenKind kind_of(std::uint32_t number) const { return kinds_[number]; }
  void set_kind(std::uint32_t number, TokenKind kind) { kinds_[number] = kind; }

 private:
  std::unordered_map<std::string, std::uint32_t, TransparentHash, std::equal_to<>> numbers_;
  std::vector<TokenKind> kinds_;
};

}  // namespace hexapla
