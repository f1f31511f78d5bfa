#include "format/packed.hpp"

#include "text/error.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <streambuf>
#include <utility>
#include <vector>

#include <archive.h>
#include <archive_entry.h>

namespace hexapla {
namespace {

constexpr std::size_t buffer_size = std::size_t{64} * 1024;

struct FreeReading {
  void operator()(archive* reading) const noexcept { archive_read_free(reading); }
};
struct FreeWriting {
  void operator()(archive* writing) const noexcept { archive_write_free(writing); }
};
struct FreeEntry {
  void operator()(archive_entry* entry) const noexcept { archive_entry_free(entry); }
};

std::string reason_of(archive* failed) {
  const char* const words = archive_error_string(failed);
  return words == nullptr ? "cut short" : words;
}

bool ends_in(std::string_view name, std::string_view ending) {
  if (name.size() <= ending.size()) return false;
  return std::ranges::equal(name.substr(name.size() - ending.size()), ending, {},
                            [](char letter) {
                              const bool is_capital = letter >= 'A' && letter <= 'Z';
                              return is_capital ? static_cast<char>(letter | 0x20) : letter;
                            });
}

}  // namespace

Packing packing_of(std::string_view file_name) noexcept {
  if (ends_in(file_name, ".gz")) return Packing::gzip;
  if (ends_in(file_name, ".zst")) return Packing::zstd;
  return Packing::none;
}

std::string_view without_packing(std::string_view file_name) noexcept {
  if (packing_of(file_name) == Packing::none) return file_name;
  return file_name.substr(0, file_name.rfind('.'));
}

/// libarchive's filters, or nothing, between a stream and its reader.
class UnpackedStream::Buffer : public std::streambuf {
 public:
  Buffer(std::istream& packed, std::string_view name)
      : packed_(packed), name_(name), input_(buffer_size), output_(buffer_size) {}

 protected:
  int_type underflow() override {
    const std::size_t size = read();
    setg(output_.data(), output_.data(), output_.data() + size);
    return size == 0 ? traits_type::eof() : traits_type::to_int_type(output_.front());
  }

 private:
  std::size_t read() {
    if (!started_) start();
    if (reading_ == nullptr) {
      const std::string_view bytes = next_input();
      std::ranges::copy(bytes, output_.begin());
      return bytes.size();
    }
    const la_ssize_t size =
        archive_read_data(reading_.get(), output_.data(), output_.size());
    if (size < 0) fail(Fault::malformed, "can't be unpacked: " + reason_of(reading_.get()));
    unpacked_size_ += static_cast<std::size_t>(size);
    if (unpacked_size_ > harmless_stream &&
        unpacked_size_ / largest_packing_ratio > packed_size_)
      fail(Fault::unsupported, "unpacks to more than " +
                                   std::to_string(largest_packing_ratio) +
                                   " times its size, as no text does; unpack it first");
    return static_cast<std::size_t>(size);
  }

  void start() {
    started_ = true;
    held_ = next_input();
    constexpr std::string_view gzip("\x1F\x8B", 2);
    constexpr std::string_view zstd("\x28\xB5\x2F\xFD", 4);
    if (!held_.starts_with(gzip) && !held_.starts_with(zstd)) return;
    reading_.reset(archive_read_new());
    archive* const reading = reading_.get();
    archive_entry* entry = nullptr;
    if (reading == nullptr || archive_read_support_filter_gzip(reading) != ARCHIVE_OK ||
        archive_read_support_filter_zstd(reading) != ARCHIVE_OK ||
        archive_read_support_format_raw(reading) != ARCHIVE_OK ||
        archive_read_open(reading, this, nullptr, feed, nullptr) != ARCHIVE_OK ||
        archive_read_next_header(reading, &entry) != ARCHIVE_OK)
      fail(Fault::malformed, "can't be unpacked: " + reason_of(reading));
  }

  /// What libarchive calls. It gets nothing at the end.
  static la_ssize_t feed(archive*, void* self, const void** bytes) {
    Buffer& buffer = *static_cast<Buffer*>(self);
    const std::string_view chunk = buffer.next_input();
    *bytes = chunk.data();
    return static_cast<la_ssize_t>(chunk.size());
  }

  /// Throws nothing where `packed_` throws nothing. Dies at the next call.
  std::string_view next_input() {
    if (!held_.empty()) return std::exchange(held_, {});
    packed_.read(input_.data(), static_cast<std::streamsize>(input_.size()));
    const auto size = static_cast<std::size_t>(packed_.gcount());
    packed_size_ += size;
    return {input_.data(), size};
  }

  [[noreturn]] void fail(Fault fault, std::string_view what) const {
    throw Error(fault, {name_, 0}, what);
  }

  std::istream& packed_;
  std::string name_;
  std::vector<char> input_;
  std::vector<char> output_;
  std::string_view held_;  ///< Of `input_`: read to tell the packing, not handed on yet.
  bool started_ = false;
  std::unique_ptr<archive, FreeReading> reading_;  ///< None for plain bytes.
  std::size_t packed_size_ = 0;
  std::size_t unpacked_size_ = 0;
};

UnpackedStream::UnpackedStream(std::istream& packed, std::string_view name)
    : std::istream(nullptr), buffer_(std::make_unique<Buffer>(packed, name)) {
  rdbuf(buffer_.get());
  exceptions(std::ios::badbit);  // lets the buffer's own Error through
}
UnpackedStream::~UnpackedStream() = default;

class PackedStream::Buffer : public std::streambuf {
 public:
  Buffer(std::ostream& packed, Packing packing, std::string_view name)
      : packed_(packed), name_(name), bytes_(buffer_size) {
    setp(bytes_.data(), bytes_.data() + bytes_.size());
    if (packing != Packing::none) open(packing);
  }

  void finish() {
    flush_bytes();
    if (writing_ != nullptr && archive_write_close(writing_.get()) != ARCHIVE_OK) fail();
    packed_.flush();
    if (!packed_) fail();
  }

 protected:
  int_type overflow(int_type byte) override {
    flush_bytes();
    if (byte != traits_type::eof()) {
      *pptr() = traits_type::to_char_type(byte);
      pbump(1);
    }
    return traits_type::not_eof(byte);
  }

 private:
  void open(Packing packing) {
    writing_.reset(archive_write_new());
    archive* const writing = writing_.get();
    const std::unique_ptr<archive_entry, FreeEntry> entry(archive_entry_new());
    if (writing == nullptr || entry == nullptr) fail();
    archive_entry_set_pathname(entry.get(), "text");
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    const int added = packing == Packing::gzip ? archive_write_add_filter_gzip(writing)
                                               : archive_write_add_filter_zstd(writing);
    const bool is_dated = packing == Packing::gzip &&
                          archive_write_set_filter_option(writing, "gzip", "timestamp",
                                                          nullptr) != ARCHIVE_OK;
    if (added != ARCHIVE_OK || is_dated ||
        archive_write_set_format_raw(writing) != ARCHIVE_OK ||
        archive_write_set_bytes_in_last_block(writing, 1) != ARCHIVE_OK ||
        archive_write_open(writing, this, nullptr, take, nullptr) != ARCHIVE_OK ||
        archive_write_header(writing, entry.get()) != ARCHIVE_OK)
      fail();
  }

  static la_ssize_t take(archive*, void* self, const void* bytes, std::size_t size) {
    Buffer& buffer = *static_cast<Buffer*>(self);
    std::ostream& packed = buffer.packed_;
    try {
      packed.write(static_cast<const char*>(bytes), static_cast<std::streamsize>(size));
    } catch (...) {  // nothing may pass through C; fail() hands it on
      buffer.thrown_ = std::current_exception();
      return -1;
    }
    return packed ? static_cast<la_ssize_t>(size) : -1;
  }

  void flush_bytes() {
    const auto size = static_cast<std::size_t>(pptr() - pbase());
    setp(bytes_.data(), bytes_.data() + bytes_.size());
    if (writing_ == nullptr) {
      packed_.write(bytes_.data(), static_cast<std::streamsize>(size));
      return;
    }
    if (size > 0 && archive_write_data(writing_.get(), bytes_.data(), size) < 0) fail();
  }

  [[noreturn]] void fail() const {
    if (thrown_) std::rethrow_exception(thrown_);
    throw Error(
        Fault::unwritable, {name_, 0},
        "can't be written" + (writing_ == nullptr ? "" : ": " + reason_of(writing_.get())));
  }

  std::ostream& packed_;
  std::string name_;
  std::exception_ptr thrown_;  ///< By `packed_`.
  std::vector<char> bytes_;
  std::unique_ptr<archive, FreeWriting> writing_;  ///< None for plain bytes.
};

PackedStream::PackedStream(std::ostream& packed, Packing packing, std::string_view name)
    : std::ostream(nullptr), buffer_(std::make_unique<Buffer>(packed, packing, name)) {
  rdbuf(buffer_.get());
  exceptions(std::ios::badbit);
}
PackedStream::~PackedStream() = default;

void PackedStream::finish() {
  buffer_->finish();
}

}  // namespace hexapla
