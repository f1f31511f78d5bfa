#pragma once

// Private to core/check/.

#include "text/utf8.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace hexapla {

/// What a segment ends with, in whatever script.
enum class EndMark : std::uint8_t {
  none,
  full_stop,
  question,
  exclamation,
  colon,
  semicolon
};
inline constexpr std::size_t end_marks = 6;

[[nodiscard]] EndMark end_mark_of(std::string_view text);

/// Two blanks or more in a row, and those before or after the text.
[[nodiscard]] std::vector<ByteRange> odd_blanks_in(std::string_view text);

/// How a document handles blanks and the marks at the ends of its segments, against which
/// one segment may depart.
class FormHabits {
 public:
  void add(std::string_view source, std::string_view target);

  /// The share of the targets that have odd_blanks_in() them.
  [[nodiscard]] double share_with_odd_blanks() const;
  /// Of the other pairs whose source ends so, the share whose target ends so; nothing where
  /// they are too few to be a habit.
  [[nodiscard]] std::optional<double> share_of_ends(EndMark source, EndMark target) const;
  /// True when a target in French has no-break spaces before its high marks nearly always.
  [[nodiscard]] bool keeps_no_break_spaces() const;

 private:
  std::size_t pairs_ = 0;
  std::size_t odd_blanks_ = 0;
  std::size_t no_break_spaces_ = 0;  ///< Before : ; ! ? »
  std::size_t plain_spaces_ = 0;     ///< In the same places.
  std::array<std::array<std::size_t, end_marks>, end_marks> ends_{};
};

}  // namespace hexapla
