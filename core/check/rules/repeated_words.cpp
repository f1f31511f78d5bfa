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

/// Words that are twice in a row.
struct Repetition {
  ByteRange once;
  ByteRange both;  ///< With the blanks between them.
};

/// True when the words [first, first + length) come again right after them, with nothing
/// but blanks between all of them.
bool repeats_words(const ParsedCell& side, std::size_t first, std::size_t length) {
  // Most words differ in length already.
  if (side.words[first].range.size() != side.words[first + length].range.size())
    return false;
  for (std::size_t at = first; at < first + 2 * length; ++at) {
    if (side.words[at].kind != WordKind::letters) return false;
    if (at == first) continue;
    const std::size_t gap = side.words[at - 1].range.end;
    const std::size_t blanks = side.words[at].range.begin - gap;
    if (blanks == 0 || side.text.find_first_not_of(' ', gap) - gap != blanks) return false;
  }
  for (std::size_t at = first; at < first + length; ++at) {
    const ByteRange once = side.words[at].range;
    const ByteRange again = side.words[at + length].range;
    if (once.size() != again.size() ||
        folded(once.of(side.text)) != folded(again.of(side.text)))
      return false;
  }
  return true;
}

/// A word that is twice, and up to three words that are: in the report in the report.
std::vector<Repetition> repetitions_in(const ParsedCell& side) {
  constexpr std::size_t longest = 3;  // words
  std::vector<Repetition> result;
  for (std::size_t first = 0; first + 1 < side.words.size(); ++first) {
    std::size_t length = 1;
    while (length <= longest && first + 2 * length <= side.words.size() &&
           !repeats_words(side, first, length))
      ++length;
    if (length > longest || first + 2 * length > side.words.size()) continue;
    const std::size_t begin = side.words[first].range.begin;
    result.push_back({{begin, side.words[first + length - 1].range.end},
                      {begin, side.words[first + 2 * length - 1].range.end}});
    first += length;
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
  finding.message = in_quotes(word) + " is doubled";
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
  for (const auto& [once, range] : repetitions_in(pair.target)) {
    // Duran Duran: the source repeats it as well.
    if (pair.source.text.find(pair.target.at(range)) != std::string::npos) continue;
    const std::string_view word = pair.target.at(once);
    // أ أ are the initials of a name; no Arabic word but "and" has one letter.
    const bool initials = pair.target.language() == languages::ar &&
                          count_code_points(word) == 1 && word != "و";
    const bool may = initials || may_repeat(pair.target.language().primary(), word);
    findings.push_back(doubled(pair, range, word, may ? often_right : rarely_right));
  }
}

}  // namespace hexapla
