#include "align/align_versions.hpp"

#include "align/made_documents.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

namespace hexapla::align_versions_test {
namespace {

SegmentedDocument chinese() {
  return made_document(languages::zh, {{paragraph, "安全理事会于 2006 年 7 月 14 日开会。"},
                                       {paragraph, "袭击造成 338 名平民死亡。"},
                                       {paragraph, "会议于下午 6 时散会。"}});
}

SegmentedDocument english() {
  return made_document(languages::en,
                       {{paragraph, "The Security Council met on 14 July 2006."},
                        {paragraph, "The attacks killed 338 civilians."},
                        {paragraph, "The meeting rose at 6 p.m."},
                        {paragraph, "This record is subject to correction."}});
}

SegmentedDocument french() {
  return made_document(
      languages::fr, {{paragraph, "Le Conseil de sécurité s’est réuni le 14 juillet 2006."},
                      {paragraph, "Les attaques ont tué 338 civils."},
                      {paragraph, "La séance est levée à 18 heures."},
                      {paragraph, "Le présent procès-verbal est sujet à rectification."}});
}

Multitext aligned(const VersionsSettings& settings,
                  std::span<const ConfirmedBeads> confirmed = {}) {
  return align_versions({chinese(), english(), french()}, {}, confirmed, settings);
}

}  // namespace

TEST_CASE("all pairs are aligned, those with the pivot first", "[align]") {
  const Multitext multitext = aligned({});
  REQUIRE(multitext.bitexts.size() == 3);
  CHECK(multitext.pivot_bitexts().size() == 2);
  CHECK(multitext.bitexts[2].source == 1);
  CHECK(multitext.bitexts[2].target == 2);
  for (const Bitext& bitext : multitext.bitexts)
    CHECK(tiles(
        bitext.beads,
        static_cast<std::uint32_t>(multitext.documents[bitext.source].segments.size()),
        static_cast<std::uint32_t>(multitext.documents[bitext.target].segments.size())));
}

TEST_CASE("what the pivot lacks stands in one row in the others", "[align]") {
  const Multitext multitext = aligned({});
  REQUIRE(multitext.rows.size() == 4);
  CHECK(multitext.rows.back().runs == std::vector<SegmentRun>{{}, {3, 4}, {3, 4}});
  CHECK(std::ranges::none_of(multitext.rows, &Row::disputed));
}

TEST_CASE("any number of threads gives the same bitexts and rows", "[align]") {
  VersionsSettings settings;
  const Multitext one = aligned(settings);
  settings.threads = GENERATE(2U, 5U, 64U);
  const Multitext many = aligned(settings);
  CHECK(one.bitexts == many.bitexts);
  CHECK(one.rows == many.rows);
}

TEST_CASE("what is confirmed between two versions is kept, and makes its row", "[align]") {
  const std::vector<ConfirmedBeads> confirmed{{1, 2, {{{0, 1}, {1, 2}, 1}}}};
  const Multitext multitext = aligned({}, confirmed);
  const auto& beads = multitext.bitexts[2].beads;
  CHECK(std::ranges::find(beads, Bead{{0, 1}, {1, 2}, 1}) != beads.end());
  CHECK(std::ranges::any_of(multitext.rows, [](const Row& row) {
    return row.runs[1].first == 0 && row.runs[2].first <= 1 && row.runs[2].last >= 2;
  }));
}

TEST_CASE("a single version is rows of its own", "[align][edge]") {
  const Multitext multitext = align_versions({chinese()});
  CHECK(multitext.bitexts.empty());
  CHECK(multitext.rows.size() == 3);
}

}  // namespace hexapla::align_versions_test
