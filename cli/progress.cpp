#include "cli/progress.hpp"

#include "cli/terminal.hpp"

#include <ostream>

namespace hexapla::cli {
namespace {

// ECMA-48: back to the first column, erase to the end of the line.
constexpr std::string_view clear_line = "\r\x1B[K";

}  // namespace

Progress::Progress(Streams& streams) : streams_(streams) {}

Progress::~Progress() {
  if (streams_.err_is_terminal) {
    write_raw(streams_.err, clear_line);
    streams_.err << std::flush;
  }
}

void Progress::say(std::string_view doing) {
  if (!streams_.err_is_terminal) return;
  write_raw(streams_.err, clear_line);
  streams_.err << doing << " ..." << std::flush;
}

}  // namespace hexapla::cli
