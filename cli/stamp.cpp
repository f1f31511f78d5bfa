#include "cli/stamp.hpp"

#include "text/encoding.hpp"

#include <array>
#include <charconv>
#include <cstdlib>
#include <ctime>
#include <optional>
#include <string>
#include <string_view>

#include <pwd.h>
#include <unistd.h>

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

/// Jobs run by a scheduler have no $USER; the system knows them all the same.
std::string user_name() {
  const char* const user = std::getenv("USER");
  if (user != nullptr && *user != '\0') return as_utf8(user);
  constexpr std::size_t most = 4096;  // bytes of a line in the password file
  std::array<char, most> buffer{};
  passwd entry{};
  passwd* found = nullptr;
  if (getpwuid_r(geteuid(), &entry, buffer.data(), buffer.size(), &found) != 0 ||
      found == nullptr)
    return {};
  return as_utf8(found->pw_name);
}

}  // namespace

Stamp stamp_of_now() {
  return {written_time(given_time().value_or(std::time(nullptr))), user_name()};
}

Stamp repeatable_stamp() {
  const auto given = given_time();
  return {given ? written_time(*given) : "", ""};
}

}  // namespace hexapla::cli
