#include "cli/run.hpp"

#include <catch2/catch.hpp>

namespace hexapla::cli::list_options_test {

TEST_CASE("completion is told verbs and options by the program itself", "[cli]") {
  CHECK(run({"--list-options"}).out.find("batch\n") != std::string::npos);
  CHECK(run({"corpus", "--list-options"}).out.find("merge\n") != std::string::npos);
  CHECK(run({"corpus", "merge", "--list-options"}).out == "--out\n");
  for (const Command* command : commands) {
    CAPTURE(command->name);
    const Outcome result = run({std::string(command->name), "--list-options"});
    CHECK(result.exit == Exit::done);
    CHECK_FALSE(result.out.empty());
  }
}

}  // namespace hexapla::cli::list_options_test
