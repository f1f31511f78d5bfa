#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

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

/// Writes `file` whole or not at all: under a temporary name beside it, synced, renamed.
/// Errors: Fault::unwritable naming the file and the system's reason, and those of
///         require_spared and require_same_kind; nothing is left behind.
void write_file(const std::filesystem::path& file,
                const std::function<void(std::ostream&)>& write);

/// The same for a file that the command read to change it.
void change_file(const std::filesystem::path& file,
                 const std::function<void(std::ostream&)>& write);

/// While it lives, an interrupt (Ctrl-C) or a termination removes `temporary` before the
/// program ends. Up to `most_guarded` at a time, on any threads; others are left to the
/// next run, which clears them away.
class RemovedOnInterrupt {
 public:
  static constexpr std::size_t most_guarded = 64;

  explicit RemovedOnInterrupt(const std::filesystem::path& temporary);
  ~RemovedOnInterrupt();
  RemovedOnInterrupt(const RemovedOnInterrupt&) = delete;
  RemovedOnInterrupt& operator=(const RemovedOnInterrupt&) = delete;

 private:
  std::size_t slot_ = most_guarded;
};

/// Makes Ctrl-C and termination end the program with exit code 130 or 143, leaving no
/// temporary file. Called once, by main.
void handle_interrupts();

}  // namespace hexapla::cli
