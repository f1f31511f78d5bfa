#include "check/dismissals.hpp"

#include "text/error.hpp"

#include <sstream>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

Finding wrong_number(std::uint32_t segment) {
  Finding finding;
  finding.rule = Rule::number;
  finding.source = {{languages::zh, segment, {0, 2}}};
  finding.target = {{languages::fr, segment, {7, 9}}};
  return finding;
}

std::string_view sound(const Spot& spot) {
  return spot.language == languages::zh ? "32 人被捕" : "Il y a 23 arrestations";
}

std::string_view mended(const Spot& spot) {
  return spot.language == languages::zh ? "32 人被捕" : "Il y a 24 arrestations";
}

}  // namespace

TEST_CASE("a dismissal counts for its place only", "[check][dismissals]") {
  Dismissals dismissals;
  dismissals.add(wrong_number(4), sound);
  CHECK(dismissals.holds(wrong_number(4), sound));
  CHECK_FALSE(dismissals.holds(wrong_number(5), sound));
  Finding other = wrong_number(4);
  other.rule = Rule::date;
  CHECK_FALSE(dismissals.holds(other, sound));
}

TEST_CASE("a dismissal lapses when the text changes", "[check][dismissals]") {
  Dismissals dismissals;
  dismissals.add(wrong_number(4), sound);
  CHECK_FALSE(dismissals.holds(wrong_number(4), mended));
}

TEST_CASE("dismissals are read as they were written", "[check][dismissals]") {
  Dismissals written;
  written.add(wrong_number(4), sound);
  written.add(wrong_number(9), sound);
  std::ostringstream out;
  written.write(out);
  Dismissals read;
  read.read(out.str(), "d.tsv");
  CHECK(read.size() == 2);
  CHECK(read.holds(wrong_number(9), sound));
}

TEST_CASE("a broken line of dismissals is named", "[check][dismissals][edge]") {
  Dismissals dismissals;
  CHECK_THROWS_WITH(dismissals.read("number\tfr\n", "d.tsv"), Catch::Contains("d.tsv:1"));
  CHECK_THROWS_WITH(dismissals.read("# x\nsense\tfr\t1\tff\n", "d.tsv"),
                    Catch::Contains("d.tsv:2") && Catch::Contains("sense"));
  CHECK_THROWS_AS(dismissals.read("number\tfr\t-1\tff", "d.tsv"), Error);
}

}  // namespace hexapla
