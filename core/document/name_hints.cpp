#include "document/name_hints.hpp"

#include "text/symbol.hpp"

#include <algorithm>

namespace hexapla {
namespace {

constexpr std::size_t job_digits = 7;  // two of the year, five of the job
constexpr std::size_t year_digits = 2;

bool is_digit_byte(char byte) {
  return byte >= '0' && byte <= '9';
}

/// "N2034567" is job 20-34567 of New York, "G2012345" GE.20-12345 of Geneva.
std::optional<std::string> job_number_in(std::string_view stem) {
  if (stem.size() != job_digits + 1 || !std::ranges::all_of(stem.substr(1), is_digit_byte))
    return std::nullopt;
  const std::string number = std::string(stem.substr(1, year_digits)) + "-" +
                             std::string(stem.substr(1 + year_digits));
  switch (stem.front()) {
    case 'N':
    case 'n':
      return number;
    case 'G':
    case 'g':
      return "GE." + number;
    case 'V':
    case 'v':
      return "V." + number;
    case 'K':
    case 'k':
      return "K" + std::string(stem.substr(1));
    default:
      return std::nullopt;
  }
}

/// Without a language at its end: "A_RES_73_3-EN", "A_RES_73_3_en".
std::string_view without_language(std::string_view stem) {
  constexpr std::size_t tag = 2;
  if (stem.size() <= tag + 1) return stem;
  const char before = stem[stem.size() - tag - 1];
  const bool letters = std::ranges::all_of(stem.substr(stem.size() - tag), [](char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
  });
  const bool parted = before == '-' || before == '_' || before == '.';
  return letters && parted ? stem.substr(0, stem.size() - tag - 1) : stem;
}

}  // namespace

NameHints name_hints(std::string_view name) {
  const std::string_view stem = name.substr(0, name.rfind('.'));
  NameHints hints;
  hints.job_number = job_number_in(stem);
  std::string symbol(without_language(stem));
  std::ranges::replace(symbol, '_', '/');
  const auto found = symbols_in(symbol);
  if (found.size() == 1 && found.front().of(symbol) == symbol) hints.symbol = symbol;
  return hints;
}

}  // namespace hexapla
