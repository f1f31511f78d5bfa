#include "align/links.hpp"

#include "text/error.hpp"

#include <sstream>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("read_links reads the format of vecalign", "[align]") {
  const auto links =
      read_links("[0, 1]:[0]\n[2]:[]:0.93\n\n [ 3 ] : [1,2] \r\n[]:[3]:0.1:x", "a.gold");
  CHECK(links == std::vector<Link>{{{0, 1}, {0}}, {{2}, {}}, {{3}, {1, 2}}, {{}, {3}}});
}

TEST_CASE("read_links keeps links that are not contiguous or not in order",
          "[align][edge]") {
  CHECK(read_links("[4, 2]:[7, 1]\n", "a.gold") == std::vector<Link>{{{4, 2}, {7, 1}}});
}

TEST_CASE("read_links names the file and the line of what is no link", "[align][error]") {
  const auto* const line = GENERATE("[0]", "0:0", "[0]:[a]", "[0]:[1", "[0]:[-1]",
                                    "[0,]:[1]", "[0]:[1] x", "[99999999999]:[0]");
  CAPTURE(line);
  const std::string text = std::string("[0]:[0]\n") + line + "\n";
  CHECK_THROWS_AS(read_links(text, "a.gold"), Error);
  try {
    (void)read_links(text, "a.gold");
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::malformed);
    CHECK(error.place() == Place{"a.gold", 2});
  }
}

TEST_CASE("write_links writes confidence with six decimals", "[align]") {
  std::ostringstream out;
  const std::vector<Bead> beads{{{0, 2}, {0, 1}, 0.9876543}, {{2, 3}, {1, 1}, 1}};
  write_links(out, beads);
  CHECK(out.str() == "[0, 1]:[0]:0.987654\n[2]:[]:1.000000\n");
}

TEST_CASE("what write_links writes read_links reads", "[align][property]") {
  std::ostringstream out;
  write_links(out, std::vector<Bead>{{{0, 0}, {0, 3}, 0.5}, {{0, 1}, {3, 4}, 1e-9}});
  CHECK(read_links(out.str(), "out") == std::vector<Link>{{{}, {0, 1, 2}}, {{0}, {3}}});
}

}  // namespace hexapla
