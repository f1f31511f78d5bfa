#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// Where replace_file() writes before it renames: beside `file`, under a name that this
/// process has to itself, and gives each time.
[[nodiscard]] std::filesystem::path temporary_beside(const std::filesystem::path& file);

/// What any process was writing into a folder when it was looked through: for those who
/// write thousands of files there, and need not look each time.
class FilesBeingWritten {
 public:
  explicit FilesBeingWritten(const std::filesystem::path& folder);

  [[nodiscard]] const std::filesystem::path& folder() const noexcept { return folder_; }
  [[nodiscard]] const std::vector<std::string>& names() const noexcept { return names_; }

  /// Makes all that was written into the folder outlast a loss of power; file by file, that
  /// takes longer than to align thousands of short texts. Errors: Fault::unwritable.
  void sync() const;

 private:
  std::filesystem::path folder_;  ///< With links followed.
  std::vector<std::string> names_;
};

/// A file of our own beside `file` that takes its place by commit(), and is removed
/// otherwise. A link is followed, an old file's permissions and owner stay. What killed
/// runs left is cleared away; files of others are left alone.
class Replacement {
 public:
  /// Errors: Fault::unwritable with the file and the system's reason, or because another
  ///         run is writing it; nothing is left behind.
  /// Cost:   the folder is looked through, unless `there` says what it found in it.
  explicit Replacement(const std::filesystem::path& file,
                       const FilesBeingWritten* there = nullptr);
  ~Replacement();
  Replacement(Replacement&&) noexcept;
  Replacement(const Replacement&) = delete;
  Replacement& operator=(const Replacement&) = delete;
  Replacement& operator=(Replacement&&) = delete;

  /// Empty at first; another may write it, too.
  [[nodiscard]] const std::filesystem::path& path() const noexcept;

  void write(std::string_view bytes) const;

  /// Replaces the bytes from `at` on.
  void overwrite(std::size_t at, std::string_view bytes) const;

  /// Synced and renamed, so that at any moment `file` is the old one or the whole new one.
  /// One of many in a folder is not synced: that is for FilesBeingWritten::sync().
  void commit();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Makes `file` hold `bytes`, by a Replacement. Errors: those of Replacement.
void replace_file(const std::filesystem::path& file, std::string_view bytes,
                  const FilesBeingWritten* there = nullptr);

}  // namespace hexapla
