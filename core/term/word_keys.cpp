#include "term/word_keys.hpp"

#include "term/broken_plurals.hpp"
#include "term_data.hpp"
#include "text/code_point.hpp"
#include "text/fold.hpp"
#include "text/simplified.hpp"
#include "text/table.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace hexapla {
namespace {

constexpr std::string_view article = "ال";
constexpr std::string_view to_the = "لل";  // ل before the article
constexpr std::array<std::string_view, 2> conjunctions{"و", "ف"};
constexpr std::array<std::string_view, 4> prepositions{"ب", "ك", "ل", "س"};
// Letters that must be left of an Arabic word: single letters start too many words.
constexpr std::size_t shortest_word = 3;
constexpr std::size_t shortest_with_article = 2;  // السن, الحق

std::string_view without(std::string_view word, std::string_view particle) {
  if (!word.starts_with(particle)) return {};
  word.remove_prefix(particle.size());
  const bool has_article = particle == article || particle == to_the;
  const std::size_t shortest = has_article ? shortest_with_article : shortest_word;
  return count_code_points(word) < shortest ? std::string_view() : word;
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

/// Languages of which stems of two or three letters join too much: temo and tema.
bool is_latin_official(Language language) {
  constexpr std::array<std::string_view, 3> latin{"en", "es", "fr"};
  return std::ranges::find(latin, language.primary()) != latin.end();
}

std::string without_plural_s(std::string word) {
  if (word.ends_with('s') && word.size() > shortest_word) word.pop_back();
  return word;
}

/// Snowball takes the им of режим for an ending, but not that of режима: taken again and
/// again, stems meet. `shortest` letters must be left each time.
std::string stem_of_stems(const Stemmer& stemmer, std::string word, std::size_t shortest) {
  for (;;) {
    std::string shorter = stemmer.stem(word);
    if (shorter == word || count_code_points(shorter) < shortest) return word;
    word = std::move(shorter);
  }
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

/// Snowball takes the ت of a plural in ات and leaves its ا, and one ي of two: انتهاكات
/// would not be انتهاك, مدنيين not مدني. Sound plurals, duals of feminine words, and the ة
/// (folded: ه) that gives way to them go before it stems. The ان of the dual stays: لبنان
/// is no two.
std::string_view arabic_singular(std::string_view word) {
  struct Ending {
    std::string_view letters;
    std::size_t left;  ///< Letters that must be left of the word.
  };
  constexpr std::array<Ending, 6> endings{
      {{"تين", 2}, {"تان", 2}, {"ات", 2}, {"ين", 4}, {"ون", 4}, {"ه", 2}}};
  for (const auto& [letters, left] : endings) {
    if (!word.ends_with(letters)) continue;
    const std::string_view rest = word.substr(0, word.size() - letters.size());
    if (count_code_points(rest) >= left) return rest;
  }
  return word;
}

/// مدنيا is مدني in the accusative; Snowball would take the ي with the ا. Empty for others.
std::string_view without_accusative(std::string_view word) {
  constexpr std::string_view ending = "يا";
  constexpr std::size_t alef = 2;      // bytes
  constexpr std::size_t shortest = 5;  // letters: دنيا is a world
  if (!word.ends_with(ending) || count_code_points(word) < shortest) return {};
  return word.substr(0, word.size() - alef);
}

/// A word without the pronoun that it has for an owner, folded: أعضائها is اعضاء, دولتهم
/// دوله. Empty for others. The ه and ي of one owner are left: too many words end so.
std::string without_pronoun(std::string_view word) {
  constexpr std::array<std::string_view, 5> pronouns{"هما", "ها", "هم", "كم", "نا"};
  for (const std::string_view pronoun : pronouns) {
    if (!word.ends_with(pronoun)) continue;
    std::string rest(word.substr(0, word.size() - pronoun.size()));
    if (count_code_points(rest) < shortest_word) return {};
    constexpr std::size_t letter = 2;  // bytes of an Arabic letter
    const auto give_way = [&](std::string_view last, std::string_view first) {
      if (rest.ends_with(last)) rest.replace(rest.size() - letter, letter, first);
    };
    give_way("ت", "ه");
    give_way("ئ", "ء");
    give_way("ؤ", "ء");
    return rest;
  }
  return {};
}

/// Etats is États to the printer who has no accented capitals. Empty for others.
std::string with_accented_capital(std::string_view form, std::string_view word,
                                  Language language) {
  const bool has_accents = language.primary() == "fr" || language.primary() == "es";
  if (!has_accents || word.empty() || form.empty()) return {};
  constexpr std::string_view plain = "AEIOU";
  constexpr std::array<std::string_view, 5> accented{"á", "é", "í", "ó", "ú"};
  const std::size_t letter = plain.find(word.front());
  if (letter == std::string_view::npos) return {};
  if (language.primary() == "fr" && word.front() != 'E') return {};
  return std::string(accented.at(letter)).append(form.substr(1));
}

bool is_hyphen_or_apostrophe(std::string_view mark) {
  constexpr std::array<std::string_view, 7> marks{"-",      "\u2010", "\u2011", "'",
                                                  "\u2019", "\u02BC", "\u00AD"};
  return std::ranges::find(marks, mark) != marks.end();
}

using Endings = std::set<std::string, std::less<>>;

/// Null for languages that endings.tsv does not list.
const Endings* endings_of(Language language) {
  static const std::map<std::string_view, Endings> made_once = [] {
    std::map<std::string_view, Endings> all;
    for (const auto& row : rows_of_table(embedded::endings_tsv))
      for (const std::string_view ending : parts_of(row.at(1), ' '))
        all[row.at(0)].emplace(ending == "-" ? std::string_view() : ending);
    return all;
  }();
  const auto found = made_once.find(language.primary());
  return found == made_once.end() ? nullptr : &found->second;
}

/// `word` with é as e, and so on for the small letters of Latin-1.
std::string without_accents(std::string_view word) {
  constexpr std::string_view plain = "aaaaaaaceeeeiiiidnooooo/ouuuuyty";  // à to ÿ
  constexpr char32_t first = U'à';
  std::string result;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t begin = at;
    const char32_t letter = next_code_point(word, at);
    if (letter >= first && letter < first + plain.size()) {
      result.push_back(plain[letter - first]);
    } else {
      result.append(word.substr(begin, at - begin));
    }
  }
  return result;
}

}  // namespace

WordKeys::WordKeys(Language language)
    : language_(language), arabic_(language.primary() == "ar"), stemmer_(language) {}

std::string WordKeys::key_of(std::string_view form) const {
  constexpr std::size_t shortest_latin_stem = 4;  // letters
  std::string stem = stemmer_.stem(arabic_ ? arabic_singular(form) : form);
  const std::string_view language = language_.primary();
  if (is_latin_official(language_) && count_code_points(stem) < shortest_latin_stem)
    return without_plural_s(std::string(form));
  if (language == "fr")
    return stem_of_stems(stemmer_, std::move(stem), shortest_latin_stem);
  // Snowball leaves the plural s of short Spanish words: acto, actos.
  if (language == "es")
    return without_plural_s(stem_of_stems(stemmer_, std::move(stem), shortest_latin_stem));
  if (language == "ru")
    return without_fleeting_vowel(stem_of_stems(stemmer_, std::move(stem), 1));
  return stem;
}

std::string WordKeys::of_term_word(std::string_view word, WordKind kind) const {
  if (kind == WordKind::han) return simplified_form(word);
  std::string form = folded(word);
  if (kind != WordKind::letters) return form;
  if (arabic_)
    if (const auto bare = without(form, article); !bare.empty()) return key_of(bare);
  return key_of(form);
}

void WordKeys::of_text_word(std::string_view word, WordKind kind,
                            std::vector<std::string>& keys) const {
  keys.clear();
  if (kind == WordKind::han) {
    keys.push_back(simplified_form(word));
    return;
  }
  const std::string form = folded(word);
  if (kind != WordKind::letters) {
    keys.push_back(form);
    return;
  }
  if (!arabic_) {
    keys.push_back(key_of(form));
    if (const std::string accented = with_accented_capital(form, word, language_);
        !accented.empty())
      keys.push_back(key_of(accented));
    return;
  }
  std::vector<std::string_view> forms;
  add_without_preposition(form, forms);
  for (const std::string_view particle : conjunctions)
    add_without_preposition(without(form, particle), forms);
  for (std::size_t i = 0, count = forms.size(); i < count; ++i)
    if (const auto bare = without_accusative(forms[i]); !bare.empty())
      forms.push_back(bare);
  std::vector<std::string> without_pronouns;
  for (const std::string_view one : forms)
    if (std::string rest = without_pronoun(one); !rest.empty())
      without_pronouns.push_back(std::move(rest));
  for (const std::string& one : without_pronouns)
    forms.push_back(one);
  std::vector<std::string> singulars;
  for (const std::string_view one : forms)
    std::ranges::move(singulars_of_broken_plural(one, word), std::back_inserter(singulars));
  for (const std::string& one : singulars)
    forms.push_back(one);
  for (const std::string_view one : forms) {
    std::string key = key_of(one);
    if (std::ranges::find(keys, key) == keys.end()) keys.push_back(std::move(key));
  }
}

bool are_forms_of_one_word(std::string_view one, std::string_view other,
                           Language language) {
  if (one == other) return true;
  const Endings* endings = endings_of(language);
  if (endings == nullptr) return true;
  const std::string first = without_accents(one);
  const std::string second = without_accents(other);
  // Letters without accents are ASCII or whole in both words, so bytes will do.
  const auto parted = std::ranges::mismatch(first, second);
  return endings->contains(std::string(parted.in1, first.end())) &&
         endings->contains(std::string(parted.in2, second.end()));
}

bool is_joint(std::string_view text, std::span<const Word> words, std::size_t index) {
  if (words[index].kind != WordKind::punctuation || index == 0 || index + 1 >= words.size())
    return false;
  return is_hyphen_or_apostrophe(words[index].range.of(text)) &&
         words[index - 1].range.end == words[index].range.begin &&
         words[index].range.end == words[index + 1].range.begin;
}

}  // namespace hexapla
