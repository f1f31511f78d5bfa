#include "format/csv_rows.hpp"
#include "format/line_reader.hpp"
#include "text/error.hpp"
#include "utf16.hpp"

#include <sstream>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla::lines_test {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in(text);
  LineReader reader(in, "t.txt");
  std::vector<std::string> lines;
  for (std::string_view line; reader.next(line);)
    lines.emplace_back(line);
  return lines;
}

std::vector<std::vector<std::string>> rows_of(const std::string& text) {
  std::istringstream in(text);
  const auto source = csv_rows(in, "t.csv");
  std::vector<std::vector<std::string>> rows;
  for (TableRow row; source->next(row);)
    rows.push_back(row.fields);
  return rows;
}

using Lines = std::vector<std::string>;
using Rows = std::vector<std::vector<std::string>>;

}  // namespace

TEST_CASE("lines come without mark and ends, the last with or without one", "[format]") {
  CHECK(lines_of("\xEF\xBB\xBF"
                 "会议\r\n\nопределение\n") == Lines{"会议", "", "определение"});
  CHECK(lines_of("a\nb") == Lines{"a", "b"});
  CHECK(lines_of("").empty());
  const std::string longer(200'000, 'x');
  CHECK(lines_of(longer + "\ny\n") == Lines{longer, "y"});
}

TEST_CASE("a spreadsheet's text in UTF-16 is read as lines and as rows", "[format]") {
  // As Excel writes "Unicode text": "en\tzh", then "Charter" and 宪章, little-endian.
  using namespace std::string_literals;
  const std::string text =
      utf16_of("en\tzh\r\nCharter\t") + "\xAA\x5B\xE0\x7A"s + "\r\0\n\0"s;
  CHECK(lines_of(text) == Lines{"en\tzh", "Charter\t宪章"});
  CHECK(rows_of(text) == Rows{{"en", "zh"}, {"Charter", "宪章"}});
  CHECK(lines_of("\xFE\xFF\x5B\xAA\x7A\xE0"s) == Lines{"宪章"});
  // Longer than what is read at once.
  const std::string longer(200'000, 'x');
  CHECK(lines_of(utf16_of(longer + "\ny\n")) == Lines{longer, "y"});
  CHECK(rows_of(utf16_of("en,fr\n" + longer + ",y\n")) ==
        Rows{{"en", "fr"}, {longer, "y"}});
}

TEST_CASE("UTF-16 that breaks off is refused by its line", "[format][error]") {
  CHECK_THROWS_WITH(lines_of(utf16_of("en\nCharter") + "x"),
                    Catch::Contains("t.txt:2") && Catch::Contains("UTF-16"));
}

TEST_CASE("a line that is no UTF-8 is refused by its number", "[format][error]") {
  CHECK_THROWS_WITH(lines_of("a\n\xC3\x28\n"), Catch::Contains("t.txt:2"));
}

TEST_CASE("rows of a stream are those of the same text, whatever its line ends",
          "[format]") {
  const Rows expected{{"en", "fr"}, {"a, \"b\"\nc", "d"}, {"", "é"}};
  CHECK(rows_of("en,fr\n\"a, \"\"b\"\"\nc\",d\n,é\n") == expected);
  CHECK(rows_of("\xEF\xBB\xBF"
                "en,fr\r\n\"a, \"\"b\"\"\r\nc\",d\r\n,é") == expected);
  CHECK(rows_of("en;fr\n\"x;y\";z") == Rows{{"en", "fr"}, {"x;y", "z"}});
}

TEST_CASE("a quoted field longer than a chunk is one field", "[format]") {
  const std::string longer = std::string(150'000, 'x') + "\"\"" + std::string(70'000, 'y');
  const Rows rows = rows_of("en\n\"" + longer + "\"\n");
  REQUIRE(rows.size() == 2);
  CHECK(rows[1][0].size() == longer.size() - 1);
}

TEST_CASE("a quotation mark that is never closed is refused", "[format][error]") {
  CHECK_THROWS_WITH(rows_of("en\n\"a\nb\n"), Catch::Contains("t.csv:2"));
  // At the limit of a field, and at the line where it begins: not at the end of the file.
  const std::string lines(std::size_t{20} << 20, '\n');
  CHECK_THROWS_WITH(rows_of("en\n\"a" + lines),
                    Catch::Contains("t.csv:2") && Catch::Contains("16 MiB"));
}

TEST_CASE("a table whose lines end in returns alone has its rows", "[format]") {
  std::istringstream in("en,zh\rWar,战争\rPeace,和平\r");
  const auto source = csv_rows(in, "mac.csv");
  TableRow row;
  std::vector<std::vector<std::string>> rows;
  while (source->next(row))
    rows.push_back(row.fields);
  CHECK(rows == std::vector<std::vector<std::string>>{
                    {"en", "zh"}, {"War", "战争"}, {"Peace", "和平"}});
}

}  // namespace hexapla::lines_test
