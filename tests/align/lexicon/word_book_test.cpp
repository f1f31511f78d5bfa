#include "align/lexicon/word_book.hpp"

#include "text/error.hpp"

#include <algorithm>
#include <sstream>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

bool knows(const WordBook& book, Vocabulary& vocabulary, std::string_view source,
           std::string_view target) {
  const auto from = vocabulary.number_of(source, TokenKind::word);
  const auto to = vocabulary.number_of(target, TokenKind::word);
  const auto known = book.known_in(vocabulary);
  return std::ranges::any_of(known, [&](const KnownPair& pair) {
    return pair.source == from && pair.target == to;
  });
}

}  // namespace

TEST_CASE("a dictionary in CC-CEDICT's format knows words by their simplified form",
          "[align]") {
  const auto book = WordBook::read(
      "# CC-CEDICT\n安全 安全 [an1 quan2] /safe/secure (of a place)/\n"
      "決議 决议 [jue2 yi4] /a resolution; a decision/CL:項|项[xiang4]/\n",
      "cedict.u8", languages::zh, languages::en);
  Vocabulary vocabulary;
  CHECK(knows(book, vocabulary, "决议", "resol"));
  CHECK(knows(book, vocabulary, "安全", "safe"));
  CHECK_FALSE(knows(book, vocabulary, "安全", "place"));
  CHECK(book.han_words().longest_at("决议草案") == std::string_view("决议").size());
}

TEST_CASE("a Chinese dictionary also serves texts into Chinese", "[align]") {
  const auto book = WordBook::read("安全 安全 [an1 quan2] /safe/\n", "cedict.u8",
                                   languages::en, languages::zh);
  Vocabulary vocabulary;
  CHECK(knows(book, vocabulary, "safe", "安全"));
}

TEST_CASE("a dictionary may be two columns", "[align]") {
  const auto book = WordBook::read("paix\tpeace\nconseil\tcouncil\tnoun\n", "fr-en.tsv",
                                   languages::fr, languages::en);
  Vocabulary vocabulary;
  CHECK(knows(book, vocabulary, "paix", "peace"));
  CHECK(knows(book, vocabulary, "conse", "counc"));
}

TEST_CASE("a line that is no entry is named", "[align][error]") {
  CHECK_THROWS_WITH(
      WordBook::read("paix\tpeace\nconseil\n", "fr-en.tsv", languages::fr, languages::en),
      Catch::Contains("fr-en.tsv:2"));
}

TEST_CASE("a book may be several files of several kinds", "[align]") {
  WordBook book(languages::fr, languages::en);
  std::istringstream list("paix\tpeace\n");
  std::istringstream extract(
      "{\"word\":\"council\",\"lang_code\":\"en\",\"translations\":"
      "[{\"code\":\"fr\",\"word\":\"conseil\"}]}\n");
  book.read(list, "list.tsv");
  book.read(extract, "extract.jsonl");
  Vocabulary vocabulary;
  CHECK(knows(book, vocabulary, "paix", "peace"));
  CHECK(knows(book, vocabulary, "conse", "counc"));
}

TEST_CASE("a list named after its languages has its columns in that order", "[align]") {
  const auto named = GENERATE(values<std::string>(
      {"en-fr.tsv", "dictionaries/en-fr.tsv.gz", "C:\\words\\en-fr.tsv"}));
  Vocabulary vocabulary;
  CHECK(knows(WordBook::read("peace\tpaix\n", named, languages::fr, languages::en),
              vocabulary, "paix", "peace"));
}

TEST_CASE("a broken entry of Wiktionary is named, and so is a file of other languages",
          "[align][error]") {
  CHECK_THROWS_WITH(WordBook::read("# kaikki\n{\"word\":\"paix\",\n", "fr.jsonl",
                                   languages::fr, languages::en),
                    Catch::Contains("fr.jsonl:2") && Catch::Contains("Wiktionary"));
  CHECK_THROWS_WITH(WordBook::read("{\"word\":\"paix\",\"lang_code\":\"fr\"}\n", "fr.jsonl",
                                   languages::ar, languages::ru),
                    Catch::Contains("fr.jsonl") && Catch::Contains("both ar and ru"));
}

}  // namespace hexapla
