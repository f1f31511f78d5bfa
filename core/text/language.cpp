#include "text/language.hpp"

#include <algorithm>

namespace hexapla {
namespace {

constexpr bool is_ascii_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}
constexpr bool is_tag_byte(char byte) {
  return is_ascii_letter(byte) || (byte >= '0' && byte <= '9') || byte == '-';
}

template <std::size_t size>
bool any_of(const std::array<std::string_view, size>& tags, std::string_view tag) {
  return std::ranges::find(tags, tag) != tags.end();
}

}  // namespace

std::optional<Language> Language::from(std::string_view tag) noexcept {
  const std::string_view primary = tag.substr(0, tag.find('-'));
  if (tag.size() > longest_tag || primary.size() < 2 || primary.size() > 3)
    return std::nullopt;
  if (!std::ranges::all_of(primary, is_ascii_letter) ||
      !std::ranges::all_of(tag, is_tag_byte))
    return std::nullopt;
  return Language(tag);
}

bool Language::spaceless() const noexcept {
  constexpr std::array<std::string_view, 6> tags{"zh", "ja", "th", "lo", "km", "my"};
  return any_of(tags, primary());
}

bool Language::right_to_left() const noexcept {
  constexpr std::array<std::string_view, 4> tags{"ar", "fa", "he", "ur"};
  return any_of(tags, primary());
}

}  // namespace hexapla
