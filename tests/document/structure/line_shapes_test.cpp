// The shapes in which text comes: what its lines and blank lines mean is told from it.
#include "document/read_text.hpp"

#include <catch2/catch.hpp>

namespace hexapla::line_shapes_test {
namespace {

using Texts = std::vector<std::string>;

/// The texts of what is neither furniture nor a footnote.
Texts body_of(std::string_view text, Language language = languages::en) {
  const Document document = read_text(text, "t", language);
  Texts texts;
  for (const Block& block : document.blocks)
    if (block.kind != BlockKind::furniture && block.kind != BlockKind::footnote)
      texts.emplace_back(block.range.of(document.text));
  return texts;
}

const Texts three_paragraphs{
    "The Council met on 5 October 2020 and considered the situation, as the Assembly had "
    "done earlier that week.",
    "It expressed concern at the resumption of hostilities and called for an immediate "
    "ceasefire in all the areas that were affected.",
    "It decided to remain seized of the matter."};

}  // namespace

TEST_CASE("blank lines between paragraphs part them", "[document]") {
  CHECK(body_of("The Council met on 5 October 2020 and considered\n"
                "the situation, as the Assembly had done earlier\n"
                "that week.\n\n"
                "It expressed concern at the resumption of\n"
                "hostilities and called for an immediate ceasefire\n"
                "in all the areas that were affected.\n\n"
                "It decided to remain seized of the matter.\n") == three_paragraphs);
}

TEST_CASE("pdftotext without -layout leaves short last lines only", "[document]") {
  CHECK(body_of("The Council met on 5 October 2020 and considered\n"
                "the situation, as the Assembly had done earlier\n"
                "that week.\n"
                "It expressed concern at the resumption of\n"
                "hostilities and called for an immediate ceasefire\n"
                "in all the areas that were affected.\n"
                "It decided to remain seized of the matter.\n") == three_paragraphs);
}

TEST_CASE("pdftotext -layout keeps margin and indents", "[document]") {
  CHECK(body_of("            The Council met on 5 October 2020 and\n"
                "        considered the situation, as the Assembly\n"
                "        had done earlier that week.\n\n"
                "            It expressed concern at the resumption of\n"
                "        hostilities and called for an immediate\n"
                "        ceasefire in all the areas that were\n"
                "        affected.\n\n"
                "            It decided to remain seized of the matter.\n") ==
        three_paragraphs);
}

TEST_CASE("a paragraph a line stays a paragraph a line", "[document]") {
  std::string text;
  for (const std::string& paragraph : three_paragraphs)
    text += paragraph + "\n";
  CHECK(body_of(text) == three_paragraphs);
}

TEST_CASE("a sentence a line stays a block a line", "[document]") {
  const Texts sentences{"The Council met on Monday.", "It heard a briefing.",
                        "Members held consultations.", "No decision was taken.",
                        "The meeting rose at noon."};
  std::string text;
  for (const std::string& sentence : sentences)
    text += sentence + "\n";
  CHECK(body_of(text) == sentences);

  const Texts chinese{"安全理事会星期一举行会议。", "安理会听取了通报。",
                      "安理会成员进行了磋商。", "没有作出任何决定。"};
  text.clear();
  for (const std::string& sentence : chinese)
    text += sentence + "\n";
  CHECK(body_of(text, languages::zh) == chinese);
}

TEST_CASE("the paragraphs of a preamble end with commas", "[document]") {
  CHECK(
      body_of(
          "Guided by the Charter of the United Nations, expressing, in particular, the\n"
          "determination to promote social progress and better standards of life in "
          "larger\n"
          "freedom as well as to employ international machinery for the promotion of the\n"
          "advancement of all peoples,\n"
          "Recalling its resolutions on the right to development, and the reports of the\n"
          "meetings that were held on this matter in the course of the past five years by\n"
          "all of its committees,\n"
          "1. Welcomes the report of the Secretary-General and the recommendations that\n"
          "it contains;\n"
          "2. Decides to remain seized of the matter.\n")
          .size() == 4);
}

TEST_CASE("running heads and page marks break no paragraph", "[document]") {
  const auto* const page_end = GENERATE("2/9\n\f", "2/9\n", "20-12655\n2/9\n\f");
  CAPTURE(page_end);
  std::string text;
  for (const char* const lines :
       {"the parties to the conflict have to respect the rules that\n"
        "protect civilians, and the Council has to remind them of\n",
        "these rules whenever they are violated, in particular by\n"
        "attacks on hospitals, schools and other places in which\n",
        "people seek shelter, and by the denial of any access to\n"
        "food, water and medical care for those who need it\n"})
    text += std::string(text.empty() ? "" : "A/75/574\nReport of the Secretary-General\n") +
            lines + page_end;
  CHECK(body_of(text) ==
        Texts{"the parties to the conflict have to respect the rules that protect "
              "civilians, and the Council has to remind them of these rules whenever they "
              "are violated, in particular by attacks on hospitals, schools and other "
              "places in which people seek shelter, and by the denial of any access to "
              "food, water and medical care for those who need it"});
}

TEST_CASE("an indent that marks paragraphs outweighs the room in a line",
          "[document][zh]") {
  CHECK(body_of("  安全理事会于星期一举行会议，审议该地区的局势，听取了\n\n"
                "秘书长的通报。\n\n"
                "  安理会成员对敌对行动再次爆发表示关切，呼吁立即停火，\n\n"
                "并要求各方保护平民。\n\n"
                "  安理会决定继续处理此案。\n\n",
                languages::zh) ==
        Texts{"安全理事会于星期一举行会议，审议该地区的局势，听取了秘书长的通报。",
              "安理会成员对敌对行动再次爆发表示关切，呼吁立即停火，并要求各方保护平民。",
              "安理会决定继续处理此案。"});
}

}  // namespace hexapla::line_shapes_test
