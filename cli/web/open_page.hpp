#pragma once

#include "text/interface.hpp"

#include <filesystem>
#include <string>

namespace hexapla::web {

/// Opens a page in the usual browser, by way of a file that only its owner can read: the
/// words of a command line, with the token in them, are seen by all who have an account.
/// The file goes with this value.
class OpenedPage : Pinned {
 public:
  /// Errors: Fault::unwritable when no file can be made.
  explicit OpenedPage(const std::string& address);
  ~OpenedPage();

 private:
  std::filesystem::path file_;
};

}  // namespace hexapla::web
