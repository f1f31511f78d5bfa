#include "cli/options/shipped_lexicons.hpp"

#include <system_error>

namespace hexapla::cli {

namespace fs = std::filesystem;

std::optional<fs::path> lexicons_beside(const fs::path& folder) {
  std::error_code error;
  const fs::path installed = folder.parent_path() / "share" / "hexapla" / "lexicons";
  if (fs::is_directory(installed, error)) return installed;
  // build/release/hexapla, build/release/tests/test_cli: so many folders up at most.
  constexpr int most_steps = 4;
  fs::path tree = folder;
  for (int step = 0; step < most_steps; ++step) {
    tree = tree.parent_path();
    const fs::path lexicons = tree / "corpora" / "lexicons";
    if (fs::is_regular_file(lexicons / "SOURCE.md", error)) return lexicons;
  }
  return std::nullopt;
}

std::optional<fs::path> shipped_lexicons() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (error) return std::nullopt;
  return lexicons_beside(program.parent_path());
}

}  // namespace hexapla::cli
