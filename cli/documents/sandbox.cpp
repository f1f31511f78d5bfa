#include "cli/documents/sandbox.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

// Of later kernels than the headers of Debian 12. Source: linux/landlock.h of Linux 6.12.
constexpr std::uint64_t right_to_truncate = 1ULL << 14U;
constexpr std::uint64_t scope_abstract_sockets = 1ULL << 0U;
constexpr std::uint64_t scope_signals = 1ULL << 1U;
struct Ruleset {
  std::uint64_t files = 0;
  std::uint64_t ports = 0;
  std::uint64_t scoped = 0;
};

constexpr std::uint64_t rights_to_read =
    LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t rights_of_files = LANDLOCK_ACCESS_FS_EXECUTE |
                                          LANDLOCK_ACCESS_FS_READ_FILE |
                                          LANDLOCK_ACCESS_FS_WRITE_FILE | right_to_truncate;

/// Where programs, and what they need, are installed, and what the kernel tells.
constexpr std::array<std::string_view, 19> system_folders{"/usr",
                                                          "/bin",
                                                          "/sbin",
                                                          "/lib",
                                                          "/lib32",
                                                          "/lib64",
                                                          "/libx32",
                                                          "/etc",
                                                          "/opt",
                                                          "/nix",
                                                          "/gnu",
                                                          "/snap",
                                                          "/proc",
                                                          "/sys",
                                                          "/var/cache/fontconfig",
                                                          "/var/spool/libreoffice",
                                                          "/var/lib/libreoffice",
                                                          "/var/lib/ghostscript",
                                                          "/var/lib/texmf"};
constexpr std::array<std::string_view, 5> devices{"/dev/null", "/dev/zero", "/dev/full",
                                                  "/dev/random", "/dev/urandom"};
/// Beside the folder of a program that is installed elsewhere, as with conda.
constexpr std::array<std::string_view, 6> beside_program{"lib",   "lib64", "libexec",
                                                         "share", "etc",   "pyvenv.cfg"};

/// 0 where there is no Landlock, or it is turned off.
int landlock_version() {
  const long version =
      ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  return version < 0 ? 0 : static_cast<int>(version);
}

/// What each version knows of files: all of it is forbidden that no rule allows.
std::uint64_t known_rights(int version) {
  constexpr int knows_refer = 2;
  constexpr int knows_truncate = 3;
  std::uint64_t rights = LANDLOCK_ACCESS_FS_REFER - 1;  // all those before it
  if (version >= knows_refer) rights |= LANDLOCK_ACCESS_FS_REFER;
  if (version >= knows_truncate) rights |= right_to_truncate;
  return rights;
}

/// Allows `rights` for what is at `place` and below it, if anything is.
void allow(int rules, const fs::path& place, std::uint64_t rights, std::uint64_t known) {
  const int opened = ::open(place.c_str(), O_PATH | O_CLOEXEC);
  if (opened < 0) return;
  struct stat facts {};
  if (::fstat(opened, &facts) == 0 && !S_ISDIR(facts.st_mode)) rights &= rights_of_files;
  landlock_path_beneath_attr rule{};
  rule.allowed_access = rights & known;
  rule.parent_fd = opened;
  ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  ::close(opened);
}

/// The folders that a program of this name is in: as PATH has it, and where links lead.
std::vector<fs::path> folders_of(std::string_view program) {
  fs::path found(program);
  if (program.find('/') == std::string_view::npos) {
    const char* const variable = std::getenv("PATH");  // NOLINT(concurrency-mt-unsafe)
    std::string_view rest = variable == nullptr ? "/usr/bin:/bin" : variable;
    while (!rest.empty()) {
      const std::string_view folder = rest.substr(0, rest.find(':'));
      const fs::path candidate = fs::path(folder) / program;
      if (::access(candidate.c_str(), X_OK) == 0) {
        found = candidate;
        break;
      }
      rest.remove_prefix(std::min(folder.size() + 1, rest.size()));
    }
  }
  std::error_code absent;
  std::vector<fs::path> folders{fs::absolute(found, absent).parent_path()};
  const fs::path real = fs::canonical(found, absent).parent_path();
  if (!absent && real != folders.front()) folders.push_back(real);
  return folders;
}

int ruleset_for(std::string_view program, const std::string& folder) {
  const int version = landlock_version();
  if (version == 0) return -1;
  const std::uint64_t known = known_rights(version);
  constexpr int knows_scopes = 6;
  const Ruleset wanted{
      known, 0, version >= knows_scopes ? scope_abstract_sockets | scope_signals : 0};
  const int rules = static_cast<int>(
      ::syscall(SYS_landlock_create_ruleset, &wanted,
                version >= knows_scopes ? sizeof wanted : sizeof wanted.files, 0));
  if (rules < 0) return rules;
  for (const std::string_view place : system_folders)
    allow(rules, place, rights_to_read, known);
  for (const std::string_view device : devices)
    allow(rules, device, LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE,
          known);
  for (const fs::path& place : folders_of(program)) {
    allow(rules, place, rights_to_read, known);
    for (const std::string_view other : beside_program)
      allow(rules, place.parent_path() / other, rights_to_read, known);
  }
  if (!folder.empty()) allow(rules, folder, known, known);
  return rules;
}

#if defined(__x86_64__)
constexpr std::uint32_t own_architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t own_architecture = AUDIT_ARCH_AARCH64;
#else
constexpr std::uint32_t own_architecture = 0;  // no filter is known for it
#endif

/// What no reader of a document needs: ways out of its group, into other processes, to the
/// user's keys, and around this filter.
constexpr std::array forbidden_calls{
    SYS_setsid,           SYS_setpgid,           SYS_ptrace,      SYS_bpf,
    SYS_process_vm_readv, SYS_process_vm_writev, SYS_add_key,     SYS_request_key,
    SYS_keyctl,           SYS_unshare,           SYS_setns,       SYS_mount,
    SYS_pidfd_getfd,      SYS_perf_event_open,   SYS_userfaultfd, SYS_io_uring_setup};

/// Sockets between processes stay: LibreOffice talks to itself by them.
std::vector<sock_filter> filter_of_calls() {
  const auto load = [](std::size_t at) {
    return sock_filter BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<std::uint32_t>(at));
  };
  const auto answer = [](int error) {
    return sock_filter BPF_STMT(BPF_RET | BPF_K,
                                SECCOMP_RET_ERRNO | static_cast<std::uint32_t>(error));
  };
  // The next instruction is passed over unless they are equal.
  const auto unless_equal = [](std::uint32_t value) {
    return sock_filter BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, 1);
  };
  std::vector<sock_filter> filter{
      load(offsetof(seccomp_data, arch)),
      sock_filter BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, own_architecture, 1, 0),
      answer(EPERM), load(offsetof(seccomp_data, nr))};
#if defined(__x86_64__)
  constexpr std::uint32_t other_numbers = 0x40000000;  // the same calls, of x32 programs
  filter.push_back(BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, other_numbers, 0, 1));
  filter.push_back(answer(EPERM));
#endif
  for (const auto call : forbidden_calls) {
    filter.push_back(unless_equal(static_cast<std::uint32_t>(call)));
    filter.push_back(answer(EPERM));
  }
  const sock_filter allowed = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
  // Calls that are allowed, or not, by one of their arguments.
  constexpr std::uint32_t length_of_rule = 4;
  const auto add_rule = [&](long call, std::size_t argument, std::uint32_t value,
                            sock_filter if_equal, sock_filter otherwise) {
    filter.push_back(load(offsetof(seccomp_data, nr)));
    filter.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(call),
                              0, length_of_rule));
    filter.push_back(load(offsetof(seccomp_data, args) + 8 * argument));
    filter.push_back(unless_equal(value));
    filter.push_back(if_equal);
    filter.push_back(otherwise);
  };
  add_rule(SYS_socket, 0, AF_UNIX, allowed, answer(EACCES));
  // Whether it may write is what LibreOffice asks of /tmp, where it would put its socket,
  // and this call doesn't know of Landlock. It is asked nothing of the kind elsewhere.
#ifdef SYS_access
  add_rule(SYS_access, 1, W_OK, answer(EACCES), allowed);
#endif
  add_rule(SYS_faccessat, 2, W_OK, answer(EACCES), allowed);
  filter.push_back(allowed);
  return filter;
}

bool has_filters() {
  const std::uint32_t action = SECCOMP_RET_ERRNO;
  return own_architecture != 0 &&
         ::syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

}  // namespace

Sandbox::Sandbox(std::string_view program, const std::string& folder)
    : rules_(ruleset_for(program, folder)) {
  if (has_filters()) filter_ = filter_of_calls();
}

Sandbox::~Sandbox() {
  if (rules_ >= 0) ::close(rules_);
}

bool Sandbox::enter() const noexcept {
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return false;
  if (rules_ >= 0 && ::syscall(SYS_landlock_restrict_self, rules_, 0) != 0) return false;
  if (filter_.empty()) return true;
  // The kernel's own type is not for constants.
  const sock_fprog program{static_cast<unsigned short>(filter_.size()),
                           const_cast<sock_filter*>(filter_.data())};
  return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}

std::string missing_walls() {
  std::string missing;
  if (landlock_version() == 0) missing = "Landlock, so it could read your files";
  if (!has_filters())
    missing += (missing.empty() ? "" : " and no ") +
               std::string("seccomp, so it could use the network");
  return missing;
}

}  // namespace hexapla::cli
