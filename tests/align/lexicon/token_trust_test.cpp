#include "align/lexicon/token_trust.hpp"

#include "align/lexicon/known_words.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("a word whose translation is always beside it is trusted, a filler is not",
          "[align]") {
  // In each sentence "Council" is "Conseil"; "thus" faces another word each time.
  std::vector<std::string> english;
  std::vector<std::string> french;
  for (const std::string_view word : {"met", "voted", "decided", "rose", "agreed", "asked",
                                      "noted", "urged", "called", "ended"}) {
    english.push_back("Council thus " + std::string(word));
    french.push_back("Conseil " + std::string(word) + "ait x" + std::string(word));
  }
  Vocabulary vocabulary;
  const TokenSide source =
      tokens_of({languages::en, {english.begin(), english.end()}, {}}, vocabulary);
  const TokenSide target =
      tokens_of({languages::fr, {french.begin(), french.end()}, {}}, vocabulary);
  std::vector<Bead> beads;
  for (std::uint32_t line = 0; line < english.size(); ++line)
    beads.push_back({{line, line + 1}, {line, line + 1}, 1});
  const auto known = known_words(source, target, vocabulary.size(), {}, {});
  Lexicon lexicon = trained_lexicon(source, target, known, beads);
  learn_trust(lexicon, source, target, beads);
  const auto& trust = lexicon.target_by_source.trust;
  REQUIRE(trust.size() == vocabulary.size());
  CHECK(trust[*vocabulary.find("conse")] > trust[*vocabulary.find("xende")]);
}

}  // namespace hexapla
