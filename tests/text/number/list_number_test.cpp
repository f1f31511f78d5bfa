#include "text/number/list_number.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("a list's number is printed in the format of the list", "[document]") {
  const auto [format, number, printed] = GENERATE(table<std::string, int, std::string>({
      {"decimal", 12, "12"},
      {"decimalZero", 7, "07"},
      {"lowerLetter", 2, "b"},
      {"upperLetter", 28, "BB"},
      {"a", 28, "ab"},
      {"A", 3, "C"},
      {"lowerRoman", 14, "xiv"},
      {"I", 1999, "MCMXCIX"},
      {"upperRoman", 5000, "5000"},
      {"russianLower", 3, "в"},
      {"russianUpper", 9, "И"},
      {"arabicAlpha", 3, "ت"},
      {"arabicAbjad", 3, "ج"},
      {"chineseCounting", 1, "一"},
      {"chineseCountingThousand", 12, "十二"},
      {"chineseCounting", 20, "二十"},
      {"ideographDigital", 10, "一〇"},
      {"ideographTraditional", 3, "丙"},
      {"ideographZodiac", 13, "13"},
      {"decimalEnclosedCircle", 2, "②"},
      {"decimalEnclosedCircleChinese", 36, "㊱"},
      {"decimalEnclosedParen", 20, "⒇"},
      {"decimalFullWidth", 12, "１２"},
      {"hindiNumbers", 25, "२५"},
      {"chicago", 5, "**"},
      {"none", 4, ""},
      {"lowerLetter", 0, "0"},
      {"a", -3, "-3"},
      {"hebrew1", 5, "5"},
  }));
  CAPTURE(format, number);
  CHECK(list_number(format, number) == printed);
}

}  // namespace hexapla
