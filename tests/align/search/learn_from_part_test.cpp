#include "align/search/learn_from_part.hpp"

#include "align/made_texts.hpp"

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

constexpr std::size_t longer_than_a_part = 1300;

AlignmentSide side_of(Language language, const std::vector<std::string>& texts) {
  return {language, views_of(texts), {}};
}

}  // namespace

TEST_CASE("the beginnings of long texts teach words of the whole", "[align]") {
  const MadeTexts made = made_sentences(longer_than_a_part, 3);
  auto source = side_of(languages::en, made.source);
  auto target = side_of(languages::fr, made.target);
  // Blocks and vectors are cut as the text is.
  source.places.resize(longer_than_a_part);
  target.places.resize(longer_than_a_part);
  constexpr std::uint32_t dimension = 2;
  const std::vector<float> vectors(longer_than_a_part * dimension, 1.0F);
  source.embeddings = target.embeddings = {vectors, dimension};
  const AlignSettings settings;
  const ModelSettings model;
  TextPair texts(source, target, settings, model);
  const auto known_before = texts.views.front().known.pairs.size();
  const auto anchors_before = texts.anchors.of(longer_than_a_part - 1).size();
  REQUIRE(learn_from_part(texts, settings, model));
  CHECK(texts.views.front().known.pairs.size() > known_before + 100);
  CHECK(texts.anchors.of(longer_than_a_part - 1).size() >= anchors_before);
}

TEST_CASE("short texts have no part that could teach them", "[align][edge]") {
  const AlignSettings settings;
  const ModelSettings model;
  const MadeTexts made = made_sentences(20, 3);
  const auto source = side_of(languages::en, made.source);
  const auto target = side_of(languages::fr, made.target);
  TextPair texts(source, target, settings, model);
  CHECK_FALSE(learn_from_part(texts, settings, model));
}

}  // namespace hexapla
