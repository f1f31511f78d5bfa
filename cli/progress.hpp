#pragma once

#include "cli/command.hpp"
#include "text/interface.hpp"

#include <string_view>

namespace hexapla::cli {

/// One line on a terminal that says what is being done and goes away when it's done;
/// nothing anywhere else.
class Progress : Pinned {
 public:
  explicit Progress(Streams& streams);
  ~Progress();

  void say(std::string_view doing);

 private:
  Streams& streams_;
};

}  // namespace hexapla::cli
