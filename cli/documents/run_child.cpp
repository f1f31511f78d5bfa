#include "cli/documents/run_child.hpp"

#include "cli/documents/sandbox.hpp"
#include "cli/interrupts.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace hexapla::cli {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t longest_complaints = std::size_t{16} * 1024;  // bytes
constexpr std::size_t pipe_size = std::size_t{64} * 1024;           // bytes, Linux's
constexpr int exit_not_found = 127;                                 // as shells have it

/// An open file of the system, closed when it goes.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) noexcept : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int number() const noexcept { return number_; }
  [[nodiscard]] bool is_open() const noexcept { return number_ >= 0; }
  void close() noexcept {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }

 private:
  int number_;
};

[[noreturn]] void fail_child(std::string_view name, std::string_view what) {
  throw Error(Fault::unsupported, {std::string(name), 0},
              std::string(what) + ": " + std::generic_category().message(errno));
}

/// `bytes` as a file that has no name, at its beginning.
Descriptor file_of(std::string_view bytes, std::string_view name) {
  Descriptor file(::memfd_create("input", MFD_CLOEXEC));
  if (!file.is_open()) fail_child(name, "no room for a copy in memory");
  while (!bytes.empty()) {
    const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail_child(name, "no room for a copy in memory");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  ::lseek(file.number(), 0, SEEK_SET);
  return file;
}

struct Pipe {
  Descriptor reader;
  Descriptor writer;
};

Pipe make_pipe(std::string_view name) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail_child(name, "can't make a pipe");
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

/// What the child needs, made before it is born: between fork and exec nothing may ask for
/// memory, since another thread may have held the lock on it.
struct SpawnArguments {
  std::vector<char*> arguments;
  int in;
  int out;
  int stderr_text;
  rlim_t seconds;
  rlim_t memory;
  pid_t parent;
  const char* folder;
  rlim_t largest_file;
  std::vector<char*> environment;
  const Sandbox* sandbox;
};

/// Puts a process between us and the program: the leader of its group, which ends it, with
/// all that it starts, when we end. Returns in the process that is to be the program.
void guard_group() {
  ::setpgid(0, 0);
  struct sigaction end_all {};
  end_all.sa_handler = [](int) { ::kill(0, SIGKILL); };
  ::sigaction(SIGTERM, &end_all, nullptr);
  ::prctl(PR_SET_PDEATHSIG, SIGTERM);
  const pid_t program = ::_Fork();
  if (program < 0) ::_exit(exit_not_found);
  if (program == 0) {
    ::signal(SIGTERM, SIG_DFL);  // NOLINT(cert-err33-c)
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    return;
  }
  int status = 0;
  while (::waitpid(program, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status)) ::_exit(WEXITSTATUS(status));
  ::signal(WTERMSIG(status), SIG_DFL);  // NOLINT(cert-err33-c)
  ::raise(WTERMSIG(status));            // NOLINT(cert-err33-c)
  ::_exit(exit_not_found);
}

[[noreturn]] void exec_child(const SpawnArguments& birth) {
  const auto limit = [](auto resource, rlim_t most) {
    const rlimit both{most, most};
    ::setrlimit(resource, &both);
  };
  // At the first of the two it gets SIGXCPU, which says what it is; at the second, a signal
  // that could mean anything.
  const rlimit seconds{birth.seconds, birth.seconds + 1};
  // Those that this program handles, or ignores, the child shall not.
  for (const int signal :
       {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU, SIGALRM, SIGPIPE, SIGXFSZ})
    ::signal(signal, SIG_DFL);  // NOLINT(cert-err33-c)
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != birth.parent) ::_exit(exit_not_found);  // it has ended already
  guard_group();
  ::setrlimit(RLIMIT_CPU, &seconds);
  limit(RLIMIT_AS, birth.memory);
  limit(RLIMIT_FSIZE, birth.largest_file);
  limit(RLIMIT_CORE, 0);
  const bool ready =
      ::dup2(birth.in, STDIN_FILENO) >= 0 && ::dup2(birth.out, STDOUT_FILENO) >= 0 &&
      ::dup2(birth.stderr_text, STDERR_FILENO) >= 0 && ::chdir(birth.folder) == 0;
  if (ready && birth.sandbox->enter())
    ::execvpe(birth.arguments.front(), birth.arguments.data(), birth.environment.data());
  ::_exit(exit_not_found);
}

/// Nothing of the user's but the way to programs.
std::vector<std::string> environment_of(const ChildFolder& folder) {
  const char* const path = std::getenv("PATH");  // NOLINT(concurrency-mt-unsafe)
  const std::string home = folder.path.empty() ? "/nonexistent" : folder.path;
  return {std::string("PATH=") + (path == nullptr ? "/usr/bin:/bin" : path), "HOME=" + home,
          "TMPDIR=" + home, "LANG=C.UTF-8"};
}

class Child {
 public:
  /// The leader of a group of its own, which ends when it does.
  explicit Child(pid_t leader) : process_(leader), guard_(std::in_place, leader) {}
  ~Child() {
    if (process_ > 0) (void)end(true);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  /// Waits until it has ended, killing it first if need be. Its status, as of waitpid.
  int end(bool kill) {
    if (kill) ::kill(-process_, SIGKILL);
    if (kill) ::kill(process_, SIGKILL);
    int status = 0;
    while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    ::kill(-process_, SIGKILL);
    process_ = -1;
    guard_.reset();
    return status;
  }

 private:
  pid_t process_;
  std::optional<KilledOnInterrupt> guard_;
};

/// Moves what there is to read into `text`, up to `most` bytes of it in all; the rest is
/// dropped. False at the end of the file.
bool drain(Descriptor& file, std::string& text, std::size_t most) {
  std::array<char, pipe_size> bytes{};
  const ssize_t count = ::read(file.number(), bytes.data(), bytes.size());
  if (count < 0) return errno == EINTR || errno == EAGAIN;
  if (count == 0) return false;
  text.append(bytes.data(), std::min(static_cast<std::size_t>(count), most - text.size()));
  return true;
}

/// Reads both streams until the child has ended or goes beyond a limit.
ChildEnd read_streams(Pipe& out, Pipe& stderr_text, const Descriptor& process,
                      const ChildLimits& limits, ChildResult& result) {
  const Clock::time_point latest = Clock::now() + limits.time;
  bool ended = false;
  while (out.reader.is_open() || stderr_text.reader.is_open() || !ended) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(latest - Clock::now());
    if (left.count() <= 0) return ChildEnd::took_too_long;
    // Poll passes over what has a negative number.
    std::array<pollfd, 3> waited{{{out.reader.number(), POLLIN, 0},
                                  {stderr_text.reader.number(), POLLIN, 0},
                                  {ended ? -1 : process.number(), POLLIN, 0}}};
    if (::poll(waited.data(), waited.size(), static_cast<int>(left.count()) + 1) <= 0)
      continue;
    if (waited[2].revents != 0) ended = true;
    // One byte more than may be, to see that it is too much.
    if (waited[0].revents != 0 && !drain(out.reader, result.out, limits.output + 1))
      out.reader.close();
    if (waited[1].revents != 0 &&
        !drain(stderr_text.reader, result.stderr_text, longest_complaints))
      stderr_text.reader.close();
    if (result.out.size() > limits.output) return ChildEnd::wrote_too_much;
  }
  return ChildEnd::exited;
}

}  // namespace

ChildResult run_child(std::span<const std::string> words, std::string_view input,
                      const ChildLimits& limits, std::string_view name,
                      const ChildFolder& folder) {
  const Descriptor in = file_of(input, name);
  Pipe out = make_pipe(name);
  Pipe stderr_text = make_pipe(name);
  std::vector<std::string> copies(words.begin(), words.end());
  const Sandbox sandbox(words.front(), folder.path);
  SpawnArguments birth{
      {},
      in.number(),
      out.writer.number(),
      stderr_text.writer.number(),
      static_cast<rlim_t>(std::chrono::ceil<std::chrono::seconds>(limits.time).count()),
      limits.memory,
      ::getpid(),
      folder.path.empty() ? "/" : folder.path.c_str(),
      folder.largest_file,
      {},
      &sandbox};
  std::vector<std::string> environment = environment_of(folder);
  for (std::string& variable : environment)
    birth.environment.push_back(variable.data());
  birth.environment.push_back(nullptr);
  for (std::string& copy : copies)
    birth.arguments.push_back(copy.data());
  birth.arguments.push_back(nullptr);

  // posix_spawn could neither set limits nor tie the child's life to ours.
  const pid_t process = ::fork();
  if (process < 0) fail_child(name, "can't start " + words.front());
  if (process == 0) exec_child(birth);
  Child child(process);
  // glibc 2.36 declares its own wrapper for C only.
  const Descriptor handle(static_cast<int>(::syscall(SYS_pidfd_open, process, 0)));
  if (!handle.is_open()) fail_child(name, "can't watch " + words.front());
  out.writer.close();
  stderr_text.writer.close();

  ChildResult result;
  result.end = read_streams(out, stderr_text, handle, limits, result);
  const int status = child.end(result.end != ChildEnd::exited);
  if (result.end != ChildEnd::exited) return result;
  if (WIFEXITED(status)) {
    result.exit_code = WEXITSTATUS(status);
    if (result.exit_code == exit_not_found) result.end = ChildEnd::not_found;
  } else {
    result.end = WTERMSIG(status) == SIGXCPU ? ChildEnd::took_too_long : ChildEnd::crashed;
  }
  return result;
}

}  // namespace hexapla::cli
