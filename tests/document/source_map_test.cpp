#include "document/source_map.hpp"

#include "document/read_text.hpp"
#include "files.hpp"

#include <random>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("copies that continue each other are one run", "[document]") {
  SourceMap map;
  map.append({0, 3, 10, 3, true});
  map.append({3, 2, 13, 2, true});
  map.append({5, 1, 15, 2, false});
  CHECK(map.runs().size() == 2);
  CHECK(map.source_of({1, 4}) == std::vector<ByteRange>{{11, 14}});
  CHECK(map.source_of({4, 6}) == std::vector<ByteRange>{{14, 17}});
}

TEST_CASE("a range over a page break comes from two places", "[document]") {
  const SourceMap map({{0, 4, 0, 4, true}, {4, 4, 100, 4, true}});
  CHECK(map.source_of({2, 6}) == std::vector<ByteRange>{{2, 4}, {100, 102}});
  CHECK(map.source_of({0, 0}).empty());
}

TEST_CASE("every stretch of a document is found again in its source",
          "[document][property]") {
  const auto tag = GENERATE(values<std::string>({"ar", "en", "es", "fr", "ru", "zh"}));
  CAPTURE(tag);
  const std::string name = "corpora/letter/letter." + tag + ".txt";
  const std::string bytes = project_file(name);
  const Document document = read_text(bytes, name, Language(tag));
  const auto without_space = [](std::string_view text) {
    std::string kept;
    for (const char byte : text)
      if (byte != ' ' && byte != '\n' && byte != '-') kept += byte;
    return kept;
  };
  constexpr std::uint32_t seed = 20201017;
  std::mt19937 random(seed);
  for (int round = 0; round < 500; ++round) {
    const Block& block = document.blocks[random() % document.blocks.size()];
    std::size_t begin = block.range.begin + random() % block.range.size();
    while ((static_cast<unsigned char>(document.text[begin]) & 0xC0U) == 0x80U)
      --begin;
    std::string source;
    for (const ByteRange range : document.origin.source_of({begin, block.range.end}))
      source += range.of(bytes);
    CHECK(without_space(source) ==
          without_space(ByteRange{begin, block.range.end}.of(document.text)));
  }
}

TEST_CASE("decomposed letters are composed and still found in the source", "[document]") {
  const std::string bytes =
      "Re\xCC\x81solution de l'Assemble\xCC\x81"
      "e";
  const Document document = read_text(bytes, "t", languages::fr);
  CHECK(document.text == "Résolution de l'Assemblée");
  const std::size_t letter = document.text.find("é");
  CHECK(document.origin.source_of({letter, letter + 2}) == std::vector<ByteRange>{{1, 4}});
}

TEST_CASE("a composed letter leads back to the letter and mark it was made of",
          "[document]") {
  // Decomposed, as files from a Mac have it; the tatweel and ligature stay what they are.
  const std::string source = "Le Comite\u0301 a e\u0301te\u0301 saisi. Oﬃce. مجـلس.";
  const Document document = read_text(source, "mac.txt", languages::fr);
  CHECK(document.text == "Le Comité a été saisi. Oﬃce. مجـلس.");
  const auto source_of = [&](std::string_view words) {
    const std::size_t begin = document.text.find(words);
    return document.origin.hull_of({begin, begin + words.size()}).of(source);
  };
  CHECK(source_of("Comité") == "Comite\u0301");
  CHECK(source_of("é a") == "e\u0301 a");
  CHECK(source_of("saisi") == "saisi");
  CHECK(source_of("Oﬃce") == "Oﬃce");
  CHECK(source_of("مجـلس") == "مجـلس");
}

}  // namespace hexapla
