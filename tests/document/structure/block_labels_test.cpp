#include "document/structure/block_labels.hpp"

#include "document/read_text.hpp"

#include <string>
#include <tuple>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

using Labelled = std::tuple<BlockKind, std::string, std::string>;  // kind, label, text

/// Labels the lines of `text`, whose paragraphs are parted by blank lines.
std::vector<Labelled> blocks(const std::string& text) {
  const std::vector<Line> lines = lines_of(text);
  std::vector<LineGroup> groups;
  for (std::uint32_t i = 0; i < lines.size(); ++i) {
    if (i == 0 || lines[i].blank_lines_before > 0) groups.emplace_back();
    groups.back().lines.push_back(i);
  }
  Layout layout;
  layout.wrapped = true;
  label_blocks(groups, text, lines, layout, Patterns());
  std::vector<Labelled> found;
  for (const LineGroup& group : groups)
    found.emplace_back(group.kind, group.label, lines[group.lines[0]].range.of(text));
  return found;
}

std::string kinds(const std::string& text, const char* tag) {
  std::string names;
  for (const Block& block : read_text(text, "part.txt", Language(tag)).blocks)
    names += std::string(name_of(block.kind)) + ' ';
  return names;
}

}  // namespace

TEST_CASE("annexes, headings, numbered paragraphs and items are told by their first words",
          "[document]") {
  const auto [tag, text] = GENERATE(table<const char*, std::string>({
      {"en",
       "Annex I\n\nI. Introduction\n\n1. The Committee met twice.\n\n(a) To report;\n"},
      {"fr",
       "Annexe I\n\nI. Introduction\n\n1. Le Comité s’est réuni.\n\na) De présenter;\n"},
      {"es", "Anexo I\n\nI. Introducción\n\n1. El Comité se reunió.\n\na) Que presente;\n"},
      {"ru",
       "Приложение I\n\nI. Введение\n\n1. Комитет провел заседания.\n\na) представить;\n"},
      {"ar", "المرفق الأول\n\nأولا - مقدمة\n\n1 - اجتمعت اللجنة مرتين.\n\n(أ) تقديم؛\n"},
      {"zh", "附件一\n\n一、导言\n\n1．委员会开会两次。\n\n(a) 提交报告；\n"},
  }));
  CAPTURE(tag);
  const auto found = blocks(text);
  REQUIRE(found.size() == 4);
  CHECK(std::get<0>(found[0]) == BlockKind::annex);
  CHECK(std::get<0>(found[1]) == BlockKind::heading);
  CHECK(!std::get<1>(found[1]).empty());
  CHECK(std::get<0>(found[2]) == BlockKind::paragraph);
  CHECK(std::get<1>(found[2]).starts_with("1"));
  CHECK(std::get<0>(found[3]) == BlockKind::list_item);
  CHECK(!std::get<1>(found[3]).empty());
}

TEST_CASE("a list of States is one block for each of them", "[document]") {
  const auto [tag, text] = GENERATE(table<const char*, std::string>({
      {"en",
       "In favour:\n\nAfghanistan,\nAlbania,\nBolivia (Plurinational State of),\nChina,\n"
       "Viet Nam.\n\nThe draft was adopted.\n"},
      {"fr",
       "Pour :\n\nAfghanistan,\nAfrique du Sud,\nAlbanie,\nChine,\nViet Nam.\n\n"
       "Le projet est adopté.\n"},
      {"es",
       "A favor:\n\nAfganistán,\nAlbania,\nChina,\nSudáfrica,\nViet Nam.\n\n"
       "Queda aprobado el proyecto.\n"},
      {"ru",
       "За:\n\nАфганистан,\nАлбания,\nВьетнам,\nКитай,\nРоссийская Федерация.\n\n"
       "Проект принимается.\n"},
      {"ar",
       "المؤيدون:\n\nأفغانستان\nألبانيا\nالصين\nمصر\nالاتحاد الروسي\n\nاعتمد المشروع.\n"},
      {"zh",
       "赞成：\n\n阿富汗\n阿尔巴尼亚\n中国\n俄罗斯联邦\n越南\n\n决议草案获得通过。\n"},
  }));
  CAPTURE(tag);
  CHECK(kinds(text, tag) == "paragraph state state state state state paragraph ");
}

TEST_CASE("four States in a row are no list", "[document]") {
  CHECK(kinds("France\n\nChina\n\nEgypt\n\nPeru\n\nThey met.\n", "en").find("state") ==
        std::string::npos);
}

TEST_CASE("a paragraph set in on all its lines is a quotation", "[document]") {
  const std::string text =
      "   The Committee recalls what the Assembly said of this matter at its\n"
      "seventy-third session, and in particular the words of its resolution:\n\n"
      "        The reform of the management of the Organization is a long process\n"
      "        which needs the patience of all who take part in it, and a plan.\n\n"
      "   It notes with regret that little of this has been heeded up to now by\n"
      "those who were to carry it out, and asks for a report on the delay.\n";
  const auto found = blocks(text);
  REQUIRE(found.size() == 3);
  CHECK(std::get<0>(found[0]) == BlockKind::paragraph);
  CHECK(std::get<0>(found[1]) == BlockKind::quotation);
  CHECK(std::get<0>(found[2]) == BlockKind::paragraph);
}

}  // namespace hexapla
