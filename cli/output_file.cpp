#include "cli/output_file.hpp"

#include "cli/files.hpp"
#include "cli/spared_inputs.hpp"
#include "corpus/database/replace_file.hpp"
#include "format/compressed_stream.hpp"
#include "text/error.hpp"

#include <cerrno>
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

/// Enough of a file to tell what it is.
std::string beginning_of(const fs::path& file) {
  constexpr std::size_t size = 512;
  std::ifstream in(file, std::ios::binary);
  std::string bytes(size, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(size));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

/// A file and what unpacks it; DecompressingStream needs the file first.
struct OpenedFile {
  std::ifstream file;
};
class InputFile : private OpenedFile, public DecompressingStream {
 public:
  InputFile(std::ifstream opened, std::string_view name)
      : OpenedFile{std::move(opened)}, DecompressingStream(file, name) {}
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
  require_same_kind(parts_->name, beginning_of(parts_->file.path()));
  parts_->file.commit();
}

namespace {

std::ifstream opened_for_reading(const fs::path& file) {
  require_input(file);
  std::ifstream in(file, std::ios::binary);
  if (!in)
    throw Error(Fault::unreadable, {file.string(), 0},
                "can't be read: " + std::generic_category().message(errno));
  note_input(file);
  return in;
}

}  // namespace

std::unique_ptr<std::istream> open_input(const fs::path& file) {
  return std::make_unique<InputFile>(opened_for_reading(file), file.string());
}

std::unique_ptr<std::istream> open_seekable(const fs::path& file) {
  return std::make_unique<std::ifstream>(opened_for_reading(file));
}

}  // namespace hexapla::cli
