#include "check/latin_names.hpp"

#include "text/code_point.hpp"
#include "text/fold.hpp"
#include "text/words.hpp"

#include <algorithm>
#include <array>

namespace hexapla {
namespace {

constexpr std::size_t shortest_name = 3;  // letters

bool looks_like_name(std::string_view word) {
  constexpr char32_t first_beyond_latin = 0x0250;
  std::size_t letters = 0;
  bool small = false;
  for (std::size_t at = 0; at < word.size(); ++letters) {
    const char32_t letter = next_code_point(word, at);
    if (letter >= first_beyond_latin) return false;
    if (letters == 0 && !is_upper_case(letter)) return false;
    small = small || is_lower_case(letter);
  }
  return letters >= shortest_name && small;
}

}  // namespace

std::vector<LatinName> latin_names_in(std::string_view text, std::span<const Word> words) {
  std::vector<LatinName> names;
  for (const Word& word : words)
    if (word.kind == WordKind::letters && looks_like_name(word.range.of(text)))
      names.push_back({word.range, folded(word.range.of(text))});
  return names;
}

bool is_latin(Language language) {
  constexpr std::array<std::string_view, 21> others{
      "ar", "fa", "ur", "ps", "he", "yi", "ru", "uk", "be", "bg", "mk",
      "sr", "kk", "ky", "mn", "zh", "ja", "ko", "el", "hy", "ka"};
  return std::ranges::find(others, language.primary()) == others.end();
}

}  // namespace hexapla
