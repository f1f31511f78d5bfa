#include "document/read_text.hpp"

#include "files.hpp"
#include "text/error.hpp"
#include "text/guess_language.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

namespace hexapla::read_text_test {
namespace {

std::vector<std::string> texts_of(const Document& document, BlockKind kind) {
  std::vector<std::string> texts;
  for (const Block& block : document.blocks)
    if (block.kind == kind) texts.emplace_back(block.range.of(document.text));
  return texts;
}

Document letter(std::string_view tag) {
  const std::string name = "corpora/letter/letter." + std::string(tag) + ".txt";
  return read_text(project_file(name), name, Language(tag));
}

}  // namespace

TEST_CASE("read_text finds the blocks of the Chinese letter", "[document][zh]") {
  const Document document = letter("zh");
  CHECK(texts_of(document, BlockKind::masthead).size() == 1);
  CHECK(texts_of(document, BlockKind::session).size() == 1);
  CHECK(texts_of(document, BlockKind::agenda_item) ==
        std::vector<std::string>{
            "古阿姆集团地区旷日持久的冲突及其对国际和平、安全与发展的影响",
            "阿塞拜疆被占领土局势", "国内和国际的法治",
            "保护责任与防止灭绝种族、战争罪、族裔清洗和危害人类罪"});
  CHECK(texts_of(document, BlockKind::title) ==
        std::vector<std::string>{"2020 年 10 月 17 日阿塞拜疆常驻联合国代表给秘书长的信"});
  CHECK(texts_of(document, BlockKind::paragraph).size() == 13);
  CHECK(texts_of(document, BlockKind::heading).empty());
  CHECK(texts_of(document, BlockKind::signature) ==
        std::vector<std::string>{"常驻代表\n大使\n亚沙尔·阿利耶夫(签名)"});
  CHECK(texts_of(document, BlockKind::footnote).size() == 3);
}

TEST_CASE("read_text leaves no wrap in the letter's paragraphs", "[document][zh]") {
  const Document document = letter("zh");
  for (const std::string& paragraph : texts_of(document, BlockKind::paragraph))
    CHECK(paragraph.find('\n') == std::string::npos);
  for (const std::string whole :
       {"侵略行为", "族裔清洗", "1 774 座", "(Vagram Pogosian)", "10 月 6 日接受",
        "news-detail/"
        "pashinyans-advisor-confirms-armenias-deliberate-attacks-on-azerbaijani-"
        "civilian-settlements-2020-10-9-0/。",
        "www.1lurer.am/en/2020/10/05/"
        "A-few-more-days-and-even-archaeologists-will-not-be-able-"
        "to-find-the-place-of-Ganja-Poghosyan/328058。"}) {
    CAPTURE(whole);
    CHECK(document.text.find(whole) != std::string::npos);
  }
}

TEST_CASE("read_text finds the same structure in every version of the letter",
          "[document]") {
  const auto tag = GENERATE(values<std::string>({"ar", "en", "es", "fr", "ru", "zh"}));
  CAPTURE(tag);
  const Document document = letter(tag);
  CHECK(texts_of(document, BlockKind::agenda_item).size() == 4);
  CHECK(texts_of(document, BlockKind::title).size() == 1);
  CHECK(texts_of(document, BlockKind::paragraph).size() == 13);
  CHECK(texts_of(document, BlockKind::signature).size() == 1);
  CHECK(texts_of(document, BlockKind::footnote).size() == 3);
  CHECK(texts_of(document, BlockKind::heading).empty());
}

TEST_CASE("each footnote of the letter is tied to its mark", "[document]") {
  const auto tag = GENERATE(values<std::string>({"ar", "en", "es", "fr", "ru", "zh"}));
  CAPTURE(tag);
  const Document document = letter(tag);
  REQUIRE(document.marks.size() == 3);
  std::vector<std::string> labels;
  for (const Block& block : document.blocks)
    if (block.kind == BlockKind::footnote) labels.push_back(block.label);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(document.marks[i].label == labels[i]);
    CHECK(document.marks[i].range.of(document.text) == labels[i]);
  }
}

TEST_CASE("a paragraph goes on after a page break and its footnotes", "[document][en]") {
  const Document document = read_text(
      " The Security Council met on 5 October 2020 and considered the situation, as the\n\n"
      "General Assembly had done earlier.1 It expressed concern at the resumption of\n\n"
      "__________________\n\n 1 See resolution of the same day.\n\n1/2\n\n"
      "\fhostilities and called for an immediate ceasefire in the areas that were "
      "affected.\n\n"
      " It decided to remain seized of the matter and to meet again before the end of "
      "May.\n",
      "t", languages::en);
  CHECK(
      texts_of(document, BlockKind::paragraph) ==
      std::vector<std::string>{
          "The Security Council met on 5 October 2020 and considered the situation, as the "
          "General Assembly had done earlier.1 It expressed concern at the resumption of "
          "hostilities and called for an immediate ceasefire in the areas that were "
          "affected.",
          "It decided to remain seized of the matter and to meet again before the end of "
          "May."});
  CHECK(texts_of(document, BlockKind::furniture) ==
        std::vector<std::string>{"__________________", "1/2"});
  REQUIRE(document.marks.size() == 1);
  CHECK(document.marks[0].label == "1");
}

TEST_CASE("a day glued to a full stop is no footnote mark", "[document][zh]") {
  const Document document = read_text(
      " 导弹袭击造成平民伤亡。10 月 17 "
      "日，甘贾市再次遭到袭击，平民住宅被摧毁，许多人受伤。\n\n"
      " 发言人说：“我们不会让步。”1 安全理事会随后举行紧急会议，讨论当前局势及其影响。\n\n"
      "__________________\n\n 1 见 https://www.un.org/zh/。\n",
      "t", languages::zh);
  REQUIRE(document.marks.size() == 1);
  CHECK(document.marks[0].label == "1");
}

TEST_CASE("read_text refuses what is no text, and says the way out", "[document][error]") {
  const auto refusal = [](std::string_view bytes) {
    try {
      (void)read_text(bytes, "A_75_1.txt", languages::zh);
    } catch (const Error& error) {
      CHECK(error.fault() == Fault::malformed);
      return std::string(error.what());
    }
    return std::string("accepted");
  };
  CHECK_THAT(refusal(" \n\n\f\n"), Catch::Contains("no text"));
  CHECK_THAT(refusal("第一条\n\xC3(\n"), Catch::StartsWith("A_75_1.txt:2: not UTF-8"));
  CHECK_THAT(refusal("\xC1\xC2"), Catch::Contains("--encoding"));
}

TEST_CASE("the language of a text is told from its script and commonest words",
          "[document]") {
  const auto [tag, text] = GENERATE(table<std::string, std::string>({
      {"ar", "تدين الجمعية العامة بشدة جميع أعمال العنف ضد المدنيين"},
      {"en", "The General Assembly condemns in the strongest terms the acts of violence"},
      {"es",
       "La Asamblea General condena en los términos más enérgicos los actos de violencia"},
      {"fr", "L’Assemblée générale condamne dans les termes les plus énergiques les actes"},
      {"ru", "Генеральная Ассамблея решительно осуждает акты насилия"},
      {"zh", "大会最强烈地谴责暴力行为"},
  }));
  CAPTURE(tag);
  REQUIRE(guess_language(text));
  CHECK(guess_language(text)->tag() == tag);
  CHECK_FALSE(guess_language("2020 - 10 - 17"));
}

TEST_CASE("agenda items end where the text begins, though nothing is indented",
          "[document]") {
  // One paragraph a line.
  const Document document = read_text(
      "2023 session\nAgenda item 12 (h)\nCoordination, programme and other questions\n"
      "Draft resolution submitted by the President of the Council\n"
      "The Economic and Social Council,\n"
      "Reaffirming its resolution 1994/24 of 26 July 1994, by which it established the "
      "Joint "
      "Programme, and its resolution 1995/2 of 3 July 1995 on its mandate and its means,\n"
      "1. Urges the Joint Programme to continue to support the response of all countries "
      "to the epidemic, and to report on the progress that they make in it every year;\n"
      "2. Decides to remain seized of the matter.\n",
      "session.txt", languages::en);
  CHECK(texts_of(document, BlockKind::agenda_item) ==
        std::vector<std::string>{"Coordination, programme and other questions"});
  CHECK(document.blocks.back().label == "2.");
}

}  // namespace hexapla::read_text_test
