#include "cli/files.hpp"

#include "cli/interrupts.hpp"
#include "cli/spared_inputs.hpp"
#include "corpus/database/replace_file.hpp"
#include "text/error.hpp"
#include "text/sha256.hpp"

#include <cerrno>
#include <fstream>
#include <sstream>
#include <system_error>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t mebibyte = std::size_t{1} << 20;  // bytes
// No document comes near, and what has no end (/dev/zero) shall not fill the memory.
constexpr std::size_t largest_input = 4096 * mebibyte;
constexpr std::size_t largest_stream = 256 * mebibyte;  // of a pipe or a device
// Of a pipe that is read as it comes, unit by unit.
constexpr std::size_t longest_pipe = largest_input;

[[noreturn]] void fail(Fault fault, const fs::path& file, std::string_view what) {
  throw Error(fault, {file.string(), 0}, what);
}

std::string reason(int error) {
  return std::generic_category().message(error);
}

[[noreturn]] void refuse_size(const fs::path& file, std::size_t most,
                              std::string_view way_out) {
  fail(Fault::unsupported, file,
       "more than " + std::to_string(most / mebibyte) + " MiB, " + std::string(way_out));
}

/// Adds the next bytes of `in`, `step` at the most, to `bytes`.
/// Errors: Fault::unsupported when they are more than `most` then.
void read_more(std::istream& in, const fs::path& name, std::size_t step, std::size_t most,
               std::string& bytes) {
  const std::size_t begin = bytes.size();
  bytes.resize(begin + step);
  in.read(bytes.data() + begin, static_cast<std::streamsize>(step));
  bytes.resize(begin + static_cast<std::size_t>(in.gcount()));
  if (bytes.size() > most)
    refuse_size(name, most, "or without an end: save it as a file first");
}

}  // namespace

void require_input(const fs::path& file) {
  std::error_code error;  // says no more than the type
  const auto type = fs::status(file, error).type();
  if (type == fs::file_type::not_found) fail(Fault::unreadable, file, "no such file");
  if (type == fs::file_type::directory)
    fail(Fault::unreadable, file, "a directory, not a file");
  if (type == fs::file_type::socket) fail(Fault::unreadable, file, "a socket, not a file");
}

std::string read_file(const fs::path& file) {
  require_input(file);
  note_input(file);
  std::ifstream in(file, std::ios::binary);
  if (!in) fail(Fault::unreadable, file, "can't be read: " + reason(errno));
  std::string bytes;
  constexpr std::size_t least_step = std::size_t{64} * 1024;
  std::error_code unsized;  // a pipe or a device
  const auto size = fs::file_size(file, unsized);
  const std::size_t most = unsized ? largest_stream : largest_input;
  if (!unsized && size > most) refuse_size(file, most, "cut it into parts");
  for (std::size_t step = unsized ? least_step : size + 1; in; step = least_step)
    read_more(in, file, step, most, bytes);
  if (in.bad()) fail(Fault::unreadable, file, "can't be read to its end");
  if (bytes.empty()) fail(Fault::malformed, file, "the file is empty");
  return bytes;
}

std::string sha256_of_file(const fs::path& file) {
  require_input(file);
  std::ifstream in(file, std::ios::binary);
  constexpr std::size_t step = std::size_t{64} * 1024;  // bytes
  std::string bytes(step, '\0');
  Sha256 hash;
  const std::uintmax_t most = most_to_read(file);
  std::uintmax_t size = 0;
  while (in) {
    in.read(bytes.data(), static_cast<std::streamsize>(step));
    size += static_cast<std::uintmax_t>(in.gcount());
    if (size > most) refuse_endless(file, most);
    hash.add(std::string_view(bytes).substr(0, static_cast<std::size_t>(in.gcount())));
  }
  if (!in.eof()) fail(Fault::unreadable, file, "can't be read to its end");
  return hash.finish();
}

std::string read_stream(std::istream& in, const std::string& name) {
  std::string bytes;
  constexpr std::size_t step = std::size_t{64} * 1024;
  while (in)
    read_more(in, name, step, largest_stream, bytes);
  return bytes;
}

std::uintmax_t most_to_read(const fs::path& file) {
  require_input(file);
  std::error_code error;  // says no more than the type, or no size
  const auto type = fs::status(file, error).type();
  if (type == fs::file_type::character || type == fs::file_type::block)
    return largest_stream;
  const std::uintmax_t size = fs::file_size(file, error);
  return error ? longest_pipe : size + mebibyte;
}

void refuse_endless(const fs::path& file, std::uintmax_t most) {
  std::error_code error;
  if (fs::is_regular_file(file, error))
    fail(Fault::unsupported, file,
         "it grows while it is read; wait until whoever writes it is done");
  refuse_size(file, most, "or without an end: save it as a file first");
}

void write_file(const fs::path& file, const std::function<void(std::ostream&)>& write,
                const FilesBeingWritten* there) {
  require_spared(file, OutputKind::other);
  std::ostringstream bytes;
  write(bytes);
  require_same_kind(file, bytes.view());
  const RemovedOnInterrupt guard(temporary_beside(file));
  replace_file(file, bytes.view(), there);
  note_commit();
}

void change_file(const fs::path& file, const std::function<void(std::ostream&)>& write) {
  std::ostringstream bytes;
  write(bytes);
  const RemovedOnInterrupt guard(temporary_beside(file));
  replace_file(file, bytes.view());
  note_commit();
}

}  // namespace hexapla::cli
