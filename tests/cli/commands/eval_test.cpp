#include "cli/run.hpp"

#include <catch2/catch.hpp>

namespace hexapla::cli {

TEST_CASE("hexapla eval pools its figures over the documents", "[cli]") {
  Folder folder;
  std::filesystem::create_directory(folder.path("gold"));
  std::filesystem::create_directory(folder.path("out"));
  folder.write("gold/a.gold", "[0]:[0]\n[1]:[1, 2]\n[2]:[]\n");
  folder.write("out/a.align", "[0]:[0]:0.9\n[1]:[1]:0.4\n[]:[2]:0.3\n[2]:[]:0.8\n");
  folder.write("gold/b.gold", "[0]:[0]\n");
  const Outcome outcome = run({"eval", folder.path("gold"), folder.path("out")});
  CHECK(outcome.exit == Exit::done);
  // Counted by hand: 2 of 4 links are gold links; 1 of 3 gold links with two sides is
  // found.
  CHECK(outcome.out ==
        "strict P 0.5000 R 0.3333 F1 0.4000\n"
        "lax    P 0.7500 R 0.6667 F1 0.7059\n"
        "exact  P 0.5000 R 0.5000 F1 0.5000\n"
        "ECE 0.2500, coverage at 95 % 0.5000, coverage at 98 % 0.5000, coverage at 99 % "
        "0.5000\n"
        "documents 2, without output 1, gold links 4\n");
}

TEST_CASE("hexapla eval names a folder that stands in the place of an alignment",
          "[cli][error]") {
  Folder folder;
  std::filesystem::create_directories(folder.path("out/a.align"));
  std::filesystem::create_directory(folder.path("gold"));
  folder.write("gold/a.gold", "[0]:[0]\n");
  check_refused(run({"eval", folder.path("gold"), folder.path("out")}), Exit::failed,
                "a.align: a directory, not a file");
}

TEST_CASE("hexapla eval wants a folder with gold", "[cli][error]") {
  Folder folder;
  check_refused(run({"eval", folder.path(""), folder.path("")}), Exit::failed,
                "holds no file NAME.gold");
}

}  // namespace hexapla::cli
