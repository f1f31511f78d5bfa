#include "check/language_evidence.hpp"

#include "check/latin_names.hpp"
#include "check_data.hpp"
#include "text/code_point.hpp"
#include "text/fold.hpp"
#include "text/table.hpp"
#include "text/words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

namespace hexapla {
namespace {

enum Script : std::size_t { latin, cyrillic, arabic, han, script_count };
using ScriptCounts = std::array<std::size_t, script_count>;  // words; characters of Han

std::optional<Script> script_of(char32_t letter) {
  if (is_han(letter)) return han;
  if (letter < 0x0250) return latin;
  if (letter >= 0x0400 && letter < 0x0530) return cyrillic;
  if ((letter >= 0x0600 && letter < 0x0780) || (letter >= 0xFB50 && letter < 0xFF00))
    return arabic;
  return std::nullopt;
}

std::optional<Script> script_of(Language language) {
  const std::string_view tag = language.primary();
  if (tag == "zh") return han;
  if (tag == "ru") return cyrillic;
  if (tag == "ar") return arabic;
  return is_latin(language) ? std::optional(latin) : std::nullopt;
}

using CommonWords = std::unordered_map<std::string, std::vector<std::string_view>>;

const CommonWords& common_words() {
  static const CommonWords made_once = [] {
    CommonWords words;
    for (const auto& row : rows_of_table(embedded::language_words_tsv))
      for (const std::string_view word : parts_of(row.at(1), ' '))
        words[folded(word)].push_back(row.at(0));
    return words;
  }();
  return made_once;
}

/// Which languages of language_words.tsv each common word of `text` belongs to.
std::vector<std::vector<std::string_view>> common_words_in(std::string_view text) {
  std::vector<std::vector<std::string_view>> found;
  for (const Word& word : words_of(text)) {
    constexpr std::size_t longest = 8;  // bytes of the table's words; most words are longer
    if (word.kind != WordKind::letters || word.range.size() > longest) continue;
    const auto known = common_words().find(folded(word.range.of(text)));
    if (known != common_words().end()) found.push_back(known->second);
  }
  return found;
}

bool has(const std::vector<std::string_view>& tags, std::string_view tag) {
  return std::ranges::find(tags, tag) != tags.end();
}

/// Latin text: the language whose common words it has, when they are enough to tell.
std::optional<std::string_view> latin_language(std::string_view text,
                                               std::string_view expected) {
  constexpr std::size_t enough = 3;  // common words
  constexpr std::size_t own_enough =
      2;  // of which the expected language does not have these
  constexpr std::size_t clear_lead = 3;  // times what only the expected language has
  const auto words = common_words_in(text);
  std::optional<std::string_view> best;
  std::size_t best_words = 0;
  for (const Language& candidate : languages::official) {
    const std::string_view tag = candidate.primary();
    std::size_t all = 0;
    std::size_t own = 0;
    std::size_t against = 0;
    for (const auto& tags : words) {
      if (has(tags, tag)) ++all;
      if (has(tags, tag) && !has(tags, expected)) ++own;
      if (has(tags, expected) && !has(tags, tag)) ++against;
    }
    const bool sure = all >= enough && own >= own_enough && own >= against * clear_lead;
    if (tag == expected || !sure || all <= best_words) continue;
    best = tag;
    best_words = all;
  }
  return best;
}

ScriptCounts scripts_in(std::string_view text) {
  ScriptCounts counts{};
  for (const Word& word : words_of(text)) {
    if (word.kind != WordKind::letters && word.kind != WordKind::han) continue;
    if (const auto script = script_of(code_point_at(text, word.range.begin)))
      ++counts.at(*script);
  }
  return counts;
}

}  // namespace

std::size_t count_small_words(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(words_of(text), [&](const Word& word) {
        return word.kind == WordKind::letters &&
               is_lower_case(code_point_at(text, word.range.begin));
      }));
}

std::optional<std::string_view> foreign_language(std::string_view text, Language expected) {
  constexpr std::size_t fewest_words = 3;
  constexpr std::size_t clear_majority = 3;  // times the words of the expected script
  const auto own = script_of(expected);
  if (!own) return std::nullopt;
  const ScriptCounts counts = scripts_in(text);
  const auto* const most = std::ranges::max_element(counts);
  const auto script = static_cast<Script>(most - counts.begin());
  if (*most < fewest_words) return std::nullopt;
  if (script == latin && *own == latin) return latin_language(text, expected.primary());
  if (script == *own || *most < counts.at(*own) * clear_majority) return std::nullopt;
  switch (script) {
    case cyrillic:
      return languages::ru.primary();
    case arabic:
      return languages::ar.primary();
    case han:
      return languages::zh.primary();
    // Names, dates and titles of works may stand in Latin letters: sentences have small
    // words.
    default:
      return count_small_words(text) < 2 ? std::nullopt : latin_language(text, "");
  }
}

}  // namespace hexapla
