#include "term/termbase.hpp"
#include "utf16.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("a termbase is read by its content, not by its name", "[term]") {
  const std::string csv = "concept,language,term\nc1,en,ceasefire\n";
  const std::string tbx =
      R"(<?xml version="1.0"?><martif type="TBX"><text><body><termEntry id="c1">)"
      R"(<langSet xml:lang="en"><tig><term>ceasefire</term></tig></langSet></termEntry>)"
      R"(</body></text></martif>)";
  const Termbase expected{{{"c1", "", {{languages::en, "ceasefire", {}, "", "", ""}}}}};
  CHECK(read_termbase(csv, "terms.tbx") == expected);
  CHECK(read_termbase(tbx, "terms.csv") == expected);
  CHECK(read_termbase("\xEF\xBB\xBF" + tbx, "terms") == expected);
  CHECK(read_termbase("\xEF\xBB\xBF" + csv, "terms") == expected);
  CHECK(read_termbase(utf16_of(csv), "terms") == expected);
  CHECK(read_termbase(utf16_of("<" + tbx.substr(tbx.find("martif"))), "terms") == expected);
}

}  // namespace hexapla
