#include "format/zip.hpp"

#include "text/error.hpp"

#include <array>
#include <memory>

#include <archive.h>
#include <archive_entry.h>

namespace hexapla {
namespace {

constexpr std::size_t unpacked_at_once = std::size_t{64} * 1024;

struct FreeReader {
  void operator()(archive* reader) const noexcept { archive_read_free(reader); }
};
using Archive = std::unique_ptr<archive, FreeReader>;

/// nullptr when `bytes` are no ZIP archive, or a damaged one.
Archive opened(std::string_view bytes) {
  Archive reader(archive_read_new());
  if (reader == nullptr ||
      archive_read_support_format_zip_seekable(reader.get()) != ARCHIVE_OK ||
      archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK)
    return nullptr;
  return reader;
}

std::string name_of(archive_entry* entry) {
  const char* const name = archive_entry_pathname_utf8(entry);
  return name == nullptr ? std::string() : std::string(name);
}

std::string mebibytes(std::size_t size) {
  return std::to_string(size / 1024 / 1024) + " MiB";
}

class ZipUnpacker {
 public:
  ZipUnpacker(std::string_view bytes, std::string_view name, const ZipLimits& limits)
      : bytes_(bytes), name_(name), limits_(limits), reader_(opened(bytes)) {
    if (reader_ == nullptr) refuse(Fault::malformed, "not a ZIP archive, or a damaged one");
  }

  /// False at the end.
  bool next() {
    const int status = archive_read_next_header(reader_.get(), &entry_);
    if (status == ARCHIVE_EOF) return false;
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
      refuse(Fault::malformed, "a damaged ZIP archive: " + reason());
    if (++entries_ > limits_.entries)
      refuse(Fault::unsupported, "more than " + std::to_string(limits_.entries) +
                                     " files in it; no " + contents() + " has so many");
    part_ = name_of(entry_);
    return true;
  }

  [[nodiscard]] const std::string& part() const noexcept { return part_; }

  std::string read() {
    if (archive_entry_is_data_encrypted(entry_) != 0)
      refuse(Fault::unsupported, "protected by a password; save it without one");
    std::string text;
    std::array<char, unpacked_at_once> chunk{};
    for (;;) {
      const la_ssize_t size = archive_read_data(reader_.get(), chunk.data(), chunk.size());
      if (size == 0) return text;
      if (size < 0)
        refuse(Fault::malformed, "can't unpack " + part_ + ": " + reason() +
                                     "; open the file in the program that wrote it and "
                                     "save it again");
      text.append(chunk.data(), static_cast<std::size_t>(size));
      total_ += static_cast<std::size_t>(size);
      require_limits(text.size());
    }
  }

  [[noreturn]] void refuse_double() const {
    refuse(Fault::malformed, "two files named " + part_ + " in it");
  }

 private:
  [[noreturn]] void refuse(Fault fault, std::string_view what) const {
    throw Error(fault, {std::string(name_), 0}, what);
  }

  void require_limits(std::size_t size) const {
    if (size > limits_.part || total_ > limits_.total)
      refuse(Fault::unsupported,
             part_ + " unpacks to more than " +
                 mebibytes(size > limits_.part ? limits_.part : limits_.total) +
                 "; cut the " + contents() + " into parts");
    if (total_ > limits_.harmless && total_ / limits_.ratio > bytes_.size())
      refuse(Fault::unsupported, part_ + " unpacks to more than " +
                                     std::to_string(limits_.ratio) +
                                     " times its size, as no " + contents() + " does");
  }

  [[nodiscard]] std::string contents() const { return std::string(limits_.contents); }

  [[nodiscard]] std::string reason() const {
    const char* const words = archive_error_string(reader_.get());
    return words == nullptr ? "cut short" : words;
  }

  std::string_view bytes_;
  std::string_view name_;
  const ZipLimits& limits_;
  Archive reader_;
  archive_entry* entry_ = nullptr;
  std::string part_;
  std::size_t entries_ = 0;
  std::size_t total_ = 0;
};

}  // namespace

ZipParts unpacked_parts(std::string_view bytes, std::string_view name,
                        const std::function<bool(std::string_view)>& is_wanted,
                        const ZipLimits& limits) {
  ZipUnpacker unpacker(bytes, name, limits);
  ZipParts parts;
  while (unpacker.next()) {
    if (!is_wanted(unpacker.part())) continue;
    if (!parts.emplace(unpacker.part(), unpacker.read()).second) unpacker.refuse_double();
  }
  return parts;
}

std::vector<std::string> zip_names(std::string_view bytes, std::size_t most) {
  std::vector<std::string> names;
  const Archive reader = opened(bytes);
  archive_entry* entry = nullptr;
  while (reader && names.size() < most &&
         archive_read_next_header(reader.get(), &entry) >= ARCHIVE_WARN)
    names.push_back(name_of(entry));
  return names;
}

}  // namespace hexapla
