#include "align/pair_remarks.hpp"

#include "align/alignment_constraints.hpp"
#include "align/made_texts.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

namespace hexapla::pair_remarks_test {
namespace {

std::vector<PairRemark> remarks(const std::vector<std::string>& source,
                                const std::vector<std::string>& target,
                                Language target_language = languages::fr) {
  const AlignmentSide from{languages::en, views_of(source), {}};
  const AlignmentSide to{target_language, views_of(target), {}};
  AlignSettings settings;
  settings.judge = true;
  const auto aligned = align_guided(from, to, {}, settings);
  return remarks_on(from, to, aligned.beads, aligned.belonging, settings);
}

std::vector<RemarkKind> kinds(const std::vector<PairRemark>& all) {
  std::vector<RemarkKind> result;
  for (const PairRemark& remark : all)
    result.push_back(remark.kind);
  return result;
}

using Texts = std::vector<std::string>;

Texts part(const Texts& texts, std::size_t first, std::size_t last) {
  return {texts.begin() + static_cast<std::ptrdiff_t>(first),
          texts.begin() + static_cast<std::ptrdiff_t>(last)};
}

Texts joined(Texts texts, const Texts& more) {
  texts.insert(texts.end(), more.begin(), more.end());
  return texts;
}

TEST_CASE("there is nothing to say of a translation", "[align]") {
  const auto made = made_sentences(60, 11);
  CHECK(remarks(made.source, made.target).empty());
}

TEST_CASE("of texts that don't belong together only that is said", "[align]") {
  const auto all = remarks(made_sentences(60, 12).source, made_sentences(60, 13).target);
  CHECK(kinds(all) == std::vector{RemarkKind::apart});
  CHECK(
      words_of(all.front(), "a.en", "b.fr").starts_with("a.en and b.fr are not parallel"));
}

TEST_CASE("a text aligned with itself is named", "[align]") {
  const auto made = made_sentences(30, 14);
  CHECK(kinds(remarks(made.source, made.source)) == std::vector{RemarkKind::same_text});
  CHECK(kinds(remarks(made.source, made.source, languages::en)) ==
        std::vector{RemarkKind::same_text});
}

TEST_CASE("draft and final in one language may be alike", "[align][edge]") {
  const auto made = made_sentences(30, 15);
  auto changed = made.source;
  changed[7] = "quite another sentence stands here now.";
  CHECK(remarks(made.source, changed, languages::en).empty());
}

TEST_CASE("a target that holds the text twice is named", "[align]") {
  const auto made = made_sentences(40, 16);
  const auto said = kinds(remarks(made.source, joined(made.target, made.target)));
  CHECK(std::ranges::count(said, RemarkKind::twice) == 1);
}

TEST_CASE("a refrain on both sides is not a text twice", "[align][edge]") {
  const auto made = made_sentences(10, 17);
  const auto thrice = [](const Texts& texts) {
    return joined(joined(texts, texts), texts);
  };
  CHECK(remarks(thrice(made.source), thrice(made.target)).empty());
}

TEST_CASE("chapters in another order are found", "[align]") {
  const auto made = made_sentences(160, 18);
  const auto swapped =
      joined(joined(part(made.target, 0, 40), part(made.target, 80, 120)),
             joined(part(made.target, 40, 80), part(made.target, 120, 160)));
  const auto all = remarks(made.source, swapped);
  REQUIRE(kinds(all) == std::vector{RemarkKind::moved});
  CHECK(all.front().source.size() >= 36);
  CHECK(all.front().target.size() >= 36);
}

TEST_CASE("a long part without a partner is named with its place", "[align]") {
  const auto made = made_sentences(120, 19);
  const auto shorter = joined(part(made.target, 0, 50), part(made.target, 80, 120));
  const auto all = remarks(made.source, shorter);
  REQUIRE(kinds(all) == std::vector{RemarkKind::alone});
  CHECK(all.front().source == SegmentRun{50, 80});
  CHECK(words_of(all.front(), "a.en", "b.fr") ==
        "segments 50 to 79 of a.en have no partner in b.fr");
}

TEST_CASE("files that are shifted by one are named", "[align]") {
  const auto made = made_sentences(40, 20);
  const auto all = remarks(made.source, part(made.target, 1, 40));
  REQUIRE(kinds(all) == std::vector{RemarkKind::shifted});
  CHECK(all.front().source == SegmentRun{1, 2});
  CHECK(all.front().target == SegmentRun{0, 1});
}

TEST_CASE("where the way was lost is named, unless the texts don't belong together",
          "[align]") {
  const auto made = made_sentences(12, 22);
  const AlignmentSide source{languages::en, views_of(made.source), {}};
  const AlignmentSide target{languages::fr, views_of(made.target), {}};
  std::vector<Bead> beads;
  for (std::uint32_t segment = 0; segment < 12; ++segment)
    beads.push_back({{segment, segment + 1}, {segment, segment + 1}, 0.9});
  BelongingScore score{Belonging::together, 3, 1, {{{2, 9}, {3, 8}}}};
  const auto all = remarks_on(source, target, beads, score, {});
  REQUIRE(kinds(all) == std::vector{RemarkKind::lost});
  CHECK(
      words_of(all.front(), "a.en", "b.fr") ==
      "no words told the way through segments 2 to 8 of a.en and segments 3 to 7 of b.fr: "
      "what is paired there follows lengths alone; a lexicon or a dictionary may help");
  score.verdict = Belonging::apart;
  CHECK(kinds(remarks_on(source, target, beads, score, {})) ==
        std::vector{RemarkKind::apart});
}

TEST_CASE("a text in another language than was said is named", "[align]") {
  const Texts english(12,
                      "The Committee has decided that it will report to the General "
                      "Assembly on what was done in the year, as it has been asked to.");
  const auto said = kinds(remarks(english, english, languages::fr));
  CHECK(std::ranges::count(said, RemarkKind::other_language) == 1);
}

TEST_CASE("an empty side is no reason for a remark", "[align][edge]") {
  CHECK(remarks(made_sentences(5, 21).source, {}).empty());
}

}  // namespace
}  // namespace hexapla::pair_remarks_test
