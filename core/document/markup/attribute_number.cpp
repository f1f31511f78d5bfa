#include "document/markup/attribute_number.hpp"

#include <charconv>

namespace hexapla {
namespace {

constexpr std::int32_t largest_number = 1'000'000;

}  // namespace

std::optional<std::int32_t> attribute_number(const std::optional<std::string>& value) {
  if (!value) return std::nullopt;
  std::int32_t number = 0;
  const char* const end = value->data() + value->size();
  const auto [stop, error] = std::from_chars(value->data(), end, number);
  if (error != std::errc() || stop != end) return std::nullopt;
  if (number < -largest_number || number > largest_number) return std::nullopt;
  return number;
}

}  // namespace hexapla
