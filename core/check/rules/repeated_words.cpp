#include "check/rules/rules.hpp"
#include "check_data.hpp"
#include "text/fold.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <set>

namespace hexapla {
namespace {

bool may_repeat(std::string_view language, const std::string& word) {
  static const std::set<std::pair<std::string, std::string>> made_once = [] {
    std::set<std::pair<std::string, std::string>> words;
    for (const auto& row : rows_of_table(embedded::repeated_words_tsv))
      for (const std::string_view one : parts_of(row.at(1), ' '))
        words.emplace(row.at(0), folded(one));
    return words;
  }();
  return made_once.contains({std::string(language), word});
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

}  // namespace

void check_repeated_words(const CellPair& pair, const CheckContext& /*around*/,
                          Findings& findings) {
  constexpr double rarely_right = 0.85;  // in speech it may be twice for stress
  constexpr double often_right = 0.3;
  for (const ByteRange range : repetitions_in(pair.target)) {
    const std::string_view both = pair.target.at(range);
    // Duran Duran: the source repeats it as well.
    if (pair.source.text.find(both) != std::string::npos) continue;
    const std::string word = folded(both.substr(0, both.find(' ')));
    const bool may = may_repeat(pair.target.language().primary(), word);
    Finding finding =
        make_finding(Rule::repeated_word, pair, may ? often_right : rarely_right);
    finding.target = spots_of(*pair.target.cell, range);
    finding.message = "a word stands twice: " + in_quotes(pair.target.at(range));
    findings.push_back(std::move(finding));
  }
}

}  // namespace hexapla
