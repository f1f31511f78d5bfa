#include "exchange/lines/moses.hpp"

#include "exchange/made_up.hpp"
#include "files.hpp"

#include <sstream>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("a Moses pair has the units that both sides have, line by line", "[export]") {
  std::ostringstream source;
  std::ostringstream target;
  CHECK(write_moses(source, target, made_up_units(), {languages::zh, languages::ar}) ==
        Exported{2, 2, 0});
  CHECK(source.str() == "安全理事会\n第七十五年\n");
  CHECK(target.str() == "مجلس الأمن\nالسنة الخامسة والسبعون\n");
}

TEST_CASE("no line end of any kind stays inside a Moses line", "[export][edge]") {
  const auto line_end = GENERATE(values<std::string>(
      {"\n", "\r", "\v", "\f", "\x1C", "\x1E", "\u0085", "\u2028", "\u2029"}));
  const std::vector<AlignedUnit> units{
      {0,
       {made_up_cell(languages::en, "Distr." + line_end + "General", 0),
        made_up_cell(languages::es, "Distr. general", 0)},
       1}};
  std::ostringstream source;
  std::ostringstream target;
  write_moses(source, target, units, {languages::en, languages::es});
  CHECK(source.str() == "Distr. General\n");
}

}  // namespace hexapla
