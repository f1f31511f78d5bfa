#pragma once

#include "text/error.hpp"
#include "text/table.hpp"
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
  std::string text = admit_utf8(bytes_of_file(file), file);
  if (text.empty()) return {};
  if (text.ends_with('\n')) text.pop_back();
  const auto lines = parts_of(text, '\n');
  return {lines.begin(), lines.end()};
}

}  // namespace hexapla
