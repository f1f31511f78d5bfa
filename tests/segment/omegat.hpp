#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <unistd.h>

namespace hexapla {

/// A file inside OmegaT's own archive, the reference for SRX on Debian; empty when OmegaT
/// isn't installed.
inline std::string omegat_file(const std::string& name) {
  const std::string archive = "/usr/share/omegat/OmegaT.jar";
  if (!std::filesystem::exists(archive)) return {};
  std::string copy = (std::filesystem::temp_directory_path() / "omegat-XXXXXX").string();
  close(mkstemp(copy.data()));
  const std::string command = "python3 -c \"import zipfile; open('" + copy +
                              "', 'wb').write(zipfile.ZipFile('" + archive + "').read('" +
                              name + "'))\"";
  const bool done = std::system(command.c_str()) == 0;
  std::ifstream in(copy, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(in), {});
  std::filesystem::remove(copy);
  return done ? bytes : std::string();
}

inline std::string omegat_rules() {
  return omegat_file("org/omegat/core/segmentation/defaultRules.srx");
}

}  // namespace hexapla
