#pragma once

#include <cstdint>
#include <istream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// A file in a ZIP archive.
struct ZipMember {
  std::string name;
  std::uint64_t size = 0;  ///< Bytes, unpacked; 0 where the archive doesn't say.
};

/// The files in an archive, in its order, without folders.
/// Errors: Fault::malformed for what is no ZIP archive, or a damaged one;
///         Fault::unsupported for more than 1,000,000 files.
[[nodiscard]] std::vector<ZipMember> zip_members(std::istream& archive,
                                                 std::string_view name);

/// A ZIP archive of any size, whose files are unpacked as they are read.
/// Memory: some hundred KiB.
class ZipArchive {
 public:
  /// `archive` can seek, and nothing else reads it; `name` is for messages.
  /// Errors: Fault::malformed when it is no ZIP archive.
  ZipArchive(std::unique_ptr<std::istream> archive, std::string_view name);
  ~ZipArchive();
  ZipArchive(ZipArchive&&) noexcept;
  ZipArchive& operator=(ZipArchive&&) noexcept;

  /// The bytes of one file, up to the next open(); quick for files in their order.
  /// Errors: Fault::malformed when there is no such file; thrown while reading:
  ///         Fault::malformed for damaged bytes, Fault::unsupported for a password, and
  ///         beyond `largest_packing_ratio` of the archive's size.
  [[nodiscard]] std::unique_ptr<std::istream> open(const std::string& member);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace hexapla
