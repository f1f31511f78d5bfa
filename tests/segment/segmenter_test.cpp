#include "segment/segmenter.hpp"

#include "cases.hpp"

#include <random>
#include <string>

#include <catch2/catch.hpp>

namespace hexapla::segmenter_test {
namespace {

using Sentences = std::vector<std::string>;

Sentences cut(Language language, std::string_view text) {
  Sentences sentences;
  for (const ByteRange range : Segmenter(language).cut(text))
    sentences.emplace_back(range.of(text));
  return sentences;
}

}  // namespace

TEST_CASE("a text is cut where sentences end and nowhere else", "[segment]") {
  const auto [behaviour, tag, marked] =
      GENERATE(from_range(cases_in<3>("segment/segmenter_test.tsv")));
  Sentences sentences;
  for (const std::string& part : parts_in(marked))
    sentences.emplace_back(trimmed(part, {0, part.size()}).of(part));
  std::string text = marked;
  std::erase(text, '|');
  CAPTURE(behaviour, text);
  CHECK(cut(Language(tag), text) == sentences);
}

TEST_CASE("abbreviations do not end a sentence", "[segment]") {
  const auto [tag, text] = GENERATE(from_range(cases_in<2>("segment/segmenter_test.tsv")));
  CAPTURE(text);
  CHECK(cut(Language(tag), text) == Sentences{text});
}

TEST_CASE("the same full stop ends a sentence where a new one starts", "[segment]") {
  const auto [tag, first, second] =
      GENERATE(from_range(cases_in<3>("segment/segmenter_test.tsv")));
  CAPTURE(first);
  CHECK(cut(Language(tag), first + " " + second) == Sentences{first, second});
}

TEST_CASE("every decision is explained by the rule behind it", "[segment]") {
  const std::string text = "Mr. Annan met J. Smith at 3.5 km. The talks, etc. ended. Why?";
  const std::vector<BreakDecision> decisions = Segmenter(languages::en).explain(text);
  CHECK(decisions ==
        std::vector<BreakDecision>{{3, false, "abbreviation"},
                                   {16, false, "initial of a name"},
                                   {28, false, "no white space after the mark"},
                                   {33, true, "sentence-ending mark and white space"},
                                   {49, false, "lower case follows"},
                                   {56, true, "sentence-ending mark and white space"}});
}

TEST_CASE("sentences cover every byte that is not white space", "[segment][property]") {
  const std::vector<std::string> pieces{"。",     "！", "”", "“",   "1",  ".", " ",
                                        "\u00A0", "»",  "A", "б",   "中", "م", "?",
                                        "…",      "\n", ")", "e.g", ","};
  constexpr std::uint32_t seed = 75;
  std::mt19937 random(seed);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 30; ++i)
      text += pieces[random() % pieces.size()];
    const Language language = languages::official.at(random() % languages::official.size());
    CAPTURE(text, language.tag());
    std::vector<std::size_t> ends;
    for (const BreakDecision& decision : Segmenter(language).explain(text))
      if (decision.cuts) ends.push_back(decision.at);
    REQUIRE(ends.size() + 1 >= Segmenter(language).cut(text).size());
    std::size_t done = 0;
    for (const ByteRange range : Segmenter(language).cut(text)) {
      REQUIRE(range.begin >= done);
      REQUIRE(trimmed(text, {done, range.begin}).empty());
      REQUIRE(trimmed(text, range) == range);
      REQUIRE_FALSE(range.empty());
      done = range.end;
    }
    REQUIRE(trimmed(text, {done, text.size()}).empty());
  }
}

}  // namespace hexapla::segmenter_test
