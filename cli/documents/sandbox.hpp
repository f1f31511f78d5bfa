#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <linux/filter.h>

namespace hexapla::cli {

/// Walls around a program of others that reads files of strangers: it can open no
/// connection, see nothing of the user's but its own folder, and leave no process behind
/// outside of its group. Each is put up where the kernel lets us; see missing_walls().
/// Source: Linux: landlock(7), seccomp(2).
class Sandbox {
 public:
  /// `program` is looked up in PATH. `folder` is what it may write in; empty: nowhere.
  Sandbox(std::string_view program, const std::string& folder);
  ~Sandbox();
  Sandbox(const Sandbox&) = delete;
  Sandbox& operator=(const Sandbox&) = delete;

  /// To be called in the child, between fork and exec; asks for no memory, and can't be
  /// undone. False when a wall that this kernel has could not be put up.
  [[nodiscard]] bool enter() const noexcept;

 private:
  int rules_ = -1;  ///< A descriptor of Landlock's.
  std::vector<sock_filter> filter_;
};

/// Which of the walls this kernel has not, in words for a message; empty when it has all.
[[nodiscard]] std::string missing_walls();

}  // namespace hexapla::cli
