#pragma once

#include "align/aligner.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hexapla {

/// What a token is, since some are to be trusted more than others.
enum class TokenKind : std::uint8_t {
  word,
  han,  ///< Two characters of a script without spaces, or one that stands alone.
  number,
  mark,
  anchor,  ///< Rare, no mark, and about as frequent on one side as on the other.
};
inline constexpr std::size_t token_kinds = 5;

/// Numbers the keys of both sides of a bitext, so that tokens which look alike on both
/// (names, numbers, marks) have one number.
class Vocabulary {
 public:
  [[nodiscard]] std::uint32_t number_of(std::string_view key, TokenKind kind);
  [[nodiscard]] std::uint32_t size() const noexcept {
    return static_cast<std::uint32_t>(kinds_.size());
  }
  [[nodiscard]] TokenKind kind_of(std::uint32_t number) const { return kinds_[number]; }
  void set_kind(std::uint32_t number, TokenKind kind) { kinds_[number] = kind; }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_;
  std::vector<TokenKind> kinds_;
};

/// The segments of one side as numbers of a Vocabulary.
struct TokenSide {
  std::vector<std::uint32_t> tokens;     ///< Of all segments, one behind the other.
  std::vector<std::uint32_t> starts{0};  ///< One more than segments.
  std::vector<std::uint32_t> lengths;    ///< Code points but white space; at least 1.

  [[nodiscard]] std::uint32_t size() const noexcept {
    return static_cast<std::uint32_t>(lengths.size());
  }
  [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t segment) const {
    return std::span(tokens).subspan(starts[segment],
                                     starts[segment + 1] - starts[segment]);
  }
};

/// Marks as anchors the tokens that both sides share.
void find_anchors(Vocabulary& vocabulary, const TokenSide& source, const TokenSide& target);

/// Words under a key that inflected forms share, digits as the value of their number, runs
/// of Han as pairs of characters, marks as the mark that they stand for in Latin script.
[[nodiscard]] TokenSide tokens_of(const AlignmentSide& side, Vocabulary& vocabulary);

}  // namespace hexapla
