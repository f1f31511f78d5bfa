#pragma once

#include <cstdlib>
#include <exception>
#include <iostream>
#include <span>
#include <string_view>

namespace hexapla {

/// main() of a measuring program: runs it on the words of its command line; an error is
/// told with the program's name and makes the exit code EXIT_FAILURE.
inline int run_program(std::string_view name, int count, char** words,
                       int (*run)(std::span<char*> words)) {
  try {
    return run({words, static_cast<std::size_t>(count)});
  } catch (const std::exception& error) {
    std::cerr << name << ": " << error.what() << '\n';
    return EXIT_FAILURE;
  }
}

}  // namespace hexapla
