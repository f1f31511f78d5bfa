#include "align/lexicon/lexicon_file.hpp"

#include "align/lexicon/tokens.hpp"
#include "files.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

const std::string header =
    "hexapla-lexicon-1\tkeys-" + std::to_string(token_keys_version) + "\ten\tfr\n";

/// "forward backward" of a pair in percent, or nothing.
std::string told(const PriorLexicon& lexicon, std::string_view source,
                 std::string_view target) {
  Vocabulary text;
  const auto from = text.number_of(source, TokenKind::word);
  const auto to = text.number_of(target, TokenKind::word);
  for (const KnownPair& pair : lexicon.known_in(text))
    if (pair.source == from && pair.target == to)
      return std::to_string(std::lround(100 * pair.forward)) + " " +
             std::to_string(std::lround(100 * pair.backward));
  return "";
}

}  // namespace

TEST_CASE("a lexicon comes back from its file", "[align]") {
  const std::string text =
      header + "counc\tconse\t80\t75\tconci\t3\t90\npeace\tpaix\t100\t0\n";
  const NamedLexicon read = read_lexicon(text, "en-fr.lexicon");
  CHECK(read.source == languages::en);
  CHECK(read.target == languages::fr);
  CHECK(told(read.lexicon, "counc", "conse") == "80 75");
  CHECK(told(read.lexicon, "counc", "conci") == "3 90");
  CHECK(told(read.lexicon, "peace", "paix") == "100 0");
  const std::string written = lexicon_text(read);
  CHECK(written == header + "counc\tconci\t3\t90\tconse\t80\t75\npeace\tpaix\t100\t0\n");
  CHECK(lexicon_text(read_lexicon(written, "again")) == written);
}

TEST_CASE("a lexicon may hold remarks", "[align]") {
  const auto read =
      read_lexicon("# CC0\n" + header + "# from a letter\npeace\tpaix\t9\t8\n", "x");
  CHECK(told(read.lexicon, "peace", "paix") == "9 8");
}

TEST_CASE("what is no lexicon is refused with its line", "[align][error]") {
  const auto [text, expected] = GENERATE_COPY(table<std::string, std::string>({
      {"", "holds no lexicon"},
      {"# nothing\n", "holds no lexicon"},
      {"paix\tpeace\n", "x:1: not a lexicon"},
      {"hexapla-lexicon-9\tkeys-1\ten\tfr\n", "another format"},
      {"hexapla-lexicon-1\tkeys-1\ten\n", "x:1: not format"},
      {"hexapla-lexicon-1\tkeys-0\ten\tfr\n", "train it again with tools/train-lexicons"},
      {header.substr(0, header.size() - 3) + "en\n", "two languages"},
      {header + "peace\tpaix\t9\n", "x:2: not a key"},
      {header + "peace\n", "x:2: not a key"},
      {header + "peace\tpaix\t9\t8\npeace\tpaix\t101\t8\n", "x:3: '101' is no percentage"},
      {header + "peace\tpaix\t-1\t8\n", "'-1' is no percentage"},
      {header + "peace\tpaix\t1.5\t8\n", "'1.5' is no percentage"},
      {header + "\tpaix\t1\t8\n", "a key is empty"},
      {header + std::string(longest_lexicon_key + 1, 'x') + "\tpaix\t1\t8\n",
       "longer than"},
  }));
  CAPTURE(text);
  CHECK_THROWS_WITH(read_lexicon(text, "x"), Catch::Contains(expected));
}

TEST_CASE("a lexicon is turned round where the texts are, and others are refused",
          "[align]") {
  const auto read = [] { return read_lexicon(header + "peace\tpaix\t9\t8\n", "x"); };
  CHECK(told(lexicon_for(read(), languages::en, languages::fr, "x"), "peace", "paix") ==
        "9 8");
  CHECK(told(lexicon_for(read(), languages::fr, languages::en, "x"), "paix", "peace") ==
        "8 9");
  CHECK(told(lexicon_for(read(), Language("en-GB"), languages::fr, "x"), "peace", "paix") ==
        "9 8");
  CHECK_THROWS_WITH(lexicon_for(read(), languages::en, languages::es, "x"),
                    Catch::Contains("en and fr, but the texts are in en and es"));
}

// When this fails, texts are cut into other keys than before, and no lexicon in a file fits
// any longer: count token_keys_version up, write the new keys here, and train
// corpora/lexicons again.
TEST_CASE("the keys of texts are those of their version", "[align]") {
  REQUIRE(token_keys_version == 1);
  const auto keys_of = [](Language language, std::string_view text) {
    Vocabulary vocabulary;
    (void)tokens_of({language, {text}, {}}, vocabulary);
    std::string keys;
    for (const std::string_view key : vocabulary.keys())
      keys.append(key).append("|");
    return keys;
  };
  CHECK(keys_of(languages::zh, "安理会2020年第7号决议草案。") ==
        "安理|理会|2020|年第|7|号决|决议|议草|草案|.|");
  CHECK(keys_of(languages::en,
                "The Council's draft resolution of 17 October 2020, twenty-one "
                "Member States") ==
        "the|counc|'|s|draft|resol|of|17|month 10|2020|,|21|twent|-|one|membe|state|");
  CHECK(keys_of(languages::fr, "L’Assemblée générale, réaffirmant l’œuvre") ==
        "l|'|assem|génér|,|réaff|œuvre|");
  CHECK(keys_of(languages::es, "¿Qué decisión aprobó la Organización?") ==
        "?|qué|decis|aprob|la|organ|");
  CHECK(keys_of(languages::ru, "Принимая к сведению Ёлкина") == "прини|к|сведе|ёлкин|");
  CHECK(keys_of(languages::ar, "وإذ تؤكد الجمعية العامة") == "واذ|تؤكد|جمعيه|عامه|");
}

TEST_CASE("the lexicons of the fifteen pairs fit the aligner", "[align]") {
  struct Sample {
    Language source;
    Language target;
    std::string_view word;
    std::string_view translation;
  };
  const auto sample = GENERATE(values<Sample>({
      {languages::ar, languages::en, "صحه", "healt"},
      {languages::en, languages::zh, "devel", "发展"},
      {languages::en, languages::fr, "right", "droit"},
      {languages::es, languages::fr, "derec", "droit"},
  }));
  const std::string name = "corpora/lexicons/" + std::string(sample.source.tag()) + "-" +
                           std::string(sample.target.tag()) + ".lexicon";
  const auto read = read_lexicon(project_file(name), name);
  CHECK(read.source == sample.source);
  CHECK(read.target == sample.target);
  CHECK_FALSE(told(read.lexicon, sample.word, sample.translation).empty());
}

}  // namespace hexapla
