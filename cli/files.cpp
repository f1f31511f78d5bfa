#include "cli/files.hpp"

#include "text/error.hpp"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <sstream>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_path = 4096;  // Linux's PATH_MAX

// What an interrupt has to remove. A signal handler can reach nothing but globals, and may
// call only unlink and _exit.
std::array<char, longest_path>
    temporary_path{};                        // NOLINT(*-avoid-non-const-global-variables)
std::atomic<bool> temporary_exists = false;  // NOLINT(*-avoid-non-const-global-variables)

extern "C" void end_on_signal(int signal) {
  constexpr int shell_signal_base = 128;  // POSIX: exit code of a command ended by a signal
  if (temporary_exists) ::unlink(temporary_path.data());
  ::_exit(shell_signal_base + signal);
}

[[noreturn]] void fail(Fault fault, const fs::path& file, std::string_view what) {
  throw Error(fault, {file.string(), 0}, what);
}

std::string reason(int error) {
  return std::generic_category().message(error);
}

void write_all(int descriptor, std::string_view bytes, const fs::path& file) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(Fault::unwritable, file, "can't be written: " + reason(errno));
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

/// A file that is removed unless it was renamed into its place.
class TemporaryFile {
 public:
  explicit TemporaryFile(const fs::path& file)
      : target_(file), path_(file.string() + ".part"), guard_(path_) {
    constexpr int readable_by_all = 0666;  // less the user's umask
    descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,  // NOLINT
                         readable_by_all);
    if (descriptor_ < 0)
      fail(Fault::unwritable, file, "can't be written: " + reason(errno));
  }
  ~TemporaryFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!renamed_) ::unlink(path_.c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  void write(std::string_view bytes) const { write_all(descriptor_, bytes, target_); }

  void put_in_place() {
    if (::fsync(descriptor_) != 0)
      fail(Fault::unwritable, target_, "can't be written: " + reason(errno));
    std::error_code error;
    fs::rename(path_, target_, error);
    if (error) fail(Fault::unwritable, target_, "can't be replaced: " + error.message());
    renamed_ = true;
  }

 private:
  fs::path target_;
  fs::path path_;
  RemovedOnInterrupt guard_;
  int descriptor_ = -1;
  bool renamed_ = false;
};

}  // namespace

std::string read_file(const fs::path& file) {
  std::error_code error;
  const auto status = fs::status(file, error);
  if (status.type() == fs::file_type::not_found)
    fail(Fault::unreadable, file, "no such file");
  if (status.type() == fs::file_type::directory)
    fail(Fault::unreadable, file, "a directory, not a file");
  std::ifstream in(file, std::ios::binary);
  if (!in) fail(Fault::unreadable, file, "can't be read: " + reason(errno));
  std::string bytes;
  if (const auto size = fs::file_size(file, error); !error) bytes.reserve(size);
  bytes.assign(std::istreambuf_iterator<char>(in), {});
  if (in.bad()) fail(Fault::unreadable, file, "can't be read to its end");
  if (bytes.empty()) fail(Fault::malformed, file, "the file is empty");
  return bytes;
}

void write_file(const fs::path& file, const std::function<void(std::ostream&)>& write) {
  if (fs::is_directory(file)) fail(Fault::unwritable, file, "a directory, not a file");
  TemporaryFile temporary(file);
  std::ostringstream bytes;
  write(bytes);
  temporary.write(bytes.view());
  temporary.put_in_place();
}

RemovedOnInterrupt::RemovedOnInterrupt(const fs::path& temporary) {
  const std::string path = fs::absolute(temporary).string();
  if (path.size() >= temporary_path.size())
    return;  // the system refuses such a path anyway
  std::memcpy(temporary_path.data(), path.c_str(), path.size() + 1);
  temporary_exists = true;
}

RemovedOnInterrupt::~RemovedOnInterrupt() {
  temporary_exists = false;
}

void handle_interrupts() {
  struct sigaction action {};
  action.sa_handler = end_on_signal;
  sigemptyset(&action.sa_mask);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP})
    sigaction(signal, &action, nullptr);
  // A closed pipe (`| head`) shows as a failed write, not as a sudden death.
  std::signal(SIGPIPE, SIG_IGN);  // NOLINT(cert-err33-c)
}

}  // namespace hexapla::cli
