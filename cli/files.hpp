#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

namespace hexapla {
class FilesBeingWritten;
}  // namespace hexapla

namespace hexapla::cli {

/// Errors: Fault::unreadable when there is no such file, or it is a directory or a socket.
void require_input(const std::filesystem::path& file);

/// All bytes of `file`, or of what comes from a pipe or a device.
/// Errors: those of require_input(); Fault::unreadable when it can't be read;
///         Fault::malformed when it is empty; Fault::unsupported when it is larger than any
///         document, or never ends.
[[nodiscard]] std::string read_file(const std::filesystem::path& file);

/// The SHA-256 of a file's bytes, as 64 hexadecimal digits. Errors: as read_file().
[[nodiscard]] std::string sha256_of_file(const std::filesystem::path& file);

/// All bytes of a stream. `name` is for messages.
/// Errors: Fault::unsupported when it is larger than any document, or never ends.
[[nodiscard]] std::string read_stream(std::istream& in, const std::string& name);

/// A file that is read as a stream gives no more than this, in bytes: pipes and devices may
/// never end, and what another program is writing may grow for ever.
/// Errors: those of require_input.
[[nodiscard]] std::uintmax_t most_to_read(const std::filesystem::path& file);

/// Errors: always Fault::unsupported; says that `file` has more than `most` bytes.
[[noreturn]] void refuse_endless(const std::filesystem::path& file, std::uintmax_t most);

/// Writes `file` whole or not at all: under a temporary name beside it, synced, renamed.
/// Errors: Fault::unwritable naming the file and the system's reason, and those of
///         require_spared and require_same_kind; nothing is left behind.
/// `there`, if any, knows what is being written into the folder; see Replacement.
void write_file(const std::filesystem::path& file,
                const std::function<void(std::ostream&)>& write,
                const FilesBeingWritten* there = nullptr);

/// The same for a file that the command read to change it.
void change_file(const std::filesystem::path& file,
                 const std::function<void(std::ostream&)>& write);

}  // namespace hexapla::cli
