#include "text/number/number_words.hpp"

#include "text/fold.hpp"
#include "text/table.hpp"
#include "text_data.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <map>

namespace hexapla {
namespace {

constexpr std::array<std::string_view, 14> part_names{
    "add",  "bound",  "times", "times_alone", "scale",        "scale_alone", "ordinal",
    "link", "suffix", "digit", "counter",     "ordinal_mark", "vague",       "half"};

std::uint64_t value_from(std::string_view digits) {
  std::uint64_t value = 0;
  (void)std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

}  // namespace

NumberWords::NumberWords(Language language) {
  for (const auto& row : rows_of_table(embedded::number_words_tsv)) {
    assert(row.size() == 4);
    if (row[0] != language.primary()) continue;
    if (row[1] == "never") {
      never_.insert(folded(row[3]));
      continue;
    }
    const auto* const name = std::ranges::find(part_names, row[1]);
    assert(name != part_names.end());
    const auto part = static_cast<NumberPart>(name - part_names.begin());
    for (const std::string_view word : parts_of(row[3], ' ')) {
      if (part == NumberPart::counter) {
        counters_.emplace_back(word);
      } else {
        // A word may be listed as an ordinal and as its suffix: the first one counts.
        words_.emplace(folded(word), NumberWord{part, value_from(row[2])});
      }
    }
  }
}

const NumberWords& NumberWords::of(Language language) {
  static const std::map<std::string_view, NumberWords> made_once = [] {
    std::map<std::string_view, NumberWords> all;
    for (const Language& official : languages::official)
      all.emplace(official.tag(), NumberWords(official));
    return all;
  }();
  static const NumberWords none{Language()};
  const auto found = made_once.find(language.primary());
  return found == made_once.end() ? none : found->second;
}

std::optional<NumberWord> NumberWords::find(std::string_view word) const {
  if (words_.empty()) return std::nullopt;
  const auto found = words_.find(std::string(word));
  return found == words_.end() ? std::nullopt : std::optional(found->second);
}

bool NumberWords::no_number(std::string_view before, std::string_view word) const {
  return !never_.empty() && never_.contains(std::string(before) + ' ' + std::string(word));
}

}  // namespace hexapla
