#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

namespace hexapla {

/// Where replace_file() writes before it renames: beside `file`, the same name each time.
[[nodiscard]] std::filesystem::path temporary_beside(const std::filesystem::path& file);

/// Makes `file` hold `bytes`: written beside it under a temporary name, synced, renamed, so
/// that at any moment `file` is the old one or the whole new one. A link is followed, an
/// old file's permissions stay. What a killed run left under the temporary name is cleared
/// away. Errors: Fault::unwritable with the file and the system's reason, or because
/// another run
///         is writing it; nothing is left behind.
void replace_file(const std::filesystem::path& file, std::string_view bytes);

/// The same for bytes that come one after the other: until commit() `file` is the old one.
class FileReplacement {
 public:
  /// Errors: those of replace_file; so for write() and commit().
  explicit FileReplacement(const std::filesystem::path& file);
  /// Without commit() nothing is left behind.
  ~FileReplacement();
  FileReplacement(const FileReplacement&) = delete;
  FileReplacement& operator=(const FileReplacement&) = delete;

  void write(std::string_view bytes);
  void commit();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace hexapla
