#pragma once

#include "text/error.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace hexapla {

/// Errors: Fault::unreadable.
inline std::string bytes_of_file(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(Fault::unreadable, {file, 0}, "can't be opened");
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The lines of a text in UTF-8, without their ends. Errors: Fault::unreadable, and as
/// admit_utf8.
inline std::vector<std::string> lines_of_file(const std::string& file) {
  const std::string text = admit_utf8(bytes_of_file(file), file);
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

}  // namespace hexapla
