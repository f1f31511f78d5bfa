#include "term/word_keys.hpp"

#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace hexapla {
namespace {

constexpr std::string_view article = "ال";
constexpr std::string_view to_the = "لل";  // ل before the article
constexpr std::array<std::string_view, 2> conjunctions{"و", "ف"};
constexpr std::array<std::string_view, 4> prepositions{"ب", "ك", "ل", "س"};
constexpr std::size_t shortest_word = 3;  // letters that must be left of an Arabic word

std::string_view without(std::string_view word, std::string_view particle) {
  if (!word.starts_with(particle)) return {};
  word.remove_prefix(particle.size());
  return count_code_points(word) < shortest_word ? std::string_view() : word;
}

/// Adds `word`, and `word` without its article or preposition.
void add_without_preposition(std::string_view word, std::vector<std::string_view>& forms) {
  if (word.empty()) return;
  forms.push_back(word);
  for (const std::string_view particle : {article, to_the})
    if (const auto rest = without(word, particle); !rest.empty()) forms.push_back(rest);
  for (const std::string_view particle : prepositions) {
    const auto rest = without(word, particle);
    if (rest.empty()) continue;
    forms.push_back(rest);
    if (const auto bare = without(rest, article); !bare.empty()) forms.push_back(bare);
  }
}

/// Snowball takes the м of режим for an ending, but not that of режима: taken again and
/// again, stems meet. English stems would be cut too short.
bool stems_again(Language language) {
  constexpr std::array<std::string_view, 3> repeated{"es", "fr", "ru"};
  return std::ranges::find(repeated, language.primary()) != repeated.end();
}

std::string stem_of_stems(const Stemmer& stemmer, std::string word) {
  for (std::string shorter = stemmer.stem(word); shorter != word;
       shorter = stemmer.stem(word))
    word = std::move(shorter);
  return word;
}

/// The vowel that comes and goes in Russian: чистки, чисток; список, списка.
std::string without_fleeting_vowel(std::string stem) {
  constexpr std::array<std::string_view, 3> endings{"ок", "ек", "ец"};
  constexpr std::size_t letter = 2;  // bytes of a Cyrillic letter
  const bool fleeting = std::ranges::any_of(
      endings, [&](std::string_view ending) { return stem.ends_with(ending); });
  if (fleeting && count_code_points(stem) >= shortest_word + 2)
    stem.erase(stem.size() - 2 * letter, letter);
  return stem;
}

bool is_hyphen_or_apostrophe(std::string_view mark) {
  constexpr std::array<std::string_view, 7> marks{"-",      "\u2010", "\u2011", "'",
                                                  "\u2019", "\u02BC", "\u00AD"};
  return std::ranges::find(marks, mark) != marks.end();
}

}  // namespace

WordKeys::WordKeys(Language language)
    : language_(language), arabic_(language.primary() == "ar"), stemmer_(language) {}

std::string WordKeys::key_of(std::string_view form) const {
  if (!stems_again(language_)) return stemmer_.stem(form);
  std::string stem = stem_of_stems(stemmer_, std::string(form));
  return language_.primary() == "ru" ? without_fleeting_vowel(std::move(stem)) : stem;
}

std::string WordKeys::of_term_word(std::string_view word, WordKind kind) const {
  const std::string form = folded(word);
  if (kind != WordKind::letters) return form;
  if (arabic_)
    if (const auto bare = without(form, article); !bare.empty()) return key_of(bare);
  return key_of(form);
}

void WordKeys::of_text_word(std::string_view word, WordKind kind,
                            std::vector<std::string>& keys) const {
  keys.clear();
  const std::string form = folded(word);
  if (kind != WordKind::letters) {
    keys.push_back(form);
    return;
  }
  if (!arabic_) {
    keys.push_back(key_of(form));
    return;
  }
  std::vector<std::string_view> forms;
  add_without_preposition(form, forms);
  for (const std::string_view particle : conjunctions)
    add_without_preposition(without(form, particle), forms);
  for (const std::string_view one : forms) {
    std::string key = key_of(one);
    if (std::ranges::find(keys, key) == keys.end()) keys.push_back(std::move(key));
  }
}

bool is_joint(std::string_view text, const std::vector<Word>& words, std::size_t index) {
  if (words[index].kind != WordKind::punctuation || index == 0 || index + 1 >= words.size())
    return false;
  return is_hyphen_or_apostrophe(words[index].range.of(text)) &&
         words[index - 1].range.end == words[index].range.begin &&
         words[index].range.end == words[index + 1].range.begin;
}

}  // namespace hexapla
