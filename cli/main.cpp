#include "cli/command.hpp"
#include "cli/files.hpp"

#include <cstdlib>
#include <iostream>
#include <vector>

#include <sys/ioctl.h>
#include <unistd.h>

namespace {

std::size_t terminal_columns() {
  constexpr std::size_t usual_columns = 80;
  winsize size{};
  const bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : usual_columns;
}

}  // namespace

int main(int argc, char** argv) {
  namespace cli = hexapla::cli;
  cli::handle_interrupts();
  std::ios::sync_with_stdio(false);
  const bool terminal = isatty(STDOUT_FILENO) == 1;
  const bool colour = terminal && std::getenv("NO_COLOR") == nullptr;
  const std::vector<std::string_view> words(argv + 1, argv + argc);
  const cli::Exit exit =
      cli::run_program(words, {std::cin, std::cout, std::cerr, terminal,
                               isatty(STDERR_FILENO) == 1, colour, terminal_columns()});
  return static_cast<int>(exit);
}
