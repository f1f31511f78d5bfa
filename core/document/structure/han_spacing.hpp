#pragma once

#include "text/utf8.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hexapla {

/// Whether a text sets a space between Han characters and what is not Han: `10 月` or
/// `10月`, `疾病 (COVID-19)` or `疾病(COVID-19)`, told from the lines' insides.
class HanSpacing {
 public:
  explicit HanSpacing(std::string_view text);

  /// What is between `line` and `next` once they are joined; one of the characters on
  /// the two sides is Han, or a bracket.
  [[nodiscard]] bool space_between(ByteRange line, ByteRange next) const;

 private:
  enum class Kind : std::uint8_t {
    han,
    letter,
    digit,
    opening,
    closing,
    label,
    mark,
    other
  };
  static constexpr std::size_t kind_count = 8;
  struct Count {
    std::size_t spaced = 0;
    std::size_t tight = 0;
  };

  static Kind kind_of(char32_t character);
  static bool ends_label(std::string_view text);
  static bool is_word(Kind kind) { return kind == Kind::letter || kind == Kind::digit; }
  void read(std::string_view line);
  void add(Kind last, Kind first, bool spaced);
  [[nodiscard]] const Count& count(Kind last, Kind first) const;

  std::string_view text_;
  std::array<Count, kind_count * kind_count> counts_;
  Count words_;  ///< Letters and digits beside Han.
};

}  // namespace hexapla
