#include "check/rules/negation_words.hpp"

#include "check_data.hpp"
#include "text/fold.hpp"
#include "text/table.hpp"
#include "text/words.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace hexapla {
namespace {

/// With which Russian participles begin that negate.
constexpr std::string_view negated_participle = "не";

void add_phrase(Negations& negations, NegationSense sense, std::string_view phrase) {
  if (phrase.ends_with('*')) phrase.remove_suffix(1);
  const std::string first = folded(words_of(phrase).front().range.of(phrase));
  negations.first_letters.add(first);
  auto& same_start = negations.phrases[first];
  same_start.push_back({std::string(phrase), sense});
  std::ranges::stable_sort(same_start, std::ranges::greater(),
                           [](const NegationPhrase& one) { return one.text.size(); });
}

/// 0 for the kinds that hold phrases or stems, too.
unsigned list_of_kind(std::string_view kind) {
  if (kind == "half") return on_half;
  if (kind == "behind") return on_behind;
  if (kind == "first") return on_first;
  if (kind == "without") return on_without;
  return kind == "asked" ? on_asked : 0U;
}

void add(Negations& negations, Language language, std::string_view kind,
         std::string_view word) {
  if (kind == "not_only" || kind == "only") {
    (kind == "only" ? negations.only : negations.not_only).push_back(word);
    return;
  }
  negations.first_letters.add(folded(word));
  const NegationSense sense = kind == "but"    ? NegationSense::harmless
                              : kind == "soft" ? NegationSense::soft
                              : kind == "weak" ? NegationSense::weak
                                               : NegationSense::clear;
  if (kind == "second" || kind == "apart") {
    (kind == "second" ? negations.second : negations.apart).insert(folded(word));
  } else if (kind == "asked" && language.spaceless()) {
    add_phrase(negations, NegationSense::asked, word);
  } else if (const unsigned list = list_of_kind(kind)) {
    negations.lists[folded(word)] |= list;
  } else if (language.spaceless() || sense == NegationSense::harmless ||
             word.find_first_of(" -") != std::string_view::npos) {
    add_phrase(negations, sense, word);
  } else if (word.ends_with('*')) {
    auto& stems = sense == NegationSense::weak ? negations.weak_stems : negations.stems;
    stems.add(folded(word.substr(0, word.size() - 1)));
  } else {
    negations.lists[folded(word)] |= sense == NegationSense::soft   ? on_soft
                                     : sense == NegationSense::weak ? on_weak
                                                                    : on_clear;
  }
}

}  // namespace

void NegationStems::put_in_order() {
  std::ranges::sort(stems_);
  any_ = std::ranges::any_of(stems_,
                             [](const std::string& stem) { return stem.size() < telling; });
  if (any_) return;
  for (const std::string& stem : stems_)
    starts_.set(start_of(stem));
}

std::size_t NegationStems::start_of(std::string_view word) {
  constexpr std::size_t factor = 31;
  std::size_t start = 0;
  for (std::size_t at = 0; at < telling; ++at)
    start = start * factor + static_cast<unsigned char>(word[at]);
  return start % bits;
}

bool NegationStems::begin(const std::string& word) const {
  if (!any_ && (word.size() < telling || !starts_.test(start_of(word)))) return false;
  // What `word` begins with comes right before it in the alphabet.
  auto place = std::ranges::upper_bound(stems_, word);
  constexpr int nearest = 3;  // stems may begin one another
  for (int step = 0; step < nearest && place != stems_.begin(); ++step) {
    --place;
    if (word.starts_with(*place)) return true;
  }
  return false;
}

const Negations* negations_of(Language language) {
  static const std::map<std::string_view, Negations> made_once = [] {
    std::map<std::string_view, Negations> all;
    for (const auto& row : rows_of_table(embedded::negations_tsv))
      for (const std::string_view word : parts_of(row.at(2), '|'))
        add(all[row.at(0)], Language::from(row.at(0)).value_or(Language()), row.at(1),
            word);
    for (auto& [tag, negations] : all) {
      negations.first_letters.add(negated_participle);
      negations.stems.put_in_order();
      negations.weak_stems.put_in_order();
    }
    return all;
  }();
  const auto found = made_once.find(language.primary());
  return found == made_once.end() ? nullptr : &found->second;
}

bool is_negated_participle(const std::string& form) {
  constexpr std::array<std::string_view, 4> endings{"анн", "енн", "янн", "ованн"};
  constexpr std::array<std::string_view, 3> others{"немедленн", "непосредственн",
                                                   "необыкновенн"};
  const auto begins = [&](std::string_view other) { return form.starts_with(other); };
  return form.starts_with(negated_participle) && std::ranges::none_of(others, begins) &&
         std::ranges::any_of(endings, [&](std::string_view ending) {
           return form.find(ending) != std::string::npos;
         });
}

}  // namespace hexapla
