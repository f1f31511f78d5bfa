#include "exchange/shared_names.hpp"

#include <algorithm>
#include <charconv>

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

double confidence_from(std::string_view words) {
  double number = 1;
  const auto [end, fault] =
      std::from_chars(words.data(), words.data() + words.size(), number);
  return fault == std::errc() && number >= 0 && number <= 1 ? number : 1;
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
