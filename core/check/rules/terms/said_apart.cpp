#include "check/rules/terms/said_apart.hpp"

#include "check/word_root.hpp"
#include "check_data.hpp"
#include "term/word_keys.hpp"
#include "text/code_point.hpp"
#include "text/fold.hpp"
#include "text/stem.hpp"
#include "text/table.hpp"
#include "text/words.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {
namespace {

std::vector<std::string> letter_words(std::string_view text) {
  std::vector<std::string> words;
  for (const Word& word : words_of(text))
    if (word.kind != WordKind::punctuation) words.emplace_back(word.range.of(text));
  return words;
}

/// The roots of a text's words; words too short to have one are left out.
std::vector<std::string> roots_of(std::string_view text, std::span<const Word> words) {
  std::vector<std::string> roots;
  for (const Word& word : words) {
    if (word.kind == WordKind::punctuation) continue;
    if (std::string root = word_root(word.range.of(text)); !root.empty())
      roots.push_back(std::move(root));
  }
  return roots;
}

/// True when all of `wanted` stand among as many neighbours of `roots`, and a few more.
bool stand_together(const std::vector<std::string>& wanted,
                    const std::vector<std::string>& roots) {
  constexpr std::size_t most_between = 2;  // words
  const std::size_t window = wanted.size() + most_between;
  for (std::size_t first = 0; first < roots.size(); ++first) {
    const auto begin = roots.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end =
        begin + static_cast<std::ptrdiff_t>(std::min(window, roots.size() - first));
    if (std::ranges::all_of(wanted, [&](const std::string& root) {
          return std::find(begin, end, root) != end;
        }))
      return true;
  }
  return false;
}

/// 被占领巴勒斯坦领土 for 被占领领土: two halves with a few characters between them.
bool han_halves_stand_together(std::string_view term, std::string_view text) {
  constexpr std::size_t character = 3;  // bytes
  constexpr std::size_t shortest = 2 * character;
  constexpr std::size_t most_between = 8 * character;
  for (std::size_t cut = shortest; cut + shortest <= term.size(); cut += character) {
    const std::size_t first = text.find(term.substr(0, cut));
    if (first == std::string_view::npos) continue;
    const std::size_t second = text.find(term.substr(cut), first + cut);
    if (second != std::string_view::npos && second - first - cut <= most_between)
      return true;
  }
  return false;
}

/// Another form of a verb whose stem is too short for the matcher: urge, urged.
bool says_verb(std::string_view verb, const ParsedCell& side) {
  const Stemmer stemmer(side.language());
  const std::string stem = stemmer.stem(folded(verb));
  return std::ranges::any_of(side.words, [&](const Word& word) {
    return word.kind == WordKind::letters &&
           stemmer.stem(folded(word.range.of(side.text))) == stem;
  });
}

using IrregularForms =
    std::map<std::string, std::string, std::less<>>;  ///< Form, and its first form.

const IrregularForms& irregular_forms() {
  static const IrregularForms made_once = [] {
    IrregularForms forms;
    for (const auto& row : rows_of_table(embedded::irregular_forms_tsv))
      for (const std::string_view form : parts_of(row.at(1), ' '))
        forms.emplace(std::string(row.at(0)) + ' ' + folded(form),
                      folded(parts_of(row.at(1), ' ').front()));
    return forms;
  }();
  return made_once;
}

/// An Arabic word without its article and the letters that a broken plural puts in or
/// leaves out: طفل and أطفال, دولة and دول.
std::string arabic_skeleton(std::string_view word) {
  constexpr std::string_view article = "ال";
  constexpr std::u32string_view weak = U"اويءئؤهت";
  const std::string form = folded(word);
  std::string_view rest = form;
  if (rest.starts_with(article)) rest.remove_prefix(article.size());
  std::string skeleton;
  for (std::size_t at = 0; at < rest.size();) {
    const char32_t letter = next_code_point(rest, at);
    if (weak.find(letter) == std::u32string_view::npos) append_code_point(skeleton, letter);
  }
  return skeleton;
}

bool are_one_word(const std::string& one, const std::string& other, Language language,
                  const WordKeys& keys) {
  if (folded(one) == folded(other)) return true;
  if (keys.of_term_word(one, WordKind::letters) ==
      keys.of_term_word(other, WordKind::letters))
    return true;
  const auto first_form = [&](const std::string& word) {
    const auto found =
        irregular_forms().find(std::string(language.primary()) + ' ' + folded(word));
    return found == irregular_forms().end() ? std::string() : found->second;
  };
  if (const std::string form = first_form(one); !form.empty() && form == first_form(other))
    return true;
  if (language.primary() != "ar") return false;
  constexpr std::size_t shortest = 4;  // bytes: two letters
  const std::string skeleton = arabic_skeleton(one);
  return skeleton.size() >= shortest && skeleton == arabic_skeleton(other);
}

}  // namespace

bool says_apart(const ReadConcept& entry, const ParsedCell& side, WordRoots& roots) {
  const bool spaceless = side.language().spaceless();
  return std::ranges::any_of(entry.terms, [&](const ReadConcept::Said& said) {
    if (spaceless) return han_halves_stand_together(said.term->text, side.text);
    const bool is_verb = said.term->part_of_speech == "verb";
    if (said.is_word && is_verb && says_verb(said.term->text, side)) return true;
    // Of a phrase two words at least must be long enough to be told.
    if (said.is_word ? !is_verb || said.roots.empty() : said.roots.size() < 2) return false;
    if (!roots) roots = roots_of(side.text, side.words);
    return stand_together(said.roots, *roots);
  });
}

bool are_forms_of_one_term(const Term& one, const Term& other) {
  if (one.language.primary() != other.language.primary()) return false;
  const auto words = letter_words(one.text);
  const auto others = letter_words(other.text);
  if (words.size() != others.size()) return false;
  const WordKeys keys(one.language);
  for (std::size_t index = 0; index < words.size(); ++index)
    if (!are_one_word(words[index], others[index], one.language, keys)) return false;
  return true;
}

}  // namespace hexapla
