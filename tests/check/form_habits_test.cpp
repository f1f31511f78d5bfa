#include "check/form_habits.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("the mark that ends a text is told in every script", "[check][end_mark]") {
  const auto [text, mark] =
      GENERATE(table<std::string, EndMark>({{"会议结束。", EndMark::full_stop},
                                            {"هل انتهى؟", EndMark::question},
                                            {"« Qui a voté\u00A0? »", EndMark::question},
                                            {"Decides:", EndMark::colon},
                                            {"（一）", EndMark::none},
                                            {"", EndMark::none}}));
  CAPTURE(text);
  CHECK(end_mark_of(text) == mark);
}

TEST_CASE("blanks are odd in pairs and at the ends", "[check][blank]") {
  CHECK(odd_blanks_in("a b c").empty());
  CHECK(odd_blanks_in("a  b") == std::vector<ByteRange>{{1, 3}});
  CHECK(odd_blanks_in(" a ") == std::vector<ByteRange>{{0, 1}, {2, 3}});
  CHECK(odd_blanks_in("").empty());
}

TEST_CASE("too few pairs are no habit", "[check][end_mark]") {
  FormHabits habits;
  for (int pair = 0; pair < 10; ++pair)
    habits.add("会议结束。", "It rose");
  CHECK(habits.share_of_ends(EndMark::full_stop, EndMark::none) == std::nullopt);
  for (int pair = 0; pair < 20; ++pair)
    habits.add("会议结束。", "It rose.");
  CHECK(*habits.share_of_ends(EndMark::full_stop, EndMark::none) == Approx(9.0 / 29));
}

TEST_CASE("no-break spaces are a habit where nearly all are", "[check][blank]") {
  FormHabits habits;
  for (int pair = 0; pair < 12; ++pair)
    habits.add("谁？", "Qui\u00A0?");
  CHECK(habits.keeps_no_break_spaces());
  habits.add("谁？", "Qui ?");
  habits.add("谁？", "Qui ?");
  CHECK_FALSE(habits.keeps_no_break_spaces());
}

}  // namespace hexapla
