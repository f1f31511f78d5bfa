#include "text/guess_language.hpp"

#include "text/code_point.hpp"
#include "text/fold.hpp"
#include "text/lookup/transparent_hash.hpp"
#include "text/table.hpp"
#include "text/words.hpp"
#include "text_data.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace hexapla {
namespace {

// Bytes; far more than is needed to tell.
constexpr std::size_t sample_size = std::size_t{64} * 1024;
// Words by which the best language has to lead the second best: one, and these for each
// 100.
constexpr std::size_t clear_lead_percent = 2;
// Share of a text's words that are among its language's commonest: some 45 %, 30 % where
// endings say what elsewhere small words do. In Latin letters many languages write that
// languages.tsv doesn't know, and to whose words up to a fifth belong by chance.
constexpr std::size_t common_percent_latin = 30;
constexpr std::size_t common_percent_else = 20;
// Letters that a language doesn't write, for each 100 that it does, in names and the like;
// and one besides, for short texts.
constexpr std::size_t foreign_letters_percent = 2;
// Kana for each 100 characters of Chinese: a name or a title, not Japanese.
constexpr std::size_t kana_percent = 5;

enum class Script : std::uint8_t { none, latin, cyrillic, arabic, han, kana, other };
constexpr std::size_t script_count = static_cast<std::size_t>(Script::other) + 1;

Script script_of(char32_t letter) {
  constexpr char32_t first_kana = 0x3041;
  constexpr char32_t last_kana = 0x30FF;
  constexpr char32_t first_syllable = 0xAC00;  // of Korean
  constexpr char32_t last_syllable = 0xD7A3;
  if (letter >= first_kana && letter <= last_kana) return Script::kana;
  if (letter >= first_syllable && letter <= last_syllable) return Script::other;
  constexpr char32_t first_han = 0x3400;
  constexpr char32_t last_han = 0x9FFF;
  constexpr char32_t first_rare_han = 0x20000;
  if ((letter >= first_han && letter <= last_han) || letter >= first_rare_han)
    return Script::han;
  if (!is_letter(letter)) return Script::none;
  if (letter < 0x0250 || (letter >= 0x1E00 && letter < 0x1F00)) return Script::latin;
  if (letter >= 0x0400 && letter < 0x0530) return Script::cyrillic;
  if (letter >= 0x0600 && letter < 0x0780) return Script::arabic;
  return Script::other;
}

struct Letters {
  std::array<std::size_t, script_count> of_script{};
  std::unordered_map<char32_t, std::size_t> beyond_ascii;  ///< In lower case.

  [[nodiscard]] std::size_t of(Script script) const {
    return of_script.at(static_cast<std::size_t>(script));
  }
};

Letters count_letters(std::string_view text) {
  Letters letters;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t letter = next_code_point(text, at);
    const Script script = script_of(letter);
    ++letters.of_script.at(static_cast<std::size_t>(script));
    if (letter >= 0x80 && script != Script::none)
      ++letters.beyond_ascii[lower_case(letter)];
  }
  return letters;
}

/// languages.tsv
class Known {
 public:
  Known() {
    for (const auto& row : rows_of_table(embedded::languages_tsv)) {
      const Language language(row[1]);
      if (row[0] == "letters") alphabets_[language] = row[2];
      if (row[0] == "masthead") mastheads_[language] = parts_of(row[2], '|');
      if (row[0] != "words") continue;
      for (const std::string_view word : parts_of(row[2], ' '))
        add(word, language);
    }
  }

  /// The languages that `word`, folded, is among the commonest words of.
  [[nodiscard]] std::vector<Language> languages_of(const std::string& word) const {
    std::vector<Language> languages;
    const auto add_all = [&](const auto& found) {
      for (const Language language : found)
        if (std::ranges::find(languages, language) == languages.end())
          languages.push_back(language);
    };
    if (const auto found = words_.find(word); found != words_.end()) add_all(found->second);
    for (const auto& [start, found] : starts_)
      if (word.size() > start.size() && word.starts_with(start)) add_all(found);
    const std::string_view view = word;
    for (std::size_t size = 1; size < word.size() && size <= longest_end_; ++size)
      if (const auto found = ends_.find(view.substr(word.size() - size));
          found != ends_.end())
        add_all(found->second);
    return languages;
  }

  /// How many lines of a masthead in `language` are in `text`, folded.
  [[nodiscard]] std::size_t masthead_lines(std::string_view text, Language language) const {
    const auto lines = mastheads_.find(language);
    if (lines == mastheads_.end()) return 0;
    return static_cast<std::size_t>(std::ranges::count_if(
        lines->second,
        [&](std::string_view line) { return text.find(line) != std::string_view::npos; }));
  }

  /// Letters of `script` that `language` doesn't write.
  [[nodiscard]] std::size_t foreign_letters(const Letters& letters, Language language,
                                            Script script) const {
    const auto alphabet = alphabets_.find(language);
    if (alphabet == alphabets_.end()) return 0;
    std::size_t count = 0;
    for (const auto& [letter, times] : letters.beyond_ascii) {
      std::string written;
      append_code_point(written, letter);
      if (script_of(letter) == script &&
          alphabet->second.find(written) == std::string_view::npos)
        count += times;
    }
    return count;
  }

 private:
  /// "ال*" is the start of words, "*ción" an end.
  void add(std::string_view word, Language language) {
    if (word.ends_with('*')) {
      starts_[folded(word.substr(0, word.size() - 1))].push_back(language);
    } else if (word.starts_with('*')) {
      const std::string end = folded(word.substr(1));
      longest_end_ = std::max(longest_end_, end.size());
      ends_[end].push_back(language);
    } else {
      words_[folded(word)].push_back(language);
    }
  }

  std::map<Language, std::string_view> alphabets_;
  std::map<Language, std::vector<std::string_view>> mastheads_;
  std::unordered_map<std::string, std::vector<Language>> words_;
  std::map<std::string, std::vector<Language>> starts_;
  std::unordered_map<std::string, std::vector<Language>, TransparentHash, std::equal_to<>>
      ends_;
  std::size_t longest_end_ = 0;  // bytes
};

/// languages.tsv, read once a process.
const Known& known_words() {
  static const Known known;
  return known;
}

/// How many of a text's words are common in each language, best first.
struct Ranking {
  std::size_t words = 0;
  std::vector<std::pair<std::size_t, Language>> hits;
};

Ranking ranking_of(std::string_view text, Script script, const Known& known) {
  Ranking ranking;
  std::map<Language, std::size_t> hits;
  for (const Word& word : words_of(text)) {
    if (word.kind != WordKind::letters) continue;
    const std::string_view letters = word.range.of(text);
    if (script_of(code_point_at(letters, 0)) != script) continue;
    ++ranking.words;
    for (const Language language : known.languages_of(folded(letters)))
      ++hits[language];
  }
  for (const auto& [language, count] : hits)
    ranking.hits.emplace_back(count, language);
  std::ranges::stable_sort(ranking.hits, std::greater{},
                           [](const auto& entry) { return entry.first; });
  return ranking;
}

bool is_official(Language language) {
  return std::ranges::find(languages::official, language) != languages::official.end();
}

std::optional<Language> guess_by_words(std::string_view text, Script script,
                                       const Letters& letters) {
  const Known& known = known_words();
  const Ranking ranking = ranking_of(text, script, known);
  if (ranking.hits.empty()) return std::nullopt;
  const auto [count, language] = ranking.hits[0];
  const std::size_t least =
      script == Script::latin ? common_percent_latin : common_percent_else;
  if (!is_official(language) || count * 100 < ranking.words * least) return std::nullopt;
  const std::size_t lead = ranking.hits.size() > 1 ? count - ranking.hits[1].first : count;
  if (lead < 1 + ranking.words * clear_lead_percent / 100) return std::nullopt;
  const std::size_t foreign = known.foreign_letters(letters, language, script);
  if (foreign > 1 + letters.of(script) * foreign_letters_percent / 100) return std::nullopt;
  return language;
}

std::optional<Language> guess_by_characters(const Letters& letters) {
  if (letters.of(Script::kana) * 100 > letters.of(Script::han) * kana_percent)
    return std::nullopt;
  return languages::zh;
}

/// The start of a text, and the script that most of it is written in.
struct Sample {
  std::string_view text;
  Letters letters;
  Script script = Script::none;  ///< None when it holds no letter.
};

Sample sample_of(std::string_view text) {
  std::size_t end = std::min(text.size(), sample_size);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
    --end;
  Sample sample{text.substr(0, end), count_letters(text.substr(0, end)), Script::none};
  const Letters& letters = sample.letters;
  // One Han character says about as much as two letters and a half.
  const std::array ranking{std::pair(letters.of(Script::han) * 5, Script::han),
                           std::pair(letters.of(Script::kana) * 5, Script::han),
                           std::pair(letters.of(Script::cyrillic) * 2, Script::cyrillic),
                           std::pair(letters.of(Script::arabic) * 2, Script::arabic),
                           std::pair(letters.of(Script::latin) * 2, Script::latin),
                           std::pair(letters.of(Script::other) * 2, Script::other)};
  const auto& best = *std::ranges::max_element(
      ranking, {}, [](const auto& candidate) { return candidate.first; });
  if (best.first > 0) sample.script = best.second;
  return sample;
}

}  // namespace

std::optional<Language> guess_language(std::string_view text) {
  const Sample sample = sample_of(text);
  if (sample.script == Script::none || sample.script == Script::other) return std::nullopt;
  return sample.script == Script::han
             ? guess_by_characters(sample.letters)
             : guess_by_words(sample.text, sample.script, sample.letters);
}

std::optional<Language> guess_official_language(std::string_view text) {
  if (const auto clear = guess_language(text)) return clear;
  const Sample sample = sample_of(text);
  if (sample.script == Script::cyrillic) return languages::ru;
  if (sample.script == Script::arabic) return languages::ar;
  if (sample.script != Script::latin) return std::nullopt;
  constexpr std::size_t line_worth = 5;  // words
  const Ranking ranking = ranking_of(sample.text, sample.script, known_words());
  const std::string lower = folded(sample.text);
  std::optional<Language> best;
  std::size_t most = 0;
  for (const Language language : {languages::en, languages::fr, languages::es}) {
    std::size_t count = line_worth * known_words().masthead_lines(lower, language);
    for (const auto& [hits, of] : ranking.hits)
      if (of == language) count += hits;
    if (count == most) best.reset();
    if (count > most) best = language;
    most = std::max(most, count);
  }
  return best;
}

std::size_t common_words_beyond_ascii(std::string_view text) {
  std::size_t count = 0;
  for (const Word& word : words_of(text)) {
    const std::string_view letters = word.range.of(text);
    const bool beyond = std::ranges::any_of(
        letters, [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; });
    if (word.kind == WordKind::letters && beyond &&
        std::ranges::any_of(known_words().languages_of(folded(letters)), is_official))
      ++count;
  }
  return count;
}

}  // namespace hexapla
