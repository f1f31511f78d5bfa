#include "cli/files.hpp"

#include "cli/spared_inputs.hpp"
#include "corpus/database/replace_file.hpp"
#include "text/error.hpp"
#include "text/sha256.hpp"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <sstream>
#include <system_error>

#include <unistd.h>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_path = 4096;              // Linux's PATH_MAX
constexpr std::size_t mebibyte = std::size_t{1} << 20;  // bytes
// No document comes near, and what has no end (/dev/zero) shall not fill the memory.
constexpr std::size_t largest_input = 4096 * mebibyte;
constexpr std::size_t largest_stream = 256 * mebibyte;  // of a pipe or a device

/// A file that an interrupt has to remove.
struct Slot {
  enum State : int { free, filling, guarded };
  std::atomic<int> state = free;
  std::array<char, longest_path> path{};
};

// A signal handler can reach nothing but globals, and may call only unlink and _exit.
std::array<Slot, RemovedOnInterrupt::most_guarded>
    slots;  // NOLINT(*-avoid-non-const-global-variables)

extern "C" void end_on_signal(int signal) {
  constexpr int shell_signal_base = 128;  // POSIX: exit code of a command ended by a signal
  for (const Slot& slot : slots)
    if (slot.state == Slot::guarded) ::unlink(slot.path.data());
  ::_exit(shell_signal_base + signal);
}

[[noreturn]] void fail(Fault fault, const fs::path& file, std::string_view what) {
  throw Error(fault, {file.string(), 0}, what);
}

std::string reason(int error) {
  return std::generic_category().message(error);
}

[[noreturn]] void refuse_size(const fs::path& file, std::size_t most,
                              std::string_view way_out) {
  fail(Fault::unsupported, file,
       "more than " + std::to_string(most / mebibyte) + " MiB, " + std::string(way_out));
}

}  // namespace

void require_input(const fs::path& file) {
  std::error_code error;  // says no more than the type
  const auto type = fs::status(file, error).type();
  if (type == fs::file_type::not_found) fail(Fault::unreadable, file, "no such file");
  if (type == fs::file_type::directory)
    fail(Fault::unreadable, file, "a directory, not a file");
  if (type == fs::file_type::socket) fail(Fault::unreadable, file, "a socket, not a file");
}

std::string read_file(const fs::path& file) {
  require_input(file);
  std::ifstream in(file, std::ios::binary);
  if (!in) fail(Fault::unreadable, file, "can't be read: " + reason(errno));
  std::string bytes;
  constexpr std::size_t least_step = std::size_t{64} * 1024;
  std::error_code unsized;  // a pipe or a device
  const auto size = fs::file_size(file, unsized);
  const std::size_t most = unsized ? largest_stream : largest_input;
  if (!unsized && size > most) refuse_size(file, most, "cut it into parts");
  for (std::size_t step = unsized ? least_step : size + 1; in; step = least_step) {
    const std::size_t begin = bytes.size();
    bytes.resize(begin + step);
    in.read(bytes.data() + begin, static_cast<std::streamsize>(step));
    bytes.resize(begin + static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > most)
      refuse_size(file, most, "or without an end: save it as a file first");
  }
  if (in.bad()) fail(Fault::unreadable, file, "can't be read to its end");
  if (bytes.empty()) fail(Fault::malformed, file, "the file is empty");
  note_input(file);
  return bytes;
}

std::string sha256_of_file(const fs::path& file) {
  require_input(file);
  std::ifstream in(file, std::ios::binary);
  constexpr std::size_t step = std::size_t{64} * 1024;  // bytes
  std::string bytes(step, '\0');
  Sha256 hash;
  while (in) {
    in.read(bytes.data(), static_cast<std::streamsize>(step));
    hash.add(std::string_view(bytes).substr(0, static_cast<std::size_t>(in.gcount())));
  }
  if (!in.eof()) fail(Fault::unreadable, file, "can't be read to its end");
  return hash.finish();
}

void write_file(const fs::path& file, const std::function<void(std::ostream&)>& write) {
  require_spared(file, OutputKind::other);
  std::ostringstream bytes;
  write(bytes);
  require_same_kind(file, bytes.view());
  const RemovedOnInterrupt guard(temporary_beside(file));
  replace_file(file, bytes.view());
}

void change_file(const fs::path& file, const std::function<void(std::ostream&)>& write) {
  std::ostringstream bytes;
  write(bytes);
  const RemovedOnInterrupt guard(temporary_beside(file));
  replace_file(file, bytes.view());
}

RemovedOnInterrupt::RemovedOnInterrupt(const fs::path& temporary) {
  const std::string path = fs::absolute(temporary).string();
  if (path.size() >= longest_path) return;  // the system refuses such a path anyway
  for (slot_ = 0; slot_ < most_guarded; ++slot_) {
    Slot& slot = slots[slot_];
    int expected = Slot::free;
    if (!slot.state.compare_exchange_strong(expected, Slot::filling)) continue;
    std::memcpy(slot.path.data(), path.c_str(), path.size() + 1);
    slot.state = Slot::guarded;
    return;
  }
}

RemovedOnInterrupt::~RemovedOnInterrupt() {
  if (slot_ < most_guarded) slots[slot_].state = Slot::free;
}

void handle_interrupts() {
  struct sigaction action {};
  action.sa_handler = end_on_signal;
  sigemptyset(&action.sa_mask);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU, SIGALRM})
    sigaction(signal, &action, nullptr);
  // A closed pipe (`| head`) shows as a failed write, not as a sudden death.
  std::signal(SIGPIPE, SIG_IGN);  // NOLINT(cert-err33-c)
  // So does a limit on the size of files (`ulimit -f`).
  std::signal(SIGXFSZ, SIG_IGN);  // NOLINT(cert-err33-c)
}

}  // namespace hexapla::cli
