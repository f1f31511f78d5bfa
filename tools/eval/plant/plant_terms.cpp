#include "planting.hpp"
#include "text/code_point.hpp"

#include <algorithm>

namespace hexapla::plant {
namespace {

/// A concept that the source says and the target says by `term`, as plain strings.
struct Place {
  const Concept* entry = nullptr;
  const Term* term = nullptr;
  ByteRange range;
};

bool is_sound(const Term& term) {
  return term.status <= TermStatus::admitted;
}

bool says(std::string_view text, const Concept& entry, Language language) {
  return std::ranges::any_of(entry.terms, [&](const Term& term) {
    return term.language.primary() == language.primary() &&
           !places_of(term.text, text).empty();
  });
}

/// Concepts that stand once in the target.
std::vector<Place> places_in(const LinePair& lines, const Setting& setting) {
  constexpr std::size_t shortest = 4;  // bytes; shorter ones are in other words
  std::vector<Place> places;
  for (const Concept& entry : setting.termbase.concepts) {
    for (const Term& term : entry.terms) {
      if (term.language.primary() != setting.target.primary()) continue;
      if (!is_sound(term) || term.text.size() < shortest) continue;
      const auto found = places_of(term.text, lines.target);
      if (found.size() != 1 || !says(lines.source, entry, setting.source)) continue;
      places.push_back({&entry, &term, found.front()});
    }
  }
  return places;
}

const Term* sound_term(const Concept& entry, Language language) {
  const auto found = std::ranges::find_if(entry.terms, [&](const Term& term) {
    return term.language.primary() == language.primary() && is_sound(term);
  });
  return found == entry.terms.end() ? nullptr : &*found;
}

/// The first letters of each word, without the Arabic article.
std::vector<std::string_view> starts_of_words(std::string_view text) {
  constexpr std::size_t letters = 4;
  constexpr std::string_view article = "ال";
  std::vector<std::string_view> starts;
  for (const ByteRange run : letter_runs(text)) {
    std::string_view word = run.of(text);
    if (word.starts_with(article)) word.remove_prefix(article.size());
    std::size_t end = 0;
    for (std::size_t letter = 0; letter < letters && end < word.size(); ++letter)
      (void)next_code_point(word, end);
    starts.push_back(word.substr(0, end));
  }
  return starts;
}

/// True for forms of one word, and for a term and a longer one that has it.
bool have_a_word_in_common(const Term& one, const Term& other) {
  const auto starts = starts_of_words(one.text);
  return std::ranges::any_of(starts_of_words(other.text), [&](std::string_view start) {
    return std::ranges::find(starts, start) != starts.end();
  });
}

/// Replaces the term by another one of the same concept that `fits`.
template <typename Fits>
std::optional<Planted> plant_variant(LinePair& lines, const Setting& setting, Dice& dice,
                                     std::string_view rule, Fits fits) {
  std::vector<Place> places = places_in(lines, setting);
  while (!places.empty()) {
    const std::size_t choice = dice.below(places.size());
    const Place place = places[choice];
    for (const Term& other : place.entry->terms)
      if (other.language.primary() == setting.target.primary() &&
          !have_a_word_in_common(*place.term, other) && fits(*place.term, other))
        return replaced(lines.target, place.range, other.text, rule);
    places.erase(places.begin() + static_cast<std::ptrdiff_t>(choice));
  }
  return std::nullopt;
}

}  // namespace

/// The term of another concept is there, and no term of the right one.
std::optional<Planted> plant_missing_term(LinePair& lines, const Setting& setting,
                                          Dice& dice) {
  std::vector<Place> places = places_in(lines, setting);
  while (!places.empty()) {
    const std::size_t choice = dice.below(places.size());
    const Place place = places[choice];
    places.erase(places.begin() + static_cast<std::ptrdiff_t>(choice));
    const auto& concepts = setting.termbase.concepts;
    const Concept& other = concepts[dice.below(concepts.size())];
    const Term* wrong = sound_term(other, setting.target);
    if (wrong == nullptr || says(lines.source, other, setting.source)) continue;
    if (says(wrong->text, *place.entry, setting.target)) continue;
    std::string with_error = lines.target;
    Planted error = replaced(with_error, place.range, wrong->text, "term_missing");
    if (says(with_error, *place.entry, setting.target)) continue;
    lines.target = std::move(with_error);
    return error;
  }
  return std::nullopt;
}

std::optional<Planted> plant_deprecated_term(LinePair& lines, const Setting& setting,
                                             Dice& dice) {
  return plant_variant(lines, setting, dice, "term_deprecated",
                       [](const Term&, const Term& other) { return !is_sound(other); });
}

std::optional<Planted> plant_inconsistent_term(LinePair& lines, const Setting& setting,
                                               Dice& dice) {
  return plant_variant(
      lines, setting, dice, "term_inconsistent", [](const Term& term, const Term& other) {
        return term.status == TermStatus::preferred && other.status == TermStatus::admitted;
      });
}

}  // namespace hexapla::plant
