#include "check/repetitions.hpp"

#include "check/parsed_cell.hpp"
#include "text/code_point.hpp"
#include "text/fold.hpp"
#include "text/words.hpp"

#include <algorithm>
#include <tuple>

namespace hexapla {
namespace {

/// The words of a text as they are looked up: marks, blanks and letter case make no other
/// text.
std::string form_of(std::string_view text) {
  std::string form;
  for (const Word& word : words_of(text)) {
    if (word.kind == WordKind::punctuation) continue;
    form.append(folded(word.range.of(text))).append(" ");
  }
  return form;
}

/// Words; two Chinese characters are one.
std::size_t length_of(std::string_view text) {
  std::size_t words = 0;
  std::size_t characters = 0;
  for (const Word& word : words_of(text)) {
    if (word.kind == WordKind::letters) ++words;
    if (word.kind == WordKind::han) ++characters;
  }
  return words + characters / 2;
}

/// The most usual rendering first, then the one that stands first.
template <class Rendering>
std::vector<const Rendering*> most_usual_first(
    const std::map<std::string, Rendering>& renderings) {
  std::vector<const Rendering*> ordered;
  for (const auto& [form, rendering] : renderings)
    ordered.push_back(&rendering);
  std::ranges::sort(ordered, {}, [](const Rendering* one) {
    return std::tuple(-static_cast<std::ptrdiff_t>(one->here.size()),
                      one->here.front().segment);
  });
  return ordered;
}

std::string times(std::size_t count) {
  return count == 1 ? "once" : std::to_string(count) + " times";
}

}  // namespace

void Repetitions::add(Groups& groups, const Cell& text, const Cell& rendering,
                      double confidence) {
  constexpr std::size_t shortest = 2;  // words: a lone word may mean several things
  if (length_of(text.text) < shortest) return;
  Group& group = groups[form_of(text.text)];
  if (group.text.empty()) group.text = text.text;
  Rendering& entry = group.renderings[form_of(rendering.text)];
  if (entry.text.empty()) entry.text = rendering.text;
  entry.here.push_back(whole(text).front());
  entry.there.push_back(whole(rendering).front());
  entry.confidence = std::min(entry.confidence, confidence);
}

void Repetitions::add(std::span<const AlignedUnit> units) {
  for (const AlignedUnit& unit : units) {
    if (unit.cells.size() != 2 || unit.cells[0].pieces.size() != 1 ||
        unit.cells[1].pieces.size() != 1 || unit.cells[1].text.empty())
      continue;
    add(by_source_, unit.cells[0], unit.cells[1], unit.confidence);
    add(by_target_, unit.cells[1], unit.cells[0], unit.confidence);
  }
}

Finding Repetitions::several_targets(const Group& group) {
  constexpr double against_a_habit = 0.6;
  constexpr double one_or_the_other = 0.4;
  constexpr double short_text = 0.2;
  constexpr std::size_t fewest_of_a_habit = 3;
  constexpr std::size_t shortest_sentence = 4;  // words: headings depend on what they head
  const auto renderings = most_usual_first(group.renderings);
  const Rendering& usual = *renderings.front();
  const Rendering& other = *renderings[1];
  Finding finding;
  finding.rule = Rule::repetition;
  finding.confidence = std::min(usual.confidence, other.confidence) *
                       (length_of(group.text) < shortest_sentence ? short_text
                        : usual.here.size() < fewest_of_a_habit   ? one_or_the_other
                                                                  : against_a_habit);
  for (std::size_t index = 1; index < renderings.size(); ++index) {
    const Rendering& one = *renderings[index];
    finding.source.insert(finding.source.end(), one.here.begin(), one.here.end());
    finding.target.insert(finding.target.end(), one.there.begin(), one.there.end());
  }
  finding.message = "the same source is rendered in " + std::to_string(renderings.size()) +
                    " ways: " + times(usual.here.size()) + " as " + in_quotes(usual.text) +
                    ", first in segment " + std::to_string(usual.there.front().segment);
  finding.suggestion = usual.text;
  return finding;
}

Finding Repetitions::several_sources(const Group& group) {
  constexpr double long_text = 0.35;  // the sources may well mean the same
  constexpr double short_text = 0.2;
  constexpr std::size_t longest_short_one = 7;  // words: what is short, many things may be
  const auto sources = most_usual_first(group.renderings);
  Finding finding;
  finding.rule = Rule::repetition;
  finding.confidence = std::min(sources.front()->confidence, sources[1]->confidence) *
                       (length_of(group.text) > longest_short_one ? long_text : short_text);
  for (std::size_t index = 1; index < sources.size(); ++index) {
    const Rendering& one = *sources[index];
    finding.source.insert(finding.source.end(), one.there.begin(), one.there.end());
    finding.target.insert(finding.target.end(), one.here.begin(), one.here.end());
  }
  finding.message = "the same is here for " + std::to_string(sources.size()) +
                    " different sources, first in segment " +
                    std::to_string(sources.front()->here.front().segment) + " for " +
                    in_quotes(sources.front()->text);
  return finding;
}

std::vector<Finding> Repetitions::findings() const {
  std::vector<Finding> findings;
  for (const auto& [form, group] : by_source_)
    if (group.renderings.size() > 1) findings.push_back(several_targets(group));
  for (const auto& [form, group] : by_target_)
    if (group.renderings.size() > 1) findings.push_back(several_sources(group));
  for (Finding& finding : findings)
    finding.severity = severity_for(finding.confidence);
  std::ranges::sort(findings, {}, [](const Finding& finding) {
    return std::tuple(finding.target.front().segment, finding.source.front().segment,
                      finding.message);
  });
  return findings;
}

}  // namespace hexapla
