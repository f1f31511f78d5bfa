#include "exchange/filter/filter_plan.hpp"

#include "errors.hpp"

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

std::string complaint_about(const std::string& text) {
  return error_of(Fault::malformed, [&] { (void)read_filter_plan(text, "clean.filter"); });
}

}  // namespace

TEST_CASE("a filter file is read line by line, remarks are for people", "[exchange]") {
  const FilterPlan plan = read_filter_plan(
      "# for training\n"
      "\n"
      "length min=2 max=100 in=words # of each text\n"
      "  numbers least=.5\n"
      "regex drop in=en pattern=^Page #\\d+  # furniture\n"
      "sample units=1000 seed=7\r\n"
      "sort by=length descending\n",
      "clean.filter");
  REQUIRE(plan.filters.size() == 3);
  CHECK(plan.filters[0].text == "length min=2 max=100 in=words");
  CHECK(plan.filters[0].number == 3);
  CHECK(plan.filters[2].arguments.back().value == "^Page #\\d+");
  REQUIRE(plan.sample);
  CHECK(plan.sample->units == 1000);
  CHECK(plan.sample->seed == 7);
  REQUIRE(plan.sort);
  CHECK(plan.sort->by == SortKey::length);
  CHECK(plan.sort->descending);
}

TEST_CASE("what makes no sense in a filter file is told with its line",
          "[exchange][error]") {
  CHECK(complaint_about("length\nlenght max=3\n").find("clean.filter:2: lenght") == 0);
  CHECK(complaint_about("length maximum=3").find("knows no 'maximum'") !=
        std::string::npos);
  CHECK(complaint_about("ratio max=many").find("max is no number") != std::string::npos);
  CHECK(complaint_about("numbers least=2").find("least is no number") != std::string::npos);
  CHECK(complaint_about("length in=bytes").find("characters, words") != std::string::npos);
  CHECK(complaint_about("regex drop pattern=(").find("regular expression") !=
        std::string::npos);
  CHECK(complaint_about("regex pattern=a").find("drop or keep") != std::string::npos);
  CHECK(complaint_about("sample share=.1\nsample share=.2").find("twice") !=
        std::string::npos);
  CHECK(complaint_about("sample").find("how many") != std::string::npos);
}

}  // namespace hexapla
