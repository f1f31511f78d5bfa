#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/interrupts.hpp"
#include "cli/terminal.hpp"

#include <cstdlib>
#include <iostream>
#include <new>
#include <span>
#include <string_view>
#include <vector>

#include <malloc.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace {

std::size_t terminal_columns() {
  constexpr std::size_t usual_columns = 80;
  winsize size{};
  const bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : usual_columns;
}

/// Memory that is given back to the system is asked for again at once: a work in six
/// versions is aligned thirty times.
void keep_memory() {
  constexpr int most_kept = 128 << 20;       // bytes at the end of the heap
  constexpr int largest_in_heap = 32 << 20;  // bytes; malloc takes no more for an answer
  constexpr int taken_at_once = 4 << 20;     // bytes
  mallopt(M_TRIM_THRESHOLD, most_kept);
  mallopt(M_MMAP_THRESHOLD, largest_in_heap);
  mallopt(M_TOP_PAD, taken_at_once);
}

int run(int argc, char** argv) {
  namespace cli = hexapla::cli;
  keep_memory();
  cli::handle_interrupts();
  std::ios::sync_with_stdio(false);
  const bool terminal = isatty(STDOUT_FILENO) == 1;
  const bool colour = terminal && std::getenv("NO_COLOR") == nullptr;
  const std::vector<std::string_view> words(argv + 1, argv + argc);
  if (!words.empty() && words.front() == cli::clear_up_word) {
    cli::clear_up(std::span(words).subspan(1));
    return 0;
  }
  const bool err_is_terminal = isatty(STDERR_FILENO) == 1;
  cli::TerminalBuffer shown(*std::cout.rdbuf());
  cli::TerminalBuffer told(*std::cerr.rdbuf());
  std::ostream out(terminal ? &shown : std::cout.rdbuf());
  // Messages name files and quote texts; logs are looked at on terminals, too.
  std::ostream err(&told);
  err << std::unitbuf;
  const cli::Exit exit = cli::run_program(
      words, {std::cin, out, err, terminal, err_is_terminal, colour, terminal_columns()});
  out.flush();
  return static_cast<int>(exit);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::bad_alloc&) {  // before or after run_program(), which catches its own
    constexpr std::string_view words = "hexapla: not enough memory\n";
    static_cast<void>(!write(STDERR_FILENO, words.data(), words.size()));
    return static_cast<int>(hexapla::cli::Exit::failed);
  }
}
