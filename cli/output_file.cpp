#include "cli/output_file.hpp"

#include "cli/files.hpp"
#include "cli/interrupts.hpp"
#include "cli/spared_inputs.hpp"
#include "corpus/database/replace_file.hpp"
#include "format/compressed_stream.hpp"
#include "text/error.hpp"

#include <array>
#include <cerrno>
#include <cstdint>
#include <fstream>
#include <ostream>
#include <streambuf>
#include <system_error>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

/// Hands everything on at once: who writes into it has a buffer.
class ReplacementBuffer : public std::streambuf {
 public:
  explicit ReplacementBuffer(Replacement& file) : file_(file) {}

 protected:
  int_type overflow(int_type byte) override {
    if (byte == traits_type::eof()) return traits_type::not_eof(byte);
    const char one = traits_type::to_char_type(byte);
    file_.write({&one, 1});
    return byte;
  }
  std::streamsize xsputn(const char* bytes, std::streamsize size) override {
    file_.write({bytes, static_cast<std::size_t>(size)});
    return size;
  }

 private:
  Replacement& file_;
};

/// Hands on what a file holds, up to a limit.
class LimitedBuffer : public std::streambuf {
 public:
  LimitedBuffer(std::streambuf& file, fs::path name)
      : file_(file), name_(std::move(name)), most_(most_to_read(name_)), left_(most_) {}

 protected:
  int_type underflow() override {
    const std::streamsize count = read();
    if (count <= 0) return traits_type::eof();
    if (static_cast<std::uintmax_t>(count) > left_) refuse_endless(name_, most_);
    left_ -= static_cast<std::uintmax_t>(count);
    setg(held_.data(), held_.data(), held_.data() + count);
    return traits_type::to_int_type(held_.front());
  }

 private:
  /// The standard library throws what names no file.
  std::streamsize read() {
    try {
      return file_.sgetn(held_.data(), std::ssize(held_));
    } catch (const std::ios_base::failure&) {
      throw Error(Fault::unreadable, {name_.string(), 0}, "can't be read to its end");
    }
  }

  std::streambuf& file_;
  fs::path name_;
  std::uintmax_t most_;
  std::uintmax_t left_;
  std::array<char, std::size_t{64} * 1024> held_{};
};

/// A file and what unpacks it; DecompressingStream needs the file first.
struct OpenedFile {
  OpenedFile(std::ifstream opened, const fs::path& name)
      : file(std::move(opened)), buffer(*file.rdbuf(), name), limited(&buffer) {
    limited.exceptions(std::ios::badbit);  // lets the buffer's own Error through
  }
  std::ifstream file;
  LimitedBuffer buffer;
  std::istream limited;
};
class InputFile : private OpenedFile, public DecompressingStream {
 public:
  InputFile(std::ifstream opened, const fs::path& name)
      : OpenedFile(std::move(opened), name), DecompressingStream(limited, name.string()) {}
};

}  // namespace

struct OutputFile::Parts {
  explicit Parts(const fs::path& path)
      : name(spared(path)),
        guard(temporary_beside(path)),
        file(path),
        buffer(file),
        plain(&buffer),
        compressed(plain, compression_of(path.string()), path.string()) {
    plain.exceptions(std::ios::badbit);  // lets the file's own Error through
  }

  static const fs::path& spared(const fs::path& path) {
    require_spared(path, OutputKind::other);
    return path;
  }

  fs::path name;
  RemovedOnInterrupt guard;
  Replacement file;
  ReplacementBuffer buffer;
  std::ostream plain;
  CompressingStream compressed;
};

OutputFile::OutputFile(const fs::path& file) : parts_(std::make_unique<Parts>(file)) {}
OutputFile::~OutputFile() = default;

std::ostream& OutputFile::stream() noexcept {
  return parts_->compressed;
}

void OutputFile::commit() {
  parts_->compressed.finish();
  require_spared(parts_->name, OutputKind::other);  // files may have been read since
  require_same_kind(parts_->name, parts_->file.path());
  parts_->file.commit();
  note_commit();
}

namespace {

std::ifstream opened_for_reading(const fs::path& file) {
  require_input(file);
  note_input(file);
  std::ifstream in(file, std::ios::binary);
  if (!in)
    throw Error(Fault::unreadable, {file.string(), 0},
                "can't be read: " + std::generic_category().message(errno));
  return in;
}

}  // namespace

std::unique_ptr<std::istream> open_input(const fs::path& file) {
  return std::make_unique<InputFile>(opened_for_reading(file), file);
}

std::unique_ptr<std::istream> open_seekable(const fs::path& file) {
  return std::make_unique<std::ifstream>(opened_for_reading(file));
}

}  // namespace hexapla::cli
