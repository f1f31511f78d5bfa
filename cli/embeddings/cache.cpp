#include "cli/embeddings/cache.hpp"

#include "cli/files.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <system_error>

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view magic = "hexapla embeddings 1\n";
constexpr std::size_t key_size = 16;  // bytes

boost::uuids::uuid hash_of(std::string_view text) {
  // A namespace of our own, drawn once.
  static constexpr boost::uuids::uuid own{{0x6d, 0x1f, 0x90, 0x2b, 0x3c, 0x57, 0x4e, 0x0a,
                                           0x9b, 0x11, 0x84, 0xf2, 0xd7, 0x65, 0x0c, 0x3e}};
  return boost::uuids::name_generator_sha1(own)(text.data(), text.size());
}

class File {
 public:
  explicit File(int number) : number_(number) {}
  ~File() {
    if (number_ >= 0) ::close(number_);  // which gives up the lock
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  [[nodiscard]] int number() const noexcept { return number_; }

 private:
  int number_;
};

bool has_sense(std::span<const float> numbers) {
  return std::ranges::all_of(numbers, [](float number) { return std::isfinite(number); }) &&
         std::ranges::any_of(numbers, [](float number) { return number != 0; });
}

/// False when not all could be written; `errno` tells why.
bool write_whole(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

}  // namespace

EmbeddingCache::EmbeddingCache(const fs::path& folder, std::string_view origin)
    : head_(magic) {
  if (folder.empty()) {
    complaint_ = "neither XDG_CACHE_HOME nor HOME names a folder";
    return;
  }
  file_ = folder / (to_string(hash_of(origin)) + ".embeddings");
  read();
}

EmbeddingCache::Key EmbeddingCache::key_of(std::string_view text) {
  const boost::uuids::uuid hash = hash_of(text);
  Key key{};
  std::copy(hash.begin(), hash.end(), key.begin());
  return key;
}

std::span<const float> EmbeddingCache::find(std::string_view text) const {
  const auto found = known_.find(key_of(text));
  if (found == known_.end()) return {};
  return found->second;
}

void EmbeddingCache::read() {
  std::error_code error;
  const auto size = fs::file_size(file_, error);
  if (error || size == 0 || size > largest) return;
  std::string bytes;
  try {
    bytes = read_file(file_);
  } catch (const Error& failure) {
    complaint_ = failure.what();
    return;
  }
  const std::size_t start = head_.size() + sizeof dimension_;
  if (bytes.size() < start || !bytes.starts_with(head_)) return;
  std::uint32_t dimension = 0;
  std::memcpy(&dimension, bytes.data() + head_.size(), sizeof dimension);
  if (dimension == 0 || dimension > most_dimensions) return;
  dimension_ = dimension;
  const std::size_t record = key_size + dimension * sizeof(float);
  for (std::size_t at = start; at + record <= bytes.size(); at += record) {
    Key key{};
    std::memcpy(key.data(), bytes.data() + at, key_size);
    std::vector<float> numbers(dimension);
    std::memcpy(numbers.data(), bytes.data() + at + key_size, dimension * sizeof(float));
    if (has_sense(numbers)) known_.insert_or_assign(key, std::move(numbers));
  }
}

void EmbeddingCache::keep(std::span<const std::string_view> texts, const Embeddings& rows) {
  const bool anew = rows.dimension != dimension_;
  if (anew) known_.clear();
  dimension_ = rows.dimension;
  for (std::uint32_t row = 0; row < texts.size(); ++row) {
    const auto numbers = rows.rows().of(row);
    known_.insert_or_assign(key_of(texts[row]),
                            std::vector<float>(numbers.begin(), numbers.end()));
  }
  if (complaint_.empty()) append(records(texts, rows), anew);
}

std::string EmbeddingCache::records(std::span<const std::string_view> texts,
                                    const Embeddings& rows) const {
  std::string bytes;
  for (std::uint32_t row = 0; row < texts.size(); ++row) {
    const Key key = key_of(texts[row]);
    const auto numbers = rows.rows().of(row);
    const std::size_t at = bytes.size();
    bytes.resize(at + key_size + numbers.size_bytes());
    std::memcpy(bytes.data() + at, key.data(), key_size);
    std::memcpy(bytes.data() + at + key_size, numbers.data(), numbers.size_bytes());
  }
  return bytes;
}

std::string EmbeddingCache::head_with_dimension() const {
  std::string head = head_;
  head.append(sizeof dimension_, '\0');
  std::memcpy(head.data() + head_.size(), &dimension_, sizeof dimension_);
  return head;
}

void EmbeddingCache::append(std::string_view bytes, bool anew) {
  const auto complain = [&] {
    complaint_ = file_.string() + ": " + std::generic_category().message(errno);
  };
  std::error_code error;
  fs::create_directories(file_.parent_path(), error);
  constexpr mode_t mine = 0600;
  const File file(::open(file_.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, mine));
  struct stat facts {};
  if (file.number() < 0 || ::flock(file.number(), LOCK_EX) != 0 ||
      ::fstat(file.number(), &facts) != 0)
    return complain();
  const std::string head = head_with_dimension();
  const std::size_t record = key_size + dimension_ * sizeof(float);
  auto size = static_cast<std::size_t>(facts.st_size);
  // Another program may have begun it anew since it was read.
  std::string found(head.size(), '\0');
  const bool fits = ::pread(file.number(), found.data(), found.size(), 0) ==
                        static_cast<ssize_t>(head.size()) &&
                    found == head;
  if (anew || !fits || size + bytes.size() > largest) size = 0;
  if (size > 0) size -= (size - head.size()) % record;
  if (::ftruncate(file.number(), static_cast<off_t>(size)) != 0) return complain();
  if (!write_whole(file.number(), (size == 0 ? head : "") + std::string(bytes))) complain();
}

}  // namespace hexapla::cli
