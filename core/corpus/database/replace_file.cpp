#include "corpus/database/replace_file.hpp"

#include "text/error.hpp"

#include <cerrno>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <system_error>
#include <utility>

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hexapla {
namespace {

namespace fs = std::filesystem;

// With the number of the process: a name that nobody gives a file of his own, so that what
// a killed run left can be cleared away, and nothing else.
constexpr std::string_view temporary_suffix = ".hexapla-part-";
// Where thousands of files are written into one folder, it is not looked through each time.
constexpr std::size_t most_looked_at = 4096;

std::string reason(int error) {
  return std::generic_category().message(error);
}

[[noreturn]] void fail(const fs::path& file, const std::string& what) {
  throw Error(Fault::unwritable, {file.string(), 0}, what);
}

[[noreturn]] void fail_as_errno_says(const fs::path& file) {
  fail(file, "can't be written: " + reason(errno));
}

/// An open file descriptor; -1 when opening failed.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor& operator=(Descriptor&&) = delete;

  [[nodiscard]] int number() const noexcept { return number_; }
  [[nodiscard]] bool open() const noexcept { return number_ >= 0; }

 private:
  int number_;
};

/// True when no other run has locked `descriptor` and it is still what `path` names, not
/// something that another run has unlinked in the meantime. Locks it, where that can be
/// done.
bool owns(const Descriptor& descriptor, const fs::path& path) {
  if (::flock(descriptor.number(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
    return false;
  struct stat held {};
  struct stat named {};
  return ::fstat(descriptor.number(), &held) == 0 && ::lstat(path.c_str(), &named) == 0 &&
         held.st_ino == named.st_ino && held.st_dev == named.st_dev;
}

/// Removes what a killed run left; a run that lives holds the lock.
void clear_stale(const fs::path& path) {
  const Descriptor stale(
      ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (!stale.open() || !owns(stale, path)) return;
  // With what SQLite keeps beside a database.
  for (const char* const ending : {"", "-journal", "-wal", "-shm"})
    ::unlink((path.string() + ending).c_str());
}

/// `mode` is what the file may be at most.
std::optional<Descriptor> create_exclusively(const fs::path& path, mode_t mode) {
  Descriptor created(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
  if (!created.open()) return std::nullopt;
  if (owns(created, path)) return created;
  errno = EEXIST;
  return std::nullopt;
}

/// True for what temporary_beside() calls a file in any process.
bool is_temporary_of(std::string_view name, std::string_view target) {
  if (!name.starts_with(target)) return false;
  name.remove_prefix(target.size());
  if (!name.starts_with(temporary_suffix)) return false;
  name.remove_prefix(temporary_suffix.size());
  return !name.empty() && name.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Where a name of temporary_beside() ends that names the file it stands for, if it is one.
std::optional<std::string_view> target_of_temporary(std::string_view name) {
  const auto end = name.rfind(temporary_suffix);
  if (end == std::string_view::npos || end == 0) return std::nullopt;
  const std::string_view target = name.substr(0, end);
  if (!is_temporary_of(name, target)) return std::nullopt;
  return target;
}

/// The temporary files in a folder, at most those among its first entries.
std::vector<std::string> temporaries_in(const fs::path& folder, std::size_t most) {
  std::vector<std::string> names;
  // A directory_iterator ends the program when memory is short.
  const std::unique_ptr<DIR, int (*)(DIR*)> opened(::opendir(folder.c_str()), ::closedir);
  if (!opened) return names;  // what can't be looked into can still be written into
  for (std::size_t looked_at = 0; looked_at < most; ++looked_at) {
    const dirent* const entry = ::readdir(opened.get());
    if (entry == nullptr) break;
    if (target_of_temporary(entry->d_name)) names.emplace_back(entry->d_name);
  }
  return names;
}

/// Removes what killed runs left beside `target`. True when one that lives is writing it.
bool clear_all_stale(const fs::path& target, std::span<const std::string> temporaries) {
  const std::string name = target.filename().string();
  bool is_being_written = false;
  for (const std::string& temporary : temporaries) {
    if (!is_temporary_of(temporary, name)) continue;
    const fs::path path = target.parent_path() / temporary;
    clear_stale(path);
    std::error_code error;
    is_being_written = is_being_written || fs::exists(fs::symlink_status(path, error));
  }
  return is_being_written;
}

bool clear_all_stale(const fs::path& target, const FilesBeingWritten* there) {
  if (there != nullptr && there->folder() == target.parent_path())
    return clear_all_stale(target, there->names());
  return clear_all_stale(target, temporaries_in(target.parent_path(), most_looked_at));
}

/// A rename lasts only once the folder is synced. Some file systems can't: not an error.
void sync_folder_of(const fs::path& file) {
  const Descriptor folder(
      ::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.open()) ::fsync(folder.number());
}

/// Where the bytes go in the end: links followed.
fs::path resolved(const fs::path& file) {
  std::error_code error;
  fs::path target = fs::weakly_canonical(fs::absolute(file), error);
  if (error) fail(file, "can't be written: " + error.message());
  return target;
}

/// `file` with links followed. Errors: Fault::unwritable unless it can be replaced.
fs::path replaceable(const fs::path& file) {
  fs::path target = resolved(file);
  struct stat old {};
  if (::stat(target.c_str(), &old) != 0) return target;
  if (S_ISDIR(old.st_mode)) fail(file, "a directory, not a file");
  if (!S_ISREG(old.st_mode)) fail(file, "not a regular file");
  if (::access(target.c_str(), W_OK) != 0) fail_as_errno_says(file);
  return target;
}

}  // namespace

fs::path temporary_beside(const fs::path& file) {
  return resolved(file).concat(temporary_suffix).concat(std::to_string(::getpid()));
}

FilesBeingWritten::FilesBeingWritten(const fs::path& folder)
    : folder_(resolved(folder)),
      names_(temporaries_in(folder_, std::numeric_limits<std::size_t>::max())) {}

void FilesBeingWritten::sync() const {
  const Descriptor folder(::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  // Where no folder is, nothing was written, as each of its files was told.
  if (!folder.open() && (errno == ENOENT || errno == ENOTDIR)) return;
  if (!folder.open() || ::syncfs(folder.number()) != 0) fail_as_errno_says(folder_);
}

struct Replacement::State {
  State(const fs::path& file, const FilesBeingWritten* there)
      : name(file),
        target(replaceable(file)),
        one_of_many(there != nullptr),
        path(temporary_beside(target)),
        descriptor(created(there)) {
    take_old_permissions();  // from the first byte on: what was private stays so
  }
  ~State() {
    if (!renamed) ::unlink(path.c_str());
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  [[nodiscard]] Descriptor created(const FilesBeingWritten* there) const {
    if (clear_all_stale(target, there)) fail(name, "another run is writing it");
    constexpr mode_t readable_by_all = 0666;  // less the user's umask
    struct stat old {};
    const bool is_there = ::stat(target.c_str(), &old) == 0;
    if (auto file = create_exclusively(path, is_there ? old.st_mode : readable_by_all))
      return std::move(*file);
    if (errno == EEXIST) fail(name, path.string() + " is in the way");
    fail_as_errno_says(name);
  }

  /// And its owner, where an administrator writes another's file. Best effort: some file
  /// systems have no permissions to set.
  void take_old_permissions() const {
    struct stat old {};
    if (::stat(target.c_str(), &old) != 0) return;
    [[maybe_unused]] int result = ::fchown(descriptor.number(), old.st_uid, old.st_gid);
    result = ::fchmod(descriptor.number(), old.st_mode);
  }

  fs::path name;  ///< What errors call the file.
  fs::path target;
  bool one_of_many;
  fs::path path;
  Descriptor descriptor;
  bool renamed = false;
};

Replacement::Replacement(const fs::path& file, const FilesBeingWritten* there)
    : state_(std::make_unique<State>(file, there)) {}
Replacement::~Replacement() = default;
Replacement::Replacement(Replacement&&) noexcept = default;

const fs::path& Replacement::path() const noexcept {
  return state_->path;
}

void Replacement::write(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t written =
        ::write(state_->descriptor.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail_as_errno_says(state_->name);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void Replacement::overwrite(std::size_t at, std::string_view bytes) const {
  if (::lseek(state_->descriptor.number(), static_cast<off_t>(at), SEEK_SET) < 0)
    fail_as_errno_says(state_->name);
  write(bytes);
}

void Replacement::commit() {
  const bool syncs = !state_->one_of_many;
  if (syncs && ::fsync(state_->descriptor.number()) != 0) fail_as_errno_says(state_->name);
  if (::rename(state_->path.c_str(), state_->target.c_str()) != 0)
    fail_as_errno_says(state_->name);
  state_->renamed = true;
  if (syncs) sync_folder_of(state_->target);
}

void replace_file(const fs::path& file, std::string_view bytes,
                  const FilesBeingWritten* there) {
  Replacement replacement(file, there);
  replacement.write(bytes);
  replacement.commit();
}

}  // namespace hexapla
