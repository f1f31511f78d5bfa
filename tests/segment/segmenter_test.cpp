#include "segment/segmenter.hpp"

#include <random>
#include <string>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

using Sentences = std::vector<std::string>;

Sentences cut(Language language, std::string_view text) {
  Sentences sentences;
  for (const ByteRange range : Segmenter(language).cut(text))
    sentences.emplace_back(range.of(text));
  return sentences;
}

}  // namespace

TEST_CASE("closing quotation and footnote marks stay with their sentence", "[segment]") {
  CHECK(cut(languages::zh, "他说：“未来我们将进行打击，以引起恐慌。”1 会议结束。") ==
        Sentences{"他说：“未来我们将进行打击，以引起恐慌。”1", "会议结束。"});
  CHECK(cut(languages::en, "He said: “We are ready.”1 The meeting rose.") ==
        Sentences{"He said: “We are ready.”1", "The meeting rose."});
  CHECK(cut(languages::en, "The Council met.2 It rose.") ==
        Sentences{"The Council met.2", "It rose."});
  CHECK(cut(languages::fr, "Il a dit : « Nous sommes prêts. »1 La séance est levée.") ==
        Sentences{"Il a dit : « Nous sommes prêts. »1", "La séance est levée."});
  CHECK(cut(languages::fr, "Il a dit : « Nous sommes prêts »1. La séance est levée.") ==
        Sentences{"Il a dit : « Nous sommes prêts »1.", "La séance est levée."});
  CHECK(cut(languages::es, "Dijo: “Estamos listos”2. Se levanta la sesión.") ==
        Sentences{"Dijo: “Estamos listos”2.", "Se levanta la sesión."});
  CHECK(cut(languages::ru, "Он заявил: «Мы готовы»3. Заседание закрывается.") ==
        Sentences{"Он заявил: «Мы готовы»3.", "Заседание закрывается."});
  CHECK(cut(languages::ar, "وقال: “نحن مستعدون”1. ورفعت الجلسة.") ==
        Sentences{"وقال: “نحن مستعدون”1.", "ورفعت الجلسة."});
}

TEST_CASE("sentences inside a quotation are cut, a colon before it is not", "[segment]") {
  CHECK(cut(languages::zh,
            "发言人说：“你们都还记得这张照片。再次重申，我们不是在开玩笑。”") ==
        Sentences{"发言人说：“你们都还记得这张照片。", "再次重申，我们不是在开玩笑。”"});
  CHECK(cut(languages::zh, "他喊道：“停火！”，然后离开。") ==
        Sentences{"他喊道：“停火！”，然后离开。"});
}

TEST_CASE("abbreviations do not end a sentence", "[segment]") {
  const auto [tag, text] = GENERATE(table<std::string, std::string>({
      {"en", "Mr. Annan referred to para. 5 of resolution No. 242."},
      {"en", "The letter from J. R. Smith to the U.N. Secretariat was read out."},
      {"fr", "M. Annan a cité l’art. 51 de la Charte."},
      {"es", "El Sr. Annan citó el párr. 5 y el núm. 3."},
      {"ru", "Г-н Аннан сослался на п. 5 и ст. 51 Устава."},
      {"ru", "С 2020 г. по 2021 г. проводились консультации."},
  }));
  CAPTURE(text);
  CHECK(cut(Language(tag), text) == Sentences{text});
}

TEST_CASE("an abbreviation at a sentence's end lets the next one begin", "[segment]") {
  CHECK(cut(languages::en, "States, organizations, etc. The Council met.").size() == 2);
  CHECK(cut(languages::en, "He was born in Ganja. Mr. Aliyev thanked him.").size() == 2);
}

TEST_CASE("numbers, lists and lower case do not cut", "[segment]") {
  CHECK(cut(languages::en, "1. The Council decides to meet.").size() == 1);
  CHECK(cut(languages::en, "It grew by 3.5 per cent to 1,774.5 tons.").size() == 1);
  CHECK(cut(languages::en, "“Enough!” he said.").size() == 1);
  CHECK(cut(languages::zh, "1 见 https://www.un.org/zh/ga/75/?s=20。").size() == 1);
}

TEST_CASE("Arabic question marks end a sentence, Arabic semicolons do not",
          "[segment][ar]") {
  CHECK(cut(languages::ar, "هل اجتمع المجلس؟ نعم؛ اجتمع أمس.") ==
        Sentences{"هل اجتمع المجلس؟", "نعم؛ اجتمع أمس."});
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

}  // namespace hexapla
