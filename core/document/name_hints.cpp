#include "document/name_hints.hpp"

#include "text/symbol.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace hexapla {
namespace {

constexpr std::size_t job_digits = 7;  // two of the year, five of the job
constexpr std::size_t year_digits = 2;

bool is_digit_byte(char byte) {
  return byte >= '0' && byte <= '9';
}

/// "A_RES_73_3-EN (1)", as browsers name a second copy.
std::string_view without_copy(std::string_view stem) {
  const std::size_t open = stem.rfind(" (");
  if (open == std::string_view::npos || !stem.ends_with(')')) return stem;
  const std::string_view number = stem.substr(open + 2, stem.size() - open - 3);
  const bool counts = !number.empty() && std::ranges::all_of(number, is_digit_byte);
  return counts ? stem.substr(0, open) : stem;
}

bool names_language(std::string_view words) {
  constexpr std::array names{
      "a",   "c",   "e",      "f",       "r",       "s",      "ara",     "chi",
      "eng", "fre", "rus",    "spa",     "[e]",     "[f]",    "[a]",     "[c]",
      "[r]", "[s]", "arabic", "chinese", "english", "french", "russian", "spanish"};
  std::string small(words);
  std::ranges::transform(small, small.begin(), [](char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
  });
  const bool tag = small.size() == 2 && std::ranges::all_of(small, [](char byte) {
                     return byte >= 'a' && byte <= 'z';
                   });
  return tag || std::ranges::find(names, small) != names.end();
}

/// Without a language at its end: "A_RES_73_3-EN", "A_RES_73_3_en", "A_RES_73_3 [E]".
std::string_view without_language(std::string_view stem) {
  const std::size_t before = stem.find_last_of("-_. ");
  if (before == std::string_view::npos || before == 0) return stem;
  return names_language(stem.substr(before + 1)) ? stem.substr(0, before) : stem;
}

void replace_all(std::string& words, std::string_view from, std::string_view to) {
  for (std::size_t at = words.find(from); at != std::string::npos;
       at = words.find(from, at + to.size()))
    words.replace(at, from.size(), to);
}

/// "Add1" is Add.1.
void add_points(std::string& symbol) {
  for (const std::string_view part : {"/Add", "/Corr", "/Rev"}) {
    const std::size_t end = symbol.find(part);
    if (end == std::string::npos || end + part.size() >= symbol.size()) continue;
    if (is_digit_byte(symbol[end + part.size()])) symbol.insert(end + part.size(), ".");
  }
}

/// As the mastheads have it: "(Sect. 13)", "(2000)".
std::string in_brackets(std::string_view words) {
  std::string spaced;
  for (std::size_t i = 0; i < words.size(); ++i) {
    spaced += words[i] == '/' ? ' ' : words[i];
    if (words[i] == '.' && i + 1 < words.size() && is_digit_byte(words[i + 1]))
      spaced += ' ';
  }
  return spaced;
}

/// `words` as a symbol, with what is behind it in brackets: "S/RES/1325(2000)".
std::optional<std::string> whole_symbol(std::string words) {
  add_points(words);
  std::string bracket;
  const auto whole = [&] {
    const auto found = symbols_in(words);
    return found.size() == 1 && found.front().of(words) == words;
  };
  if (whole()) return words;
  const std::size_t open = words.rfind('(');
  if (open == std::string::npos || open == 0 || !words.ends_with(')')) return std::nullopt;
  bracket = " " + in_brackets(words.substr(open));
  words.resize(words.find_last_not_of("/ ", open - 1) + 1);
  return whole() ? std::optional(words + bracket) : std::nullopt;
}

/// "N2034567" is job 20-34567 of New York, "G2012345" GE.20-12345 of Geneva.
std::optional<std::string> job_number_in(std::string_view stem) {
  if (stem.size() == job_digits + 2 && names_language(stem.substr(job_digits + 1)))
    stem.remove_suffix(1);  // n2034567e
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

}  // namespace

NameHints name_hints(std::string_view name) {
  const std::string_view stem = without_copy(name.substr(0, name.rfind('.')));
  NameHints hints;
  hints.job_number = job_number_in(stem);
  std::string symbol(without_language(stem));
  replace_all(symbol, "%2F", "/");
  replace_all(symbol, "--", "-");
  std::ranges::replace(symbol, '_', '/');
  hints.symbol = whole_symbol(symbol);
  return hints;
}

}  // namespace hexapla
