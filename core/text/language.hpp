#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <optional>
#include <string_view>

namespace hexapla {

/// A language by its BCP 47 tag: one of the six official languages of the United Nations,
/// or any other for plain alignment. Small, copied freely, prints back exactly.
class Language {
 public:
  static constexpr std::size_t longest_tag = 15;

  /// The undetermined language, tag "und".
  constexpr Language() noexcept : Language("und") {}

  /// Only for tags known to be sound at compile time; use `from` for anything read.
  explicit constexpr Language(std::string_view tag) noexcept {
    for (std::size_t i = 0; i < tag.size() && i < longest_tag; ++i)
      tag_.at(i) = tag[i];
  }

  /// Reads letters, digits and hyphens that start with a 2-3 letter primary language
  /// (`zh`, `de`, `zh-Hans`); anything else, or longer than `longest_tag`, is nullopt.
  [[nodiscard]] static std::optional<Language> from(std::string_view tag) noexcept;

  /// The view lives as long as this value.
  [[nodiscard]] constexpr std::string_view tag() const noexcept { return tag_.data(); }

  /// The tag up to the first hyphen.
  [[nodiscard]] constexpr std::string_view primary() const noexcept {
    return tag().substr(0, tag().find('-'));
  }

  /// True for scripts written without spaces between words (zh, ja, th, lo, km, my).
  [[nodiscard]] bool spaceless() const noexcept;
  [[nodiscard]] bool right_to_left() const noexcept;

  friend constexpr bool operator==(const Language&, const Language&) noexcept = default;
  friend constexpr auto operator<=>(const Language&, const Language&) noexcept = default;

 private:
  std::array<char, longest_tag + 1> tag_{};
};

namespace languages {
inline constexpr Language ar("ar");
inline constexpr Language en("en");
inline constexpr Language es("es");
inline constexpr Language fr("fr");
inline constexpr Language ru("ru");
inline constexpr Language zh("zh");
/// In the alphabetical order of their tags.
inline constexpr std::array official{ar, en, es, fr, ru, zh};
}  // namespace languages

}  // namespace hexapla
