#pragma once

#include <chrono>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace hexapla::cli {

/// What a child process may use up. The defaults are far beyond what a document needs.
struct ChildLimits {
  std::chrono::milliseconds time{60'000};  ///< On the wall, and of the processor.
  std::size_t output = std::size_t{512} * 1024 * 1024;   ///< Bytes on its stdout.
  std::size_t memory = std::size_t{2048} * 1024 * 1024;  ///< Bytes of address space.
};

/// A folder that a child starts and may write in, and that it takes for its user's home.
struct ChildFolder {
  std::string path;              ///< Empty: it can write to no file.
  std::size_t largest_file = 0;  ///< Bytes.
};

/// How a child process ended.
enum class ChildEnd {
  exited,          ///< By itself, with an exit code.
  crashed,         ///< By a signal, of which running out of memory is one cause.
  not_found,       ///< There is no such program.
  took_too_long,   ///< It was killed at the limit of time.
  wrote_too_much,  ///< It was killed at the limit of output.
};

struct ChildResult {
  ChildEnd end = ChildEnd::exited;
  int exit_code = 0;
  std::string out;
  std::string stderr_text;  ///< The beginning of what it wrote to stderr.
};

/// Runs `words`, a program looked up in PATH and its arguments, without a shell, and waits.
///
/// The child reads `input` as its stdin, which it can also open by name and seek in, as
/// `/dev/stdin`; it can read and write nothing of the user's but what is in `folder`, open
/// no connection, see none of the user's environment (see sandbox.hpp), and outlive this
/// program in no way: an interrupt ends both. All that holds for the processes that it
/// starts itself, too.
/// Errors: Fault::unsupported when the system can start no process at all. `name` is for
///         messages.
/// Source: Linux: memfd_create(2), prctl(2) PR_SET_PDEATHSIG, setrlimit(2).
[[nodiscard]] ChildResult run_child(std::span<const std::string> words,
                                    std::string_view input, const ChildLimits& limits,
                                    std::string_view name, const ChildFolder& folder = {});

}  // namespace hexapla::cli
