#include "align/align_documents.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

struct Line {
  BlockKind kind;
  std::string text;
  std::string label = {};
};

/// A document whose blocks have one segment each.
SegmentedDocument version_of(Language language, const std::vector<Line>& lines) {
  SegmentedDocument version;
  version.document.language = language;
  for (const auto& [kind, text, label] : lines) {
    if (!version.document.text.empty()) version.document.text += '\n';
    const auto begin = version.document.text.size();
    version.document.text += text;
    const ByteRange range{begin, version.document.text.size()};
    version.document.blocks.push_back({kind, range, label});
    version.segments.push_back(
        {range, static_cast<std::uint32_t>(version.segments.size())});
  }
  return version;
}

SegmentedDocument chinese() {
  return version_of(languages::zh, {{BlockKind::title, "2020 年 10 月 17 日给秘书长的信"},
                                    {BlockKind::paragraph, "袭击造成 60 名平民死亡。1"},
                                    {BlockKind::signature, "大使"},
                                    {BlockKind::signature, "阿利耶夫(签名)"},
                                    {BlockKind::footnote, "1 见 A/75/1。", "1"},
                                    {BlockKind::footnote, "2 见 A/75/2。", "2"}});
}

SegmentedDocument english() {
  return version_of(languages::en,
                    {{BlockKind::title,
                      "Letter dated 17 October 2020 to the "
                      "Secretary-General"},
                     {BlockKind::paragraph, "The attacks killed 60 civilians.1"},
                     {BlockKind::signature, "(Signed) Aliyev"},
                     {BlockKind::signature, "Ambassador"},
                     {BlockKind::footnote, "2 See A/75/2.", "2"},
                     {BlockKind::footnote, "1 See A/75/1.", "1"},
                     {BlockKind::footnote, "3 See A/75/3.", "3"}});
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

TEST_CASE("versions are aligned with the first and make rows", "[align]") {
  const auto multitext = align_versions({chinese(), english(), english()});
  REQUIRE(multitext.bitexts.size() == 2);
  CHECK(multitext.bitexts[1].source == 0);
  CHECK(multitext.bitexts[1].target == 2);
  REQUIRE(multitext.rows.size() == 8);
  CHECK(multitext.rows[2].runs == std::vector<SegmentRun>{{2, 3}, {3, 4}, {3, 4}});
}

TEST_CASE("a body on both sides of a signature makes no bead across it", "[align][edge]") {
  const auto source = version_of(languages::en, {{BlockKind::paragraph, "He agreed."},
                                                 {BlockKind::signature, "(Signed) Aliyev"},
                                                 {BlockKind::paragraph, "She did not."}});
  const auto target =
      version_of(languages::fr, {{BlockKind::paragraph, "Il était d’accord, elle non."},
                                 {BlockKind::signature, "(Signé) Aliyev"}});
  const SegmentConcepts nothing;
  CHECK(tiles(align_documents({source, nothing}, {target, nothing}), 3, 2));
}

}  // namespace hexapla
