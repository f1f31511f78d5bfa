#include "check/rules/ratios.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace hexapla {
namespace {

std::optional<std::uint64_t> whole_number(const std::string& value) {
  std::uint64_t number = 0;
  const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
  const bool all = read.ec == std::errc() && read.ptr == value.data() + value.size();
  return all && number > 0 ? std::optional(number) : std::nullopt;
}

/// Words between a share and its whole.
bool ends_with_link(std::string_view before) {
  constexpr std::array<std::string_view, 14> links{
      " in ",    " in every ",  " out of ", " out of every ", " of every ",
      " sur ",   " de cada ",   " из ",     " из каждых ",    " из числа ",
      " من كل ", " من بين كل ", " من أصل ", " من بين "};
  return std::ranges::any_of(links,
                             [&](std::string_view link) { return before.ends_with(link); });
}

/// Каждая пятая.
bool follows_each(std::string_view before) {
  constexpr std::array<std::string_view, 8> forms{"аждый ", "аждая ", "аждое ",  "аждого ",
                                                  "аждой ", "аждую ", "аждому ", "аждом "};
  return std::ranges::any_of(forms,
                             [&](std::string_view each) { return before.ends_with(each); });
}

std::optional<Ratio> each_of(const ParsedCell& side, const Number& number) {
  const auto whole = whole_number(number.value);
  if (!whole || *whole < 2 ||
      !follows_each(std::string_view(side.text).substr(0, number.range.begin)))
    return std::nullopt;
  return Ratio{1, *whole, number.range};
}

}  // namespace

std::optional<Ratio> ratio_of(const ParsedCell& side, const Number& number) {
  constexpr std::size_t reach = 40;  // bytes: une femme enceinte sur trois
  constexpr std::uint64_t largest_whole = 100;
  if (number.ordinal) return each_of(side, number);
  const auto whole = whole_number(number.value);
  const std::string_view text = side.text;
  if (!whole || *whole < 2 || *whole > largest_whole ||
      !ends_with_link(text.substr(0, number.range.begin)))
    return std::nullopt;
  Ratio ratio{1, *whole, number.range};
  for (const Number& before : side.numbers) {
    if (before.range.end >= number.range.begin) break;
    if (number.range.begin - before.range.end > reach) continue;
    const auto share = whole_number(before.value);
    if (share && *share < *whole) ratio.share = *share;
  }
  return ratio;
}

bool is_share(const Ratio& ratio, const std::string& value) {
  const std::size_t slash = value.find('/');
  double share = 0;
  double whole = 1;
  const auto read = [&](std::size_t begin, std::size_t end, double& number) {
    (void)std::from_chars(value.data() + begin, value.data() + end, number);
  };
  read(0, std::min(slash, value.size()), share);
  if (slash != std::string::npos) read(slash + 1, value.size(), whole);
  constexpr double exact = 1e-9;
  return std::abs(static_cast<double>(ratio.share) / static_cast<double>(ratio.whole) -
                  share / whole) < exact;
}

bool is_percentage(const Ratio& ratio, const std::string& value) {
  double per_cent = 0;
  const char* const end = value.data() + value.size();
  if (std::from_chars(value.data(), end, per_cent).ptr != end) return false;
  constexpr double exact = 1e-9;
  constexpr double hundred = 100;
  return std::abs(static_cast<double>(ratio.share) / static_cast<double>(ratio.whole) -
                  per_cent / hundred) < exact;
}

}  // namespace hexapla
