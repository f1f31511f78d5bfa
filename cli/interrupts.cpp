#include "cli/interrupts.hpp"

#include "corpus/store.hpp"
#include "text/error.hpp"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_path = 4096;  // Linux's PATH_MAX

/// A path that a signal handler can read.
struct Slot {
  enum State : int { free, filling, guarded };
  std::atomic<int> state = free;
  std::array<char, longest_path> path{};
};
using Slots = std::array<Slot, most_guarded>;

// A signal handler can reach nothing but globals, and may ask for no memory.
// NOLINTBEGIN(*-avoid-non-const-global-variables)
Slots temporaries;
Slots corpora;
std::array<std::atomic<pid_t>, most_guarded> groups{};
std::atomic<int> frozen = 0;
std::array<char*, 2 * most_guarded + 3> second_self{};
// NOLINTEND(*-avoid-non-const-global-variables)

/// Returns: the slot's number, or most_guarded when all are taken.
std::size_t guard_path(Slots& slots, const fs::path& place) {
  std::error_code error;
  const std::string path = fs::absolute(place, error).string();
  if (error || path.size() >= longest_path) return most_guarded;
  for (std::size_t number = 0; number < most_guarded; ++number) {
    Slot& slot = slots.at(number);
    int expected = Slot::free;
    if (!slot.state.compare_exchange_strong(expected, Slot::filling)) continue;
    std::memcpy(slot.path.data(), path.c_str(), path.size() + 1);
    slot.state = Slot::guarded;
    return number;
  }
  return most_guarded;
}

void pause_for_milliseconds(long milliseconds) {
  const timespec time{0, milliseconds * 1'000'000};
  ::nanosleep(&time, nullptr);
}

extern "C" void freeze(int) {
  ++frozen;
  for (;;)
    ::pause();
}

int freezing_signal() {
  constexpr int unused_by_libraries = 5;
  return SIGRTMIN + unused_by_libraries;
}

/// Calls `look` with the number of each thread of this process. Asks for no memory.
template <class Look>
void each_thread(Look look) {
  // As the kernel writes it; glibc gives it no name.
  struct Entry {
    std::uint64_t inode;
    std::int64_t offset;
    std::uint16_t length;
    std::uint8_t type;
    char name[1];  // NOLINT(*-avoid-c-arrays)
  };
  const int folder = ::open("/proc/self/task", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return;
  alignas(Entry) std::array<char, 4096> bytes{};
  for (long count = 0;
       (count = ::syscall(SYS_getdents64, folder, bytes.data(), bytes.size())) > 0;)
    for (long at = 0; at < count;) {
      const auto* const entry = reinterpret_cast<const Entry*>(bytes.data() + at);
      pid_t thread = 0;
      for (const char* digit = entry->name; *digit >= '0' && *digit <= '9'; ++digit)
        thread = thread * 10 + (*digit - '0');
      if (thread > 0) look(thread);
      at += entry->length;
    }
  ::close(folder);
}

/// Holds all other threads where they are, as a kill would. False when one does not stop.
bool freeze_others() {
  const auto self = static_cast<pid_t>(::syscall(SYS_gettid));
  int others = 0;
  each_thread([&](pid_t thread) {
    if (thread != self && ::syscall(SYS_tgkill, ::getpid(), thread, freezing_signal()) == 0)
      ++others;
  });
  constexpr int most_waits = 100;  // of 10 ms
  for (int wait = 0; wait < most_waits && frozen < others; ++wait)
    pause_for_milliseconds(10);
  return frozen >= others;
}

/// SQLite makes the log before the shared memory.
bool has_log(const Slot& corpus) {
  constexpr std::array<const char*, 2> endings{"-wal", "-shm"};
  std::array<char, longest_path + 8> log{};
  const std::size_t size = std::strlen(corpus.path.data());
  std::memcpy(log.data(), corpus.path.data(), size);
  for (const char* const ending : endings) {
    std::memcpy(log.data() + size, ending, std::strlen(ending) + 1);
    if (::access(log.data(), F_OK) == 0) return true;
  }
  return false;
}

/// A file, with what SQLite keeps beside it when it is a database.
void unlink_with_logs(const Slot& file) {
  constexpr std::array<const char*, 4> endings{"", "-journal", "-wal", "-shm"};
  std::array<char, longest_path + 16> path{};
  const std::size_t size = std::strlen(file.path.data());
  std::memcpy(path.data(), file.path.data(), size);
  for (const char* const ending : endings) {
    std::memcpy(path.data() + size, ending, std::strlen(ending) + 1);
    ::unlink(path.data());  // folders stay
  }
}

/// What takes more than a handler may do is done by this program, started once more: its
/// locks on corpora are given up before, and nothing of it runs on.
void clear_up_in_second_self(bool all_frozen) {
  std::size_t words = 2;
  for (Slot& slot : temporaries)
    if (slot.state == Slot::guarded && ::access(slot.path.data(), F_OK) == 0)
      second_self.at(words++) = slot.path.data();
  if (all_frozen)
    for (Slot& slot : corpora)
      if (slot.state == Slot::guarded && has_log(slot))
        second_self.at(words++) = slot.path.data();
  if (words == 2) return;
  if (all_frozen) ::syscall(SYS_close_range, STDERR_FILENO + 1, ~0U, 0);
  const pid_t process = ::_Fork();
  if (process == 0) {
    ::execv("/proc/self/exe", second_self.data());
    ::_exit(EXIT_FAILURE);
  }
  if (process > 0)
    while (::waitpid(process, nullptr, 0) < 0 && errno == EINTR) {
    }
}

extern "C" void end_on_signal(int signal) {
  constexpr int shell_signal_base = 128;  // POSIX: exit code of a command ended by a signal
  static std::atomic_flag is_ending;
  if (is_ending.test_and_set()) freeze(signal);
  for (const std::atomic<pid_t>& group : groups)
    if (group > 0) {
      ::kill(-group, SIGKILL);
      ::kill(group, SIGKILL);  // it may have made its group not yet
      ::waitpid(group, nullptr, 0);
    }
  const bool all_frozen = freeze_others();
  for (const Slot& slot : temporaries)
    if (slot.state == Slot::guarded) unlink_with_logs(slot);
  clear_up_in_second_self(all_frozen);
  ::_exit(shell_signal_base + signal);
}

constexpr std::array ending_signals{SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU, SIGALRM};

}  // namespace

RemovedOnInterrupt::RemovedOnInterrupt(const fs::path& temporary)
    : slot_(guard_path(temporaries, temporary)) {}

RemovedOnInterrupt::~RemovedOnInterrupt() {
  if (slot_ < most_guarded) temporaries.at(slot_).state = Slot::free;
}

KilledOnInterrupt::KilledOnInterrupt(pid_t group) {
  for (slot_ = 0; slot_ < most_guarded; ++slot_) {
    pid_t expected = 0;
    if (groups.at(slot_).compare_exchange_strong(expected, group)) return;
  }
}

KilledOnInterrupt::~KilledOnInterrupt() {
  if (slot_ < most_guarded) groups.at(slot_) = 0;
}

void settle_on_interrupt(const fs::path& corpus) {
  (void)guard_path(corpora, corpus);
}

void forget_corpora() {
  for (Slot& slot : corpora)
    slot.state = Slot::free;
}

void handle_interrupts() {
  static std::string word(clear_up_word);
  static std::string name("hexapla");
  second_self[0] = name.data();
  second_self[1] = word.data();
  struct sigaction action {};
  action.sa_handler = end_on_signal;
  sigfillset(&action.sa_mask);  // nothing comes between
  for (const int signal : ending_signals)
    sigaction(signal, &action, nullptr);
  action.sa_handler = freeze;
  sigaction(freezing_signal(), &action, nullptr);
  // A closed pipe (`| head`) shows as a failed write, not as a sudden death.
  std::signal(SIGPIPE, SIG_IGN);  // NOLINT(cert-err33-c)
  // So does a limit on the size of files (`ulimit -f`).
  std::signal(SIGXFSZ, SIG_IGN);  // NOLINT(cert-err33-c)
}

void clear_up(std::span<const std::string_view> remains) {
  for (const std::string_view remain : remains) {
    const fs::path place(remain);
    std::error_code error;
    if (fs::is_directory(place, error)) {
      // Only what Workplace makes: nobody loses a folder by a word on a command line.
      if (place.filename().string().starts_with("hexapla-")) fs::remove_all(place, error);
      continue;
    }
    try {
      // The last who closes it takes its log along.
      (void)Store::open(place).works();
    } catch (const std::exception&) {  // there is nobody to tell
    }
  }
}

}  // namespace hexapla::cli
