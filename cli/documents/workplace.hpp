#pragma once

#include "cli/interrupts.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace hexapla::cli {

/// A new folder that only this user can look into, and that goes with all it holds.
class Workplace {
 public:
  /// Errors: Fault::unsupported when none can be made. `name` is for messages.
  explicit Workplace(std::string_view name);
  ~Workplace();
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;

  [[nodiscard]] const std::string& path() const noexcept { return path_; }

 private:
  std::string path_;
  std::optional<RemovedOnInterrupt> guard_;
};

}  // namespace hexapla::cli
