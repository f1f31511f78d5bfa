#include "exchange/lines/safe_cell.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("what a spreadsheet would take for a formula begins with an apostrophe",
          "[exchange]") {
  const auto [text, cell] = GENERATE(table<std::string, std::string>(
      {{"=HYPERLINK(\"http://a\")", "'=HYPERLINK(\"http://a\")"},
       {"+1", "'+1"},
       {"-2+3", "'-2+3"},
       {"@SUM(A1)", "'@SUM(A1)"},
       {"\t=1", "'\t=1"},
       {"\r=1", "'\r=1"},
       {"＝1+1", "'＝1+1"},
       {"＠A1", "'＠A1"},
       {"The Council = 15 members", "The Council = 15 members"},
       {"（续）", "（续）"},
       {"—", "—"},
       {"", ""}}));
  CAPTURE(text);
  CHECK(safe_cell(text) == cell);
}

}  // namespace hexapla
