#include "cli/stamp.hpp"

#include <array>
#include <charconv>
#include <cstdlib>
#include <ctime>
#include <optional>
#include <string_view>

namespace hexapla::cli {
namespace {

std::string written_time(std::time_t seconds) {
  std::tm parts{};
  if (gmtime_r(&seconds, &parts) == nullptr) return {};
  std::array<char, 32> text{};
  const std::size_t size =
      std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return {text.data(), size};
}

std::optional<std::time_t> given_time() {
  const char* const given = std::getenv("SOURCE_DATE_EPOCH");
  if (given == nullptr) return std::nullopt;
  const std::string_view digits(given);
  std::time_t seconds = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return seconds;
}

}  // namespace

Stamp stamp_of_now() {
  const char* const user = std::getenv("USER");
  return {written_time(given_time().value_or(std::time(nullptr))),
          user == nullptr ? "" : user};
}

Stamp repeatable_stamp() {
  const auto given = given_time();
  return {given ? written_time(*given) : "", ""};
}

}  // namespace hexapla::cli
