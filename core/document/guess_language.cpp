#include "document/read_text.hpp"
#include "document_data.hpp"
#include "text/code_point.hpp"
#include "text/fold.hpp"
#include "text/table.hpp"
#include "text/words.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>

namespace hexapla {
namespace {

// Bytes; far more than is needed to tell.
constexpr std::size_t sample_size = std::size_t{64} * 1024;
// A Latin text's language has to lead the second best by this factor.
constexpr std::size_t clear_lead_percent = 120;

struct Letters {
  std::size_t latin = 0;
  std::size_t cyrillic = 0;
  std::size_t arabic = 0;
  std::size_t han = 0;
};

Letters count_letters(std::string_view text) {
  Letters letters;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t letter = next_code_point(text, at);
    if (is_han(letter)) ++letters.han;
    if (!is_letter(letter)) continue;
    if (letter < 0x0250) ++letters.latin;
    if (letter >= 0x0400 && letter < 0x0530) ++letters.cyrillic;
    if (letter >= 0x0600 && letter < 0x0780) ++letters.arabic;
  }
  return letters;
}

std::map<std::string, std::vector<Language>, std::less<>> common_words() {
  std::map<std::string, std::vector<Language>, std::less<>> words;
  for (const auto& row : rows_of_table(embedded::common_words_tsv))
    for (const std::string_view word : parts_of(row[1], ' '))
      words[std::string(word)].push_back(Language(row[0]));
  return words;
}

std::optional<Language> guess_latin_language(std::string_view text) {
  const auto common = common_words();
  std::map<Language, std::size_t> hits;
  for (const Word& word : words_of(text)) {
    if (word.kind != WordKind::letters) continue;
    const auto found = common.find(folded(word.range.of(text)));
    if (found == common.end()) continue;
    for (const Language language : found->second)
      ++hits[language];
  }
  std::vector<std::pair<std::size_t, Language>> ranking;
  for (const auto& [language, count] : hits)
    ranking.emplace_back(count, language);
  std::ranges::sort(ranking, std::greater{});
  if (ranking.empty()) return std::nullopt;
  if (ranking.size() > 1 && ranking[0].first * 100 < ranking[1].first * clear_lead_percent)
    return std::nullopt;
  return ranking[0].second;
}

}  // namespace

std::optional<Language> guess_language(std::string_view text) {
  std::size_t end = std::min(text.size(), sample_size);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
    --end;
  const std::string_view sample = text.substr(0, end);
  const Letters letters = count_letters(sample);
  // One Han character says about as much as two letters and a half.
  const std::array ranking{std::pair(letters.han * 5, languages::zh),
                           std::pair(letters.cyrillic * 2, languages::ru),
                           std::pair(letters.arabic * 2, languages::ar),
                           std::pair(letters.latin * 2, Language())};
  const auto& best = *std::ranges::max_element(
      ranking, {}, [](const auto& candidate) { return candidate.first; });
  if (best.first == 0) return std::nullopt;
  return best.second == Language() ? guess_latin_language(sample) : best.second;
}

}  // namespace hexapla
