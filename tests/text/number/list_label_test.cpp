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

TEST_CASE("not everything at the start is a label", "[text][edge]") {
  for (const std::string_view text :
       {"", "3.5 per cent", "A. Smith spoke", "(see annex)", "2020 was hard", "(a)", "5"})
    CHECK(places(text).empty());
}

}  // namespace hexapla
