#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <istream>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>

namespace hexapla {

enum class Compression : std::uint8_t { none, gzip, zstd };

/// What a file's name says: `.gz` gzip, `.zst` zstd, in any letter case.
[[nodiscard]] Compression compression_of(std::string_view file_name) noexcept;

/// `file_name` without the ending that compression_of() looks at.
[[nodiscard]] std::string_view without_packing(std::string_view file_name) noexcept;

/// Unpacked bytes for one byte of the file: texts reach some 50, and a bomb 1,000.
inline constexpr std::size_t largest_packing_ratio = 500;
/// Bytes; so much is harmless, since it is read as a stream, whatever the ratio.
inline constexpr std::size_t harmless_stream = std::size_t{256} * 1024 * 1024;

/// The bytes of another stream, decompressed when they are gzip or zstd (told by their
/// first bytes; several members or frames one after the other are one text), else as they
/// are. Errors, thrown while reading: Fault::malformed for damaged or cut bytes;
///         Fault::unsupported beyond largest_packing_ratio.
/// Memory: some hundred KiB, and zstd's window.
class DecompressingStream : public std::istream {
 public:
  /// `compressed` must live as long as this stream.
  DecompressingStream(std::istream& compressed, std::string_view name);
  ~DecompressingStream() override;

 private:
  class Buffer;
  std::unique_ptr<Buffer> buffer_;
};

/// Packs what is written to it into another stream. The same bytes in, the same bytes out:
/// no date, no name.
class CompressingStream : public std::ostream {
 public:
  /// `compressed` must live as long as this stream.
  CompressingStream(std::ostream& compressed, Compression compression,
                    std::string_view name);
  ~CompressingStream() override;

  /// Writes the end. Errors: Fault::unwritable. Without it what was written is cut short.
  void finish();

 private:
  class Buffer;
  std::unique_ptr<Buffer> buffer_;
};

}  // namespace hexapla
