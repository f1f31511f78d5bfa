#include "cli/documents/workplace.hpp"

#include "text/error.hpp"

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace hexapla::cli {

namespace fs = std::filesystem;

Workplace::Workplace(std::string_view name)
    : path_((fs::temp_directory_path() / "hexapla-XXXXXX").string()) {
  if (::mkdtemp(path_.data()) == nullptr)
    throw Error(Fault::unsupported, {std::string(name), 0},
                "no folder can be made in " + fs::temp_directory_path().string());
  guard_.emplace(path_);
}

Workplace::~Workplace() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace hexapla::cli
