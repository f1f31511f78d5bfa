#include "format/zip.hpp"

#include "text/error.hpp"

#include <array>
#include <memory>

#include <archive.h>
#include <archive_entry.h>

namespace hexapla {
namespace {

constexpr std::size_t chunk_size = std::size_t{64} * 1024;

struct FreeArchive {
  void operator()(archive* reader) const noexcept { archive_read_free(reader); }
};

class Unpacker {
 public:
  Unpacker(std::string_view bytes, std::string_view name)
      : bytes_(bytes), name_(name), reader_(archive_read_new()) {
    if (reader_ == nullptr ||
        archive_read_support_format_zip_seekable(reader_.get()) != ARCHIVE_OK ||
        archive_read_open_memory(reader_.get(), bytes.data(), bytes.size()) != ARCHIVE_OK)
      refuse(Fault::malformed, "not a ZIP archive, or a damaged one");
  }

  /// False at the end.
  bool next() {
    const int status = archive_read_next_header(reader_.get(), &entry_);
    if (status == ARCHIVE_EOF) return false;
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
      refuse(Fault::malformed, "a damaged ZIP archive: " + reason());
    if (++entries_ > most_zip_entries)
      refuse(Fault::unsupported, "more than " + std::to_string(most_zip_entries) +
                                     " files in it; no sheet of terms has so many");
    return true;
  }

  [[nodiscard]] std::string part_name() const {
    const char* const part = archive_entry_pathname_utf8(entry_);
    return part == nullptr ? std::string() : std::string(part);
  }

  std::string read() {
    if (archive_entry_is_data_encrypted(entry_) != 0)
      refuse(Fault::unsupported, "protected by a password; save it without one");
    std::string text;
    std::array<char, chunk_size> chunk{};
    for (;;) {
      const la_ssize_t size = archive_read_data(reader_.get(), chunk.data(), chunk.size());
      if (size == 0) return text;
      if (size < 0) refuse(Fault::malformed, "can't unpack it: " + reason());
      text.append(chunk.data(), static_cast<std::size_t>(size));
      total_ += static_cast<std::size_t>(size);
      if (total_ > largest_unpacked)
        refuse(Fault::unsupported, "unpacks to more than 256 MiB; split it");
      if (total_ > harmless_unpacked && total_ / largest_zip_ratio > bytes_.size())
        refuse(Fault::unsupported, "unpacks to more than " +
                                       std::to_string(largest_zip_ratio) +
                                       " times its size, as no sheet of terms does");
    }
  }

 private:
  [[noreturn]] void refuse(Fault fault, std::string_view what) const {
    throw Error(fault, {std::string(name_), 0}, what);
  }

  [[nodiscard]] std::string reason() const {
    const char* const words = archive_error_string(reader_.get());
    return words == nullptr ? "cut short" : words;
  }

  std::string_view bytes_;
  std::string_view name_;
  std::unique_ptr<archive, FreeArchive> reader_;
  archive_entry* entry_ = nullptr;
  std::size_t entries_ = 0;
  std::size_t total_ = 0;
};

}  // namespace

std::map<std::string, std::string, std::less<>> unpacked_parts(
    std::string_view bytes, std::string_view name,
    const std::function<bool(std::string_view)>& is_wanted) {
  Unpacker unpacker(bytes, name);
  std::map<std::string, std::string, std::less<>> parts;
  while (unpacker.next()) {
    const std::string part = unpacker.part_name();
    if (is_wanted(part)) parts.emplace(part, unpacker.read());
  }
  return parts;
}

}  // namespace hexapla
