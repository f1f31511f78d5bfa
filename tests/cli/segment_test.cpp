#include "cli/run.hpp"
#include "files.hpp"

#include <catch2/catch.hpp>

namespace hexapla::cli {

TEST_CASE("hexapla segment prints one sentence a line", "[cli]") {
  const Outcome outcome = run({"segment", "--language", "zh"}, "第一条。第二条。");
  CHECK(outcome.exit == Exit::done);
  CHECK(outcome.out == "第一条。\n第二条。\n");
  CHECK(outcome.err.empty());
}

TEST_CASE("hexapla segment cuts the letter as its gold has it", "[cli]") {
  const Outcome outcome = run({"segment", in_project("corpora/letter/letter.fr.txt")});
  CHECK(outcome.out == project_file("corpora/letter/gold/fr.segments"));
}

}  // namespace hexapla::cli
