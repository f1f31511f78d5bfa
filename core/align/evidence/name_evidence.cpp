#include "align/evidence/name_evidence.hpp"

#include "align_data.hpp"
#include "text/code_point.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <utility>

namespace hexapla {
namespace {

using Signs = ConceptEvidence::Signs;

/// With fewer sounds words are alike by chance.
constexpr std::size_t fewest_sounds = 4;
/// A name is written as often on one side as on the other, or nearly.
constexpr double least_balance = 0.5;
/// A translator may write "he", and one name may sound like another.
constexpr SignOdds odds{.named_again = 0.75, .weight = 0.4, .worst = -2};

bool is_arabic(char32_t code_point) {
  return code_point >= U'\x0600' && code_point <= U'\x06FF';
}

const std::unordered_map<char32_t, char>& sounds() {
  static const std::unordered_map<char32_t, char> of_letters = [] {
    std::unordered_map<char32_t, char> result;
    for (const auto& row : rows_of_table(embedded::letter_sounds_tsv))
      for (const std::string_view letter : parts_of(row[1], ' ')) {
        std::size_t at = 0;
        result.emplace(next_code_point(letter, at), row[0].front());
      }
    return result;
  }();
  return of_letters;
}

/// The article and the particles that Arabic writes together with a word.
std::u32string_view without_clitics(std::u32string_view word) {
  constexpr std::array<std::u32string_view, 6> clitics{U"وال", U"بال", U"فال",
                                                       U"كال", U"ال",  U"لل"};
  for (const std::u32string_view clitic : clitics)
    if (word.starts_with(clitic)) return word.substr(clitic.size());
  return word;
}

/// The same sound twice in a row counts once, and so do the spellings dj, dz, ts of one.
std::string sound_of(std::u32string_view word) {
  std::string result;
  bool adjacent = false;
  for (const char32_t letter : word) {
    const auto found = sounds().find(lower_case(letter));
    const bool sounds_here = found != sounds().end();
    const bool follows = std::exchange(adjacent, sounds_here);
    if (!sounds_here) continue;
    const bool affricate =
        follows && found->second == 'S' && (result.back() == 'D' || result.back() == 'T');
    if (affricate) result.pop_back();
    if (result.empty() || result.back() != found->second) result += found->second;
  }
  return result;
}

/// The sounds of all names of a side, by segment.
std::vector<std::vector<std::string>> names_of(const AlignmentSide& side) {
  std::vector<std::vector<std::string>> names;
  for (const std::string_view text : side.segments)
    names.push_back(names_by_sound(text));
  return names;
}

using Names = std::vector<std::vector<std::string>>;
using Counts = std::map<std::string, std::array<double, 2>, std::less<>>;

Signs signs_of(const Names& names, const std::map<std::string, std::uint32_t>& numbers) {
  Signs signs;
  for (const auto& of_segment : names) {
    auto& numbers_here = signs.emplace_back();
    for (const std::string& name : of_segment)
      if (const auto found = numbers.find(name); found != numbers.end())
        numbers_here.push_back(found->second);
  }
  return signs;
}

enum class Script { latin, cyrillic, arabic, other };
Script script_of(const Language& language) {
  if (language.spaceless()) return Script::other;
  if (language.right_to_left()) return Script::arabic;
  return language == languages::ru ? Script::cyrillic : Script::latin;
}

ConceptEvidence evidence_of(const AlignmentSide& source, const AlignmentSide& target) {
  const Script here = script_of(source.language);
  const Script there = script_of(target.language);
  if (here == there || here == Script::other || there == Script::other) return {{}, {}};
  const Names sources = names_of(source);
  const Names targets = names_of(target);
  Counts counts;
  for (const auto& names : sources)
    for (const std::string& name : names)
      ++counts[name][0];
  for (const auto& names : targets)
    for (const std::string& name : names)
      ++counts[name][1];
  std::map<std::string, std::uint32_t> numbers;
  for (const auto& [name, count] : counts) {
    const auto [fewer, more] = std::minmax(count[0], count[1]);
    if (fewer > 0 && fewer >= least_balance * more)
      numbers.emplace(name, static_cast<std::uint32_t>(numbers.size()));
  }
  return {signs_of(sources, numbers), signs_of(targets, numbers), odds};
}

}  // namespace

std::vector<std::string> names_by_sound(std::string_view text) {
  std::vector<std::string> names;
  std::u32string word;
  const auto end_word = [&] {
    if (word.empty()) return;
    const bool arabic = is_arabic(word.front());
    if (arabic || is_upper_case(word.front())) {
      std::string sound = sound_of(arabic ? without_clitics(word) : word);
      if (sound.size() >= fewest_sounds) names.push_back(std::move(sound));
    }
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code_point = next_code_point(text, at);
    if (is_letter(code_point)) {
      word += code_point;
    } else {
      end_word();
    }
  }
  end_word();
  return names;
}

NameEvidence::NameEvidence(const AlignmentSide& source, const AlignmentSide& target)
    : signs_(evidence_of(source, target)) {}

}  // namespace hexapla
