#include "format/compressed_stream.hpp"

#include "text/error.hpp"
#include "text/interface.hpp"

#include <algorithm>
#include <new>
#include <span>
#include <streambuf>
#include <utility>
#include <vector>

#include <zlib.h>
#include <zstd.h>

namespace hexapla {
namespace {

constexpr std::size_t buffer_size = std::size_t{64} * 1024;
constexpr std::string_view gzip_mark("\x1F\x8B", 2);
constexpr std::string_view zstd_mark("\x28\xB5\x2F\xFD", 4);

/// What one step of compression or unpacking did.
struct Step {
  std::size_t taken = 0;   ///< Bytes of the input.
  std::size_t made = 0;    ///< Bytes of the output.
  bool at_border = false;  ///< A member or frame ended here.
  const char* fault = nullptr;
};

/// One of the two libraries, unpacking. Checksums are checked by both.
class Unpacker : public Interface {
 public:
  [[nodiscard]] virtual Step step(std::string_view in, std::span<char> out) = 0;
};

Bytef* bytes_of(const char* bytes) {
  // zlib's interface has no const; it reads only.
  return reinterpret_cast<Bytef*>(const_cast<char*>(bytes));  // NOLINT(*-const-cast)
}

constexpr int gzip_window = 15 + 16;  // zlib: the largest window, with a gzip head

class GzipUnpacker final : public Unpacker {
 public:
  GzipUnpacker() {
    if (inflateInit2(&state_, gzip_window) != Z_OK) throw std::bad_alloc();
  }
  ~GzipUnpacker() override { inflateEnd(&state_); }

  Step step(std::string_view in, std::span<char> out) override {
    state_.next_in = bytes_of(in.data());
    state_.avail_in = static_cast<uInt>(in.size());
    state_.next_out = bytes_of(out.data());
    state_.avail_out = static_cast<uInt>(out.size());
    const int status = inflate(&state_, Z_NO_FLUSH);
    Step step{in.size() - state_.avail_in, out.size() - state_.avail_out, false, nullptr};
    if (status == Z_STREAM_END) {
      step.at_border = true;
      inflateReset(&state_);  // another member may follow
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
      step.fault = state_.msg == nullptr ? "damaged" : state_.msg;
    }
    return step;
  }

 private:
  z_stream state_{};
};

template <auto Free>
struct Freed {
  template <class State>
  void operator()(State* state) const noexcept {
    Free(state);
  }
};

/// What zstd did, by what it answered.
Step step_of(std::size_t answer, const ZSTD_inBuffer& in, const ZSTD_outBuffer& out,
             bool at_border) {
  return {in.pos, out.pos, at_border,
          ZSTD_isError(answer) != 0 ? ZSTD_getErrorName(answer) : nullptr};
}

class ZstdUnpacker final : public Unpacker {
 public:
  ZstdUnpacker() : state_(ZSTD_createDCtx()) {
    if (state_ == nullptr) throw std::bad_alloc();
    constexpr int largest_window = 27;  // 2^27 bytes, 128 MiB: what the zstd command takes
    ZSTD_DCtx_setParameter(state_.get(), ZSTD_d_windowLogMax, largest_window);
  }

  Step step(std::string_view in, std::span<char> out) override {
    ZSTD_inBuffer input{in.data(), in.size(), 0};
    ZSTD_outBuffer output{out.data(), out.size(), 0};
    const std::size_t status = ZSTD_decompressStream(state_.get(), &output, &input);
    return step_of(status, input, output, status == 0);
  }

 private:
  std::unique_ptr<ZSTD_DCtx, Freed<ZSTD_freeDCtx>> state_;
};

/// One of the two libraries, compressing.
class Packer : public Interface {
 public:
  /// At the end `at_border` says that everything is out.
  [[nodiscard]] virtual Step step(std::string_view in, std::span<char> out,
                                  bool is_end) = 0;
};

class GzipPacker final : public Packer {
 public:
  GzipPacker() {
    constexpr int memory = 8;  // zlib's default
    if (deflateInit2(&state_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzip_window, memory,
                     Z_DEFAULT_STRATEGY) != Z_OK)
      throw std::bad_alloc();
  }
  ~GzipPacker() override { deflateEnd(&state_); }

  Step step(std::string_view in, std::span<char> out, bool is_end) override {
    state_.next_in = bytes_of(in.data());
    state_.avail_in = static_cast<uInt>(in.size());
    state_.next_out = bytes_of(out.data());
    state_.avail_out = static_cast<uInt>(out.size());
    const int status = deflate(&state_, is_end ? Z_FINISH : Z_NO_FLUSH);
    return {in.size() - state_.avail_in, out.size() - state_.avail_out,
            status == Z_STREAM_END, status == Z_STREAM_ERROR ? "zlib failed" : nullptr};
  }

 private:
  z_stream state_{};
};

class ZstdPacker final : public Packer {
 public:
  ZstdPacker() : state_(ZSTD_createCCtx()) {
    if (state_ == nullptr) throw std::bad_alloc();
    ZSTD_CCtx_setParameter(state_.get(), ZSTD_c_checksumFlag, 1);
  }

  Step step(std::string_view in, std::span<char> out, bool is_end) override {
    ZSTD_inBuffer input{in.data(), in.size(), 0};
    ZSTD_outBuffer output{out.data(), out.size(), 0};
    const std::size_t left = ZSTD_compressStream2(state_.get(), &output, &input,
                                                  is_end ? ZSTD_e_end : ZSTD_e_continue);
    return step_of(left, input, output, is_end && left == 0);
  }

 private:
  std::unique_ptr<ZSTD_CCtx, Freed<ZSTD_freeCCtx>> state_;
};

bool ends_in(std::string_view name, std::string_view ending) {
  if (name.size() <= ending.size()) return false;
  return std::ranges::equal(name.substr(name.size() - ending.size()), ending, {},
                            [](char letter) {
                              const bool is_capital = letter >= 'A' && letter <= 'Z';
                              return is_capital ? static_cast<char>(letter | 0x20) : letter;
                            });
}

}  // namespace

Compression compression_of(std::string_view file_name) noexcept {
  if (ends_in(file_name, ".gz")) return Compression::gzip;
  if (ends_in(file_name, ".zst")) return Compression::zstd;
  return Compression::none;
}

std::string_view without_packing(std::string_view file_name) noexcept {
  if (compression_of(file_name) == Compression::none) return file_name;
  return file_name.substr(0, file_name.rfind('.'));
}

/// What unpacks, or nothing, between a stream and its reader.
class DecompressingStream::Buffer : public std::streambuf {
 public:
  Buffer(std::istream& compressed, std::string_view name)
      : compressed_(compressed), name_(name), input_(buffer_size), output_(buffer_size) {}

 protected:
  int_type underflow() override {
    const std::size_t size = read();
    setg(output_.data(), output_.data(), output_.data() + size);
    return size == 0 ? traits_type::eof() : traits_type::to_int_type(output_.front());
  }

  /// Plain bytes go where they are wanted without a stay here.
  std::streamsize xsgetn(char* to, std::streamsize size) override {
    if (!started_) start();
    if (unpacker_ != nullptr || !held_.empty() || gptr() != egptr())
      return std::streambuf::xsgetn(to, size);
    compressed_.read(to, size);
    if (compressed_.bad()) fail(Fault::unreadable, "can't be read to its end");
    return compressed_.gcount();
  }

 private:
  std::size_t read() {
    if (!started_) start();
    if (unpacker_ != nullptr) return unpack();
    if (held_.empty()) fill();
    std::ranges::copy(held_, output_.begin());
    return std::exchange(held_, {}).size();
  }

  void start() {
    started_ = true;
    fill();
    if (held_.starts_with(gzip_mark)) unpacker_ = std::make_unique<GzipUnpacker>();
    if (held_.starts_with(zstd_mark)) unpacker_ = std::make_unique<ZstdUnpacker>();
  }

  /// 0 only at the end of all.
  std::size_t unpack() {
    for (;;) {
      if (held_.empty()) fill();
      if (held_.empty() && at_border_) return 0;
      const bool is_out_of_input = held_.empty();
      const Step step = unpacker_->step(held_, output_);
      if (step.fault != nullptr)
        fail(Fault::malformed, "can't be decompressed: " + std::string(step.fault));
      held_.remove_prefix(step.taken);
      at_border_ = step.at_border || (at_border_ && step.taken == 0);
      if (step.made > 0) return counted(step.made);
      if (is_out_of_input && !at_border_)
        fail(Fault::malformed, "can't be decompressed: it is cut short");
    }
  }

  std::size_t counted(std::size_t made) {
    unpacked_size_ += made;
    if (unpacked_size_ > harmless_stream &&
        unpacked_size_ / largest_packing_ratio > packed_size_)
      fail(Fault::unsupported, "unpacks to more than " +
                                   std::to_string(largest_packing_ratio) +
                                   " times its size, as no text does; unpack it first");
    return made;
  }

  void fill() {
    compressed_.read(input_.data(), static_cast<std::streamsize>(input_.size()));
    if (compressed_.bad()) fail(Fault::unreadable, "can't be read to its end");
    held_ = {input_.data(), static_cast<std::size_t>(compressed_.gcount())};
    packed_size_ += held_.size();
  }

  [[noreturn]] void fail(Fault fault, std::string_view what) const {
    throw Error(fault, {name_, 0}, what);
  }

  std::istream& compressed_;
  std::string name_;
  std::vector<char> input_;
  std::vector<char> output_;
  std::string_view held_;  ///< Of `input_`: not decompressed or handed on yet.
  bool started_ = false;
  bool at_border_ = false;              ///< Between two members or frames.
  std::unique_ptr<Unpacker> unpacker_;  ///< None for plain bytes.
  std::size_t packed_size_ = 0;
  std::size_t unpacked_size_ = 0;
};

DecompressingStream::DecompressingStream(std::istream& compressed, std::string_view name)
    : std::istream(nullptr), buffer_(std::make_unique<Buffer>(compressed, name)) {
  rdbuf(buffer_.get());
  exceptions(std::ios::badbit);  // lets the buffer's own Error through
}
DecompressingStream::~DecompressingStream() = default;

class CompressingStream::Buffer : public std::streambuf {
 public:
  Buffer(std::ostream& compressed, Compression compression, std::string_view name)
      : compressed_(compressed), name_(name), bytes_(buffer_size), output_(buffer_size) {
    setp(bytes_.data(), bytes_.data() + bytes_.size());
    if (compression == Compression::gzip) packer_ = std::make_unique<GzipPacker>();
    if (compression == Compression::zstd) packer_ = std::make_unique<ZstdPacker>();
  }

  void finish() {
    hand_on(true);
    compressed_.flush();
    if (!compressed_) fail("can't be written");
  }

 protected:
  int_type overflow(int_type byte) override {
    hand_on(false);
    if (byte != traits_type::eof()) {
      *pptr() = traits_type::to_char_type(byte);
      pbump(1);
    }
    return traits_type::not_eof(byte);
  }

 private:
  void hand_on(bool is_end) {
    std::string_view bytes(pbase(), static_cast<std::size_t>(pptr() - pbase()));
    setp(bytes_.data(), bytes_.data() + bytes_.size());
    if (packer_ == nullptr) {
      compressed_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
      return;
    }
    for (bool is_done = false; !is_done;) {
      const Step step = packer_->step(bytes, output_, is_end);
      if (step.fault != nullptr) fail(step.fault);
      compressed_.write(output_.data(), static_cast<std::streamsize>(step.made));
      bytes.remove_prefix(step.taken);
      is_done = is_end ? step.at_border : bytes.empty();
    }
  }

  [[noreturn]] void fail(std::string_view what) const {
    throw Error(Fault::unwritable, {name_, 0}, what);
  }

  std::ostream& compressed_;
  std::string name_;
  std::vector<char> bytes_;
  std::vector<char> output_;
  std::unique_ptr<Packer> packer_;  ///< None for plain bytes.
};

CompressingStream::CompressingStream(std::ostream& compressed, Compression compression,
                                     std::string_view name)
    : std::ostream(nullptr),
      buffer_(std::make_unique<Buffer>(compressed, compression, name)) {
  rdbuf(buffer_.get());
  exceptions(std::ios::badbit);
}
CompressingStream::~CompressingStream() = default;

void CompressingStream::finish() {
  buffer_->finish();
}

}  // namespace hexapla
