#include "align/evidence/label_runs.hpp"

#include <tuple>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

using Labels = std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>>;

/// Segment, run, value of each.
Labels labels(Language language, const std::vector<std::string_view>& segments) {
  Labels found;
  for (const SegmentLabel& label : labels_of({language, segments, {}}))
    found.emplace_back(label.segment, label.run, label.value);
  return found;
}

}  // namespace

TEST_CASE("paragraphs and the points inside them are runs of their own", "[align]") {
  CHECK(labels(languages::en,
               {"1. Welcomes the report;", "2. Requests the Secretary-General:",
                "(a) To continue his efforts;", "(b) To report;",
                "(c) To consult:", "(i) With Member States;", "(ii) With the agencies;",
                "(iii) With the funds;", "(d) To inform the Council;",
                "3. Decides to remain seized."}) == Labels{{0, 0, 1},
                                                           {1, 0, 2},
                                                           {2, 1, 1},
                                                           {3, 1, 2},
                                                           {4, 1, 3},
                                                           {5, 2, 1},
                                                           {6, 2, 2},
                                                           {7, 2, 3},
                                                           {8, 1, 4},
                                                           {9, 0, 3}});
}

TEST_CASE("labels of every script count up", "[align]") {
  const Labels three{{0, 0, 1}, {1, 0, 2}, {2, 0, 3}};
  CHECK(labels(languages::ru, {"а) бюджет;", "б) персонал;", "в) помещения;"}) == three);
  CHECK(labels(languages::ar, {"(أ) الميزانية؛", "(ب) الموظفون؛", "(ج) المباني؛"}) ==
        three);
  CHECK(labels(languages::zh, {"（一）预算；", "（二）人员；", "（三）房舍；"}) == three);
  CHECK(labels(languages::zh, {"第一条", "第二条", "第三条"}) == three);
  CHECK(labels(languages::ar, {"المادة ١", "المادة ٢", "المادة ٣"}) == three);
  CHECK(labels(languages::fr, {"Article 1", "Article 2", "Article 3"}) == three);
  CHECK(labels(languages::en, {"ANNEX I", "ANNEX II", "ANNEX III"}) == three);
  CHECK(labels(languages::en,
               {"1 In the beginning", "2 And the earth", "3 And God said"}) == three);
}

TEST_CASE("a list that restarts is another run", "[align]") {
  CHECK(labels(languages::en, {"1. One;", "2. Two;", "3. Three;", "1. Again;",
                               "2. And again;", "3. Thrice;"}) ==
        Labels{{0, 0, 1}, {1, 0, 2}, {2, 0, 3}, {3, 1, 1}, {4, 1, 2}, {5, 1, 3}});
}

TEST_CASE("numbers that don't count up are no labels", "[align][edge]") {
  CHECK(labels(languages::en, {"12 States voted.", "2020 was hard.", "40 abstained."})
            .empty());
  CHECK(labels(languages::en, {"1. One;", "Nothing", ""}).empty());
  CHECK(labels(languages::en, {}).empty());
}

TEST_CASE("what remains without its number is the text", "[align]") {
  const std::vector<std::string_view> segments{"Article 1", "Article 2", "Article 3",
                                               "In 1999"};
  CHECK(texts_without_labels({languages::en, segments, {}}) ==
        std::vector<std::string>{"Article ", "Article ", "Article ", "In 1999"});
}

TEST_CASE("a heading of a word and a number has that number", "[align]") {
  CHECK(heading_number("Annex II", languages::en) == 2U);
  CHECK(heading_number("ANNEXE 3", languages::fr) == 3U);
  CHECK(heading_number("附件二", languages::zh) == 2U);
  CHECK(heading_number("Приложение II", languages::ru) == 2U);
  CHECK(heading_number("المرفق الثاني", languages::ar) == 2U);
  CHECK(!heading_number("Terms of reference", languages::en));
  CHECK(!heading_number("The meeting rose at 6", languages::en));
  CHECK(!heading_number("", languages::en));
}

}  // namespace hexapla
