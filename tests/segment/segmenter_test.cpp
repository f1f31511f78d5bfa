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

TEST_CASE("a mark in single quotation marks ends no sentence that goes on", "[segment]") {
  CHECK(cut(languages::zh, "‘同意！’代表们说。") == Sentences{"‘同意！’代表们说。"});
  CHECK(cut(languages::zh, "'同意！'代表们说。") == Sentences{"'同意！'代表们说。"});
  CHECK(cut(languages::en, "‘Agreed!’ the delegates said.") ==
        Sentences{"‘Agreed!’ the delegates said."});
  CHECK(cut(languages::en, "It is the States' duty! It is ours.") ==
        Sentences{"It is the States' duty!", "It is ours."});
}

TEST_CASE("sentences inside a quotation are cut, a colon before it is not", "[segment]") {
  CHECK(cut(languages::zh,
            "发言人说：“你们都还记得这张照片。再次重申，我们不是在开玩笑。”") ==
        Sentences{"发言人说：“你们都还记得这张照片。", "再次重申，我们不是在开玩笑。”"});
  CHECK(cut(languages::zh, "他喊道：“停火！”，然后离开。") ==
        Sentences{"他喊道：“停火！”，然后离开。"});
}

TEST_CASE("a sentence left in Chinese is one of its own in a text with spaces",
          "[segment]") {
  CHECK(cut(languages::en,
            "Twelve women were injured.仍有两名儿童下落不明。 Two schools were hit.") ==
        Sentences{"Twelve women were injured.", "仍有两名儿童下落不明。",
                  "Two schools were hit."});
  CHECK(cut(languages::ru, "Она ранена.仍有两名儿童下落不明。") ==
        Sentences{"Она ранена.", "仍有两名儿童下落不明。"});
  CHECK(cut(languages::en, "Item 3.加强 was left.") == Sentences{"Item 3.加强 was left."});
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

TEST_CASE("numbers of paragraphs and items stay with what they number", "[segment]") {
  CHECK(cut(languages::en, "It was adopted. 124. The Council met.") ==
        Sentences{"It was adopted.", "124. The Council met."});
  CHECK(cut(languages::en, "It grew to 124. The Council met.") ==
        Sentences{"It grew to 124.", "The Council met."});
  CHECK(cut(languages::en, "They met. (a) Peace is needed. (b) Aid is late.") ==
        Sentences{"They met.", "(a) Peace is needed.", "(b) Aid is late."});
  CHECK(cut(languages::fr, "Ils se réunissent. a) La paix est nécessaire.").size() == 2);
  CHECK(cut(languages::ru, "Совет постановил. б) Помощь нужна.").size() == 2);
  CHECK(cut(languages::zh, "会议通过了决议。100. 理事会再次开会。") ==
        Sentences{"会议通过了决议。", "100. 理事会再次开会。"});
  CHECK(cut(languages::en, "The Council; 12. Requests a report.").size() == 1);
}

TEST_CASE("a question mark ends its sentence before lower case, unless quoted",
          "[segment]") {
  CHECK(cut(languages::en, "who will pay? and when?") ==
        Sentences{"who will pay?", "and when?"});
  CHECK(cut(languages::es, "¿quién paga? ¿cuándo?") ==
        Sentences{"¿quién paga?", "¿cuándo?"});
  CHECK(cut(languages::en, "“Who will pay?” he asked.").size() == 1);
  CHECK(cut(languages::ru, "«Кто заплатит?» — спросил он.").size() == 1);
  CHECK(cut(languages::zh, "谁来付款? 何时付款?谁决定？") ==
        Sentences{"谁来付款?", "何时付款?", "谁决定？"});
}

TEST_CASE("digits that count something are no footnote mark", "[segment][zh]") {
  CHECK(cut(languages::zh, "他说：“会议结束了。”3 月 11 日，会议再次开始。") ==
        Sentences{"他说：“会议结束了。”", "3 月 11 日，会议再次开始。"});
  CHECK(cut(languages::en, "See p.5 The text").size() == 1);
  CHECK(cut(languages::zh, "见 A/49/180/Corr.1。大会又开会。") ==
        Sentences{"见 A/49/180/Corr.1。", "大会又开会。"});
}

TEST_CASE("a quotation inside a Chinese sentence does not end it", "[segment][zh]") {
  CHECK(cut(languages::zh, "人们高喊“停火！”的口号。").size() == 1);
  CHECK(cut(languages::zh, "人们高喊“停火！”会议结束。").size() == 2);
}

TEST_CASE("names that start in lower case start sentences", "[segment]") {
  CHECK(cut(languages::en, "A vaccine exists. mRNA is used.").size() == 2);
  CHECK(cut(languages::en, "A vaccine exists. it is used.").size() == 1);
}

TEST_CASE("marks of writing direction do not hide a sentence's end", "[segment][ar]") {
  CHECK(cut(languages::ar, "اجتمع المجلس.\u200F ووافق على القرار.").size() == 2);
}

TEST_CASE("a colon ends a segment only at the end of a line", "[segment]") {
  CHECK(cut(languages::en, "The Council decides:\nTo meet.") ==
        Sentences{"The Council decides:", "To meet."});
  CHECK(cut(languages::en, "The Council decides: To meet.").size() == 1);
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
