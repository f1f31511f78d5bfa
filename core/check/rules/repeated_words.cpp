#include "check/rules/rules.hpp"
#include "check_data.hpp"
#include "text/code_point.hpp"
#include "text/fold.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <set>

namespace hexapla {
namespace {

/// Folding makes Arabic letters one that are told apart here: إن is a letter's name, أن a
/// conjunction.
std::string as_listed(std::string_view language, std::string_view word) {
  return language == "ar" ? std::string(word) : folded(word);
}

bool may_repeat(std::string_view language, std::string_view word) {
  static const std::set<std::pair<std::string, std::string>> made_once = [] {
    std::set<std::pair<std::string, std::string>> words;
    for (const auto& row : rows_of_table(embedded::repeated_words_tsv))
      for (const std::string_view one : parts_of(row.at(1), ' '))
        words.emplace(row.at(0), as_listed(row.at(0), one));
    return words;
  }();
  return made_once.contains({std::string(language), as_listed(language, word)});
}

/// Both words, and the space between them, of each word that is twice.
std::vector<ByteRange> repetitions_in(const ParsedCell& side) {
  std::vector<ByteRange> result;
  for (std::size_t index = 1; index < side.words.size(); ++index) {
    const Word& first = side.words[index - 1];
    const Word& second = side.words[index];
    if (first.kind != WordKind::letters || second.kind != WordKind::letters) continue;
    if (first.range.size() != second.range.size()) continue;
    if (second.range.begin != first.range.end + 1 || side.text[first.range.end] != ' ')
      continue;
    const std::string_view again = second.range.of(side.text);
    if (folded(again) == folded(first.range.of(side.text)))
      result.push_back({first.range.begin, second.range.end});
  }
  return result;
}

struct HanRepetition {
  ByteRange range;
  std::size_t length = 0;  ///< Characters, said twice.
};

/// Characters of Chinese that are twice in a row: 委员会委员会. Two may be meant so
/// (讨论讨论), and one is the end of a word and the next one (目的的).
std::vector<HanRepetition> han_repetitions_in(const ParsedCell& side) {
  constexpr std::size_t longest = 8;  // characters
  const auto& words = side.words;
  const auto repeats = [&](std::size_t first, std::size_t length) {
    for (std::size_t at = first; at < first + length; ++at)
      if (words[at].kind != WordKind::han || words[at + length].kind != WordKind::han ||
          words[at].range.of(side.text) != words[at + length].range.of(side.text))
        return false;
    const ByteRange all{words[first].range.begin, words[first + 2 * length - 1].range.end};
    constexpr std::size_t bytes_of_character = 3;
    return all.size() == 2 * length * bytes_of_character;
  };
  std::vector<HanRepetition> found;
  for (std::size_t first = 0; first < words.size(); ++first) {
    if (words[first].kind != WordKind::han) continue;
    std::size_t length = std::min(longest, (words.size() - first) / 2);
    while (length > 1 && !repeats(first, length))
      --length;
    if (length < 2) continue;
    found.push_back(
        {{words[first].range.begin, words[first + 2 * length - 1].range.end}, length});
    first += 2 * length - 1;
  }
  return found;
}

Finding doubled(const CellPair& pair, ByteRange both, std::string_view word,
                double certainty) {
  Finding finding = make_finding(Rule::repeated_word, pair, certainty);
  finding.target = spots_of(*pair.target.cell, both);
  finding.message = "the word " + in_quotes(word) + " is doubled";
  return finding;
}

/// 的的, but for 目的的, whose first 的 belongs to the word before, and 的的确确.
std::vector<ByteRange> doubled_particles_in(const ParsedCell& side) {
  constexpr std::string_view doubled_particle = "的的";
  constexpr std::u32string_view before = U"目标標有端似";
  constexpr std::u32string_view after = U"确確士";
  std::vector<ByteRange> found;
  const std::string_view text = side.text;
  for (std::size_t at = text.find(doubled_particle); at != std::string_view::npos;
       at = text.find(doubled_particle, at + 1)) {
    const std::size_t end = at + doubled_particle.size();
    if (before.find(code_point_before(text, at)) == std::u32string_view::npos &&
        after.find(code_point_at(text, end)) == std::u32string_view::npos)
      found.push_back({at, end});
  }
  return found;
}

void check_repeated_characters(const CellPair& pair, Findings& findings) {
  constexpr double hardly_meant = 0.8;
  constexpr double perhaps_meant = 0.4;
  for (const ByteRange both : doubled_particles_in(pair.target))
    findings.push_back(doubled(pair, both, "的", perhaps_meant));
  for (const HanRepetition& one : han_repetitions_in(pair.target)) {
    const std::string_view both = pair.target.at(one.range);
    if (pair.source.text.find(both) != std::string::npos) continue;
    findings.push_back(doubled(pair, one.range, both.substr(0, both.size() / 2),
                               one.length > 2 ? hardly_meant : perhaps_meant));
  }
}

}  // namespace

void check_repeated_words(const CellPair& pair, const CheckContext& /*around*/,
                          Findings& findings) {
  constexpr double rarely_right = 0.8;  // in speech it may be twice for stress
  constexpr double often_right = 0.3;
  if (pair.target.language().spaceless()) check_repeated_characters(pair, findings);
  for (const ByteRange range : repetitions_in(pair.target)) {
    const std::string_view both = pair.target.at(range);
    // Duran Duran: the source repeats it as well.
    if (pair.source.text.find(both) != std::string::npos) continue;
    const std::string_view word = both.substr(0, both.find(' '));
    // أ أ are the initials of a name; no Arabic word but "and" has one letter.
    const bool initials = pair.target.language() == languages::ar &&
                          count_code_points(word) == 1 && word != "و";
    const bool may = initials || may_repeat(pair.target.language().primary(), word);
    findings.push_back(doubled(pair, range, word, may ? often_right : rarely_right));
  }
}

}  // namespace hexapla
