#pragma once

#include "cli/command.hpp"

#include <string_view>

namespace hexapla::cli {

/// One line on a terminal that says what is being done and goes away when it's done;
/// nothing anywhere else.
class Progress {
 public:
  explicit Progress(Streams& streams);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void say(std::string_view doing);

 private:
  Streams& streams_;
};

}  // namespace hexapla::cli
