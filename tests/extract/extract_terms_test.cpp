#include "extract/extract_terms.hpp"

#include "extract/phrases.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

/// Sentences of our own in which a few terms come back among changing neighbours.
const std::vector<AlignedText> pairs{
    {"安全理事会通过了决议。", "The Security Council adopted the resolution."},
    {"大会请安全理事会审议停火协定。",
     "The General Assembly asked the Security Council to consider the ceasefire "
     "agreement."},
    {"各方签署了停火协定，安全理事会表示欢迎。",
     "The parties signed a ceasefire agreement, and the Security Council welcomed it."},
    {"安全理事会谴责袭击平民。", "The Security Council condemned attacks on civilians."},
    {"停火协定保护平民。", "A ceasefire agreement protects civilians."},
    {"平民逃离家园，秘书长关切。",
     "Civilians fled their homes; the Secretary-General is concerned."},
    {"秘书长向大会提交报告。",
     "The Secretary-General submitted a report to the General Assembly."},
    {"大会讨论了秘书长的提议。",
     "The General Assembly discussed the proposal of the Secretary-General."},
    {"会员国支持停火协定。", "Member States support the ceasefire agreement."},
    {"大会于九月开会。", "In September the General Assembly met."},
    {"秘书长访问了日内瓦。", "The Secretary-General visited Geneva."},
    {"报告提到平民伤亡。", "Casualties among civilians are mentioned in the report."}};

const TermCandidate* find(const std::vector<TermCandidate>& candidates,
                          std::string_view source) {
  const auto found = std::ranges::find(candidates, source, &TermCandidate::source);
  return found == candidates.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("terms that stand together are paired whole", "[extract]") {
  const auto candidates = extract_terms(pairs, languages::zh, languages::en);
  for (const auto& [source, target] :
       std::vector<std::pair<std::string, std::string>>{{"安全理事会", "Security Council"},
                                                        {"停火协定", "ceasefire agreement"},
                                                        {"秘书长", "Secretary-General"},
                                                        {"平民", "civilians"}}) {
    CAPTURE(source);
    const TermCandidate* candidate = find(candidates, source);
    REQUIRE(candidate != nullptr);
    CHECK(candidate->target == target);
  }
  CHECK(find(candidates, "安全理事") == nullptr);
  CHECK(find(candidates, "停火") == nullptr);
}

TEST_CASE("candidates come best first, with counts and short examples", "[extract]") {
  const auto candidates = extract_terms(pairs, languages::zh, languages::en, {3, 200, 2});
  REQUIRE(!candidates.empty());
  CHECK(std::ranges::is_sorted(candidates, std::ranges::greater{}, &TermCandidate::score));
  const TermCandidate* council = find(candidates, "安全理事会");
  REQUIRE(council != nullptr);
  CHECK(council->together == 4);
  CHECK(council->source_count == 4);
  CHECK(council->target_count == 4);
  CHECK(council->examples == std::vector<std::uint32_t>{0, 3});
}

TEST_CASE("no candidate stands twice, on either side", "[extract][property]") {
  std::vector<std::string> sources;
  std::vector<std::string> targets;
  for (const TermCandidate& candidate :
       extract_terms(pairs, languages::zh, languages::en)) {
    sources.push_back(candidate.source);
    targets.push_back(candidate.target);
  }
  for (auto* texts : {&sources, &targets}) {
    std::ranges::sort(*texts);
    CHECK(std::ranges::adjacent_find(*texts) == texts->end());
  }
}

TEST_CASE("only so many candidates are given, and nothing comes of nothing", "[extract]") {
  CHECK(extract_terms(pairs, languages::zh, languages::en, {3, 2, 1}).size() == 2);
  CHECK(extract_terms({}, languages::zh, languages::en).empty());
  const std::vector<AlignedText> blank{{"", ""}, {"。", "."}};
  CHECK(extract_terms(blank, languages::zh, languages::en).empty());
}

TEST_CASE("inflected forms of a phrase count together, the shorter form is shown",
          "[extract]") {
  const std::vector<std::string_view> texts{
      "Peace agreements failed.", "One peace agreement held.", "A peace agreement, at last",
      "New peace agreements came"};
  const auto phrases = phrases_of(texts, languages::en, 3);
  REQUIRE(phrases.size() == 1);
  CHECK(phrases[0].text == "peace agreement");
  CHECK(phrases[0].texts == std::vector<std::uint32_t>{0, 1, 2, 3});
}

TEST_CASE("a phrase ends at no stop word, at no mark and inside no hyphen", "[extract]") {
  const std::vector<std::string_view> texts{
      "the use of cluster-munitions, and", "no use of cluster-munitions here",
      "stop use of cluster-munitions; we", "why use of cluster-munitions now"};
  for (const Phrase& phrase : phrases_of(texts, languages::en, 3))
    CHECK(phrase.text == "cluster-munitions");
}

TEST_CASE("candidates become concepts with an example, to be reviewed", "[extract]") {
  const auto candidates = extract_terms(pairs, languages::zh, languages::en, {3, 1, 1});
  const Termbase termbase = termbase_of(candidates, pairs, languages::zh, languages::en);
  REQUIRE(termbase.concepts.size() == 1);
  const Concept& entry = termbase.concepts.front();
  CHECK(entry.terms.at(0).language == languages::zh);
  CHECK(entry.terms.at(0).note == pairs[candidates[0].examples[0]].source);
  CHECK(entry.terms.at(1).text == candidates[0].target);
  CHECK(entry.terms.at(1).source.starts_with("together "));
}

}  // namespace hexapla
