#include "planting.hpp"
#include "text/code_point.hpp"

#include <algorithm>

namespace hexapla::plant {
namespace {

/// Words whose loss turns a sentence round, with the space after them.
struct Negations {
  std::string_view language;
  std::array<std::string_view, 6> words;
};
constexpr std::array negations{
    Negations{"en", {"not ", "cannot ", "never ", "n't ", "n’t ", "no "}},
    Negations{"fr", {"ne ", "n’", "n'", "aucun", "jamais ", "ni "}},
    Negations{"es", {"no ", "nunca ", "", "", "", ""}},
    Negations{"ru", {"не ", "нет ", "никогда ", "ни ", "без ", ""}},
    Negations{"ar", {"لا ", "لم ", "لن ", "ليس ", "ليست ", "غير "}},
    Negations{"zh", {"不", "没有", "未", "无", "", ""}}};

struct Negation {
  ByteRange range;
  std::string_view word;
};

std::optional<Negation> negation_in(std::string_view text, Language language) {
  for (const Negations& row : negations) {
    if (row.language != language.primary()) continue;
    for (const std::string_view word : row.words) {
      if (word.empty()) continue;
      const bool is_ending = word.starts_with("n't") || word.starts_with("n’t");
      for (std::size_t at = text.find(word); at != std::string_view::npos;
           at = text.find(word, at + 1)) {
        const bool inside =
            is_letter(code_point_before(text, at)) && !is_ending && !language.spaceless();
        if (!inside) return Negation{{at, at + word.size()}, word};
      }
    }
  }
  return std::nullopt;
}

/// French says ne ... pas: both go.
void drop_second_part(std::string& text, std::size_t from) {
  for (const std::string_view second : {" pas ", " jamais ", " plus ", " aucun "}) {
    const std::size_t at = text.find(second, from);
    constexpr std::size_t nearest = 40;  // bytes; further on it belongs to something else
    if (at == std::string::npos || at > from + nearest) continue;
    text.erase(at, second.size() - 1);
    return;
  }
}

struct Verb {
  std::string_view language;
  std::string_view plain;
  std::string_view negated;
};
constexpr std::array verbs{
    Verb{"en", " should ", " should not "}, Verb{"en", " shall ", " shall not "},
    Verb{"en", " may ", " may not "},       Verb{"en", " will ", " will not "},
    Verb{"en", " is ", " is not "},         Verb{"en", " are ", " are not "},
    Verb{"fr", " doit ", " ne doit pas "},  Verb{"fr", " peut ", " ne peut pas "},
    Verb{"fr", " est ", " n’est pas "},     Verb{"fr", " sont ", " ne sont pas "},
    Verb{"es", " debe ", " no debe "},      Verb{"es", " puede ", " no puede "},
    Verb{"es", " es ", " no es "},          Verb{"es", " son ", " no son "},
    Verb{"ru", " может ", " не может "},    Verb{"ru", " могут ", " не могут "},
    Verb{"ru", " должны ", " не должны "},  Verb{"ru", " является ", " не является "},
    Verb{"ar", " يجب ", " لا يجب "},        Verb{"ar", " يمكن ", " لا يمكن "},
    Verb{"ar", " تم ", " لم يتم "},         Verb{"zh", "应", "不应"},
    Verb{"zh", "可以", "不可以"},           Verb{"zh", "会", "不会"}};

}  // namespace

std::optional<Planted> plant_untranslated(LinePair& lines, const Setting& /*setting*/,
                                          Dice& /*dice*/) {
  constexpr std::size_t shortest = 30;  // bytes; less may be a name
  if (lines.source.size() < shortest) return std::nullopt;
  const ByteRange all{0, lines.target.size()};
  return replaced(lines.target, all, lines.source, "untranslated");
}

std::optional<Planted> plant_repeated_word(LinePair& lines, const Setting& /*setting*/,
                                           Dice& dice) {
  // A run after an Arabic vowel sign is the rest of a word.
  const auto goes_on_a_word = [](char32_t before) {
    return (before >= 0x064B && before <= 0x065F) || before == 0x0670;
  };
  std::vector<ByteRange> words;
  for (const ByteRange run : letter_runs(lines.target))
    if (code_point_at(lines.target, run.end) == U' ' &&
        !goes_on_a_word(code_point_before(lines.target, run.begin)))
      words.push_back(run);
  if (words.empty()) return std::nullopt;
  const ByteRange word = words[dice.below(words.size())];
  const std::string again = ' ' + std::string(word.of(lines.target));
  return replaced(lines.target, {word.end, word.end}, again, "repeated_word");
}

std::optional<Planted> plant_length(LinePair& lines, const Setting& /*setting*/,
                                    Dice& /*dice*/) {
  constexpr std::size_t longest_kept = 4;  // words
  constexpr std::size_t shortest = 16;     // words
  const std::vector<ByteRange> words = letter_runs(lines.target);
  if (words.size() < shortest) return std::nullopt;
  const ByteRange rest{words[longest_kept].end, lines.target.size()};
  Planted error = replaced(lines.target, rest, "", "length");
  error.range = {0, lines.target.size()};
  return error;
}

std::optional<Planted> plant_empty_side(LinePair& lines, const Setting& /*setting*/,
                                        Dice& /*dice*/) {
  const ByteRange all{0, lines.target.size()};
  return replaced(lines.target, all, "", "empty_side");
}

std::optional<Planted> plant_negation(LinePair& lines, const Setting& setting,
                                      Dice& /*dice*/) {
  const auto negation = negation_in(lines.target, setting.target);
  if (!negation || !negation_in(lines.source, setting.source)) return std::nullopt;
  std::string without = lines.target;
  const bool is_ending =
      negation->word.starts_with("n't") || negation->word.starts_with("n’t");
  Planted error = replaced(without, negation->range, is_ending ? " " : "", "negation");
  if (setting.target.primary() == "fr")
    drop_second_part(without, negation->range.begin - (negation->range.begin > 0 ? 1 : 0));
  if (negation_in(without, setting.target)) return std::nullopt;
  lines.target = std::move(without);
  return error;
}

std::optional<Planted> plant_added_negation(LinePair& lines, const Setting& setting,
                                            Dice& /*dice*/) {
  if (negation_in(lines.target, setting.target) ||
      negation_in(lines.source, setting.source))
    return std::nullopt;
  for (const Verb& verb : verbs) {
    if (verb.language != setting.target.primary()) continue;
    const std::size_t at = lines.target.find(verb.plain);
    if (at == std::string::npos) continue;
    return replaced(lines.target, {at, at + verb.plain.size()}, verb.negated, "negation");
  }
  return std::nullopt;
}

}  // namespace hexapla::plant
