#include "align/align_documents.hpp"

#include "align/made_documents.hpp"
#include "align/states.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla::align_documents_test {
namespace {

SegmentedDocument chinese() {
  return made_document(languages::zh,
                       {{BlockKind::title, "2020 年 10 月 17 日给秘书长的信"},
                        {paragraph, "袭击造成 60 名平民死亡。1"},
                        {signature, "大使"},
                        {signature, "阿利耶夫(签名)"},
                        {footnote, "1 见 A/75/1。", "1"},
                        {footnote, "2 见 A/75/2。", "2"}});
}

SegmentedDocument english() {
  return made_document(languages::en, {{BlockKind::title,
                                        "Letter dated 17 October 2020 to the "
                                        "Secretary-General"},
                                       {paragraph, "The attacks killed 60 civilians.1"},
                                       {signature, "(Signed) Aliyev"},
                                       {signature, "Ambassador"},
                                       {footnote, "2 See A/75/2.", "2"},
                                       {footnote, "1 See A/75/1.", "1"},
                                       {footnote, "3 See A/75/3.", "3"}});
}

}  // namespace

TEST_CASE("signature lines and footnotes find their partners across the order", "[align]") {
  const auto source = chinese();
  const auto target = english();
  const SegmentConcepts nothing;
  const auto beads = align_documents({source, nothing}, {target, nothing});
  REQUIRE(tiles(beads, 6, 7));
  std::vector<std::uint32_t> partners;
  for (const Bead& bead : beads)
    if (!bead.source.empty()) partners.push_back(bead.target.first);
  CHECK(partners == std::vector<std::uint32_t>{0, 1, 3, 2, 5, 4});
  CHECK(beads.back().source.empty());
  CHECK(beads.back().target == SegmentRun{6, 7});
}

TEST_CASE("a body on both sides of a signature makes no bead across it", "[align][edge]") {
  const auto source = made_document(languages::en, {{paragraph, "He agreed."},
                                                    {signature, "(Signed) Aliyev"},
                                                    {paragraph, "She did not."}});
  const auto target = made_document(
      languages::fr,
      {{paragraph, "Il était d’accord, elle non."}, {signature, "(Signé) Aliyev"}});
  const SegmentConcepts nothing;
  CHECK(tiles(align_documents({source, nothing}, {target, nothing}), 3, 2));
}

TEST_CASE("a list of States moves nothing behind it, whatever its order", "[align]") {
  const auto& lists = twenty_states();
  const auto with_list = [](Language language, const std::vector<NamedState>& states,
                            const std::string& before, const std::string& after) {
    std::vector<MadeLine> lines{{paragraph, before}};
    for (const NamedState& state : states)
      lines.push_back({paragraph, state.name});
    lines.push_back({paragraph, after});
    return made_document(language, lines);
  };
  const auto chinese_text =
      with_list(lists[0].first, lists[0].second, "下列 20 个国家投了赞成票：",
                "会议于 2006 年 7 月 14 日下午 6 时散会。");
  const auto russian_text = with_list(
      lists[3].first, lists[3].second,
      "За проголосовали 20 государств:", "Заседание закрывается 14 июля 2006 года в 18 ч.");
  const SegmentConcepts nothing;
  const auto beads = align_documents({chinese_text, nothing}, {russian_text, nothing});
  REQUIRE(tiles(beads, 22, 22));
  REQUIRE(beads.size() == 22);
  CHECK(beads.front().target == SegmentRun{0, 1});
  CHECK(beads.back().target == SegmentRun{21, 22});
  for (std::uint32_t row = 1; row < 21; ++row)
    CHECK(lists[0].second[beads[row].source.first - 1].code ==
          lists[3].second[beads[row].target.first - 1].code);
}

TEST_CASE("a block that one version lacks moves nothing behind it", "[align]") {
  const auto block =
      GENERATE(std::vector<MadeLine>{{paragraph, "Algeria"},
                                     {paragraph, "Egypt"},
                                     {paragraph, "France"},
                                     {paragraph, "Japan"},
                                     {paragraph, "Viet Nam"}},
               std::vector<MadeLine>{{signature, "(Signed) Sergiy Kyslytsya"},
                                     {signature, "Ambassador"},
                                     {signature, "Permanent Representative"}});
  std::vector<MadeLine> lines{{paragraph, "The Council met on 14 July 2006."}};
  lines.insert(lines.end(), block.begin(), block.end());
  lines.push_back({paragraph, "The attacks killed 338 civilians."});
  lines.push_back({paragraph, "The next meeting is on 20 July 2006."});
  const auto source = made_document(languages::en, lines);
  const auto target = made_document(
      languages::fr, {{paragraph, "Le Conseil s’est réuni le 14 juillet 2006."},
                      {paragraph, "Les attaques ont tué 338 civils."},
                      {paragraph, "La prochaine séance aura lieu le 20 juillet 2006."}});
  const SegmentConcepts nothing;
  const auto beads = align_documents({source, nothing}, {target, nothing});
  const auto last = static_cast<std::uint32_t>(lines.size());
  REQUIRE(tiles(beads, last, 3));
  REQUIRE(beads.size() == lines.size());
  CHECK(beads.front().target == SegmentRun{0, 1});
  CHECK(beads[last - 2].target == SegmentRun{1, 2});
  CHECK(beads[last - 1].target == SegmentRun{2, 3});
}

TEST_CASE("what a person has confirmed is kept in every part of a document", "[align]") {
  const auto source = chinese();
  const auto target = english();
  const SegmentConcepts nothing;
  // body with signature, signature with footnote, and two of the body that cross
  const Bead fixed =
      GENERATE(Bead{{1, 2}, {2, 3}, 1}, Bead{{2, 3}, {4, 5}, 1}, Bead{{4, 5}, {4, 5}, 1},
               Bead{{0, 2}, {0, 1}, 1}, Bead{{0, 1}, {}, 1});
  AlignmentConstraints guidance;
  guidance.fixed = {fixed};
  const auto beads =
      align_documents_guided({source, nothing}, {target, nothing}, guidance, {}).beads;
  REQUIRE(tiles(beads, 6, 7));
  CHECK(std::ranges::any_of(beads, [&](const Bead& bead) {
    return bead.source == fixed.source && bead.target.size() == fixed.target.size() &&
           (fixed.target.empty() || bead.target == fixed.target) && bead.confidence == 1;
  }));
}

TEST_CASE("confirmed beads that cross each other are both kept", "[align][edge]") {
  const auto source = chinese();
  const auto target = english();
  const SegmentConcepts nothing;
  AlignmentConstraints guidance;
  guidance.fixed = {{{0, 1}, {1, 2}, 1}, {{1, 2}, {0, 1}, 1}};
  const auto beads =
      align_documents_guided({source, nothing}, {target, nothing}, guidance, {}).beads;
  REQUIRE(tiles(beads, 6, 7));
  for (const Bead& fixed : guidance.fixed)
    CHECK(std::ranges::find(beads, fixed) != beads.end());
}

TEST_CASE("confirming what was found already changes nothing else", "[align]") {
  const auto source = chinese();
  const auto target = english();
  const SegmentConcepts nothing;
  const auto before = align_documents({source, nothing}, {target, nothing});
  for (const Bead& fixed : before) {
    AlignmentConstraints guidance;
    guidance.fixed = {fixed};
    const auto after =
        align_documents_guided({source, nothing}, {target, nothing}, guidance, {}).beads;
    REQUIRE(after.size() == before.size());
    for (std::size_t bead = 0; bead < after.size(); ++bead) {
      CHECK(after[bead].source == before[bead].source);
      CHECK(after[bead].target == before[bead].target);
    }
  }
}

}  // namespace hexapla::align_documents_test
