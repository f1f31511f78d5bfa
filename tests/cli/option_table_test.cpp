#include "cli/option_table.hpp"

#include "cli/command.hpp"

#include <catch2/catch.hpp>

namespace hexapla::cli {
namespace {

enum class Order { text, certainty };

struct Given {
  std::vector<std::string> files;
  std::string into;
  std::optional<Order> order;
  std::optional<std::uint32_t> segment;
  std::uint32_t width = 80;
  double ratio = 0;
  bool all = false;
};

Given read(const std::vector<std::string_view>& words) {
  Given given;
  OptionTable table;
  table.words("one or two files are needed", given.files, 1, 2);
  table.required("into", given.into);
  table.choice("order", given.order,
               {{"text", Order::text}, {"certainty", Order::certainty}});
  table.value("segment", given.segment);
  table.positive("width", given.width);
  table.number("ratio", given.ratio, 1, 10);
  table.flag("all", given.all);
  table.read(words);
  return given;
}

}  // namespace

TEST_CASE("options become the members that they are bound to", "[cli]") {
  const Given given = read({"a.hexa", "--into", "b", "--order", "certainty", "--segment",
                            "0", "--width", "120", "--ratio", "2.5", "--all"});
  CHECK(given.files == std::vector<std::string>{"a.hexa"});
  CHECK(given.into == "b");
  CHECK(given.order == Order::certainty);
  CHECK(given.segment == 0U);
  CHECK(given.width == 120);
  CHECK(given.ratio == 2.5);
  CHECK(given.all);
}

TEST_CASE("a member keeps its value when nobody gives its option", "[cli]") {
  const Given given = read({"a.hexa", "--into", "b"});
  CHECK_FALSE(given.order);
  CHECK_FALSE(given.segment);
  CHECK(given.width == 80);
  CHECK_FALSE(given.all);
}

TEST_CASE("an option that can't be what it says is named with what it takes",
          "[cli][error]") {
  const auto [words, message] = GENERATE(table<std::vector<std::string_view>, std::string>({
      {{"a"}, "--into is missing"},
      {{"--into", "b"}, "one or two files are needed"},
      {{"a", "b", "c", "--into", "d"}, "one or two files are needed"},
      {{"a", "--into", "b", "--into", "c"}, "--into is given twice"},
      {{"a", "--into", "b", "--order", "rule"}, "--order is text or certainty, not 'rule'"},
      {{"a", "--into", "b", "--segment", "12a"},
       "--segment takes a whole number from 0 on, not '12a'"},
      {{"a", "--into", "b", "--width", "0"},
       "--width takes a whole number from 1 on, not '0'"},
      {{"a", "--into", "b", "--ratio", "nan"},
       "--ratio is a number from 1 to 10, not 'nan'"},
  }));
  CHECK_THROWS_WITH(read(words), message);
}

TEST_CASE("what is needed and was not given is named", "[cli][error]") {
  CHECK(needed("row", std::optional(7)) == 7);
  CHECK_THROWS_WITH(needed("row", std::optional<int>()), "--row is missing");
}

}  // namespace hexapla::cli
