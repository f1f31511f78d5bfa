#pragma once

#include "cli/command.hpp"
#include "folder.hpp"

#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla::cli {

struct Outcome {
  Exit exit = Exit::done;
  std::string out;
  std::string err;
};

/// Runs the program as a shell would, in this process.
inline Outcome run(const std::vector<std::string>& words, const std::string& input = "") {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  const std::vector<std::string_view> views(words.begin(), words.end());
  const Exit exit = run_program(views, {in, out, err});
  return {exit, out.str(), err.str()};
}

inline void check_done(const Outcome& outcome) {
  CAPTURE(outcome.err);
  REQUIRE(outcome.exit == Exit::done);
}

/// How a command ends that can't go on, and what it says then.
inline void check_refused(const Outcome& outcome, Exit exit, const std::string& words) {
  CHECK(outcome.exit == exit);
  CHECK_THAT(outcome.err, Catch::Contains(words));
}

/// A file of the project, named from its top folder.
inline std::string in_project(const std::string& name) {
  return std::string(SOURCE_ROOT) + "/" + name;
}

}  // namespace hexapla::cli
