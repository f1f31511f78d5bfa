#include "check/language_evidence.hpp"

#include "check/latin_names.hpp"
#include "check_data.hpp"
#include "text/code_point.hpp"
#include "text/fold.hpp"
#include "text/table.hpp"
#include "text/words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace hexapla {
namespace {

constexpr double surely = 0.95;
constexpr double likely_foreign = 0.7;

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

constexpr std::array<std::string_view, 3> latin_tags{"en", "fr", "es"};
using Frequencies = std::array<double, latin_tags.size()>;  ///< In a thousand words.

const std::unordered_map<std::string, Frequencies>& common_words() {
  static const std::unordered_map<std::string, Frequencies> made_once = [] {
    std::unordered_map<std::string, Frequencies> words;
    for (const auto& row : rows_of_table(embedded::language_words_tsv)) {
      Frequencies& frequencies = words[folded(row.at(0))];
      for (std::size_t tag = 0; tag < latin_tags.size(); ++tag)
        std::from_chars(row.at(tag + 1).begin(), row.at(tag + 1).end(),
                        frequencies.at(tag));
    }
    return words;
  }();
  return made_once;
}

bool is_in_capitals(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t letter = next_code_point(text, at);
    if (is_lower_case(letter)) return false;
    if (is_upper_case(letter)) ++letters;
  }
  return letters > 1;
}

bool starts_sentence(std::string_view text, std::size_t at) {
  while (at > 0) {
    const char32_t before = previous_code_point(text, at);
    if (is_terminal(before) || before == U'“' || before == U'«' || before == U':')
      return true;
    if (is_letter(before) || before == U'(' || before == U',') return false;
  }
  return true;
}

bool ends_sentence(std::string_view text) {
  return !text.empty() && is_terminal(code_point_before(text, text.size()));
}

/// What the letters of a word in small letters say: cuestión is Spanish, siècle French.
/// Null where they say nothing.
const Frequencies* told_by_letters(std::string_view word) {
  constexpr std::u32string_view spanish_only = U"áíóúñ";
  constexpr std::u32string_view french_only = U"àâèêëîïôùûçœ";
  static constexpr Frequencies spanish{0.02, 0.02, 0.5};  // by hand: two nats a word
  static constexpr Frequencies french{0.02, 0.5, 0.02};
  for (std::size_t at = 0; at < word.size();) {
    const char32_t letter = next_code_point(word, at);
    if (spanish_only.find(letter) != std::u32string_view::npos) return &spanish;
    if (french_only.find(letter) != std::u32string_view::npos) return &french;
  }
  return nullptr;
}

/// The common words of `text`, and those whose letters tell, each once, however often it is
/// there. UN is none, but in
/// a heading that has no small letters.
std::vector<Frequencies> common_words_in(std::string_view text,
                                         std::span<const Word> words) {
  constexpr std::size_t longest = 10;  // bytes of the table's words; most words are longer
  const bool all_capitals = is_in_capitals(text);
  std::set<std::string> met;
  std::vector<Frequencies> found;
  for (const Word& word : words) {
    if (word.kind != WordKind::letters) continue;
    const std::string_view form = word.range.of(text);
    const Frequencies* const letters =
        is_lower_case(code_point_at(form, 0)) ? told_by_letters(form) : nullptr;
    if (word.range.size() > longest) {
      if (letters != nullptr && met.emplace(form).second) found.push_back(*letters);
      continue;
    }
    if (!all_capitals && is_in_capitals(form)) continue;
    // De León and La Paz are names; the first word of a sentence is capitalised anyway.
    const bool capital = is_upper_case(code_point_at(text, word.range.begin));
    if (!all_capitals && capital && !starts_sentence(text, word.range.begin)) continue;
    const auto known = common_words().find(folded(form));
    if (known != common_words().end()) {
      if (met.insert(known->first).second) found.push_back(known->second);
    } else if (letters != nullptr && met.emplace(form).second) {
      found.push_back(*letters);
    }
  }
  return found;
}

/// How much likelier the words are in one language than in another, and by how many of
/// them.
struct Lead {
  double nats = 0;
  std::size_t words = 0;  ///< That speak clearly for the first.
};

Lead lead_of(const std::vector<Frequencies>& words, std::size_t one, std::size_t other) {
  constexpr double unseen = 0.05;  // in a thousand: a word of the other language, quoted
  constexpr double most = 2.5;     // nats: no single word decides
  constexpr double clear = 1.0;    // nats
  Lead lead;
  for (const Frequencies& word : words) {
    const double nats = std::clamp(
        std::log((word.at(one) + unseen) / (word.at(other) + unseen)), -most, most);
    lead.nats += nats;
    if (nats >= clear) ++lead.words;
  }
  return lead;
}

/// Latin text: the language that its common words speak for against `expected`, where they
/// are enough to tell.
std::optional<ForeignText> latin_language(std::string_view text,
                                          std::span<const Word> all_words,
                                          std::string_view expected) {
  constexpr double likely = 4;  // nats
  constexpr double sure = 6.5;
  constexpr std::size_t fewest = 2;  // words
  const auto* const own = std::ranges::find(latin_tags, expected);
  if (own == latin_tags.end()) return std::nullopt;
  const auto words = common_words_in(text, all_words);
  std::optional<ForeignText> best;
  double best_lead = likely;
  for (std::size_t tag = 0; tag < latin_tags.size(); ++tag) {
    const Lead lead =
        lead_of(words, tag, static_cast<std::size_t>(own - latin_tags.begin()));
    if (lead.nats < best_lead || lead.words < fewest) continue;
    best_lead = lead.nats;
    best = ForeignText{latin_tags.at(tag),
                       lead.nats >= sure && lead.words > fewest ? surely : likely_foreign};
  }
  return best;
}

/// A sentence in Latin letters in a text of another script: its language, if its words
/// tell.
ForeignText latin_sentence(const std::vector<Frequencies>& words) {
  constexpr double telling = 2;  // nats
  for (std::size_t tag = 0; tag < latin_tags.size(); ++tag) {
    bool leads = true;
    for (std::size_t other = 0; other < latin_tags.size(); ++other) {
      const Lead lead = lead_of(words, tag, other);
      leads = leads && (other == tag || (lead.nats >= telling && lead.words > 1));
    }
    if (leads) return {latin_tags.at(tag), surely};
  }
  return {"", likely_foreign};
}

ScriptCounts scripts_in(std::string_view text, std::span<const Word> words) {
  ScriptCounts counts{};
  for (const Word& word : words) {
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

std::optional<ForeignText> foreign_language(std::string_view text, Language expected) {
  return foreign_language(text, words_of(text), expected);
}

std::optional<ForeignText> foreign_language(std::string_view text,
                                            std::span<const Word> words,
                                            Language expected) {
  constexpr std::size_t fewest_words = 3;
  constexpr std::size_t clear_majority = 3;  // times the words of the expected script
  // Names, dates and titles of works may be in Latin letters: sentences have small
  // words.
  constexpr std::size_t fewest_small_words = 3;
  const auto own = script_of(expected);
  if (!own) return std::nullopt;
  const ScriptCounts counts = scripts_in(text, words);
  const auto* const most = std::ranges::max_element(counts);
  const auto script = static_cast<Script>(most - counts.begin());
  if (script == latin && *own == latin)
    return latin_language(text, words, expected.primary());
  if (*most < fewest_words) return std::nullopt;
  if (script == *own || *most < counts.at(*own) * clear_majority) return std::nullopt;
  switch (script) {
    case cyrillic:
      return ForeignText{languages::ru.primary(), surely};
    case arabic:
      return ForeignText{languages::ar.primary(), surely};
    case han:
      return ForeignText{languages::zh.primary(), surely};
    default: {
      const std::size_t small_words = count_small_words(text);
      const auto common = common_words_in(text, words);
      const bool heading = small_words + 1 >= fewest_small_words && common.size() > 1;
      const bool sentence = small_words > 0 && ends_sentence(text) && !common.empty();
      if (small_words < fewest_small_words && !heading && !sentence) return std::nullopt;
      return latin_sentence(common);
    }
  }
}

}  // namespace hexapla
