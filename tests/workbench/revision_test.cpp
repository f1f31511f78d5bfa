#include "workbench/revision.hpp"

#include "align/made_documents.hpp"

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

using Lines = std::vector<std::string>;

std::vector<std::uint32_t> places(const std::vector<std::string_view>& before,
                                  const std::vector<std::string_view>& after) {
  return revised_places(before, after);
}

SegmentedDocument version_of_lines(Language language, const Lines& lines) {
  std::vector<MadeLine> made;
  for (const std::string& line : lines)
    made.push_back({BlockKind::paragraph, line});
  return made_document(language, made);
}

/// Line N of one says what line N of the other says; an empty line is nothing.
Multitext work_of_lines(const Lines& english, const Lines& french) {
  Multitext work;
  Lines said_in_english;
  Lines said_in_french;
  for (std::size_t line = 0; line < english.size(); ++line) {
    const auto first = static_cast<std::uint32_t>(said_in_english.size());
    const auto second = static_cast<std::uint32_t>(said_in_french.size());
    if (!english[line].empty()) said_in_english.push_back(english[line]);
    if (!french[line].empty()) said_in_french.push_back(french[line]);
    work.rows.push_back({{{first, static_cast<std::uint32_t>(said_in_english.size())},
                          {second, static_cast<std::uint32_t>(said_in_french.size())}}});
  }
  work.documents = {version_of_lines(languages::en, said_in_english),
                    version_of_lines(languages::fr, said_in_french)};
  return work;
}

const Lines english{"The Council met in the morning.", "It adopted resolution 2456.",
                    "It thanked the Secretary-General for his report.",
                    "The meeting rose at noon."};
const Lines french{"Le Conseil s’est réuni le matin.", "Il a adopté la résolution 2456.",
                   "Il a remercié le Secrétaire général de son rapport.",
                   "La séance a été levée à midi."};

std::vector<RevisedRow> revised_to(const Lines& new_english, const Lines& new_french) {
  return revised_rows(work_of_lines(english, french),
                      work_of_lines(new_english, new_french));
}

}  // namespace

TEST_CASE("what stays, what is changed and what is gone is told segment by segment",
          "[workbench]") {
  const auto gone = no_segment;
  CHECK(places({"a b", "c d", "e f"}, {"a b", "c d", "e f"}) ==
        std::vector<std::uint32_t>{0, 1, 2});
  CHECK(places({"a b", "c d", "e f"}, {"x y", "a b", "e f"}) ==
        std::vector<std::uint32_t>{1, gone, 2});
  // Changed: it shares half of its words.
  CHECK(places({"a b", "the old word here", "e f"}, {"a b", "the new word here", "e f"}) ==
        std::vector<std::uint32_t>{0, 1, 2});
  // Segments that stand there several times keep their order.
  CHECK(places({"Noted.", "x y z", "Noted."}, {"Noted.", "Noted."}) ==
        std::vector<std::uint32_t>{0, gone, 1});
  CHECK(places({}, {"a"}).empty());
  CHECK(places({"a"}, {}) == std::vector<std::uint32_t>{gone});
}

TEST_CASE("a translation that did not follow is named", "[workbench]") {
  Lines changed = english;
  changed[1] = "It adopted resolution 2457 by a vote.";
  const auto rows = revised_to(changed, french);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].before == std::vector<std::uint32_t>{1});
  CHECK(rows[0].after == std::vector<std::uint32_t>{1});
  CHECK(rows[0].not_followed(languages::en) == std::vector{languages::fr});
  CHECK(rows[0].alone(languages::en).empty());
  CHECK(rows[0].cells[0].change == CellChange::words);
  CHECK(rows[0].cells[0].before == english[1]);
}

TEST_CASE("a translation that follows is not named, nor is one for a comma",
          "[workbench]") {
  Lines changed = english;
  changed[1] = "It adopted resolution 2457 by a vote.";
  changed[3] = "The meeting rose, at noon.";
  Lines followed = french;
  followed[1] = "Il a adopté la résolution 2457 par un vote.";
  const auto rows = revised_to(changed, followed);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].not_followed(languages::en).empty());
  CHECK(rows[1].cells[0].change == CellChange::marks);
  CHECK(rows[1].not_followed(languages::en).empty());
}

TEST_CASE("sentences that are added, or gone, have to be so in all languages",
          "[workbench]") {
  Lines longer = english;
  longer.insert(longer.begin() + 2, "It will meet again in May.");
  Lines gap = french;
  gap.insert(gap.begin() + 2, "");
  const auto added = revised_to(longer, gap);
  REQUIRE(added.size() == 1);
  CHECK(added[0].before.empty());
  CHECK(added[0].cells[0].change == CellChange::added);
  CHECK(added[0].not_followed(languages::en) == std::vector{languages::fr});
  Lines shorter = english;
  shorter[2].clear();
  const auto removed = revised_to(shorter, french);
  REQUIRE(removed.size() == 1);
  CHECK(removed[0].cells[0].change == CellChange::removed);
  CHECK(removed[0].not_followed(languages::en) == std::vector{languages::fr});
}

TEST_CASE("a translation that changes alone is told as such", "[workbench]") {
  Lines corrected = french;
  corrected[0] = "Le Conseil de sécurité s’est réuni le matin.";
  const auto rows = revised_to(english, corrected);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].alone(languages::en) == std::vector{languages::fr});
  CHECK(rows[0].not_followed(languages::en).empty());
}

TEST_CASE("revisions that say the same have no changed rows", "[workbench]") {
  CHECK(revised_to(english, french).empty());
}

}  // namespace hexapla
