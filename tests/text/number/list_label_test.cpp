#include "text/number/list_label.hpp"

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

std::vector<std::size_t> places(std::string_view text) {
  const auto label = list_label_of(text);
  return label ? label->places : std::vector<std::size_t>{};
}

using Places = std::vector<std::size_t>;

}  // namespace

TEST_CASE("points are numbered in many ways", "[text]") {
  CHECK(places("12. Welcomes the report;") == Places{12});
  CHECK(places("(c) To report;") == Places{3});
  CHECK(places("(iv) To report;") == Places{4});
  CHECK(places("(i) To report;") == Places{9, 1});
  CHECK(places("（三）报告；") == Places{3});
  CHECK(places("十二、欢迎报告；") == Places{12});
  CHECK(places("в) представить доклад;") == Places{3});
  CHECK(places("(ج) أن تقدم تقريرا؛") == Places{3});
  CHECK(places("٣. ترحب بالتقرير؛") == Places{3});
}

TEST_CASE("letters of points are found wherever a text refers to them", "[text]") {
  using All = std::vector<Places>;
  const auto cited = [](std::string_view text) {
    All all;
    for (const ListLabel& label : cited_labels(text))
      all.push_back(label.places);
    return all;
  };
  CHECK(cited("paragraphs 3 (b) and (c)") == All{{2}, {3}});
  CHECK(cited("aux alinéas a) à c) du paragraphe 4") == All{{1}, {3}});
  CHECK(cited("подпункт б) пункта 4") == All{{2}});
  CHECK(cited("الفقرة 3 (ب)") == All{{2}});
  CHECK(cited("الفقرة (هـ)") == All{{5}});
  CHECK(cited("第74(b)(ii)项") == All{{2}, {2}});
  // A Cyrillic с is typed for the Latin c.
  CHECK(cited("подпункт с)") == All{{17, 3}});
  for (const std::string_view text : {"State(s)", "six feet (1.8 m) apart", "(see annex)",
                                      "el/la funcionario(a)", "resolution 1325 (2000)"})
    CHECK(cited(text).empty());
}

TEST_CASE("not everything at the start is a label", "[text][edge]") {
  for (const std::string_view text :
       {"", "3.5 per cent", "A. Smith spoke", "(see annex)", "2020 was hard", "(a)", "5"})
    CHECK(places(text).empty());
}

}  // namespace hexapla
