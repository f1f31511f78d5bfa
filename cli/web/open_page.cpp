#include "cli/web/open_page.hpp"

#include "text/error.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

extern char** environ;  // NOLINT: of POSIX

namespace hexapla::web {

OpenedPage::OpenedPage(const std::string& address) {
  std::string name =
      (std::filesystem::temp_directory_path() / "hexapla-XXXXXX.html").string();
  constexpr int suffix = 5;                        // .html
  const int file = mkstemps(name.data(), suffix);  // for its owner alone
  if (file < 0) throw Error(Fault::unwritable, {name, 0}, std::strerror(errno));
  file_ = name;
  const std::string page =
      "<!doctype html><meta http-equiv=\"refresh\" content=\"0; url=" + address +
      "\"><title>Hexapla</title>";
  const ssize_t written = write(file, page.data(), page.size());
  close(file);
  if (written != static_cast<ssize_t>(page.size()))
    throw Error(Fault::unwritable, {name, 0}, "can't be written");
  std::string program = "xdg-open";
  std::array<char*, 3> words{program.data(), name.data(), nullptr};
  pid_t child = 0;
  // Without a browser the address that was printed is all there is.
  static_cast<void>(
      posix_spawnp(&child, program.c_str(), nullptr, nullptr, words.data(), environ));
}

OpenedPage::~OpenedPage() {
  std::error_code ignored;
  std::filesystem::remove(file_, ignored);
}

}  // namespace hexapla::web
