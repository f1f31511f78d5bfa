#include "align/aligned_unit.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

/// A document of one block that holds `segments`, one a line.
SegmentedDocument document_of(Language language, const std::vector<std::string>& segments,
                              BlockKind kind = BlockKind::paragraph) {
  SegmentedDocument version;
  version.document.language = language;
  for (const std::string& text : segments) {
    if (!version.document.text.empty()) version.document.text += '\n';
    const auto begin = version.document.text.size();
    version.document.text += text;
    version.segments.push_back({{begin, version.document.text.size()}, 0});
  }
  version.document.blocks.push_back({kind, {0, version.document.text.size()}, ""});
  return version;
}

Multitext two_versions() {
  Multitext multitext;
  multitext.documents = {
      document_of(languages::zh, {"会议结束。", "决议通过。"}),
      document_of(languages::en, {"The meeting rose.", "It was adopted."})};
  return multitext;
}

}  // namespace

TEST_CASE("segments of a unit are joined as the language writes", "[align]") {
  Multitext multitext = two_versions();
  multitext.rows = {{{{0, 2}, {0, 2}}, 0.5}};
  const auto units = units_of_rows(multitext);
  REQUIRE(units.size() == 1);
  REQUIRE(units[0].cells.size() == 2);
  CHECK(units[0].confidence == 0.5);
  CHECK(units[0].cells[0].text == "会议结束。决议通过。");
  CHECK(units[0].cells[1].text == "The meeting rose. It was adopted.");
  CHECK(units[0].cells[1].pieces ==
        std::vector<Piece>{{0, {0, 17}, BlockKind::paragraph},
                           {1, {18, 33}, BlockKind::paragraph}});
}

TEST_CASE("a unit has only the languages that say something", "[align]") {
  Multitext multitext = two_versions();
  const Bitext bitext{0, 1, {{{0, 1}, {0, 0}}, {{1, 2}, {0, 2}}}};
  const auto units = units_of_beads(multitext, bitext);
  REQUIRE(units.size() == 2);
  REQUIRE(units[0].cells.size() == 1);
  CHECK(units[0].cells[0].language == languages::zh);
  CHECK(units[1].number == 1);
  CHECK(units[1].cells.size() == 2);
}

TEST_CASE("footnote marks move with their segment", "[align]") {
  Multitext multitext;
  multitext.documents = {document_of(languages::en, {"He agreed.1", "She did not.2"})};
  multitext.documents[0].document.marks = {{{10, 11}, "1"}, {{24, 25}, "2"}};
  multitext.rows = {{{{0, 1}}, 1}, {{{1, 2}}, 1}, {{{0, 2}}, 1}};
  const auto units = units_of_rows(multitext);
  CHECK(units[0].cells[0].footnote_marks == std::vector<ByteRange>{{10, 11}});
  CHECK(units[1].cells[0].footnote_marks == std::vector<ByteRange>{{12, 13}});
  CHECK(units[2].cells[0].footnote_marks == std::vector<ByteRange>{{10, 11}, {24, 25}});
  CHECK(units[1].cells[0].footnote_marks[0].of(units[1].cells[0].text) == "2");
}

}  // namespace hexapla
