#pragma once

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

  /// `last` and `first` are the characters on the two sides; one of them is Han.
  [[nodiscard]] bool space_between(char32_t last, char32_t first) const;

 private:
  enum class Kind : std::uint8_t { letter, digit, opening, closing, other };
  static constexpr std::size_t kind_count = 5;
  struct Count {
    std::size_t spaced = 0;
    std::size_t tight = 0;
  };

  static Kind kind_of(char32_t character);
  [[nodiscard]] Count& count(char32_t last, char32_t first);
  [[nodiscard]] const Count& count(char32_t last, char32_t first) const;

  std::array<Count, kind_count> before_han_;
  std::array<Count, kind_count> behind_han_;
  Count words_;  ///< Letters and digits on either side.
};

}  // namespace hexapla
