#pragma once

#include <filesystem>
#include <iosfwd>
#include <memory>

namespace hexapla::cli {

/// A file that is written as a stream, whole or not at all, packed as its name says: `.gz`
/// gzip, `.zst` zstd.
/// Errors: Fault::unwritable naming the file and the system's reason; nothing is left
/// after.
class OutputFile {
 public:
  explicit OutputFile(const std::filesystem::path& file);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  [[nodiscard]] std::ostream& stream() noexcept;
  /// Puts the file into its place.
  void commit();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// Opens a file for reading as a stream, unpacked when it is gzip or zstd.
/// Errors: Fault::unreadable when it is missing, a directory, or can't be read.
[[nodiscard]] std::unique_ptr<std::istream> open_input(const std::filesystem::path& file);

/// The same for a file whose bytes are read in any order, as they are.
[[nodiscard]] std::unique_ptr<std::istream> open_seekable(
    const std::filesystem::path& file);

}  // namespace hexapla::cli
