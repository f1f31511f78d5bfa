#include "pieces.hpp"

#include "text/code_point.hpp"
#include "text/error.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace hexapla::eval {

std::vector<std::string_view> pieces_of(std::string_view text, std::size_t size) {
  if (size == 0) return {text};
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    (void)next_code_point(text, at);
    if (++count < size) continue;
    pieces.push_back(text.substr(begin, at - begin));
    begin = at;
    count = 0;
  }
  return pieces;
}

std::string tag_of(const std::string& file) {
  const std::filesystem::path name = std::filesystem::path(file).filename();
  const std::filesystem::path stem = name.extension() == ".txt" ? name.stem() : name;
  const std::string words = stem.string();
  return words.substr(words.find_last_of('.') + 1);
}

std::string read_utf8(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(Fault::unreadable, {file, 0}, "can't be read");
  return admit_utf8(std::string(std::istreambuf_iterator<char>(in), {}), file);
}

}  // namespace hexapla::eval
