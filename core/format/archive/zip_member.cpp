#include "format/archive/zip_member.hpp"

#include "format/compressed_stream.hpp"
#include "text/error.hpp"
#include "text/interface.hpp"

#include <array>
#include <optional>
#include <streambuf>
#include <utility>

#include <archive.h>
#include <archive_entry.h>

namespace hexapla {
namespace {

constexpr std::size_t read_step = std::size_t{64} * 1024;  // bytes read at once

struct FreeZip {
  void operator()(archive* reader) const noexcept { archive_read_free(reader); }
};

/// An archive that libarchive reads from a stream.
class StreamedZip : public Pinned {
 public:
  StreamedZip(std::istream& stream, std::string_view name)
      : stream_(stream),
        name_(name),
        own_reader_(archive_read_new()),
        reader_(own_reader_.get()) {
    stream_.clear();
    stream_.seekg(0, std::ios::end);
    size_ = static_cast<std::int64_t>(stream_.tellg());
    stream_.seekg(0);
    if (reader_ == nullptr ||
        archive_read_support_format_zip_seekable(reader_) != ARCHIVE_OK)
      refuse(Fault::malformed, "can't be read as a ZIP archive");
    archive_read_set_callback_data(reader_, this);
    archive_read_set_read_callback(reader_, read_on);
    archive_read_set_seek_callback(reader_, seek);
    archive_read_set_skip_callback(reader_, skip);
    if (size_ <= 0 || archive_read_open1(reader_) != ARCHIVE_OK)
      refuse(Fault::malformed, "not a ZIP archive, or a damaged one");
  }

  /// The next file; false at the end.
  bool next() {
    for (;;) {
      archive_entry* entry = nullptr;
      const int status = archive_read_next_header(reader_, &entry);
      if (status == ARCHIVE_EOF) return false;
      if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
        refuse(Fault::malformed, "a damaged ZIP archive: " + reason());
      if (archive_entry_filetype(entry) == AE_IFDIR) continue;
      const char* const path = archive_entry_pathname_utf8(entry);
      member_.name = path == nullptr ? "" : path;
      member_.size = archive_entry_size_is_set(entry) != 0
                         ? static_cast<std::uint64_t>(archive_entry_size(entry))
                         : 0;
      is_encrypted_ = archive_entry_is_data_encrypted(entry) != 0;
      return true;
    }
  }

  [[nodiscard]] const ZipMember& member() const noexcept { return member_; }
  [[nodiscard]] std::int64_t size() const noexcept { return size_; }

  /// Bytes of the present file. Returns: how many; 0 at its end.
  std::size_t read(char* bytes, std::size_t most) {
    if (is_encrypted_)
      refuse(Fault::unsupported, member_.name + " is protected by a password; unpack it");
    const la_ssize_t size = archive_read_data(reader_, bytes, most);
    if (size < 0)
      refuse(Fault::malformed, "can't unpack " + member_.name + ": " + reason());
    return static_cast<std::size_t>(size);
  }

  [[noreturn]] void refuse(Fault fault, std::string_view what) const {
    throw Error(fault, {name_, 0}, what);
  }

 private:
  static StreamedZip& self(void* data) { return *static_cast<StreamedZip*>(data); }

  static la_ssize_t read_on(archive*, void* data, const void** bytes) {
    StreamedZip& zip = self(data);
    zip.stream_.clear();
    zip.stream_.read(zip.bytes_.data(), static_cast<std::streamsize>(zip.bytes_.size()));
    *bytes = zip.bytes_.data();
    return zip.stream_.bad() ? -1 : zip.stream_.gcount();
  }

  static la_int64_t seek(archive*, void* data, la_int64_t offset, int whence) {
    StreamedZip& zip = self(data);
    zip.stream_.clear();
    zip.stream_.seekg(offset, whence == SEEK_SET   ? std::ios::beg
                              : whence == SEEK_CUR ? std::ios::cur
                                                   : std::ios::end);
    return zip.stream_ ? static_cast<la_int64_t>(zip.stream_.tellg()) : ARCHIVE_FATAL;
  }

  static la_int64_t skip(archive*, void* data, la_int64_t request) {
    StreamedZip& zip = self(data);
    zip.stream_.clear();
    const auto begin = static_cast<std::int64_t>(zip.stream_.tellg());
    const std::int64_t left = zip.size_ - begin;
    const std::int64_t skipped = request < left ? request : left;
    zip.stream_.seekg(begin + skipped);
    return zip.stream_ ? skipped : 0;
  }

  [[nodiscard]] std::string reason() const {
    const char* const words = archive_error_string(reader_);
    return words == nullptr ? "cut short" : words;
  }

  std::istream& stream_;
  std::string name_;
  std::unique_ptr<archive, FreeZip> own_reader_;
  archive* reader_;
  std::array<char, read_step> bytes_{};
  std::int64_t size_ = 0;  ///< Of the archive, in bytes.
  ZipMember member_;
  bool is_encrypted_ = false;
};

}  // namespace

std::vector<ZipMember> zip_members(std::istream& archive, std::string_view name) {
  constexpr std::size_t most_members = 1'000'000;  // OPUS' largest corpora have as many
  StreamedZip zip(archive, name);
  std::vector<ZipMember> members;
  while (zip.next()) {
    if (members.size() == most_members)
      zip.refuse(Fault::unsupported, "more than 1,000,000 files in one archive; unpack it");
    members.push_back(zip.member());
  }
  return members;
}

namespace {

/// What is left of the present file of an archive.
class MemberBuffer final : public std::streambuf {
 public:
  explicit MemberBuffer(StreamedZip& zip) : zip_(zip), bytes_(read_step) {}

 protected:
  int_type underflow() override {
    const std::size_t size = zip_.read(bytes_.data(), bytes_.size());
    total_ += size;
    if (total_ > harmless_stream &&
        total_ / largest_packing_ratio > static_cast<std::uint64_t>(zip_.size()))
      zip_.refuse(Fault::unsupported, zip_.member().name + " unpacks to more than " +
                                          std::to_string(largest_packing_ratio) +
                                          " times the archive's size, as no text does");
    setg(bytes_.data(), bytes_.data(), bytes_.data() + size);
    return size == 0 ? traits_type::eof() : traits_type::to_int_type(bytes_.front());
  }

 private:
  StreamedZip& zip_;
  std::vector<char> bytes_;
  std::uint64_t total_ = 0;
};

class MemberStream final : public std::istream {
 public:
  explicit MemberStream(StreamedZip& zip) : std::istream(nullptr), buffer_(zip) {
    rdbuf(&buffer_);
    exceptions(std::ios::badbit);
  }

 private:
  MemberBuffer buffer_;
};

}  // namespace

struct ZipArchive::State {
  std::unique_ptr<std::istream> stream;
  std::string name;
  std::optional<StreamedZip> zip;
};

ZipArchive::ZipArchive(std::unique_ptr<std::istream> archive, std::string_view name)
    : state_(std::make_unique<State>()) {
  state_->stream = std::move(archive);
  state_->name = name;
  state_->zip.emplace(*state_->stream, name);
}
ZipArchive::~ZipArchive() = default;
ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;
ZipArchive& ZipArchive::operator=(ZipArchive&&) noexcept = default;

std::unique_ptr<std::istream> ZipArchive::open(const std::string& member) {
  std::optional<StreamedZip>& zip = state_->zip;
  // From where the last file stood to the end, then from the start once.
  for (const bool is_again : {false, true}) {
    if (is_again) zip.emplace(*state_->stream, state_->name);
    while (zip->next())
      if (zip->member().name == member) return std::make_unique<MemberStream>(*zip);
  }
  zip->refuse(Fault::malformed, "there is no " + member + " in it");
}

}  // namespace hexapla
