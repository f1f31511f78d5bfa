#include "exchange/lines/tsv.hpp"

#include "exchange/made_up.hpp"
#include "files.hpp"

#include <algorithm>
#include <sstream>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("a table has a head, a line a unit and a column a language", "[export]") {
  std::ostringstream out;
  const std::vector columns{languages::en, languages::zh};
  CHECK(write_tsv(out, made_up_units(), columns) == Exported{3, 1, 0});
  CHECK(lines_in(out.str()) ==
        std::vector<std::string>{
            "unit\tconfidence\ten\tzh", "0\t1.000000\tSecurity Council\t安全理事会",
            "1\t0.875000\tSeventy-fifth year\t第七十五年", "2\t0.333333\tA & B <\"c\">\t"});
}

TEST_CASE("tabs, line ends and backslashes do not break a table", "[export][edge]") {
  const std::vector<AlignedUnit> units{
      {0, {made_up_cell(languages::ru, "а\tб\nв\r\\г", 0)}, 1}};
  std::ostringstream out;
  write_tsv(out, units, std::vector{languages::ru});
  CHECK(lines_in(out.str()).at(1) == "0\t1.000000\tа\\tб\\nв\\r\\\\г");
}

}  // namespace hexapla
