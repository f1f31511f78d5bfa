#include "align/lexicon/prior_lexicon.hpp"

#include "align/batch.hpp"
#include "align/lexicon/lexicon_file.hpp"
#include "align/made_texts.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

/// 决议 and resolution, 草案 and draft, and a number.
PriorLexicon small_lexicon() {
  Vocabulary keys;
  const auto decision = keys.number_of("决议", TokenKind::han);
  const auto resolution = keys.number_of("resol", TokenKind::word);
  const auto draft = keys.number_of("草案", TokenKind::han);
  const auto drafted = keys.number_of("draft", TokenKind::word);
  const auto seven = keys.number_of("7", TokenKind::number);
  return {std::move(keys),
          {{draft, drafted, 0.5F, 0.25F},
           {decision, resolution, 0.75F, 0.5F},
           {decision, drafted, 0.125F, 0},
           {decision, seven, 0.5F, 0.5F}}};
}

MadeTexts without_target(MadeTexts made, std::size_t number) {
  made.target.erase(made.target.begin() + static_cast<std::ptrdiff_t>(number));
  return made;
}

BatchPair pair_of(const MadeTexts& made) {
  return {{languages::en, views_of(made.source), {}},
          {languages::fr, views_of(made.target), {}}};
}

PriorLexicon taught_by(std::vector<MadeTexts> texts) {
  std::vector<BatchPair> pairs;
  for (const MadeTexts& made : texts)
    pairs.push_back(pair_of(made));
  return lexicon_of(pairs, align_batch(pairs, {}, 1));
}

}  // namespace

TEST_CASE("a lexicon tells what it knows of the words that both sides have", "[align]") {
  Vocabulary text;
  const auto draft = text.number_of("draft", TokenKind::word);
  (void)text.number_of("peace", TokenKind::word);
  const auto decision = text.number_of("决议", TokenKind::han);
  const auto known = small_lexicon().known_in(text);
  REQUIRE(known.size() == 1);
  CHECK(known[0].source == decision);
  CHECK(known[0].target == draft);
  CHECK(known[0].forward == 0.125F);
}

TEST_CASE("a lexicon serves texts in the other order of languages", "[align]") {
  Vocabulary text;
  const auto resolution = text.number_of("resol", TokenKind::word);
  const auto decision = text.number_of("决议", TokenKind::han);
  const auto known = small_lexicon().turned_round().known_in(text);
  REQUIRE(known.size() == 1);
  CHECK(known[0].source == resolution);
  CHECK(known[0].target == decision);
  CHECK(known[0].forward == 0.5F);
  CHECK(known[0].backward == 0.75F);
}

TEST_CASE("numbers and what is too seldom are not kept", "[align]") {
  const PriorLexicon pruned = small_lexicon().pruned(0.2F);
  CHECK(pruned.pairs().size() == 2);
  CHECK(small_lexicon().pruned(0.6F).pairs().size() == 1);
}

TEST_CASE("what texts teach does not depend on their order", "[align]") {
  const std::vector texts{made_sentences(40, 1), made_sentences(30, 2),
                          made_sentences(50, 3)};
  const auto text_of = [](const PriorLexicon& lexicon) {
    return lexicon_text({languages::en, languages::fr, lexicon});
  };
  const std::string straight = text_of(taught_by(texts));
  CHECK(straight == text_of(taught_by({texts[2], texts[0], texts[1]})));
  CHECK(std::ranges::count(straight, '\n') > 100);
}

TEST_CASE("a text too short to teach itself is aligned by what others taught", "[align]") {
  const PriorLexicon taught = taught_by({made_sentences(400, 4)});
  std::size_t right_alone = 0;
  std::size_t right_taught = 0;
  for (unsigned seed = 100; seed < 130; ++seed) {
    const MadeTexts made = without_target(made_sentences(4, seed), 2);
    const BatchPair pair = pair_of(made);
    const auto finds_it = [&](const AlignSettings& settings) {
      const auto beads = align(pair.source, pair.target, settings);
      return std::ranges::any_of(beads, [](const Bead& bead) {
        return bead.source == SegmentRun{2, 3} && bead.target.empty();
      });
    };
    AlignSettings with_lexicon;
    with_lexicon.words.lexicons = {&taught};
    right_alone += finds_it({}) ? 1U : 0U;
    right_taught += finds_it(with_lexicon) ? 1U : 0U;
  }
  CAPTURE(right_alone);
  CHECK(right_taught >= 28);
  CHECK(right_alone <= 24);
}

}  // namespace hexapla
