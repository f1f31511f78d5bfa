#include "corpus/replace_file.hpp"

#include "text/error.hpp"

#include <cerrno>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hexapla {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view temporary_suffix = ".part";

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
  if (stale.open() && owns(stale, path)) ::unlink(path.c_str());
}

std::optional<Descriptor> create_exclusively(const fs::path& path) {
  constexpr int readable_by_all = 0666;  // less the user's umask
  Descriptor created(
      ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, readable_by_all));
  if (!created.open()) return std::nullopt;
  if (owns(created, path)) return created;
  errno = EEXIST;
  return std::nullopt;
}

/// A file of our own that is removed unless it was renamed into its place.
class TemporaryFile {
 public:
  /// `name` is what errors call the target.
  TemporaryFile(const fs::path& target, fs::path name)
      : name_(std::move(name)), path_(temporary_beside(target)), descriptor_(create()) {}
  ~TemporaryFile() {
    if (!renamed_) ::unlink(path_.c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  void write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t written = ::write(descriptor_.number(), bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail_as_errno_says(name_);
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  void sync() const {
    if (::fsync(descriptor_.number()) != 0) fail_as_errno_says(name_);
  }

  /// Best effort: some file systems have no permissions to set.
  void take_permissions_of(const struct stat& old) const {
    [[maybe_unused]] const int result = ::fchmod(descriptor_.number(), old.st_mode);
  }

  void rename_to(const fs::path& target) {
    if (::rename(path_.c_str(), target.c_str()) != 0) fail_as_errno_says(name_);
    renamed_ = true;
  }

 private:
  [[nodiscard]] Descriptor create() const {
    if (auto created = create_exclusively(path_)) return std::move(*created);
    if (errno == EEXIST) clear_stale(path_);
    if (auto created = create_exclusively(path_)) return std::move(*created);
    if (errno == EEXIST)
      fail(name_, "another run is writing it, or " + path_.string() + " is in the way");
    fail_as_errno_says(name_);
  }

  fs::path name_;
  fs::path path_;
  Descriptor descriptor_;
  bool renamed_ = false;
};

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

/// Errors: as FileReplacement's. True when `target` is there already.
bool is_replaceable(const fs::path& target, const fs::path& file, struct stat& old) {
  const bool replaces = ::stat(target.c_str(), &old) == 0;
  if (replaces && S_ISDIR(old.st_mode)) fail(file, "a directory, not a file");
  if (replaces && !S_ISREG(old.st_mode)) fail(file, "not a regular file");
  if (replaces && ::access(target.c_str(), W_OK) != 0) fail_as_errno_says(file);
  return replaces;
}

}  // namespace

fs::path temporary_beside(const fs::path& file) {
  return resolved(file).concat(temporary_suffix);
}

struct FileReplacement::Parts {
  explicit Parts(const fs::path& file)
      : target(resolved(file)),
        replaces(is_replaceable(target, file, old)),
        temporary(target, file) {}

  fs::path target;
  struct stat old {};
  bool replaces;
  TemporaryFile temporary;
};

FileReplacement::FileReplacement(const fs::path& file)
    : parts_(std::make_unique<Parts>(file)) {}
FileReplacement::~FileReplacement() = default;

void FileReplacement::write(std::string_view bytes) {
  parts_->temporary.write(bytes);
}

void FileReplacement::commit() {
  parts_->temporary.sync();
  if (parts_->replaces) parts_->temporary.take_permissions_of(parts_->old);
  parts_->temporary.rename_to(parts_->target);
  sync_folder_of(parts_->target);
}

void replace_file(const fs::path& file, std::string_view bytes) {
  FileReplacement replacement(file);
  replacement.write(bytes);
  replacement.commit();
}

}  // namespace hexapla
