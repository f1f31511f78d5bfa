#include "align/words/word_aligner.hpp"

#include "align/lexicon/prior_lexicon.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <string>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

/// Sentences whose words teach each other; they live as long as the program.
std::vector<WordPair> reports() {
  static const std::vector<std::pair<std::string, std::string>> texts = [] {
    const std::vector<std::pair<std::string, std::string>> nouns{
        {"peace", "paix"},     {"water", "eau"},    {"school", "école"},
        {"budget", "budget"},  {"forest", "forêt"}, {"health", "santé"},
        {"trade", "commerce"}, {"treaty", "traité"}};
    std::vector<std::pair<std::string, std::string>> made;
    for (const auto& noun : nouns)
      for (const auto& other : nouns)
        made.emplace_back("the report on " + noun.first + " notes " + other.first,
                          "le rapport sur " + noun.second + " note " + other.second);
    return made;
  }();
  std::vector<WordPair> pairs;
  for (const auto& [source, target] : texts)
    pairs.push_back({parts_of(source, ' '), parts_of(target, ' ')});
  return pairs;
}

bool has_link(const std::vector<WordLink>& links, std::uint32_t source,
              std::uint32_t target) {
  return std::ranges::any_of(links, [&](const WordLink& link) {
    return link.source == source && link.target == target;
  });
}

}  // namespace

TEST_CASE("words that stand together again and again are linked", "[align][words]") {
  const auto links = align_words(reports(), languages::en, languages::fr);
  REQUIRE(links.size() == 64);
  const auto& first = links[1];  // the report on peace notes water
  CHECK(has_link(first, 3, 3));
  CHECK(has_link(first, 5, 5));
  CHECK_FALSE(has_link(first, 3, 5));
  CHECK(std::ranges::all_of(first, [](const WordLink& link) {
    return link.confidence > 0 && link.confidence <= 1;
  }));
}

TEST_CASE("a lexicon links words of a lone pair, wherever they stand", "[align][words]") {
  Vocabulary keys;
  const auto source = keys.number_of("water", TokenKind::word);
  const auto target = keys.number_of("вода", TokenKind::word);
  const PriorLexicon lexicon(keys, {{source, target, 0.9F, 0.9F}});
  const std::vector<WordPair> pairs{{{"clean", "water"}, {"вода", "чистая"}}};
  const auto links =
      align_words(pairs, languages::en, languages::ru, WordSources{nullptr, {&lexicon}});
  REQUIRE(links.size() == 1);
  CHECK(has_link(links[0], 1, 0));
}

TEST_CASE("pairs without words have no links", "[align][words][edge]") {
  const std::vector<WordPair> pairs{{{}, {"le"}}, {{"the"}, {}}, {{}, {}}};
  const auto links = align_words(pairs, languages::en, languages::fr);
  REQUIRE(links.size() == 3);
  CHECK(std::ranges::all_of(links, [](const auto& list) { return list.empty(); }));
  CHECK(align_words({}, languages::en, languages::fr).empty());
}

TEST_CASE("the same pairs give the same links", "[align][words]") {
  CHECK(align_words(reports(), languages::en, languages::fr) ==
        align_words(reports(), languages::en, languages::fr));
}

}  // namespace hexapla
