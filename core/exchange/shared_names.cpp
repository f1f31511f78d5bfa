#include "exchange/shared_names.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace hexapla {

const std::string* value_of(std::span<const NamedValue> values, std::string_view name) {
  const auto found = std::ranges::find(values, name, &NamedValue::name);
  return found == values.end() ? nullptr : &found->value;
}

UnitState state_in(std::span<const NamedValue> properties) {
  const std::string* const words = value_of(properties, state_property);
  return words == nullptr ? UnitState::unknown
                          : unit_state_named(*words).value_or(UnitState::unknown);
}

namespace {

std::optional<double> share_in(std::string_view words) {
  double number = 0;
  const auto [end, fault] =
      std::from_chars(words.data(), words.data() + words.size(), number);
  const bool is_whole = fault == std::errc() && end == words.data() + words.size();
  return is_whole && number >= 0 && number <= 1 ? std::optional(number) : std::nullopt;
}

}  // namespace

double confidence_from(std::string_view words) {
  return share_in(words).value_or(0);
}

std::string doubt_about_confidence(std::string_view words) {
  if (share_in(words)) return {};
  return "the confidence “" + std::string(words) +
         "” is no number from 0 to 1; the unit counts as 0";
}

double confidence_in(std::span<const NamedValue> properties) {
  const std::string* const words = value_of(properties, confidence_property);
  return words == nullptr ? 1 : confidence_from(*words);
}

bool same_letters(std::string_view one, std::string_view other) noexcept {
  const auto lower = [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  };
  return std::ranges::equal(one, other, {}, lower, lower);
}

}  // namespace hexapla
